"""Paths are the same in every home, byte by byte: whatever the uids, in whatever order nodes and ties were written."""

import random
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import httpx
import orjson

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.migrations import migrate
from graph_service.rights.viewer import Tokens
from tests.api.conftest import Caller, staffed
from tests.conftest import wipe
from tests.sketch import Drawn, Sketch

_PAGE = """query($from: ID!, $to: ID!, $hops: Int, $first: Int = 100, $through: [ID!], $after: String) {
  pathsConnection(from: $from, to: $to, maxHops: $hops, first: $first, through: $through, after: $after) {
    totalCount totalIsExact searchedHops leftOut { node { id caption } ties sentence sentenceZh } pageInfo { endCursor hasNextPage }
    edges { mostTies node { nodes { id caption } edges { id type source target properties } sentence sentenceZh hops { count sentence } } } } }"""
_KEYS = """UNWIND keys($keys) AS uid
CALL (uid) { MATCH (n {uid: uid}) SET n.source_key = $keys[uid] }
CALL (uid) { MATCH ()-[r {uid: uid}]->() SET r.source_key = $keys[uid] }"""
_UID = re.compile(r"\b(?:[a-z]+_)?[0-9a-f]{16}\b")


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
    sketch, drawer = staffed(), random.Random(3)  # noqa: S311 - not for secrets
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
