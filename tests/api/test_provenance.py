"""Provenance tells of a shared node what the viewer's own rows say: rows that differ in what is hidden give the same answer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.rights.viewer import Viewer
from graph_service.search.keeping import keep_search_keys
from loaders.load.environment import LoadEnvironment
from tests.api.asked import bytes_of, viewer_of
from tests.conftest import wipe
from tests.loading import CLUES, IDS, REGISTER, Loading

_SECRET = (
    CLUES.replace("name: clues", "name: own_staff").replace("clues.csv", "secret.csv").replace("rank: 10", "rank: 95")
)
_HEAD = "线索编号,标题,部门,被反映人,身份证号,单位,电话"
_REGISTER = f"编号,身份证号,姓名,性别\n1,{IDS[0]},张三,男\n2,{IDS[1]},李四,女"
_NAMED = "asNamed provenance { source sourceKey row load learntAt }"
_ASKED = f"""query Main {{ people(first: 9) {{ edges {{ cursor }} nodes {{
  caption idNumber provenance {{ source sourceKey row load learntAt }}
  namedIn(first: 9) {{ {_NAMED} matter {{ number provenance {{ source sourceKey row load learntAt }} }} }} }} }}
  units(first: 9) {{ nodes {{ name provenance {{ source row load learntAt sourceKey }} }} }}
  lookup(values: ["{IDS[0]}"]) {{ matches {{ node {{ id ... on Person {{ provenance {{ row }} }} }} }} }} }}"""
_TIES = 'query Main {{ expand(id: "person:{0}", first: 9) {{ edges {{ source target properties }} nodes {{ id caption }} }} }}'
Provenances = dict[tuple[str, str], dict[str, Any]]


def _row(key: str, team: str, person: int, name: str) -> str:
    return f"{key},一号,{team},{name},{IDS[person]},云江市财政局,13812345678"


# What T2 may read, with rows between it that T2 may not read: of another team, and of a source that T2 never sees.
_OWN = [_row("X2", "T2", 0, "张三"), _row("X4", "T2", 2, "王五"), _row("X6", "T2", 2, "王五")]
_HIDDEN = [
    [_row("X1", "T1", 0, "张三"), _OWN[0], _row("X3", "T1", 2, "王五"), *_OWN[1:]],
    [_row("X0", "T1", 2, "王五一"), *_OWN, _row("X5", "T1", 0, "张三丰")],
    [_row("X9", "T1", 2, "王五"), _row("X7", "T1", 3, "赵六"), *reversed(_OWN)],
]


@pytest.fixture
def begun(server: Running, writer: Writer, tmp_path: Path) -> Callable[[], Loading]:
    """What empties the graph and gives a folder to load from."""

    def begin() -> Loading:
        wipe(server, writer)
        migrate(writer)
        folder = tmp_path / "data"
        folder.mkdir(exist_ok=True)
        return Loading(LoadEnvironment(writer, b"k" * 43, tmp_path / "home", "tester", chunk=2), folder)

    return begin


async def _told(graph: Graph, viewer: Viewer) -> Provenances:
    """Return the provenances by what they are of."""
    answer = orjson.loads(await bytes_of(graph, viewer, _ASKED))
    told = {("person", each["caption"]): each["provenance"] for each in answer["people"]["nodes"]}
    for person in answer["people"]["nodes"]:
        for naming in person["namedIn"]:
            told["naming", naming["matter"]["number"]] = naming["provenance"]
            told["clue", naming["matter"]["number"]] = naming["matter"]["provenance"]
    return told | {("unit", each["name"]): each["provenance"] for each in answer["units"]["nodes"]}


def _without_loads(answer: bytes, writer: Writer) -> bytes:
    """Return the answer without what is new in each graph: loads go by the source that they are of, their times by none."""
    loads = writer.run_read("MATCH (l:Load) RETURN l.uid AS uid, toString(l.started_at) AS at, l.source AS source")[0]
    for load in loads:
        answer = answer.replace(load["uid"].encode(), f"of {load['source']}".encode())
        # Two loads may have begun in one moment.
        answer = answer.replace(load["at"].encode(), b"when it was loaded")
    return answer


@pytest.mark.parametrize("hidden", _HIDDEN, ids=["between", "around", "before"])
@pytest.mark.parametrize("register_last", [True, False])
async def test_hidden_rows_change_no_byte(
    hidden: list[str], register_last: bool, begun: Callable[[], Loading], graph: Graph, writer: Writer
) -> None:
    answers = []
    for rows, secret in ((_OWN, False), (hidden, True)):
        loading = begun()
        if secret:
            loading.load(
                _SECRET,
                f"{_HEAD}\n" + "\n".join(_row(f"N{at}", "NOBODY", at, name) for at, name in ((0, "张三"), (2, "王五"))),
            )
        for declaration, text in sorted(
            [(REGISTER, _REGISTER), (CLUES, "\n".join([_HEAD, *rows]))], reverse=register_last
        ):
            loading.load(declaration, text)
        keep_search_keys(writer)
        writer.run_schema("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
        ties = [await bytes_of(graph, viewer_of(writer, "T2"), _TIES.format(number)) for number in (IDS[0], IDS[2])]
        answers.append(
            [_without_loads(each, writer) for each in (await bytes_of(graph, viewer_of(writer, "T2"), _ASKED), *ties)]
        )

    assert answers[0] == answers[1]
    assert b'"sourceKey":"X2"' in answers[0][0]


async def test_a_row_is_told_to_whoever_may_read_every_row_of_its_source(
    begun: Callable[[], Loading], graph: Graph, writer: Writer
) -> None:
    loading = begun()
    loading.load(CLUES, "\n".join([_HEAD, *_HIDDEN[0]]))
    loading.load(REGISTER, _REGISTER)
    loads = writer.run_read("MATCH (l:Load) RETURN l.source AS source, l.uid AS uid, toString(l.started_at) AS at")[0]
    clues, register = (next(each for each in loads if each["source"] == name) for name in ("clues", "register"))

    team, all_clues = await _told(graph, viewer_of(writer, "T2")), await _told(graph, viewer_of(writer, "CASE_MGMT"))

    of_register = {
        "source": "register",
        "sourceKey": "1",
        "row": 1,
        "load": register["uid"],
        "learntAt": register["at"],
    }
    nobodys = {"row": None, "load": None, "learntAt": None}
    of_clues = {"source": "clues", "load": clues["uid"], "learntAt": clues["at"]}
    assert team["person", "张三"] == all_clues["person", "张三"] == of_register
    assert team["clue", "X4"] == team["naming", "X4"] == {"source": "clues", "sourceKey": "X4", **nobodys}
    assert all_clues["clue", "X4"] == all_clues["naming", "X4"] == {**of_clues, "sourceKey": "X4", "row": 4}
    assert team["person", "王五"] == {"source": "clues", "sourceKey": "X4", **nobodys}
    assert all_clues["person", "王五"]["sourceKey"] == "X3"
    # Nobody describes the unit: it is only referred to.
    assert team["unit", "云江市财政局"] == {"source": None, "sourceKey": None, **nobodys}


async def test_where_rows_may_be_sealed_no_row_is_told(
    begun: Callable[[], Loading], graph: Graph, writer: Writer
) -> None:
    seals = REGISTER + "sealed: [{kind: OTHER, columns: 姓名, values: [某人], then: seal}]\n"
    loading = begun()
    loading.load(seals, _REGISTER)
    sealing = await _told(graph, viewer_of(writer, "T2"))
    loading.load(REGISTER, _REGISTER)

    assert sealing["person", "张三"]["row"] is None
    assert (await _told(graph, viewer_of(writer, "T2")))["person", "张三"]["row"] == 1, (
        "the declaration of today counts"
    )
