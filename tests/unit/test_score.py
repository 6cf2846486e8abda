"""The numbers by which matters are connected and records merged stand in one place each."""

import ast
import re

import pytest

from graph_service.cypher import score
from graph_service.cypher.files import read_folder
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
_WEIGHTS = {  # by rule; after it those of what lies behind the shared thing and of what texts say alike, where they differ
    "firm_control": (0.6,),
    "joined_bidders": (0.92,),
    "kin": (0.22,),
    "kin_firm": (0.95,),
    "post_holder_at_time": (0.85,),
    "rectified_but_back": (0.92,),
    "repeat_complaint": (0.85,),
    "same_circumstances": (0.7,),
    "same_contract": (0.95,),
    "same_controller": (0.95,),
    "same_defect_pattern": (0.25,),
    "same_document": (0.95,),
    "same_firm": (0.92,),
    "same_fuel_card": (0.92,),
    "same_go_between": (0.95,),
    "same_nickname": (0.85,),
    "same_person": (0.95,),
    "same_place_and_day": (0.95,),
    "same_project": (0.95,),
    "same_unit": (0.34,),
    "same_unit_same_problem": (0.75,),
    "shadow_chain": (0.85,),
    "shared_account": (0.95,),
    "shared_phone": (0.92,),
    "shared_place": (0.5, 0.95),
    "shared_vehicle": (0.92,),
    "similar_text": (0.9,),
    "superior_reception": (0.95,),
}


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
    """They stand in `score.py` alone and decide who is told of what: changing one is a decision and not a slip."""
    assert (score.WIDER_CERTAINTY, score.SAME_BY_CHANCE, score.GUESSED) == (0.25, 0.1, 0.5)
    assert (score.DEMOTED_FROM, score.DEMOTED_BELOW) == (20, 0.5)
    assert (score.SURE_NAMING, score.SMALL_CROWD, score.PROPOSED_FROM) == (0.8, 10, 0.3)
    assert (score.HALF_OWNED, score.SMALL_SHARE, score.SMALL_CERTAINTY, score.TOLD_AMONG) == (50, 25, 0.4, 3)
    assert [score.score_of(combined) for combined in (-0.5, 0.0, 1.0, 1.5)] == [0.0, 0.0, 1.0, 1.0]
    assert score.score_of(0.9) < 1.0


def test_the_weights_of_the_rules_are_these() -> None:
    """They order everything that is found: who changes one means it, and measures anew (docs/calibration.md)."""
    assert {name: _weights(file.head) for name, file in read_folder("linkage").items()} == _WEIGHTS


def _weights(head: dict[str, str]) -> tuple[float, ...]:
    stated = (head.get(f"{way}weight") for way in ("", "through_", "alike_"))
    return tuple(float(each) for each in stated if each is not None)
