"""Teams are told of links once, hear of them as they come, and miss nothing while they are away."""

import asyncio
import json
from contextlib import suppress
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection

from graph_service.graph import Writer
from graph_service.linkage.propose import propose_links
from graph_service.rights.viewer import Tokens
from tests.api.conftest import Caller
from tests.api.test_websocket import address, heard, opened
from tests.sketch import Sketch
from tests.world import BOTH, DISC

__all__ = ["address"]
KEY = b"k" * 32
NOTICES = """query($after: String, $order: NoticeOrder) {
  notices(first: 200, after: $after, orderBy: $order) {
    nodes { kind team rule sentence sentenceZh one { number } other { number } link { id state one { number } } }
    pageInfo { endCursor }
  }
}"""
HEARD = "subscription($after: String) { told: notices(after: $after, first: 1) { nodes { kind rule one { number } } pageInfo { endCursor } } }"


@pytest.fixture
def city(world: Sketch, writer: Writer) -> Writer:
    """The city, drawn anew for the next module, its links proposed once."""
    writer.run_write("MATCH (w:TestWorld) DELETE w")
    writer.run_write(
        "MATCH (n:Notice) WHERE n.uid STARTS WITH 'notice_link_' OR n.kind IN ['ALERT_CHECKED', 'CLUE_WAITS'] DETACH DELETE n"
    )  # the world's
    propose(writer)
    return writer


def propose(writer: Writer, anew: bool = False) -> int:
    return propose_links(writer, KEY, lambda *_: None, anew=anew).notices


def new_pair(writer: Writer, name: str, audience: int) -> None:
    """Write two clues that name one new person; one team handles each of them."""
    writer.run_write(
        """CREATE (p:Person:Entity {uid: 'person_' + $name, name: '新' + $name, audience: $audience, source: 's', source_key: $name})
        WITH p
        UNWIND ['DISC_1', 'TOUR_1'] AS team
        MATCH (t:Team {team_code: team})
        WITH p, t, $name + left(team, 1) AS key
        CREATE (n:Clue:Matter:Stirred {uid: 'clue_' + key, number: key, title: '新', received_on: date('2025-01-02'),
          audience: $audience, source: 's', source_key: key})
        CREATE (n)-[:NAMES {uid: 'n' + key, role: 'SUBJECT', audience: $audience, source: 's', source_key: key}]->(p)
        CREATE (n)-[:HANDLED_BY {uid: 'h' + key, audience: $audience, source: 's', source_key: key}]->(t)""",
        name=name, audience=audience,
    )  # fmt: skip


async def told(caller: Caller, **asked: Any) -> list[dict[str, Any]]:
    return list((await caller.ask(NOTICES, asked))["notices"]["nodes"])


async def test_both_owners_are_told_of_a_new_link_once(disc: Caller, tour: Caller, city: Writer) -> None:
    new_pair(city, "71", BOTH)

    assert (propose(city), propose(city), propose(city, anew=True)) == (2, 0, 0)
    for caller, team in ((disc, "DISC_1"), (tour, "TOUR_1")):
        (notice,) = await told(caller)
        link = notice.pop("link")
        assert notice == {
            "kind": "LINK_PROPOSED", "team": team, "rule": "same_person", "one": {"number": "71D"},
            "other": {"number": "71T"}, "sentence": "Both name the person 新71: this one as subject, the other as subject",
            "sentenceZh": "两件事项都涉及人员新71（本件为被反映人，另一件为被反映人）",
        }  # fmt: skip
        assert link["state"] == "PROPOSED"
        assert link["one"] == {"number": "71D"}


async def test_an_owner_who_may_not_read_the_other_matter_hears_nothing(
    disc: Caller, tour: Caller, city: Writer
) -> None:
    new_pair(city, "72", DISC)
    before = await told(tour)

    propose(city)

    assert await told(tour) == before
    assert [each["one"]["number"] for each in await told(disc)] == ["72D", "71D"]


