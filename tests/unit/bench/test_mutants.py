"""Mutants: what is changed of a module and what is not, which modules hold it, and the page of those that survive."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from bench.mutants import Outcome, fates_before
from bench.mutants_imports import file_of, holding, imported
from bench.mutants_page import page, read_reasons
from bench.mutants_targets import TARGETS, Target
from bench.mutation import mutants, places

_ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("A = 1", {"1 → 2"}),
        ("A = 'x'", {"'x' → 'XXxXX'"}),
        ("A = True", {"True → False"}),
        ("A = None", set()),
        ("A: Literal['x'] = b'x'", set()),
        ("A = a < b", {"a < b → a <= b"}),
        ("A = a is not b", {"a is not b → a is b"}),
        ("A = a and not b", {"a and (not b) → a or not b", "not b → b"}),
        ("A = -a + b", {"-a + b → -a - b", "-a → a"}),
        ("A = max(a)", {"max → min"}),
        ("A = b if a else c", {"a → True", "a → False"}),
        ("A = [a for a in b if a]", {"a → True"}),
        ("'''Said of the module.'''", set()),
    ],
)
def test_each_change_is_one(text: str, changes: set[str]) -> None:
    assert {f"{each.before} → {each.after}" for each in mutants(text)} == changes


def test_statements_are_dropped_and_words_of_refusals_left() -> None:
    text = """
@cache
def f(a: int = 0) -> str:
    '''Return it.'''
    b.append(a)
    a += 1
    for each in b:
        continue
    while a:
        raise ValueError(f"words {1}")
    if a:
        return a
    return None
"""
    told = [each.told for each in mutants(text)]

    assert told == [
        "f: 0 → 1", "f: b.append(a) → pass", "f: a += 1 → pass", "f: a += 1 → a -= 1", "f: 1 → 2", "f: continue → break",
        "f: a → False", "f: a → True", "f: a → False", "f: a → None",
    ]  # fmt: skip


def test_only_what_is_named_is_changed() -> None:
    text = "A = 1\nB = 2\ndef f():\n    return 3\nclass C:\n    a = 4\n    def g(self):\n        return 5\n"

    assert {each.place for each in mutants(text)} == {"A", "B", "f", "C", "C.g"}
    assert {each.place for each in mutants(text, frozenset({"B", "C"}))} == {"B", "C", "C.g"}
    assert [each.line for each in mutants(text, frozenset({"B"}))] == [2]


def test_a_mutant_is_the_whole_module_with_the_one_change() -> None:
    (mutant,) = mutants("A = 1\nB = a", frozenset({"A"}))

    assert ast.unparse(mutant.module) == "A = 2\nB = a"


def test_what_imports_a_module_holds_it() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": set(), "d": {"e"}, "e": {"d"}}

    assert holding("c", graph) == {"a", "b", "c"}
    assert holding("d", graph) == {"d", "e"}
    found = imported([_ROOT / "tests/unit/loaders/test_row_book.py"])
    assert {"loaders.mapping.row_book", "loaders.mapping.statement", "loaders.rejection"} <= found.keys()
    assert "loaders.mapping.statement" in found["loaders.mapping.row_book"]


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.module)
def test_targets_and_their_tests_are_there(target: Target) -> None:
    assert file_of(target.module).is_file()
    assert all((_ROOT / test).is_file() for test in target.tests)
    assert target.only <= places(file_of(target.module).read_text(encoding="utf-8"))


_TRY = """
import ast, sys
from bench.mutants_trial import Trial
trial = Trial("graph_service.cypher.score", frozenset({"graph_service.cypher.score"}), (sys.argv[1],))
print([trial.fate(ast.parse(text)) for text in ("HUB_CAP = 50", "HUB_CAP = 51")])
"""


def test_a_mutant_is_killed_by_a_test_that_fails(tmp_path: Path) -> None:
    test = tmp_path / "test_of_it.py"
    test.write_text("from graph_service.cypher.score import HUB_CAP\ndef test_it():\n    assert HUB_CAP == 50\n")

    # In a process of its own, as the command is: a child of this one would inherit the run that it is part of.
    done = subprocess.run([sys.executable, "-c", _TRY, test], cwd=_ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "['survived', 'killed']"


def test_the_page_counts_and_gives_reasons(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    reasons = tmp_path / "reasons.yaml"
    reasons.write_text("m.a:\n  'f: 1 | 2 → *': it is the same\n", encoding="utf-8")
    monkeypatch.setattr("bench.mutants_page.REASONS", reasons)
    told = [
        ("m.a", "f: x", "killed"),
        ("m.a", "f: 1 | 2 → 3", "survived"),
        ("m.b", "g: y", "out of time"),
        ("m.b", "g: z", "survived"),
    ]

    found = [{"module": m, "line": 1, "told": t, "fate": fate} for m, t, fate in told]
    lines = page(found, ["m.c", "m.d"]).splitlines()

    assert "| `m.a` | 2 | 1 | 50.0% | 0 |" in lines
    assert "| all | 4 | 2 | 50.0% | 1 |" in lines
    assert "| `a` | `` f: 1 \\| 2 → 3 `` | it is the same |" in lines
    assert "| `b` | `` g: z `` | **no test notices** |" in lines
    assert "Not run since they or their tests changed: `m.c`, `m.d`." in lines
    assert "Not run" not in page(found), "every module was run"


def test_reasons_are_of_modules_that_are_changed() -> None:
    assert read_reasons().keys() <= {target.module for target in TARGETS}


def test_what_was_killed_before_is_known_while_the_module_has_the_same_mutants() -> None:
    made = list(mutants("A = 1\nB = 2"))
    known = [Outcome("m", 1, "A: 1 → 2", "killed"), Outcome("m", 2, "B: 2 → 3", "survived")]

    assert fates_before(made, known) == ["killed", "survived"]
    for others in ("A = 1\n\nB = 2", "A = 1\nB = 3", "A = 1"):
        assert set(fates_before(mutants(others), known)) == {"survived"}
    assert fates_before(made, []) == ["survived", "survived"], "nothing is known of it yet"
