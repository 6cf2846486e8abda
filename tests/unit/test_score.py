"""The numbers by which matters are connected and records merged stand in one place each."""

import ast
import re

import pytest

from graph_service.cypher import score
from graph_service.cypher.marks import READERS
from graph_service.cypher.rules import combined, rules
from graph_service.cypher.score import STAND_INS
from tests.queries import all_files
from tests.unit.tree import named, nodes, python

_NUMBER = re.compile(r"(?<![\w.$])\d+(?:\.\d+)?(?![\w.])")
_SHOWN = re.compile(r"'[^']*'|\[[\d.\-]+\]|LIMIT \d+|, 6\)|(?:THEN|ELSE) \d+\b")  # places, how many are listed, digits
_NEUTRAL = {"0", "1", "2", "0.0", "1.0", str(READERS)}
# Where the numbers stand, and tables of what likenesses weigh.
_STATED = {"score.py", "warnings.py", "thresholds.py", "model.py", "units.py"}


@pytest.mark.parametrize("folder", ["linkage", "parts"])
def test_no_query_of_the_score_states_a_number(folder: str) -> None:
    files = [file for file in all_files() if file.name.startswith(f"{folder}/")]
    bodies = {file.name: _SHOWN.sub("", file.whole) for file in files if not file.name.startswith("parts/work/")}

    assert len(bodies) > 3
    assert [
        f"{name}: {number}" for name, body in bodies.items() for number in set(_NUMBER.findall(body)) - _NEUTRAL
    ] == []


def test_every_number_takes_its_place_in_the_rules() -> None:
    text = rules() + combined()

    assert [stand_in for stand_in in STAND_INS if stand_in in text] == []
    assert [number for number in STAND_INS.values() if str(number) not in text] == []


def test_thresholds_are_stated_once() -> None:
    found = [
        f"{named(path)}:{node.lineno} {node.value}"
        for path in python("graph_service")
        if named(path.parent) in {"graph_service/identity", "graph_service/linkage", "graph_service/cypher"}
        if path.name not in _STATED
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, float) and node.value not in (0.0, 1.0)
    ]

    assert found == []


def test_the_numbers_that_people_were_told_are_these() -> None:
    """They stand in docs/linkage.md and decide who is told of what: changing one is a decision and not a slip."""
    assert (score.WIDER_CERTAINTY, score.SAME_BY_CHANCE, score.GUESSED) == (0.25, 0.1, 0.5)
    assert (score.DEMOTED_FROM, score.DEMOTED_BELOW) == (20, 0.5)
    assert (score.SURE_NAMING, score.SMALL_CROWD, score.PROPOSED_FROM) == (0.8, 10, 0.3)
    assert (score.HALF_OWNED, score.SMALL_SHARE, score.SMALL_CERTAINTY, score.TOLD_AMONG) == (50, 25, 0.4, 3)
    assert [score.score_of(combined) for combined in (-0.5, 0.0, 1.0, 1.5)] == [0.0, 0.0, 1.0, 1.0]
    assert score.score_of(0.9) < 1.0
