"""The paired worlds notice a leak: each of twelve ways to tell of what is hidden, planted on purpose, changes an answer."""

import asyncio
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

import orjson
import pytest

from graph_service.api.plan.context import QueryContext
from graph_service.api.queries.execute import OperationContext
from graph_service.api.schema import build_schema
from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.rights.viewer import Viewer
from tests.api.asked import KEY, by_plans
from tests.conftest import wipe
from tests.operations import Operation
from tests.world import TOKENS, draw_world, write_world

pytestmark = pytest.mark.long
_READS = r"{0}\.audience IN \$viewer_audiences"
_OWN = r"coalesce\(\w+\.own_audience, \w+\.audience\) IN \$viewer_audiences"
_ANY = rf"(?:{_OWN}|\b\w+\.audience IN \$viewer_audiences)"


@dataclass(frozen=True)
class Leak:
    """What is asked, and the part of its text that is left away."""

    asked: str
    part: str
    instead: str = "true"


LEAKS = {
    "count": Leak('clues(first: 0, filter: {where: {title: {contains: "物业"}}}) { totalCount }', _READS.format("n")),
    "cursor": Leak("clues(first: 1, orderBy: NUMBER_DESC) { pageInfo { endCursor } }", _READS.format("n")),
    "rank": Leak("people(first: 9, orderBy: NAMED_AROUND) { nodes { id } }", _READS.format(r"\w+")),
    "rarity": Leak('connectedMatters(id: "clue_03", minScore: 0.0) { edges { node { score } } }', _READS.format(r"\w+")),
    "path length": Leak('paths(from: "person_1", to: "person_2", first: 1) { nodes { id } }', _READS.format(r"\br")),
    "error text": Leak('node(id: "clue_secret") { id caption }', _ANY),
    "merged alias": Leak("identityCandidates { totalCount nodes { other { caption } } }", _OWN),
    "facet": Leak("clues(first: 0) { grouped(by: [PROBLEM]) { groups { count keys { value } } } }", _READS.format("n")),
    "notice": Leak("links { nodes { id sentence } }", r"all\(\w+ IN l\.audiences WHERE \w+ IN \$viewer_audiences\)"),
    "provenance row": Leak("loads { totalCount nodes { source rejected } }", r"\w+\.holder IN \$viewer_teams"),
}  # fmt: skip


class LeakingGraph(Graph):
    """Reads by texts of which a part is another; notes how often there was such a part."""

    def __init__(self, graph: Graph, leak: Leak) -> None:
        self._whole, self._leak, self.changed = graph, leak, 0
        self.timeout_seconds = graph.timeout_seconds

    async def fetch(self, query: str, params: Mapping[str, Any], name: str) -> list[Any]:
        """Return what the text without its rule finds."""
        text, count = re.subn(self._leak.part, self._leak.instead, query)
        self.changed += count
        return await self._whole.fetch(text, params, name)


Ask = Callable[[], Any]


@dataclass(frozen=True)
class Home:
    """Where both worlds are drawn, one after the other."""

    graph: Graph
    server: Running
    writer: Writer

    async def in_both(self, ask: Ask) -> tuple[Any, Any]:
        """Return what is answered in the whole city, and where there is nothing that the viewer may not see."""
        world, answers = draw_world(), []
        for audiences in (world.readers, world.open_to(*TOKENS["o_disc"])):
            wipe(self.server, self.writer)
            migrate(self.writer)
            write_world(world, self.writer, audiences)
            answers.append(await ask())
        return answers[0], answers[1]

    def context(self, graph: Graph | None = None) -> QueryContext:
        """Return what the officer asks with."""
        audiences = tuple(sorted(draw_world().open_to(*TOKENS["o_disc"])))
        return QueryContext(graph or self.graph, Viewer("o_disc", ("DISC_1",), audiences), KEY)


@pytest.fixture
def home(graph: Graph, server: Running, writer: Writer, monkeypatch: pytest.MonkeyPatch) -> Home:
    # Each text is planned twice, for the schema goes with the first world; a busy machine takes its time.
    monkeypatch.setattr(graph, "timeout_seconds", 900.0)
    return Home(graph, server, writer)


async def _answer(context: QueryContext, asked: str) -> tuple[str, int]:
    operation = OperationContext(context)
    found = await by_plans(build_schema(), Operation(f"query Main {{ {asked} }}", "Main", {}), operation)
    return (found or b"").decode() or str(sorted(map(str, operation.refused.values()))), operation.price


async def test_each_planted_leak_is_noticed_and_nothing_without_it(home: Home) -> None:
    graphs = {name: LeakingGraph(home.graph, leak) for name, leak in LEAKS.items()}

    async def ask() -> dict[str, tuple[str, str]]:
        found = {}
        for name, leak in LEAKS.items():
            whole, _ = await _answer(home.context(), leak.asked)
            leaking, _ = await _answer(home.context(graphs[name]), leak.asked)
            found[name] = (whole, leaking)
        return found

    one, other = await home.in_both(ask)

    assert [name for name in LEAKS if not graphs[name].changed] == [], "the text has no such rule"
    assert [name for name in LEAKS if "Neo4j refuses" in one[name][1]] == [], "what is left of the text is no text"
    assert [name for name in LEAKS if one[name][0] != other[name][0]] == []
    assert [name for name in LEAKS if one[name][1] == other[name][1]] == []


async def test_a_price_that_follows_what_is_there_is_noticed(home: Home) -> None:
    asked = "clues(first: 50) { nodes { id names(first: 5) { role } } }"
    everything = Leak(asked, _READS.format(r"\w+"))

    async def ask() -> tuple[int, int]:
        _, price = await _answer(home.context(), asked)
        held, _ = await _answer(home.context(LeakingGraph(home.graph, everything)), asked)
        return price, len(orjson.loads(held)["clues"]["nodes"])

    (price, held), (price_without, held_without) = await home.in_both(ask)

    assert price == price_without
    assert held > held_without, "a price made of what is held would tell"


async def test_an_answer_takes_as_long_whether_it_is_hidden_or_absent(home: Home) -> None:
    """Medians of questions asked in turn; one that waits a little for what is hidden is noticed."""
    wipe(home.server, home.writer)
    migrate(home.writer)
    write_world(draw_world(), home.writer)
    hidden, absent = 'node(id: "clue_secret") { id }', 'node(id: "clue_absent") { id }'
    waits = LeakingGraph(home.graph, Leak(hidden, "(?!)"))

    async def slow(query: str, params: Mapping[str, Any], name: str) -> list[Any]:
        await asyncio.sleep(0.02 if "secret" in str(params) else 0.0)
        return await home.graph.fetch(query, params, name)

    waits.fetch = slow  # type: ignore[method-assign]
    for context, is_leaking in ((home.context(), False), (home.context(waits), True)):
        taken: dict[str, list[float]] = {hidden: [], absent: []}
        for _ in range(60):
            for asked in (hidden, absent):
                begun = time.perf_counter()
                await _answer(context, asked)
                taken[asked].append(time.perf_counter() - begun)
        gap = abs(median(taken[hidden]) - median(taken[absent]))
        assert (gap > 0.01) is is_leaking, f"{gap * 1000:.1f} ms"
