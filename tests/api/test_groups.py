"""Lists in groups: counted and summed within rights, by fields, days and what is linked; judged by counting in Python."""

from collections import Counter
from typing import Any

import pytest

from tests.api.conftest import Caller
from tests.filtered import Judge
from tests.sketch import Sketch
from tests.world import TOKENS

GROUPS = "totalCount groups { count keys { by value node { id } } numbers { field sum least most mean } }"


async def groups_of(caller: Caller, name: str, given: str, conditions: str = "{}") -> dict[str, Any]:
    data = await caller.ask(
        f"{{ {name}(first: 0, filter: {conditions}) {{ totalCount grouped({given}) {{ {GROUPS} }} }} }}"
    )
    return dict(data[name])


@pytest.fixture(scope="module")
def seen(world: Sketch) -> Sketch:
    return world.seen_by(world.open_to(*TOKENS["o_disc"]))


def counted(answer: dict[str, Any]) -> dict[tuple[Any, ...], int]:
    rows = answer["grouped"]["groups"]
    assert answer["grouped"]["totalCount"] == len(rows)
    return {
        tuple(each["node"]["id"] if each["node"] else each["value"] for each in row["keys"]): row["count"]
        for row in rows
    }


async def test_groups_by_a_field_and_by_a_month_add_up(disc: Caller, seen: Sketch) -> None:
    answer = await groups_of(disc, "clues", "by: [STATUS, RECEIVED_ON_MONTH]")
    clues = [each.properties for each in seen.nodes["Clue"].values()]

    expected = Counter(
        (each.get("status") and str(each["status"]), each.get("received_on") and each["received_on"].isoformat()[:7])
        for each in clues
    )
    assert counted(answer) == expected
    assert sum(expected.values()) == answer["totalCount"]


async def test_what_is_linked_with_several_counts_once_in_the_group_of_each(disc: Caller, seen: Sketch) -> None:
    answer = await groups_of(disc, "clues", "by: [NAMES_PERSON]")

    named = {(start, end) for (kind, one, far), ties in seen.ties.items() if (kind, one, far) == ("NAMES", "Clue", "Person")
             for start, end, _ in ties.values()}  # fmt: skip
    expected: Counter[tuple[Any, ...]] = Counter((end,) for _, end in named)
    if alone := len(seen.nodes["Clue"]) - len({start for start, _ in named}):
        expected[None,] = alone
    assert counted(answer) == expected
    assert len(expected) > 3


async def test_numbers_of_groups_are_summed(disc: Caller, seen: Sketch) -> None:
    answer = await groups_of(disc, "clues", "by: [PROBLEM], numbers: [AMOUNT_FEN], orderBy: SUM")

    amounts: dict[str, list[int]] = {}
    for each in seen.nodes["Clue"].values():
        amounts.setdefault(str(each.properties["problem"]), []).append(each.properties.get("amount_fen"))  # type: ignore[arg-type]
    rows = {row["keys"][0]["value"]: row["numbers"][0] for row in answer["grouped"]["groups"]}
    for problem, values in amounts.items():
        known = [each for each in values if each is not None]
        assert (rows[problem]["sum"], rows[problem]["least"], rows[problem]["most"]) == (
            sum(known),
            min(known),
            max(known),
        )
        assert rows[problem]["mean"] == pytest.approx(sum(known) / len(known))
    sums = [row["numbers"][0]["sum"] for row in answer["grouped"]["groups"]]
    assert sums == sorted(sums, reverse=True)


async def test_groups_are_of_what_the_filter_lets_through_and_come_in_order(disc: Caller, seen: Sketch) -> None:
    conditions = "{kinds: [CLUE, TICKET], where: {cameOn: {isNull: false}}}"
    answer = await groups_of(disc, "matters", "by: [KIND]", conditions)
    by_month = await groups_of(disc, "matters", "by: [CAME_ON_MONTH], orderBy: KEY, first: 2", conditions)

    given = {"kinds": ["CLUE", "TICKET"], "where": {"cameOn": {"isNull": False}}}
    expected = Counter((seen.labels[uid].upper(),) for uid in Judge(seen).found("Matter", given))
    assert counted(answer) == expected
    assert len(expected) == 2
    months = [row["keys"][0]["value"] for row in by_month["grouped"]["groups"]]
    assert len(months) == 2 < by_month["grouped"]["totalCount"]
    assert months == sorted(months)


async def test_most_rows_come_first_and_those_of_one_size_by_their_key(disc: Caller) -> None:
    answer = await groups_of(disc, "tickets", "by: [NAMES, STATE]")

    counts = [row["count"] for row in answer["grouped"]["groups"]]
    assert counts == sorted(counts, reverse=True)


async def test_who_may_see_less_counts_less(disc: Caller, tour: Caller, seen: Sketch, world: Sketch) -> None:
    ours, theirs = [await groups_of(each, "clues", "by: [PROBLEM]") for each in (disc, tour)]

    other = world.seen_by(world.open_to(*TOKENS["o_tour"]))
    assert sum(counted(ours).values()) == len(seen.nodes["Clue"])
    assert sum(counted(theirs).values()) == len(other.nodes["Clue"])
    assert counted(ours) != counted(theirs)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("by: []", "BAD_INPUT"),
        ("by: [PROBLEM, PROBLEM]", "BAD_INPUT"),
        ("by: [PROBLEM, STATUS, CHANNEL]", "BAD_INPUT"),
        ("by: [PROBLEM], orderBy: SUM", "BAD_INPUT"),
        ("by: [PROBLEM], first: 1001", "LIMIT_EXCEEDED"),
        ("by: [PROBLEM], first: -1", "LIMIT_EXCEEDED"),
    ],
)
async def test_groups_have_bounds(given: str, code: str, disc: Caller) -> None:
    assert await disc.code(f"{{ clues {{ grouped({given}) {{ totalCount }} }} }}") == code


async def test_groups_stand_under_aliases_with_selections_of_their_own(disc: Caller) -> None:
    data = await disc.ask(
        "{ clues { a: grouped(by: [PROBLEM]) { n: totalCount g: groups { count keys { value } } } "
        "b: grouped(by: [NAMES_PERSON], first: 1) { __typename groups { __typename keys { __typename one: node { id } two: node { caption } } } } } }"
    )

    assert data["clues"]["a"]["n"] == len(data["clues"]["a"]["g"])
    key = data["clues"]["b"]["groups"][0]["keys"][0]
    assert (key["__typename"], set(key["one"]), set(key["two"])) == ("GroupKey", {"id"}, {"caption"})
