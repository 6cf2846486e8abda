"""People judge links: the judgement stays, the next one retires it, and no rule writes over it."""

import pytest

from graph_service.graph import Writer
from graph_service.linkage.propose import propose_links
from tests.api.conftest import Caller
from tests.sketch import Sketch

JUDGE = """mutation($id: ID!, $verdict: LinkVerdict!, $reason: String!) {
  result: judgeLink(id: $id, verdict: $verdict, reason: $reason) {
    __typename
    ... on Link { id state review rule one { number } judgements { verdict by why retiredAt } }
    ... on LinkNotVisible { message mend }
  }
}"""
STATES = "query($filter: LinkFilter) { links(filter: $filter, first: 200) { totalCount nodes { id state } } }"


@pytest.fixture
def city(world: Sketch, writer: Writer) -> Writer:
    """The city, drawn anew for the next module."""
    writer.run_write("MATCH (w:TestWorld) DELETE w")
    return writer


async def judged(caller: Caller, link: str, verdict: str, reason: str = "同一笔款项") -> dict[str, object]:
    return dict((await caller.ask(JUDGE, {"id": link, "verdict": verdict, "reason": reason}))["result"])


async def test_a_judgement_is_kept_and_the_next_one_retires_it(disc: Caller, city: Writer) -> None:
    first = await judged(disc, "link_03", "CONFIRMED")
    second = await judged(disc, "link_03", "REJECTED", "不是同一人")

    assert (first["__typename"], first["state"], second["state"]) == ("Link", "CONFIRMED", "REJECTED")
    said = second["judgements"]
    assert isinstance(said, list)
    assert [(each["verdict"], each["by"], each["why"], each["retiredAt"] is None) for each in said] == [
        ("REJECTED", "o_disc", "不是同一人", True),
        ("CONFIRMED", "o_disc", "同一笔款项", False),
    ]
    found = await disc.ask(STATES, {"filter": {"state": ["REJECTED"]}})
    assert [each["id"] for each in found["links"]["nodes"]] == ["link_03"]
    one = await disc.ask('{ link(id: "link_03") { state judgements { verdict } } }')
    assert one["link"] == {"state": "REJECTED", "judgements": [{"verdict": "REJECTED"}, {"verdict": "CONFIRMED"}]}


async def test_proposing_again_keeps_a_judged_link_and_marks_it_where_its_ground_is_gone(
    disc: Caller, city: Writer
) -> None:
    await judged(disc, "link_03", "CONFIRMED")
    city.run_write("MATCH (:Matter)-[r:NAMES|NAMES_IN_TEXT]->() DELETE r")

    propose_links(city, b"k" * 32, lambda _done, _total: None)
    one = await disc.ask('{ link(id: "link_03") { state review } }')

    assert one["link"] == {"state": "CONFIRMED", "review": "GROUND_GONE"}


async def test_a_link_with_a_hidden_part_is_as_if_it_were_not_there(disc: Caller, city: Writer) -> None:
    hidden, nowhere = await judged(disc, "link_00", "CONFIRMED"), await judged(disc, "link_none", "CONFIRMED")

    assert (hidden["__typename"], hidden) == ("LinkNotVisible", nowhere)
    assert not city.run_read("MATCH (l:Link {uid: 'link_00'})<-[:JUDGES]-(j) RETURN j.uid AS uid")[0]
    assert (await disc.ask('{ link(id: "link_00") { id } }'))["link"] is None
