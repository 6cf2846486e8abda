"""From a hit to content and back: asked for with a reason, given by the owning team for a time, over by itself or at once."""

import asyncio
import json
import os
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from graph_service.api.plan.context import QueryContext
from graph_service.api.schema import build_schema
from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.rights.roles import read_roles
from graph_service.rights.tiers import tiers_of
from graph_service.rights.viewer import Viewer
from graph_service.settings import Settings
from tests.api.asked import KEY, in_turns
from tests.api.conftest import Caller
from tests.api.test_masked_worlds import ASKED, Home, answered, written
from tests.conftest import wipe
from tests.operations import draw_operation
from tests.sketch import Sketch
from tests.values import OfferedValues
from tests.world import BOTH, TOKENS, TOUR, draw_world, write_world

_UNTIL = (datetime.now() + timedelta(days=3)).isoformat(timespec="seconds")
_SHOWN = "id state channel team by reason until answer revokedBy matters { id } given { id } about { id }"
_ASK = f"""mutation($hit: ID!, $until: DateTime!) {{
  it: requestAccess(hit: $hit, reason: "核查同一人员", until: $until, clientKey: "k1") {{ __typename ... on AccessRequest {{ {_SHOWN} }} }} }}"""
_ANSWER = f"""mutation($id: ID!, $until: DateTime, $matters: [ID!], $approve: Boolean! = true) {{
  it: answerAccess(id: $id, approve: $approve, reason: "同意核查", until: $until, matters: $matters) {{
  __typename ... on AccessRequest {{ {_SHOWN} }} }} }}"""
_REVOKE = f"""mutation($id: ID!) {{ it: revokeAccess(id: $id, reason: "已核查完毕") {{ __typename ... on AccessRequest {{ {_SHOWN} }} }} }}"""
_LOOKS = {
    "node": '{ node(id: "clue_10") { id ... on Clue { number title names { entity { id } } } } }',
    "count": "{ clues { totalCount } matters { totalCount } }",
    "named": '{ person(id: "person_0") { namedIn(first: 50) { matter { id } } } }',
    "search": '{ search(text: "反映物业公司 10") { totalCount nodes { id } } }',
    "series": '{ node(id: "clue_10") { ... on Clue { series { id } } } }',
}
_DRAWN = int(os.environ.get("LEADLINK_TEST_TIER_OPERATIONS", "6"))
_AS_READ = (
    "people",
    "phones",
    "clues",
    "words",
    "connected",
    "around",
    "paths",
    "links",
    "network",
    "groups",
    "matters",
)
_FURTHER = (
    'expand(id: "clue_10") { totalCount counts { type count } edges { id } }',
    'paths(from: "clue_10", to: "person_4") { sentence nodes { id } }',
    'connectedMatters(id: "clue_10", minScore: 0.0) { totalCount nodes { matter { id } evidence { sentence } } }',
)
_MOMENT = 0.3  # for which the service of these tests remembers what an officer may read


async def _looked(caller: Caller) -> dict[str, Any]:
    await asyncio.sleep(_MOMENT)
    return {name: await caller.answer(text) for name, text in _LOOKS.items()}


async def _requested(caller: Caller) -> dict[str, Any]:
    (found,) = (await caller.ask('{ hits(id: "person_0") { id } }'))["hits"]
    return dict((await caller.ask(_ASK, {"hit": found["id"], "until": _UNTIL}))["it"])


@pytest.fixture
def city(world: Sketch, writer: Writer) -> Writer:
    """The city without requests; drawn anew for the next module."""
    writer.run_write("MATCH (w:TestWorld) DELETE w")
    writer.run_write("MATCH (r:AccessRequest) DETACH DELETE r")
    return writer


async def test_what_lies_behind_a_hit_is_open_while_access_is_given(
    city: Writer, disc: Caller, tour: Caller, settings: Settings
) -> None:
    before = await _looked(disc)
    made = await _requested(disc)
    again = await _requested(disc)
    waiting = (await tour.ask(f"{{ accessRequests(filter: {{state: [WAITING]}}) {{ nodes {{ {_SHOWN} }} }} }}"))[
        "accessRequests"
    ]["nodes"]
    given = (await tour.ask(_ANSWER, {"id": made["id"], "until": _UNTIL, "matters": ["clue_10"]}))["it"]
    meanwhile = await _looked(disc)
    seen = (await disc.ask(f'{{ accessRequest(id: "{made["id"]}") {{ {_SHOWN} }} }}'))["accessRequest"]
    taken = (await tour.ask(_REVOKE, {"id": made["id"]}))["it"]
    after = await _looked(disc)

    assert (made["__typename"], made["state"], made["matters"], made["about"]) == (
        "AccessRequest",
        "WAITING",
        [],
        {"id": "person_0"},
    )
    assert again["id"] == made["id"], "a repeat by its client's key"
    assert [each["matters"] for each in waiting] == [[{"id": "clue_25"}, {"id": "clue_10"}]]
    assert (given["state"], given["given"]) == ("APPROVED", [{"id": "clue_10"}])
    assert (seen["matters"], seen["given"], seen["answer"]) == ([{"id": "clue_10"}], [{"id": "clue_10"}], "同意核查")
    assert (taken["state"], taken["revokedBy"]) == ("REVOKED", "o_tour")
    assert after == before
    assert {name for name in _LOOKS if meanwhile[name] == before[name]} == set()
    assert meanwhile["count"]["data"]["clues"]["totalCount"] == before["count"]["data"]["clues"]["totalCount"] + 1
    assert "clue_25" not in json.dumps(meanwhile)
    files = sorted((settings.home / "access_log").glob("access-*.jsonl"))
    log = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    kept = [
        (each["operation"][0], each["officer"], each["purpose"])
        for each in log
        if made["id"] in each.get("records", {}).get("AccessRequest", [])
    ]
    assert ("requestAccess", "o_disc", "核查同一人员") in kept
    assert {("answerAccess", "o_tour", "同意核查"), ("revokeAccess", "o_tour", "已核查完毕")} <= set(kept)


