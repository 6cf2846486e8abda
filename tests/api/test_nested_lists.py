"""Nested lists take filters, orders and cursors, and count."""

from typing import Any

import pytest

from tests.api.conftest import Caller
from tests.filtered import Judge
from tests.sketch import Sketch
from tests.world import TOKENS

PAGE = "totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id role } } nodes { id }"
ORDERS = (
    "",
    "ROLE_ASC",
    "ROLE_DESC",
    "MATTER_CAME_ON_ASC",
    "MATTER_CAME_ON_DESC",
    "MATTER_NUMBER_DESC",
    "CERTAINTY_ASC",
)


@pytest.fixture(scope="module")
def seen(world: Sketch) -> Sketch:
    return world.seen_by(world.open_to(*TOKENS["o_disc"]))


def arguments(**given: Any) -> str:
    told = [f"{name}: {value}" for name, value in given.items() if value]
    return f"({', '.join(told)})" if told else ""


async def page_of(caller: Caller, **given: Any) -> dict[str, Any]:
    data = await caller.ask(f'{{ person(id: "person_0") {{ namedInConnection{arguments(**given)} {{ {PAGE} }} }} }}')
    return dict(data["person"]["namedInConnection"])


@pytest.mark.parametrize("order", ORDERS)
async def test_pages_make_the_list(order: str, disc: Caller) -> None:
    whole = await page_of(disc, orderBy=order, first=100)
    expected = [each["id"] for each in whole["nodes"]]
    plain = await disc.ask(f'{{ person(id: "person_0") {{ namedIn{arguments(orderBy=order, first=100)} {{ id }} }} }}')

    found: list[str] = []
    after = None
    while True:
        page = await page_of(disc, orderBy=order, first=2, after=after and f'"{after}"')
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        assert page["totalCount"] == len(expected)
        assert [each["node"]["id"] for each in page["edges"]] == [each["id"] for each in page["nodes"]]
        found += [each["id"] for each in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        assert after == page["edges"][-1]["cursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break

    assert found == expected == [each["id"] for each in plain["person"]["namedIn"]]
    assert len(set(expected)) == len(expected) > 4


async def test_a_list_is_sorted_and_what_has_no_value_comes_last(disc: Caller) -> None:
    days = "... on Clue { one: receivedOn } ... on Ticket { other: askedAt }"
    text = f'{{ person(id: "person_0") {{ namedIn(orderBy: MATTER_CAME_ON_DESC) {{ matter {{ {days} }} }} }} }}'
    matters = [each["matter"] for each in (await disc.ask(text))["person"]["namedIn"]]
    told = [(each.get("one") or each.get("other") or "")[:10] for each in matters]

    assert told == sorted(told, reverse=True)
    assert len(set(told)) > 2


async def test_a_filter_counts_and_shows_what_meets_it(disc: Caller, seen: Sketch) -> None:
    given = "{matter: {clue: {where: {amountFen: {gte: 200}}}}}"
    found = await page_of(disc, filter=given, first=1)
    plain = await disc.ask(f'{{ person(id: "person_0") {{ namedIn(filter: {given}) {{ matter {{ id }} }} }} }}')

    meets = Judge(seen).found("Clue", {"where": {"amountFen": {"gte": 200}}})
    ties = [
        (start, end) for (kind, *_), ties in seen.ties.items() if kind == "NAMES" for start, end, _ in ties.values()
    ]
    expected = [start for start, end in ties if end == "person_0" and start in meets]
    assert found["totalCount"] == len(expected) > 1
    assert sorted(each["matter"]["id"] for each in plain["person"]["namedIn"]) == sorted(expected)


async def test_lists_of_one_answer_keep_their_own_filters_and_variables(disc: Caller) -> None:
    text = """query($one: NamingFilter, $n: Int! = 3) { clues(first: 5) { nodes {
      people: names(filter: $one, first: $n) { entity { __typename } }
      rest: names(filter: {not: {entity: {person: {}}}}) { entity { __typename } }
      all: namesConnection { totalCount nodes { entity { __typename } } } } } }"""
    rows = (await disc.ask(text, {"one": {"entity": {"kinds": ["PERSON"]}}}))["clues"]["nodes"]

    for row in rows:
        kinds = [each["entity"]["__typename"] for each in row["all"]["nodes"]]
        assert [each["entity"]["__typename"] for each in row["people"]] == [each for each in kinds if each == "Person"][
            :3
        ]
        assert sorted(each["entity"]["__typename"] for each in row["rest"]) == sorted(
            each for each in kinds if each != "Person"
        )
        assert row["all"]["totalCount"] == len(kinds)
    assert any(row["rest"] for row in rows)


async def test_a_cursor_serves_the_list_that_gave_it_alone(disc: Caller) -> None:
    cursor = (await page_of(disc, first=1))["pageInfo"]["endCursor"]

    for field in ("namedInConnection(after: $c, orderBy: ROLE_DESC)", "alertsConnection(after: $c)"):
        text = f'query($c: String) {{ person(id: "person_0") {{ {field} {{ totalCount }} }} }}'
        assert await disc.code(text, {"c": cursor}) == "BAD_INPUT"


async def test_which_list_was_too_long_is_said(disc: Caller) -> None:
    answer = await disc.answer(
        '{ person(id: "person_0") { namedIn(first: 5) { id } kin { id } namedInConnection(first: 101) { totalCount } } }'
    )

    assert answer["errors"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"
    assert "first of namedInConnection is 101" in answer["errors"][0]["message"]