async def test_a_withdrawn_link_leaves_one_notice_that_says_so(tour: Caller, city: Writer) -> None:
    new_pair(city, "73", BOTH)
    propose(city)
    city.run_write("MATCH (n:Clue {uid: 'clue_73T'})-[r:NAMES]->() SET n:Stirred DELETE r")

    propose(city)

    found = [each for each in await told(tour) if each["one"]["number"].startswith("73")]
    assert [(each["kind"], each["link"]) for each in found] == [("LINK_WITHDRAWN", None)]


async def test_a_judgement_is_told_to_both_owners(disc: Caller, tour: Caller, city: Writer) -> None:
    new_pair(city, "74", BOTH)
    propose(city)
    link = (await told(disc))[0]["link"]["id"]

    await disc.ask(f'mutation {{ judgeLink(id: "{link}", verdict: CONFIRMED, reason: "同一人") {{ __typename }} }}')

    for caller in (disc, tour):
        assert [each["kind"] for each in (await told(caller))[:2]] == ["LINK_JUDGED", "LINK_PROPOSED"]


async def next_told(socket: ClientConnection) -> dict[str, Any]:
    said = await heard(socket)
    assert said["type"] == "next", said
    return dict(said["payload"]["data"]["told"])


async def test_who_was_away_hears_all_that_was_missed_and_then_what_comes(
    address: str, tokens: Tokens, tour: Caller, city: Writer
) -> None:
    missed = await told(tour, order="OLDEST")
    async with opened(address, {"Authorization": f"Bearer {tokens.sign('o_tour')}"}) as socket:
        await heard(socket)
        await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": HEARD}}))
        first = [await next_told(socket) for _ in missed]
        new_pair(city, "75", BOTH)
        propose(city)
        then = await next_told(socket)

    assert [each["nodes"][0]["kind"] for each in first] == [each["kind"] for each in missed]
    assert [each["one"]["number"] for each in then["nodes"]] == ["75D"]

    new_pair(city, "76", BOTH)
    propose(city)
    async with opened(address, {"Authorization": f"Bearer {tokens.sign('o_tour')}"}) as socket:
        await heard(socket)
        asked = {"query": HEARD, "variables": {"after": then["pageInfo"]["endCursor"]}}
        await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": asked}))
        assert [each["one"]["number"] for each in (await next_told(socket))["nodes"]] == ["76D"]
    assert [
        each["one"]["number"] for each in await told(tour, after=then["pageInfo"]["endCursor"], order="OLDEST")
    ] == ["76D"]


async def test_who_has_read_the_newest_page_hears_only_what_comes_after_it(
    address: str, tokens: Tokens, tour: Caller, city: Writer
) -> None:
    new_pair(city, "78", BOTH)
    propose(city)
    read = (await tour.ask("{ notices(first: 2) { edges { cursor } } }"))["notices"]["edges"]
    heard_after = []
    for edge in read:
        async with opened(address, {"Authorization": f"Bearer {tokens.sign('o_tour')}"}) as socket:
            await heard(socket)
            asked = {"query": HEARD, "variables": {"after": edge["cursor"]}}
            await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": asked}))
            if edge is read[0]:
                new_pair(city, "79", BOTH)
                propose(city)
            heard_after.append((await next_told(socket))["nodes"][0]["one"]["number"])
    assert heard_after == ["79D", "78D"]


async def test_rights_are_asked_again_for_each_event(address: str, tokens: Tokens, city: Writer) -> None:
    async with opened(address, {"Authorization": f"Bearer {tokens.sign('o_tour')}"}) as socket:
        await heard(socket)
        await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": HEARD}}))
        await next_told(socket)
        city.run_write("MATCH (:Officer {officer_id: 'o_tour'})-[r:MEMBER_OF]->() SET r.valid_to = date('2020-01-01')")
        await asyncio.sleep(0.5)  # longer than an officer's teams are remembered here
        new_pair(city, "77", BOTH)
        propose(city)
        heard_after = []
        with suppress(TimeoutError):
            async with asyncio.timeout(4):
                while True:
                    heard_after.append(await heard(socket))
    assert "77D" not in json.dumps(heard_after)


async def test_a_subscription_without_a_websocket_is_refused(disc: Caller) -> None:
    response = await disc.post(json.dumps({"query": HEARD}))

    assert response.status_code < 500
    assert "errors" in response.json()
