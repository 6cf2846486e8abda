"""`python -m bench.mutants`: which changes of the rules that decide would no test without Neo4j notice?

Each mutant runs in a child of its own, on the tests that speak of its module. A library for this was tried first: mutmut
changes nothing outside functions (the numbers of a score) nor what a decorator stands over (properties).
"""

import ast
import gc
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import typer
from _pytest.config import default_plugins

from bench.mutants_imports import file_of, holding, imported
from bench.mutants_page import page
from bench.mutants_targets import LOADED_FIRST, TARGETS, Target
from bench.mutants_trial import Trial
from bench.mutation import Mutant, mutants
from graph_service.errors import BadInput, GraphServiceError
from graph_service.keys import private_folder
from graph_service.settings import read_settings

_ROOT = Path(__file__).resolve().parent.parent
_CONFTEST = _ROOT / "tests" / "conftest.py"
PAGE = _ROOT / "docs" / "mutants.md"


@dataclass(frozen=True)
class Outcome:
    """What became of one mutant: killed, out of time, or survived."""

    module: str
    line: int
    told: str
    fate: str


def main(
    only: str = typer.Option("", help="Only modules whose name holds this."),
    anew: bool = typer.Option(False, help="Also modules of which neither text nor tests have changed since."),
    survivors: bool = typer.Option(
        False, help="Try only what survived: for tests that were added to; a module with other mutants is tried whole."
    ),
    out: Path | None = typer.Option(
        None, help="File of every outcome; bench/mutants.json in LEADLINK_HOME if not given."
    ),
) -> None:
    """Count the mutants that the unit tests kill, and write docs/mutants.md with those that survive and why."""
    chosen = [target for target in TARGETS if only in target.module]
    if not chosen:
        raise BadInput(
            f"no module is called {only}", "--only", "use part of a name such as graph_service.cypher.lists.cursor"
        )
    kept = out or private_folder(read_settings().home / "bench") / "mutants.json"
    found: dict[str, Any] = {} if not kept.exists() else json.loads(kept.read_text(encoding="utf-8"))
    _load_libraries()
    digests = {target.module: _digest(target) for target in TARGETS}
    for target in chosen:
        digest = digests[target.module]
        if anew or found.get(target.module, {}).get("digest") != digest:
            known = [Outcome(**each) for each in found.get(target.module, {}).get("outcomes", ())] if survivors else []
            found[target.module] = {"digest": digest, "outcomes": [asdict(each) for each in _outcomes(target, known)]}
            kept.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    fresh = [name for name, digest in digests.items() if found.get(name, {}).get("digest") == digest]
    every = [each for name in fresh for each in found[name]["outcomes"]]
    PAGE.write_text(page(every, [name for name in digests if name not in fresh]), encoding="utf-8")
    alive = sum(each["fate"] == "survived" for each in every)
    print(f"{len(every) - alive:,} of {len(every):,} mutants killed ({1 - alive / len(every):.1%})")


def _load_libraries() -> None:
    for name in (*LOADED_FIRST, *(f"_pytest.{plugin}" for plugin in default_plugins)):
        import_module(name)
    for point in entry_points(group="pytest11"):
        point.load()


def _digest(target: Target) -> str:
    parts = [repr(sorted(target.only)), file_of(target.module).read_text(encoding="utf-8")]
    parts += [(_ROOT / test).read_text(encoding="utf-8") for test in target.tests]
    return sha256("\0".join(parts).encode()).hexdigest()


def fates_before(made: Iterable[Mutant], known: Sequence[Outcome]) -> list[str]:
    """Return what became of each mutant before, all "survived" where these are not the mutants of that time."""
    told = [(each.line, each.told) for each in made]
    is_same = told == [(each.line, each.told) for each in known]
    return [each.fate for each in known] if is_same else ["survived"] * len(told)


def _outcomes(target: Target, known: Sequence[Outcome]) -> list[Outcome]:
    tests = [_ROOT / test for test in target.tests]
    graph = imported([*tests, _CONFTEST])
    for name in graph:
        if not name.startswith("tests"):
            import_module(name)
    gc.freeze()  # every child collects garbage several times, and need not go through all this
    trial = Trial(target.module, frozenset(holding(target.module, graph)), tuple(map(str, tests)))
    text = file_of(target.module).read_text(encoding="utf-8")
    if trial.fate(ast.parse(text)) != "survived":
        raise BadInput("the tests fail without a change", target.module, f"run pytest {' '.join(target.tests)}")
    fates = fates_before(mutants(text, target.only), known)
    # Mutants are made once more, one by one: kept in a list, every child would collect garbage among them.
    found = [
        Outcome(target.module, each.line, each.told, trial.fate(each.module) if before == "survived" else before)
        for each, before in zip(mutants(text, target.only), fates, strict=True)
    ]
    gc.unfreeze()
    survived = [each for each in found if each.fate == "survived"]
    print(f"{target.module}: {len(found) - len(survived)} of {len(found)} killed", file=sys.stderr)
    for each in survived:
        print(f"  line {each.line}, {each.told}", file=sys.stderr)
    return found


if __name__ == "__main__":
    try:
        typer.run(main)
    except GraphServiceError as error:
        print(f"error [{error.code}]: {error}", file=sys.stderr)
        raise SystemExit(2) from None
