"""What surrounds a node: counts by type, pages of edges in order, under conditions, within rights."""

from datetime import date
from typing import Any

import pytest

from tests.api.conftest import Caller, InNewGraph, staffed
from tests.sketch import Sketch
from tests.world import NOBODY

_ALL = """query($id: ID!, $first: Int, $after: String, $types: [String!], $notTypes: [String!], $kinds: [Kind!], $notKinds: [Kind!],
  $since: Date, $until: Date, $withUndated: Boolean) {
  expand(id: $id, first: $first, after: $after, types: $types, notTypes: $notTypes, kinds: $kinds, notKinds: $notKinds,
    since: $since, until: $until, withUndated: $withUndated) {
    totalCount counts { type outgoing count neighbours } edges { id type source target } nodes { id caption }
    pageInfo { hasNextPage endCursor } } }"""


def drawn() -> Sketch:
    """Return a unit with people, cars, matters and a superior, some of it dated, some of it hidden."""
    sketch = staffed()
    unit = sketch.node("Unit", "office", name="云江市财政局")
    people = [sketch.node("Person", key, name=name) for key, name in (("a", "张甲"), ("b", "李乙"), ("c", "王丙"))]
    for year, person in enumerate(people):
        sketch.tie(
            "HOLDS_POST",
            person,
            unit,
            post="科员",
            valid_from=date(2018 + year, 1, 1),
            valid_to=date(2019 + year, 12, 31),
        )
    sketch.tie("HOLDS_POST", people[0], unit, post="局长", valid_from=date(2020, 1, 1))
    sketch.tie("OWNED_BY", sketch.node("Vehicle", "car", plate="赣K12345"), unit)
    clue = sketch.node("Clue", "one", number="XS-001", title="反映", received_on=date(2025, 3, 1))
    sketch.names(clue, unit, role="SUBJECT_UNIT")
    sketch.tie("UNDER", unit, sketch.node("Unit", "top", name="云江市政府"))
    sketch.tie("UNDER", sketch.node("Unit", "below", name="下属单位"), unit)
    sketch.tie("HOLDS_POST", sketch.node("Person", "secret", NOBODY, name="秘密"), unit, NOBODY)
    sketch.tie("OVERSEES", "team_DISC_1", unit)
    return sketch


@pytest.fixture(scope="module")
def caller(in_new_graph: InNewGraph) -> Caller:
    return in_new_graph(drawn())


async def around(caller: Caller, **given: Any) -> dict[str, Any]:
    return dict((await caller.ask(_ALL, {"id": "unit_office", **given}))["expand"])


def ends(found: dict[str, Any]) -> list[str]:
    """Return the far end of each edge in order."""
    return [edge["target"] if edge["source"] == "unit_office" else edge["source"] for edge in found["edges"]]


EVERYTHING = [
    "person_a", "person_a", "person_c", "person_b", "clue_one", "team_DISC_1", "vehicle_car", "unit_below", "unit_top",
]  # fmt: skip


async def test_edges_come_type_by_type_then_by_what_is_at_the_far_end(caller: Caller) -> None:
    found = await around(caller)

    types = [edge["type"] for edge in found["edges"]]
    assert types == sorted(types) == ["HOLDS_POST"] * 4 + ["NAMES", "OVERSEES", "OWNED_BY", "UNDER", "UNDER"]
    assert sorted(ends(found)) == sorted(EVERYTHING)
    assert [node["id"] for node in found["nodes"]] == list(dict.fromkeys(ends(found)))
    assert found["totalCount"] == 9


async def test_counts_tell_edges_and_neighbours_of_each_type_and_direction(caller: Caller) -> None:
    found = await around(caller)

    assert [tuple(each.values()) for each in found["counts"]] == [
        ("HOLDS_POST", False, 4, 3), ("NAMES", False, 1, 1), ("OVERSEES", False, 1, 1), ("OWNED_BY", False, 1, 1),
        ("UNDER", False, 1, 1), ("UNDER", True, 1, 1),
    ]  # fmt: skip


