"""The middle tier: that there is something, of which channel and whom to ask; nothing else of a matter changes a byte."""

import os
from collections.abc import AsyncIterator, Mapping
from functools import partial
from typing import Any

import pytest

from graph_service.api.plan.context import QueryContext
from graph_service.api.schema import build_schema
from graph_service.cypher.marks import READERS, mark_of
from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.rights.audiences import of_every_kind
from graph_service.rights.hits import Hits
from graph_service.rights.viewer import Viewer
from tests.api.asked import KEY, in_turns
from tests.api.conftest import Caller
from tests.api.test_masked_worlds import ASKED, Home, answered, written
from tests.conftest import wipe
from tests.operations import Operation, draw_operation
from tests.sketch import EVERYONE, Sketch
from tests.values import OfferedValues
from tests.world import DISC, HANDLED_BY_TOUR, NOBODY, TOKENS, TOUR, draw_world, write_world

_DRAWN = int(os.environ.get("LEADLINK_TEST_TIER_OPERATIONS", "6"))
_BESIDE = ("clues", "where found", "connected", "around", "links", "groups", "matters")  # in which hits are as nothing
_FIELDS = "{ id channel team teamName }"
_HITS = " ".join(
    f'{name}: hits(id: "{given}") {_FIELDS}'
    for name, given in {
        **{f"person{place}": f"person_{place}" for place in range(5)}, **{f"phone{place}": f"phone_{place}" for place in range(4)},
        "unit": "unit_1", "number": "phone:13800000001", "hot": "phone_hot", "car": "vehicle_1", "mine": "clue_00", "shared": "clue_02",
        "theirs": "clue_10", "secret": "clue_secret", "hidden": "person_secret", "nothing": "phone:13899999999",
    }.items()
)  # fmt: skip
# What is not theirs to tell: words, numbers, days, amounts, kinds of problem, states, how many there are, and what hangs on them.
_OTHERWISE = (
    """MATCH (m:Matter) WHERE m.audience % $readers = $theirs SET m.title = 'other ' + m.uid,
  m.number = 'N' + reverse(coalesce(m.number, '')), m.text = '别的',
  m.received_on = date('2020-02-02'), m.amount_fen = 7, m.problem = 'DINING', m.status = 'CLOSED', m.uid = m.uid + 'x'""",
    "MATCH (m:Clue {uid: 'clue_25x'}) DETACH DELETE m",
    """MATCH (m:Clue {uid: 'clue_10x'}) MATCH (m)-[x:NAMES]->(e) MATCH (t:Team {team_code: 'TOUR_1'})
  WITH m, t, collect(e) AS named UNWIND range(1, 40) AS place
  CREATE (o:Matter:Clue {uid: 'clue_new' + place, audience: m.audience, channel: m.channel, title: 'AAA' + place, source: 'a'})
  CREATE (o)-[:HANDLED_BY {audience: m.audience}]->(t)
  FOREACH (e IN named | CREATE (o)-[:NAMES {uid: 'new' + place + e.uid, audience: m.audience, role: 'SUBJECT'}]->(e))""",
)


def viewer(world: Sketch) -> Viewer:
    return Viewer(
        "o_disc",
        ("DISC_1",),
        tuple(sorted(world.open_to(*TOKENS["o_disc"]))),
        hits=Hits(tuple(of_every_kind([TOUR])), ("DISCIPLINARY", "STATIONED")),
    )


async def test_a_hit_tells_that_there_is_something_its_channel_and_whom_to_ask(disc: Caller, tour: Caller) -> None:
    (found,) = (await disc.ask(f'{{ hits(id: "person_0") {_FIELDS} }}'))["hits"]
    again = (await disc.ask('{ hits(id: "person_0") { id } }'))["hits"]

    assert {**found, "id": ""} == {"id": "", "channel": "DISCIPLINARY", "team": "TOUR_1", "teamName": "TOUR_1 组"}
    assert again == [{"id": found["id"]}]
    assert not any(f"clue_{place}" in found["id"] for place in HANDLED_BY_TOUR)
    assert (await tour.ask('{ hits(id: "person_0") { id } }'))["hits"] == []


async def test_the_id_of_a_hit_is_another_for_each_thing_that_is_asked_about(disc: Caller) -> None:
    data = await disc.ask(
        '{ a: hits(id: "person_0") { id } b: hits(id: "person_3") { id } c: hits(id: "clue_00") { id } }'
    )

    assert len({each["id"] for found in data.values() for each in found}) == len(data) == 3


@pytest.mark.parametrize("asked", ["clue_10", "clue_secret", "person_secret", "phone:13899999999"])
async def test_what_is_a_hit_itself_or_nothing_is_no_thing_to_ask_about(asked: str, disc: Caller) -> None:
    assert (await disc.ask(f'{{ hits(id: "{asked}") {_FIELDS} }}'))["hits"] == []


