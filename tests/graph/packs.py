"""What reads and shows a pack, as it is sent: for the tests of every text."""

from collections.abc import Iterator
from typing import Any

from graphql.execution.values import VariableValues

from graph_service.api.arguments.sought import sought
from graph_service.api.queries.roots import roots
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled_whole
from graph_service.packs.reading import FILES
from tests.graph.composed import VIEWER, ComposedCase, plan_of

_AT = ["4:x:1", "clue_x"]
_GIVEN: dict[str, Any] = {
    "units": [_AT], "on": "2025-01-01", "sure": 0.8, "most": 3, "findings": [{"at": _AT, "unit": _AT}], "earlier": [_AT],
    "matters": [_AT], "clues": [_AT], "echo_days": 90, "uids": ["clue_x"], "unit": "x", "levels": 1,
    "dated": [{"at": "clue_x", "place": 0, "found_on": "2025-01-01", "occurred_from": None, "occurred_to": None}],
}  # fmt: skip
GATHERED: dict[str, Any] = {"units": [_AT], "pack": {"on": "2025-01-01"}, "rows": []}
_TERM = "person { id name idNumber } unit { id name } post isTopLeader validFrom validTo"
_PROBLEM = f"unit {{ id name }} openFen isOpen isOverdue back {{ id caption }} holders {{ {_TERM} }}"
SELECTED = f"""on isWhole unit {{ id name }} units {{ id name }} totals {{ part count }} byProblem {{ problem open }} byYear {{ year }}
  focuses {{ focus points reasons {{ sign points count amountFen sentence sentenceZh matters {{ id }} people {{ name }} }} }}
  findings {{ finding {{ id title text names {{ entity {{ caption }} }} }} {_PROBLEM} issues {{ id }} clues {{ id title }} repeated reason }}
  issues {{ issue {{ id title text }} {_PROBLEM} repeats {{ id caption }} isBack }}
  transfers {{ clue {{ id title }} handedOver {{ id }} waitingSince lacksEcho alert {{ id }} }}
  clues {{ clue {{ id title text }} unit {{ id }} }} alerts {{ alert {{ id title state }} unit {{ id }} }}
  holders {{ {_TERM} isThere inTermCount inTerm {{ id }} against {{ id caption }} }}
  connected {{ matter {{ id caption }} joins {{ matter {{ id }} rule state sentence }} }}"""


def _readings() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield each text that reads a part, by its file, with its parameters; the unit by its id and by its code."""
    for name in FILES:
        file = query(name)
        params = {each: _GIVEN[each] for each in file.params - {"viewer_audiences"}}
        for unit in ("unit_x", "unit:x") if name.endswith("units") else ("",):
            words = sought(unit, "unit", "Unit").words() if unit else ()
            yield f"{name} {unit}", filled_whole(file.body, words, name), params


def pack_cases() -> Iterator[ComposedCase]:
    """Yield the queries that read a pack, and those that show everything that it has, part by part."""
    root = roots()["unitPack"]
    for name, text, params in _readings():
        yield ComposedCase(f"{root.name} {name}", text, {**VIEWER.params, **params}, seeks=True)
    plan = plan_of(root, SELECTED)
    filled = plan.filled(VariableValues({}, {}), b"key")
    for part in plan.in_parts.parts if plan.in_parts else ():
        params = {**VIEWER.params, **filled.params, "found": GATHERED}
        yield ComposedCase(f"{root.name} {part.name}", filled.put(part.text), params, seeks=True)