_CONDITIONS: dict[str, tuple[dict[str, Any], set[str]]] = {
    "types": ({"types": ["UNDER", "OWNED_BY"]}, {"vehicle_car", "unit_below", "unit_top"}),
    "not types": ({"notTypes": ["HOLDS_POST", "UNDER"]}, {"clue_one", "team_DISC_1", "vehicle_car"}),
    "kinds": ({"kinds": ["UNIT", "CLUE"]}, {"clue_one", "unit_below", "unit_top"}),
    "not kinds": ({"notKinds": ["PERSON", "UNIT"]}, {"clue_one", "team_DISC_1", "vehicle_car"}),
    "no kind at all": ({"kinds": []}, set()),
    "since": ({"since": "2021-06-01"}, {"person_a", "person_c", "clue_one", "team_DISC_1", "vehicle_car", "unit_below", "unit_top"}),
    "since, dated only": ({"since": "2021-06-01", "withUndated": False}, {"person_a", "person_c", "clue_one"}),
    "until, dated only": ({"until": "2018-12-31", "withUndated": False}, {"person_a"}),
    "one day": ({"since": "2019-12-31", "until": "2019-12-31", "withUndated": False}, {"person_a", "person_b"}),
    "day of a matter": ({"since": "2025-03-01", "until": "2025-03-01", "types": ["NAMES"]}, {"clue_one"}),
    "day after a matter": ({"since": "2025-03-02", "types": ["NAMES"]}, set()),
}  # fmt: skip


@pytest.mark.parametrize("name", _CONDITIONS)
async def test_each_condition_lets_through_what_it_says(caller: Caller, name: str) -> None:
    given, expected = _CONDITIONS[name]
    found = await around(caller, **given)

    assert set(ends(found)) == {node["id"] for node in found["nodes"]} == expected
    assert found["totalCount"] == len(found["edges"])


async def test_counts_follow_every_condition_but_that_on_types(caller: Caller) -> None:
    whole = await around(caller, since="2021-06-01", notKinds=["UNIT"])
    some = await around(caller, since="2021-06-01", notKinds=["UNIT"], types=["NAMES"])

    assert some["counts"] == whole["counts"]
    assert {each["type"]: each["count"] for each in whole["counts"]} == {
        "HOLDS_POST": 2,
        "NAMES": 1,
        "OVERSEES": 1,
        "OWNED_BY": 1,
    }
    assert sum(each["count"] for each in whole["counts"]) == whole["totalCount"]


@pytest.mark.parametrize("first", [1, 2, 5])
async def test_page_by_page_is_the_same_as_one_long_page(caller: Caller, first: int) -> None:
    given = {"notKinds": ["TEAM"], "since": "2018-06-01"}
    whole, pages, after = await around(caller, **given), [], None
    while True:
        got = await around(caller, first=first, after=after, **given)
        pages += got["edges"]
        after = got["pageInfo"]["endCursor"]
        if not got["pageInfo"]["hasNextPage"]:
            break

    assert pages == whole["edges"]
    assert len(pages) == whole["totalCount"] == 8


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"id": "unit_nobody"}, "NOT_FOUND"),
        ({"id": "person_secret"}, "NOT_FOUND"),
        ({"types": ["NO_SUCH"]}, "BAD_INPUT"),
        ({"notTypes": ["NO_SUCH"]}, "BAD_INPUT"),
        ({"since": "2020-01-02", "until": "2020-01-01"}, "BAD_INPUT"),
        ({"first": 501}, "LIMIT_EXCEEDED"),
    ],
)
async def test_what_cannot_be_asked_is_refused(caller: Caller, given: dict[str, Any], code: str) -> None:
    assert await caller.code(_ALL, {"id": "unit_office", **given}) == code