async def _worlds(world: Sketch, home: Home) -> AsyncIterator[None]:
    """Draw the city; then one in which of the hits everything is otherwise but what they tell, and nothing hidden is there."""
    for is_other in (False, True):
        wipe(home.server, home.writer)
        migrate(home.writer)
        open_to = {*world.open_to(*TOKENS["o_disc"]), TOUR}
        write_world(world, home.writer, open_to if is_other else tuple(world.readers))
        for text in _OTHERWISE if is_other else ():
            home.writer.run_write(text, **({"theirs": TOUR, "readers": READERS} if "$theirs" in text else {}))
        yield


@pytest.fixture
def home(graph: Graph, server: Running, writer: Writer, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setattr(graph, "timeout_seconds", 900.0)  # each text is planned once for each world
    return Home(graph, server, writer)


class Leaking(Graph):
    """The graph with something said otherwise in the file of hits."""

    def __init__(self, graph: Graph, faults: tuple[tuple[str, str], ...]) -> None:
        self._graph, self._faults = graph, faults
        self.timeout_seconds = graph.timeout_seconds

    async def fetch(self, query: str, params: Mapping[str, Any], name: str) -> list[Any]:
        """Return what the text with the fault finds."""
        for said, instead in self._faults if name == "read/access/hits" else ():
            assert said in query
            query = query.replace(said, instead)
        return await self._graph.fetch(query, params, name)


_TITLE = f"COLLECT {{ MATCH (z:Clue {{audience: {TOUR + mark_of('Clue')}}})-[:NAMES]->(n) RETURN z.title ORDER BY z.title }}[0]"
_OF_MATTER = (
    f"COLLECT {{ MATCH (z:Clue {{audience: {TOUR + mark_of('Clue')}}})-[:NAMES]->(n) RETURN z.uid ORDER BY z.uid }}[0]"
)
_SHUT = f"(m.audience IN $viewer_hits.audiences OR m.audience % {READERS} = {NOBODY})"
LEAKS: dict[str, tuple[tuple[str, str], ...]] = {
    "how many": (("WITH DISTINCT n, m.channel AS channel, t", "WITH n, m, m.channel AS channel, t"), ("WITH DISTINCT {", "WITH {")),
    "which": (("n.uid, channel, t.team_code]", f"{_OF_MATTER}, channel, t.team_code]"),),
    "what": (("team_name: t.team_name", f"team_name: {_TITLE}"),),
    "sealed": (("m.audience IN $viewer_hits.audiences", _SHUT), ("x.audience IN $viewer_hits.audiences", "true")),
    "by its id": (("n.audience IN $viewer_hits.audiences AND", "n.audience IN $viewer_hits.audiences OR false AND"),
        ("IN $viewer_hits.audiences AND asked:", "IN $viewer_hits.audiences OR false AND asked:"),
        ("  RETURN n AS thing\n", "  RETURN n AS thing UNION MATCH (n:Clue)-[:NAMES]->(thing) RETURN thing\n")),
}  # fmt: skip


@pytest.mark.long
async def test_of_a_hit_nothing_but_channel_and_team_changes_a_byte(home: Home) -> None:
    world = draw_world()
    values = OfferedValues(world, {"changes": [""]})
    drawn = [draw_operation(build_schema()._schema, values, seed) for seed in range(9_000, 9_000 + _DRAWN)]
    asked: list[Operation] = [*map(written, (_HITS, *(ASKED[name] for name in _BESIDE))), *drawn]

    async def ask() -> list[bytes | str]:
        return await in_turns(partial(answered, QueryContext(home.graph, viewer(world), KEY), each) for each in asked)

    one, other = [await ask() async for _ in _worlds(world, home)]

    for operation, *answers in zip(asked, one, other, strict=True):
        assert answers[0] == answers[1], operation
    assert "TOUR_1" in str(one[0])
    assert sum(isinstance(answer, bytes) for answer in one) > len(asked) / 2
    assert {DISC, EVERYONE} <= set(viewer(world).audiences)


@pytest.mark.long
async def test_each_fault_that_is_planted_is_found(home: Home) -> None:
    world, operation = draw_world(), written(_HITS)
    answers: list[dict[str, bytes | str]] = []
    async for _ in _worlds(world, home):
        asking = {name: QueryContext(Leaking(home.graph, faults), viewer(world), KEY) for name, faults in LEAKS.items()}
        answers.append({name: await answered(context, operation) for name, context in asking.items()})

    assert {name for name in LEAKS if answers[0][name] == answers[1][name]} == set()