async def test_access_ends_by_itself_and_with_the_team(city: Writer, disc: Caller, tour: Caller) -> None:
    before = await _looked(disc)
    made = await _requested(disc)
    await tour.ask(_ANSWER, {"id": made["id"], "until": _UNTIL})
    assert (await _looked(disc))["count"] != before["count"]

    city.run_write("MATCH (r:AccessRequest) SET r.teams = ['ANOTHER']")
    assert await _looked(disc) == before, "who has left the team that asked has no access any more"

    city.run_write("MATCH (r:AccessRequest) SET r.teams = ['DISC_1'], r.until = datetime() - duration({seconds: 1})")
    assert await _looked(disc) == before
    (state,) = (await disc.ask("{ accessRequests { nodes { state } } }"))["accessRequests"]["nodes"]
    assert state == {"state": "EXPIRED"}
    assert (await tour.ask(_REVOKE, {"id": made["id"]}))["it"]["__typename"] == "AccessOver"


async def test_what_is_sealed_after_access_was_given_is_shut_again(city: Writer, disc: Caller, tour: Caller) -> None:
    before = await _looked(disc)
    made = await _requested(disc)
    await tour.ask(_ANSWER, {"id": made["id"], "until": _UNTIL})
    try:
        city.run_write("MATCH (a:Audience {number: $number}) SET a.readers = ['TOUR_1', 'SEALED']", number=TOUR)
        assert await _looked(disc) == before
    finally:
        city.run_write("MATCH (a:Audience {number: $number}) SET a.readers = ['TOUR_1']", number=TOUR)
        await asyncio.sleep(_MOMENT)


async def test_a_team_refuses_and_nobody_else_answers(city: Writer, disc: Caller, tour: Caller) -> None:
    made = await _requested(disc)

    assert await disc.code(_ANSWER, {"id": "clue_10"}) == "BAD_INPUT"
    own = (await disc.ask(_ANSWER, {"id": made["id"], "until": _UNTIL}))["it"]
    assert own["__typename"] == "AccessNotVisible"
    refused = (await tour.ask(_ANSWER, {"id": made["id"], "approve": False}))["it"]
    assert (refused["state"], refused["given"]) == ("REFUSED", [])
    assert (await tour.ask(_ANSWER, {"id": made["id"], "until": _UNTIL}))["it"]["__typename"] == "AccessOver"


async def _as_reader_and_by_access(home: Home) -> AsyncIterator[Viewer]:
    """Draw the city with a matter that the viewer's team reads; then one in which it is opened to the viewer."""
    for is_opened in (False, True):
        world = draw_world()
        if not is_opened:
            world.nodes["Clue"]["clue_10"].audience = BOTH
            for drawn in world.ties.values():
                for start, _, tie in drawn.values():
                    tie.audience = BOTH if start == "clue_10" and tie.audience == TOUR else tie.audience
        wipe(home.server, home.writer)
        migrate(home.writer)
        write_world(world, home.writer)
        known = Viewer("o_disc", ("DISC_1",), tuple(sorted(world.open_to(*TOKENS["o_disc"]))))
        yield replace(known, tiers=await tiers_of(home.graph, ["clue_10"] if is_opened else [], read_roles()))


@pytest.mark.long
async def test_who_is_given_access_reads_as_a_reader_does(
    graph: Graph, server: Running, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph, "timeout_seconds", 900.0)  # each text is planned once for each world
    home = Home(graph, server, writer)
    values = OfferedValues(draw_world(), {"changes": [""]})
    drawn = [draw_operation(build_schema()._schema, values, seed) for seed in range(7_000, 7_000 + _DRAWN)]
    asked = [
        *map(written, (*(ASKED[name] for name in _AS_READ), *_FURTHER, *(text[1:-1] for text in _LOOKS.values()))),
        *drawn,
    ]

    answers = []
    async for viewer in _as_reader_and_by_access(home):
        context = QueryContext(graph, viewer, KEY)
        answers.append(await in_turns(partial(answered, context, each) for each in asked))

    for operation, *both in zip(asked, *answers, strict=True):
        assert both[0] == both[1], operation
