"""What ties an officer to what a matter is about: each ground on the real graph, beside what only looks like one."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from graph_service.clock import BEIJING
from graph_service.graph import Graph
from graph_service.recusal.reading import hard_grounds, recusal_of, soft_grounds
from tests.api.conftest import InNewGraph, staffed
from tests.sketch import Sketch

_CAME, _TODAY = date(2025, 6, 1), datetime.now(BEIJING).date()
_ME, _FIRM = "person_me", "unit_firm"
_VILLAGE = "360502103201"
Draw = Callable[[Sketch, str], None]  # draws what ties the officer to the subject of one matter


def _tie(kind: str, start: str | None = None, end: str | None = None, **fields: Any) -> Draw:
    return lambda sketch, subject: _put(sketch, kind, start or subject, end or subject, **fields)


def _put(sketch: Sketch, kind: str, start: str, end: str, **fields: Any) -> None:
    sketch.tie(kind, start, end, **fields)


def _both(kind: str, node: str, mine: dict[str, Any], theirs: dict[str, Any]) -> Draw:
    def draw(sketch: Sketch, subject: str) -> None:
        kinds: dict[str, tuple[str, dict[str, Any]]] = {
            "HOLDS_POST": ("Unit", {"name": "某局"}), "LIVES_IN": ("Household", {"household_number": f"户{subject}"}),
        }  # fmt: skip
        label, fields = kinds.get(kind, ("Unit", {"name": "某公司", "unit_kind": "FIRM"}))
        between = sketch.node(label, f"{node}_{subject}", **fields)
        sketch.tie(kind, _ME, between, **mine)
        sketch.tie("OFFICER_OF" if kind == "HOLDS_SHARE" else kind, subject, between, **theirs)

    return draw


_EARLY: dict[str, Any] = {"valid_from": date(2010, 1, 1), "valid_to": date(2014, 1, 1)}
_LATE: dict[str, Any] = {"valid_from": date(2015, 1, 1)}
_OVER: dict[str, Any] = {"valid_to": _TODAY - timedelta(days=1)}
CASES: dict[str, tuple[Draw, set[str]]] = {
    "spouse": (_tie("KIN_OF", _ME, relation="SPOUSE"), {"SPOUSE"}),
    "spouse, stated by the other": (_tie("KIN_OF", None, _ME, relation="SPOUSE"), {"SPOUSE"}),
    "divorced": (_tie("KIN_OF", _ME, relation="SPOUSE", **_OVER), set()),
    "sibling": (_tie("KIN_OF", None, _ME, relation="SIBLING"), {"BLOOD"}),
    "spouse's child": (_tie("KIN_OF", "person_spouse", relation="CHILD"), {"IN_LAW"}),
    "cousin of a spouse": (_tie("KIN_OF", "person_inlaw", relation="SIBLING"), set()),
    "unstated": (_tie("KIN_OF", _ME, word="远亲"), {"UNSTATED"}),
    "household": (_both("LIVES_IN", "h", {}, {}), {"HOUSEHOLD"}),
    "household once": (_both("LIVES_IN", "h", {}, _OVER), set()),
    "one firm": (_both("HOLDS_SHARE", "f", _LATE, _LATE), {"SHARED_FIRM"}),
    "one firm, ended before": (_both("HOLDS_SHARE", "f", _EARLY, _LATE), set()),
    "colleague": (_both("HOLDS_POST", "u", _LATE, _LATE), {"COLLEAGUE"}),
    "post ended before": (_both("HOLDS_POST", "u", _EARLY, _LATE), set()),
    "acquaintance": (_tie("KNOWS", None, _ME, word="同学"), {"ACQUAINTED"}),
    "neighbour of the same name": (lambda sketch, subject: None, set()),
}  # fmt: skip


def _drawn() -> Sketch:
    sketch = staffed()
    sketch.node("Person", "me", name="张三", id_number="110101197001010019", area_code=_VILLAGE)
    sketch.tie("IS_PERSON", "officer_o_disc", _ME)
    sketch.node("Person", "spouse", name="配偶")
    sketch.tie("KIN_OF", "person_spouse", _ME, relation="SPOUSE")
    sketch.node("Person", "inlaw", name="岳父")
    sketch.tie("KIN_OF", "person_spouse", "person_inlaw", relation="PARENT")
    sketch.node("Unit", "firm", name="配偶公司", unit_kind="FIRM")
    return sketch


def _matter(sketch: Sketch, key: str) -> str:
    return sketch.node("Clue", key, number=key, received_on=_CAME)


@pytest.fixture(scope="module")
def cases() -> dict[str, str]:
    """Each case by the matter that it is drawn for."""
    return {f"clue_{place}": name for place, name in enumerate(CASES)}


async def test_each_ground_is_found_and_what_looks_like_one_is_not(
    in_new_graph: InNewGraph, graph: Graph, cases: dict[str, str]
) -> None:
    sketch = _drawn()
    for place, (draw, _) in enumerate(CASES.values()):
        subject = sketch.node("Person", f"s{place}", name="张三")
        sketch.names(_matter(sketch, str(place)), subject, role="SUBJECT")
        draw(sketch, subject)
    in_new_graph(sketch)

    found = {matter: {each.kind.name for each in await recusal_of(graph, "o_disc", matter)} for matter in cases}

    assert {cases[matter]: kinds for matter, kinds in found.items()} == {
        name: kinds for name, (_, kinds) in CASES.items()
    }
    assert await hard_grounds(graph, "o_tour") == []


async def test_a_firm_that_a_matter_is_about_stands_for_those_who_control_it(
    in_new_graph: InNewGraph, graph: Graph
) -> None:
    sketch = _drawn()
    ties: dict[str, tuple[str, dict[str, Any]]] = {
        "leads": ("OFFICER_OF", {"role": "LEGAL_PERSON"}), "supervises": ("OFFICER_OF", {"role": "SUPERVISOR"}),
        "half": ("HOLDS_SHARE", {"ratio": 50.0}), "a little": ("HOLDS_SHARE", {"ratio": 1.0}),
        "sold": ("HOLDS_SHARE", {"ratio": 90.0, "valid_to": _CAME - timedelta(days=1)}),
    }  # fmt: skip
    for name, (kind, fields) in ties.items():
        firm = sketch.node("Unit", f"firm {name}", name=name, unit_kind="FIRM")
        sketch.tie(kind, "person_spouse", firm, **fields)
        sketch.names(_matter(sketch, name), firm, role="SUBJECT_UNIT")
    sketch.names(_matter(sketch, "mentioned"), "unit_firm leads", role="INVOLVED")
    in_new_graph(sketch)

    found = {each.matter: each.kind.name for each in await hard_grounds(graph, "o_disc")}

    assert found == {"clue_leads": "SPOUSE", "clue_half": "SPOUSE"}


async def test_who_is_named_or_a_witness_or_owns_the_firm_is_recused(in_new_graph: InNewGraph, graph: Graph) -> None:
    sketch = _drawn()
    sketch.tie("HOLDS_SHARE", _ME, _FIRM, ratio=30.0)
    sketch.names(_matter(sketch, "subject"), _ME, role="SUBJECT")
    sketch.names(_matter(sketch, "witness"), _ME, role="WITNESS")
    sketch.names(_matter(sketch, "guessed"), _ME, role="SUBJECT", certainty=0.4)
    sketch.names(_matter(sketch, "firm"), _FIRM, role="SUBJECT_UNIT")
    sketch.names(_matter(sketch, "kin involved"), "person_spouse", role="INVOLVED")
    in_new_graph(sketch)

    found = {each.matter: each.kind.name for each in await hard_grounds(graph, "o_disc")}

    assert found == {"clue_subject": "NAMED", "clue_witness": "WITNESS", "clue_firm": "INTEREST"}


@pytest.mark.parametrize(("area", "kinds"), [(_VILLAGE, {"SAME_VILLAGE"}), ("360502103202", set()), ("360502", set())])
async def test_one_village_is_told_and_one_county_is_not(
    area: str, kinds: set[str], in_new_graph: InNewGraph, graph: Graph
) -> None:
    sketch = _drawn()
    sketch.names(_matter(sketch, "one"), sketch.node("Person", "other", name="同乡", area_code=area), role="SUBJECT")
    in_new_graph(sketch)

    assert {each.kind.name for each in await soft_grounds(graph, "o_disc", "clue_one")} == kinds
