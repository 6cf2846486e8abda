"""The queue over the API: pairs that the viewer reads in full, what speaks for them, judgements and their refusals."""

import pytest

from graph_service.graph import Writer
from tests.api.conftest import Caller
from tests.sketch import Sketch

QUEUE = """query($filter: IdentityCandidateFilter, $orderBy: IdentityCandidateOrder) {
  identityCandidates(filter: $filter, orderBy: $orderBy) { totalCount nodes {
    id kind state score byMachine merged guard namesakes one { id caption } other { id caption }
    fields { field found bits agrees } judgements { verdict by why retiredAt }
  } }
}"""
JUDGE = """mutation($one: ID!, $other: ID!, $verdict: IdentityVerdict!, $reason: String!) {
  judgeIdentity(one: $one, other: $other, verdict: $verdict, reason: $reason) {
    __typename
    ... on IdentityCandidate { id state byMachine merged one { id } other { id } judgements { verdict by why retiredAt } }
    ... on IdentityReasonMissing { message mend }
  }
}"""
UNMERGE = """mutation($id: ID!, $reason: String!) {
  result: unmergeIdentity(id: $id, reason: $reason) {
    __typename ...Pair ... on IdentityNotMerged { mend }
  }
}
fragment Pair on IdentityCandidate { state merged other { ... on Person { name namedIn(first: 2) { id } } } }"""


@pytest.fixture
def city(world: Sketch, writer: Writer) -> Writer:
    """The city, drawn anew for the next module."""
    writer.run_write("MATCH (w:TestWorld) DELETE w")
    return writer


async def judged(
    caller: Caller, one: str, other: str, verdict: str = "SAME", reason: str = "asked"
) -> dict[str, object]:
    answer = await caller.ask(JUDGE, {"one": one, "other": other, "verdict": verdict, "reason": reason})
    return dict(answer["judgeIdentity"])


async def queue(caller: Caller, **given: object) -> list[dict[str, object]]:
    return list((await caller.ask(QUEUE, given))["identityCandidates"]["nodes"])


async def test_only_pairs_whose_both_records_are_open_are_shown_and_counted(
    disc: Caller, tour: Caller, city: Writer
) -> None:
    mine, theirs = await disc.ask(QUEUE), await tour.ask(QUEUE)

    assert [each["id"] for each in mine["identityCandidates"]["nodes"]] == ["same_1", "same_4"]
    assert [each["id"] for each in theirs["identityCandidates"]["nodes"]] == ["same_1", "same_3", "same_4"]
    assert (mine["identityCandidates"]["totalCount"], theirs["identityCandidates"]["totalCount"]) == (2, 3)
    one = 'query { identityCandidate(id: "same_3") { id } }'
    assert (await disc.ask(one))["identityCandidate"] is None
    assert (await tour.ask(one))["identityCandidate"] == {"id": "same_3"}


async def test_pair_tells_field_by_field_what_was_found_and_how_many_bear_the_name(disc: Caller, city: Writer) -> None:
    pair = (await queue(disc))[0]

    assert pair["fields"] == [{"field": "name", "found": "same name", "bits": 9.5, "agrees": True}]
    assert (pair["kind"], pair["namesakes"], pair["guard"]) == ("PERSON", 1, None)
    assert (pair["merged"], pair["byMachine"]) == (False, None)


async def test_namesakes_are_counted_as_far_as_the_viewer_may_see(disc: Caller, city: Writer) -> None:
    city.run_write("MATCH (p:Person) WHERE p.uid IN ['person_secret', 'person_3'] SET p.name = '张乙'")

    assert (await queue(disc))[0]["namesakes"] == 2


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"state": ["PROPOSED"], "kind": ["PERSON"]}, 2), ({"state": ["SAME"]}, 0), ({"kind": ["UNIT"]}, 0),
        ({"about": "person_4"}, 1), ({"guarded": True}, 0), ({"guarded": False}, 2), ({"minScore": 0.7}, 1),
    ],
)  # fmt: skip
async def test_filters_hold(given: dict[str, object], expected: int, disc: Caller, city: Writer) -> None:
    assert len(await queue(disc, filter=given)) == expected


