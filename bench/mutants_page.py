"""The page of mutants: how many of each module are killed, and why those that survive do."""

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml

from bench.report import table

REASONS = Path(__file__).with_name("mutants_reasons.yaml")
_HEAD = """# Mutants

Written by `python -m bench.mutants`: one operator, number, text, condition or statement of a module is changed at a time, and
the unit tests that speak of the module must notice; none of them needs Neo4j. Not changed: annotations, decorators,
docstrings, and the words of refusals. Why a mutant survives is kept in `bench/mutants_reasons.yaml`.
"""


def page(found: Sequence[dict[str, Any]], left: Sequence[str] = ()) -> str:
    """Return the page: the share of each module, which are left to be run, then every survivor with its reason."""
    reasons = read_reasons()
    modules = list(dict.fromkeys(each["module"] for each in found))
    rows = [_row(f"`{name}`", [each for each in found if each["module"] == name], reasons) for name in modules]
    survivors = [
        [f"`{each['module'].rpartition('.')[2]}`", _code(each["told"]), _reason(each, reasons) or "**no test notices**"]
        for each in found
        if each["fate"] == "survived"
    ]
    head = ["module", "mutants", "killed", "share", "survivors without a reason"]
    lines = [_HEAD, *table(head, [*rows, _row("all", found, reasons)]), "", *_left(left), "## Survivors", ""]
    return "\n".join([*lines, *table(["module", "change", "why no test notices"], survivors), ""])


def _left(modules: Sequence[str]) -> list[str]:
    named = ", ".join(f"`{name}`" for name in modules)
    return [f"Not run since they or their tests changed: {named}.", ""] if modules else []


def read_reasons() -> dict[str, dict[str, str]]:
    """Return per module why a change is none; a `*` in the change stands for anything."""
    return yaml.safe_load(REASONS.read_text(encoding="utf-8")) or {}


def _row(name: str, found: Sequence[dict[str, Any]], reasons: dict[str, dict[str, str]]) -> list[str]:
    alive = [each for each in found if each["fate"] == "survived"]
    killed, unexplained = len(found) - len(alive), sum(not _reason(each, reasons) for each in alive)
    return [name, f"{len(found):,}", f"{killed:,}", f"{killed / len(found):.1%}", str(unexplained)]


def _reason(mutant: dict[str, Any], reasons: dict[str, dict[str, str]]) -> str:
    known = reasons.get(mutant["module"], {})
    return next((why for told, why in known.items() if fnmatchcase(mutant["told"], told.replace("[", "[[]"))), "")


def _code(told: str) -> str:
    escaped = told.replace("|", "\\|")
    return f"`` {escaped} ``"
