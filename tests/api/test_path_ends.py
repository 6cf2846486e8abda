"""Paths whose search is given up, or that are sought in other homes: what runs ends, and the answer is the same everywhere."""

import asyncio
import random
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import httpx
import orjson
import pytest

from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.paths.bounds import HUB_TIES
from graph_service.rights.viewer import Tokens
from tests.api.conftest import Caller
from tests.conftest import wipe
from tests.sketch import Drawn, Sketch
from tests.world import READERS

_PAGE = """query($from: ID!, $to: ID!, $hops: Int, $first: Int = 100, $through: [ID!], $after: String) {
  pathsConnection(from: $from, to: $to, maxHops: $hops, first: $first, through: $through, after: $after) {
    totalCount totalIsExact searchedHops leftOut { node { id caption } ties sentence sentenceZh } pageInfo { endCursor hasNextPage }
    edges { mostTies node { nodes { id caption } edges { id type source target properties } sentence sentenceZh hops { count sentence } } } } }"""
_CROWD = """MATCH (u:Unit {uid: $unit})
UNWIND range(1, $many) AS i
CREATE (m:Ticket:Matter {uid: 'ticket_' + $unit + i, number: $unit + i, audience: 1})-[:NAMES {uid: 'crowd_' + $unit + i, audience: 1}]->(u)"""
_KEYS = """UNWIND keys($keys) AS uid
CALL (uid) { MATCH (n {uid: uid}) SET n.source_key = $keys[uid] }
CALL (uid) { MATCH ()-[r {uid: uid}]->() SET r.source_key = $keys[uid] }"""
_MUCH = 45_000
_UID = re.compile(r"\b(?:[a-z]+_)?[0-9a-f]{16}\b")


def drawn() -> Sketch:
    """Return people around two crowded units, and a circle of people who all know each other."""
    sketch = Sketch(dict(READERS))
    team = sketch.node("Team", "DISC_1", team_code="DISC_1")
    sketch.tie("MEMBER_OF", sketch.node("Officer", "o_disc", officer_id="o_disc"), team)
    hub, crowded = sketch.node("Unit", "hub", name="市政府"), sketch.node("Unit", "crowded", name="大公司")
    for key in ("a", "b", "c", "d", "e"):
        sketch.node("Person", key, name=f"人{key}")
    for key in ("a", "b"):
        sketch.tie("HOLDS_POST", f"person_{key}", hub)
    for one, other in ("bc", "cd", "de"):
        sketch.tie("KNOWS", f"person_{one}", f"person_{other}")
    sketch.tie("HOLDS_POST", "person_e", hub)
    sketch.tie("HOLDS_SHARE", "person_a", crowded)
    sketch.tie("HOLDS_SHARE", "person_c", crowded)
    circle = [sketch.node("Person", f"circle{place}", name=f"圈{place}") for place in range(14)]
    for place, one in enumerate(circle):
        for other in circle[place + 1 :]:
            sketch.tie("KNOWS", one, other)
    return sketch


@pytest.fixture(scope="module")
async def caller(server: Running, writer: Writer, client: httpx.AsyncClient, tokens: Tokens) -> Caller:
    wipe(server, writer)
    migrate(writer)
    drawn().write(writer)
    writer.run_write(_CROWD, unit="unit_hub", many=_MUCH)
    writer.run_write(_CROWD, unit="unit_crowded", many=HUB_TIES)
    return Caller(client, tokens.sign("o_disc"))


async def page(caller: Caller, start: str, end: str, hops: int, **given: Any) -> dict[str, Any]:
    return dict((await caller.ask(_PAGE, {"from": start, "to": end, "hops": hops, **given}))["pathsConnection"])


def between(found: Mapping[str, Any]) -> list[str]:
    return [" ".join(node["id"] for node in edge["node"]["nodes"][1:-1]) for edge in found["edges"]]


async def test_who_goes_away_ends_the_work_in_the_graph(graph: Graph, writer: Writer) -> None:
    text = "UNWIND range(1, 100000000000) AS drawn_at_random RETURN max(drawn_at_random % 7) AS one"  # whatever the graph holds
    asked = asyncio.create_task(graph.fetch(text, {}, "endless"))
    seen = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'drawn_at_random' AND NOT currentQuery CONTAINS 'SHOW' RETURN 1"
    await _until(lambda: len(writer.run_read(seen)[0]) == 1)
    asked.cancel()

    await _until(lambda: len(writer.run_read(seen)[0]) == 0)
    with pytest.raises(asyncio.CancelledError):
        await asked