async def test_judgement_merges_and_the_next_one_retires_it(disc: Caller, city: Writer) -> None:
    done = await judged(disc, "person_0", "person_1", reason="同一人")
    assert (done["__typename"], done["state"], done["merged"], done["byMachine"]) == (
        "IdentityCandidate",
        "SAME",
        True,
        False,
    )
    assert done["judgements"] == [{"verdict": "SAME", "by": "o_disc", "why": "同一人", "retiredAt": None}]
    assert (await disc.ask('{ one: node(id: "person_0") { id } other: node(id: "person_1") { id } }')).values()

    undone = (await disc.ask(UNMERGE, {"id": absorbed(city), "reason": "认错了"}))["result"]

    assert (undone["__typename"], undone["state"], undone["merged"]) == ("IdentityCandidate", "DIFFERENT", False)
    pair = next(each for each in await queue(disc, filter={"about": "person_0"}) if each["id"] == done["id"])
    said = pair["judgements"]
    assert isinstance(said, list)
    assert [(each["verdict"], each["retiredAt"] is None) for each in said] == [("DIFFERENT", True), ("SAME", False)]


def absorbed(writer: Writer) -> str:
    return str(writer.run_read("MATCH (n:Absorbed) RETURN n.uid AS uid")[0][0]["uid"])


async def test_refusals_are_named_and_write_nothing(disc: Caller, tour: Caller, city: Writer) -> None:
    before = city.run_read("MATCH (n) RETURN count(n) AS n")[0]

    refused = {
        "hidden": (await judged(disc, "person_2", "person_secret"))["__typename"],
        "nowhere": (await judged(disc, "person_2", "person_nothing"))["__typename"],
        "itself": (await judged(disc, "person_2", "person_2"))["__typename"],
        "two kinds": (await judged(disc, "person_2", "unit_1"))["__typename"],
        "matters": (await judged(disc, "clue_00", "clue_03"))["__typename"],
    }
    silent = await judged(disc, "person_2", "person_3", reason="  ")

    assert refused == {
        "hidden": "IdentityNotVisible", "nowhere": "IdentityNotVisible", "itself": "IdentityNotJudgeable",
        "two kinds": "IdentityNotJudgeable", "matters": "IdentityNotJudgeable",
    }  # fmt: skip
    assert (silent["__typename"], bool(silent["message"]), bool(silent["mend"])) == (
        "IdentityReasonMissing",
        True,
        True,
    )
    unmerge = [
        (await disc.ask(UNMERGE, {"id": uid, "reason": "x"}))["result"]["__typename"]
        for uid in ("person_2", "person_secret")
    ]
    assert unmerge == ["IdentityNotMerged", "IdentityNotVisible"]
    assert city.run_read("MATCH (n) RETURN count(n) AS n")[0] == before


async def test_merge_of_a_record_that_the_viewer_may_not_read_is_not_undone_by_them(
    disc: Caller, tour: Caller, city: Writer
) -> None:
    assert (await judged(tour, "person_tours", "person_3"))["__typename"] == "IdentityCandidate"

    by_disc = (await disc.ask(UNMERGE, {"id": "person_tours", "reason": "x"}))["result"]["__typename"]
    by_tour = (await tour.ask(UNMERGE, {"id": "person_tours", "reason": "x"}))["result"]["__typename"]

    assert (by_disc, by_tour) == ("IdentityNotVisible", "IdentityCandidate")


async def test_an_id_that_is_none_is_an_error(disc: Caller, city: Writer) -> None:
    assert await disc.code('{ identityCandidate(id: "clue_00") { id } }') == "BAD_INPUT"
    given = {"one": "x", "other": "y", "verdict": "SAME", "reason": "z"}
    assert await disc.code(JUDGE, given) == "BAD_INPUT"
