"""Who is recused from a matter sees it nowhere: for such an officer the graph is byte for byte one in which it is not."""

import os
import re
from collections.abc import AsyncIterator, Iterable, Sequence
from functools import partial
from typing import Any

import pytest

from graph_service.api.plan.context import QueryContext
from graph_service.api.schema import build_schema
from graph_service.cypher.seen import tiers
from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.recusal import standing
from graph_service.rights.roles import read_roles
from graph_service.rights.viewer import Viewer, Viewers
from tests import recused
from tests.api.asked import KEY, in_turns
from tests.api.test_masked_worlds import ASKED, Home, answered, written
from tests.conftest import wipe
from tests.operations import draw_operation
from tests.recused import MATTER, ONLY
from tests.values import OfferedValues
from tests.world import draw_world

_DRAWN = int(os.environ.get("LEADLINK_TEST_TIER_OPERATIONS", "6"))
_AROUND = {
    "matter": f'clue(number: "XS-001") {{ id title }} matter: lookup(values: ["XS-001", "{MATTER}"]) {{ outcome matches {{ node {{ id }} }} }}',
    "node": f'node(id: "{MATTER}") {{ id }}',
    "hits": f'a: hits(id: "{MATTER}") {{ id }} b: hits(id: "person_relative") {{ id channel }} c: hits(id: "person_3") {{ channel team }}',
    "relative": 'person(id: "person_relative") { id name namedIn { id role matter { id } } }',
    "only": f'person(id: "{ONLY}") {{ name }} found: search(text: "仅见一人") {{ totalCount }}',
    "users": 'phone(id: "phone_1") { phoneUsers { id user { ... on Person { id } } } }',
    "links": "links(first: 50) { totalCount nodes { id one { id } other { id } via { id } } } scoreboard { rule proposed }",
    "series": "seriesList { totalCount nodes { id title members { matter { id } } notes { text } } }",
    "requests": "accessRequests { totalCount nodes { id matters { id } given { id } } }",
    "notices": "notices(first: 50) { totalCount nodes { id one { id } other { id } sentence } }",
    "rows": "sources { totalCount } changes(first: 50) { changes { id kind form } } alerts { nodes { id checks { matter { id } } } }",
    "connected": 'a: connectedMatters(id: "clue_00", minScore: 0.0) { totalCount nodes { matter { id } score evidence { sentence } } }',
    "warned": 'earlyWarnings(unit: "unit_0") { nodes { points facts { sentence matters { id } } } }',
    "paths": 'paths(from: "person_relative", to: "phone_3") { sentence nodes { id } }',
}  # fmt: skip


@pytest.fixture
def home(graph: Graph, server: Running, writer: Writer, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setattr(graph, "timeout_seconds", 900.0)  # each text is planned once for each world
    return Home(graph, server, writer)


async def viewer_of(home: Home, officer: str = "o_disc") -> Viewer:
    return await Viewers(home.graph, 0.0, read_roles()).read(officer)


async def worlds(home: Home) -> AsyncIterator[Viewer]:
    """Draw the city without the matter, then the one with it, from which the officer is recused; give the officer of each."""
    for there in (False, True):
        wipe(home.server, home.writer)
        migrate(home.writer)
        recused.write(recused.draw(there=there), home.writer)
        yield await viewer_of(home)


@pytest.mark.long
async def test_for_who_is_recused_the_graph_is_one_without_the_matter(home: Home) -> None:
    values = OfferedValues(draw_world(), {"changes": [""]})
    drawn = [draw_operation(build_schema()._schema, values, seed) for seed in range(11_000, 11_000 + _DRAWN)]
    asked = [*map(written, (*_AROUND.values(), *ASKED.values())), *drawn]

    answers, shut = [], []
    async for viewer in worlds(home):
        shut.append(viewer.tiers.shut)
        answers.append(await in_turns(partial(answered, QueryContext(home.graph, viewer, KEY), each) for each in asked))

    differ = [operation for operation, *both in zip(asked, *answers, strict=True) if both[0] != both[1]]
    assert differ == []
    assert not shut[0]
    assert {MATTER, ONLY} <= shut[1]
    assert "person_relative" not in shut[1], "its own row speaks of the relative too"
    assert sum(isinstance(answer, bytes) for answer in answers[0]) > len(asked) / 2
    others = QueryContext(home.graph, await viewer_of(home, "o_tour"), KEY)
    assert not others.viewer.tiers.shut


_NEVER = re.compile(r"(?!)")
LEAKS: dict[str, tuple[Any, str, Any]] = {  # what shows it, which rule is taken away
    "relative": (tiers, "_READABLE", _NEVER),
    "requests": (tiers, "_REQUEST", _NEVER),
    "only": (standing, "shut_by", None),
}


async def _only_the_matters(_graph: Graph, matters: Iterable[str], _audiences: Sequence[int]) -> frozenset[str]:
    return frozenset(matters)


@pytest.mark.long
async def test_each_rule_that_is_taken_away_is_a_leak(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[dict[str, bytes | str]] = []
    async for viewer in worlds(home):
        told = {}
        for name, (module, rule, instead) in LEAKS.items():
            with monkeypatch.context() as patched:
                patched.setattr(module, rule, instead or _only_the_matters)
                tiers.by_tiers.cache_clear()
                asks = viewer if instead else await viewer_of(home)
                told[name] = await answered(QueryContext(home.graph, asks, KEY), written(_AROUND[name]))
        found.append(told)
    tiers.by_tiers.cache_clear()

    assert {name for name in LEAKS if found[0][name] == found[1][name]} == set()