async def _until(holds: Any) -> None:
    for _ in range(100):
        if await asyncio.to_thread(holds):
            return
        await asyncio.sleep(0.1)
    raise AssertionError("that does not come about")


def of_another_home(sketch: Sketch, seed: int) -> tuple[Sketch, dict[str, str]]:
    """Return the same sketch with its nodes and ties in another order and with other uids, and by uid what its source calls each."""
    drawer, other = random.Random(seed), Sketch(sketch.readers)  # noqa: S311 - not for secrets
    uids = {uid: f"{uid.partition('_')[0]}_{drawer.getrandbits(64):016x}" for uid in sketch.labels}
    uids |= {uid: f"{drawer.getrandbits(64):016x}" for ties in sketch.ties.values() for uid in ties}

    def renamed(each: Drawn) -> Drawn:
        return Drawn(uids[each.uid], each.audience, each.properties)

    for label, nodes in _shuffled(sketch.nodes, drawer):
        other.nodes[label] = {uids[uid]: renamed(each) for uid, each in _shuffled(nodes, drawer)}
    for ends, ties in _shuffled(sketch.ties, drawer):
        other.ties[ends] = {
            uids[uid]: (uids[start], uids[end], renamed(each)) for uid, (start, end, each) in _shuffled(ties, drawer)
        }
    return other, {made: uid for uid, made in uids.items()}


def _shuffled(values: Mapping[Any, Any], drawer: random.Random) -> list[tuple[Any, Any]]:
    pairs = list(values.items())
    drawer.shuffle(pairs)
    return pairs


def city() -> Sketch:
    """Return some people who hang together in many ways that are equally long and equally rare."""
    sketch, drawer = Sketch(dict(READERS)), random.Random(3)  # noqa: S311 - not for secrets
    team = sketch.node("Team", "DISC_1", team_code="DISC_1")
    sketch.tie("MEMBER_OF", sketch.node("Officer", "o_disc", officer_id="o_disc"), team)
    people = [sketch.node("Person", f"p{n}", name=f"人{n % 7}", id_number=f"36050219800101{n:04}") for n in range(24)]
    units = [sketch.node("Unit", f"u{n}", name="同名公司") for n in range(6)]
    for number in range(30):
        clue = sketch.node(
            "Clue", f"c{number}", number=f"XS-{number % 9}", title="反映", received_on=date(2025, 1, 1 + number % 3)
        )
        sketch.names(clue, *drawer.sample(people, 2), *drawer.sample(units, 1), role="SUBJECT")
        sketch.names(clue, drawer.choice(people), role="WITNESS")
    for person in people:
        sketch.tie("HOLDS_POST", person, drawer.choice(units), post="科员")
        sketch.tie("KNOWS", person, drawer.choice([each for each in people if each != person]))
    return sketch


async def answers(caller: Caller, asked: list[dict[str, Any]]) -> list[bytes]:
    """Return the answers with their uids numbered by their first appearance, without cursors, which hold uids too."""
    found = []
    for given in asked:
        answer = await caller.ask(_PAGE, given)
        answer["pathsConnection"]["pageInfo"].pop("endCursor")
        known: dict[str, str] = {}
        text = _UID.sub(lambda match: known.setdefault(match[0], f"#{len(known)}"), orjson.dumps(answer).decode())  # noqa: B023
        found.append(text.encode())
    return found


async def test_answers_are_the_same_whatever_the_uids_and_the_order_of_loading(
    server: Running, writer: Writer, client: httpx.AsyncClient, tokens: Tokens
) -> None:
    numbers = [f"person:36050219800101{n:04}" for n in range(24)]
    asked = [
        {"from": one, "to": other, "hops": hops}
        for one, other in zip(numbers, numbers[5:], strict=False)
        for hops in (2, 4)
    ]
    caller, homes = Caller(client, tokens.sign("o_disc")), []
    for seed in (1, 2, 3):
        wipe(server, writer)
        migrate(writer)
        other, keys = of_another_home(city(), seed)
        other.write(writer)
        writer.run_write(_KEYS, keys=keys)
        homes.append(await answers(caller, asked))

    assert homes[0] == homes[1] == homes[2]
    assert sum(answer.count(b'"mostTies"') for answer in homes[0]) > 300
