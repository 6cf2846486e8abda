"""Counts of whole lists are remembered for each set of readers, and never older than the graph."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
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
from loaders.load.environment import LoadEnvironment
from loaders.sync.syncing import Withdrawal, withdraw
from tests.api.asked import KEY, by_plans, viewer_of
from tests.conftest import wipe
from tests.loading import CLUES, IDS, REGISTER, Loading
from tests.operations import Operation

_ASKED = (
    "query Main { people { totalCount } clues { totalCount } matters { totalCount } phones(first: 0) { totalCount } }"
)
_HEAD = "线索编号,标题,部门,被反映人,身份证号,单位,电话"


@pytest.fixture
def loading(server: Running, writer: Writer, tmp_path: Path) -> Loading:
    wipe(server, writer)
    migrate(writer)
    return Loading(LoadEnvironment(writer, b"k" * 43, tmp_path / "home", "tester"), tmp_path)


@pytest.fixture
def service(graph: Graph) -> QueryContext:
    """What one process of the service keeps between requests."""
    return QueryContext(graph, Viewer("", (), ()), KEY)


async def ask(service: QueryContext, viewer: Viewer, text: str) -> dict[str, Any]:
    context = OperationContext(replace(service, viewer=viewer))
    answer = await by_plans(build_schema(), Operation(text, "Main", {}), context)
    assert answer is not None, context.refused
    return dict(orjson.loads(answer))


async def totals(service: QueryContext, writer: Writer, *teams: str) -> list[int]:
    answer = await ask(service, viewer_of(writer, *teams), _ASKED)
    return [answer[name]["totalCount"] for name in ("people", "clues", "matters", "phones")]


async def test_counts_follow_every_load_and_every_viewer(
    loading: Loading, service: QueryContext, writer: Writer
) -> None:
    assert await totals(service, writer, "T1") == [0, 0, 0, 0]
    loading.load(REGISTER, f"编号,身份证号,姓名,性别\n1,{IDS[0]},谢秀,女\n2,{IDS[1]},胡强,男")
    assert await totals(service, writer, "T1") == [2, 0, 0, 0]

    loading.load(CLUES, f"{_HEAD}\nX1,一号,T1,谢秀,{IDS[0]},,13800000011\nX2,二号,T2,胡强,{IDS[1]},,13800000012")
    assert await totals(service, writer, "T1") == [2, 1, 1, 1]
    assert await totals(service, writer, "T1", "T2") == [2, 2, 2, 2]
    assert await totals(service, writer) == [2, 0, 0, 0]

    loading.load(CLUES, f"{_HEAD}\nX2,二号,T1,胡强,{IDS[1]},,13800000012")
    assert await totals(service, writer, "T1") == [2, 2, 2, 2]
    assert await totals(service, writer, "T2") == [2, 0, 0, 0]

    withdraw(loading.environment, Withdrawal("clues"))
    assert await totals(service, writer, "T1", "T2") == [2, 0, 0, 0]


async def test_a_count_is_made_once_for_all_viewers_until_something_changes(
    loading: Loading, service: QueryContext, graph: Graph, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading.load(REGISTER, f"编号,身份证号,姓名,性别\n1,{IDS[0]},谢秀,女\n2,{IDS[1]},胡强,男")
    loading.load(CLUES, f"{_HEAD}\nX1,一号,T1,谢秀,{IDS[0]},,13800000011")
    asked: list[str] = []
    fetch = graph.fetch

    async def listening(text: str, params: Mapping[str, Any], name: str) -> list[Any]:
        asked.append(name)
        return await fetch(text, params, name)

    monkeypatch.setattr(graph, "fetch", listening)
    for teams in (("T1",), ("T2",), ("T1",)):
        answer = await ask(
            service,
            viewer_of(writer, *teams),
            "query Main { people { totalCount } a: people(first: 1) { totalCount } }",
        )
        assert answer == {"people": {"totalCount": 2}, "a": {"totalCount": 2}}
    assert asked.count("read/kinds/person") == 6
    assert asked.count("rights/counts") == 1

    loading.load(REGISTER, f"编号,身份证号,姓名,性别\n1,{IDS[0]},谢秀,女\n2,{IDS[1]},胡强,男\n3,{IDS[2]},宋雨,女")
    assert (await ask(service, viewer_of(writer, "T1"), "query Main { people { totalCount } }"))["people"][
        "totalCount"
    ] == 3
    assert asked.count("rights/counts") == 2


async def test_a_graph_whose_kinds_have_no_editions_is_counted_each_time(
    loading: Loading, service: QueryContext, writer: Writer
) -> None:
    for number in (1, 2):
        writer.run_write("CREATE (:Person:Entity {uid: $uid, audience: 1, name: 'x'})", uid=f"person_{number}")
        answer = await ask(service, Viewer("o", (), (1,)), "query Main { people { totalCount } }")
        assert answer["people"]["totalCount"] == number


async def test_a_filter_is_counted_as_it_is_asked(loading: Loading, service: QueryContext, writer: Writer) -> None:
    loading.load(REGISTER, f"编号,身份证号,姓名,性别\n1,{IDS[0]},谢秀,女\n2,{IDS[1]},胡强,男")
    conditions = "{where: {sex: {eq: MALE}}}"
    text = f'query Main {{ a: people(filter: {{name: "谢秀"}}) {{ totalCount }} b: people(filter: {conditions}) {{ totalCount }} }}'
    answer = await ask(service, viewer_of(writer, "T1"), text)

    assert (answer["a"]["totalCount"], answer["b"]["totalCount"]) == (1, 1)
