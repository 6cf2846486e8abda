"""What very many things share is counted by readers and remembered: the same answers as without, for everybody, after every change."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from graphql import parse

from graph_service.api.plan import broad
from graph_service.api.plan.broad import BroadTexts
from graph_service.api.plan.context import QueryContext
from graph_service.api.queries import searching
from graph_service.api.queries.execute import OperationContext, answer, compile_operation
from graph_service.api.schema import build_schema
from graph_service.cypher.seen.sight import Sight
from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.rights.viewer import Viewer
from graph_service.search.keeping import keep_search_keys
from loaders.load.environment import LoadEnvironment
from schema.record import DataClass
from tests.api.asked import KEY, viewer_of
from tests.conftest import wipe
from tests.graph.models.notation import draw
from tests.loading import IDS, REGISTER, Loading

_READERS = {1: ["EVERYONE"], 2: ["DISC_1"], 3: ["TOUR_1"]}
_CITY = (
    """
Team d team_code=DISC_1 team_name=张家巷纪检组 channel=STATIONED
Unit hg name=张江电力有限公司 uscc=91360502MA5EJYXH44; Unit hs name=云江张记商行
Person mask name=张*国 id_mask=3605**********4321
Clue c1 number=XS-2025-00025 title=反映张江电力 text=张某在张江收钱 channel=PETITION NAMES hg
Clue c2 number=XS-2025-00026 title=反映张江电力 channel=PALM audience=3
"""
    + "; ".join(f"Person p{at} name=张{name} id_number={36050219800101 * 10**4 + at} audience={1 + at % 3}" for at, name in enumerate("芳伟军勇霞"))
)  # fmt: skip
_TEXTS = ("张", "張", "张江", "zhang", "z", "3605", "张*", "江电")
_ASK = """query($t: String!, $f: Int!) { search(text: $t, first: $f) { totalCount pageInfo { hasNextPage endCursor }
  kinds { kind count } channels { channel count } hits { match found { field start end } node { id caption } } } }"""
_SIGHTS = (Sight(), Sight(frozenset({DataClass.D1}), frozenset({DataClass.D2})))


@pytest.fixture(autouse=True)
def broad_from_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every text that finds two things counted by readers, and nothing sorted by who names it."""
    monkeypatch.setattr(broad, "BROAD_FROM", 1)
    monkeypatch.setattr(searching, "_MOST", 0)


async def ask(context: QueryContext, text: str, first: int = 3) -> Mapping[str, Any]:
    schema = build_schema()._schema
    compiled, _ = compile_operation(schema, parse(_ASK), None, {})
    assert compiled
    operation = OperationContext(context)
    data = await answer(compiled, schema, {"t": text, "f": first}, operation)
    assert data is not None, operation.refused
    return dict(data["search"])


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are counted by readers from now on."""
    found: list[str] = []
    read = broad._read

    async def counting(ways: broad.Ways, given: Mapping[str, Any], graph: Graph) -> Any:
        found.append(ways[0]["query"])
        return await read(ways, given, graph)

    monkeypatch.setattr(broad, "_read", counting)
    return found


async def test_everybody_is_answered_as_without_it(
    server: Running, writer: Writer, graph: Graph, counted: list[str]
) -> None:
    wipe(server, writer)
    migrate(writer)
    draw(writer, _CITY, _READERS)
    keep_search_keys(writer)
    writer.run_schema("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    service = QueryContext(graph, Viewer("", (), ()), KEY)
    hits = 0
    for teams in ((), ("DISC_1",), ("DISC_1", "TOUR_1")):
        for sight in _SIGHTS:
            viewer = replace(viewer_of(writer, *teams), sight=sight)
            for text in _TEXTS:
                told = [await ask(replace(service, viewer=viewer), text) for _ in range(2)]
                with pytest.MonkeyPatch.context() as never:
                    never.setattr(broad, "BROAD_FROM", 1000)
                    plain = await ask(QueryContext(graph, viewer, KEY), text)

                assert told == [plain, plain], (teams, sight, text)
                hits += plain["totalCount"]

    assert hits > 100
    assert 10 < len(counted) <= 3 * len(_TEXTS) * len(_SIGHTS), (
        "each text is counted once for all who see the same fields"
    )


async def test_what_is_loaded_is_found_at_once(
    server: Running, writer: Writer, graph: Graph, tmp_path: Path, counted: list[str]
) -> None:
    wipe(server, writer)
    migrate(writer)
    loading = Loading(LoadEnvironment(writer, b"k" * 43, tmp_path / "home", "tester"), tmp_path)
    service = QueryContext(graph, Viewer("", (), ()), KEY, broad=BroadTexts(clock=lambda: 0.0))
    totals = []
    for many in (2, 3):
        rows = "\n".join(f"{at},{IDS[at]},谢秀{at},男" for at in range(many))
        loading.load(REGISTER, f"编号,身份证号,姓名,性别\n{rows}")
        keep_search_keys(writer)
        writer.run_schema("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
        totals += [(await ask(replace(service, viewer=viewer_of(writer)), "谢秀"))["totalCount"] for _ in range(2)]

    assert totals == [2, 2, 3, 3]
    assert len(counted) == 4, "once by what finds the text itself, once with looser ways; the second time by neither"
