"""A number that is plainly somebody else's is shown as disputed and leads to whom it is."""

from pathlib import Path

import pytest

from graph_service.embedded import Running
from graph_service.graph import Graph, Writer
from graph_service.migrations import migrate
from graph_service.search.keeping import keep_search_keys
from loaders.load.environment import LoadEnvironment
from tests.api.asked import answer_of, viewer_of
from tests.conftest import wipe
from tests.loading import CLUES, IDS, REGISTER, Loading

_ASKED = f"""query Main {{
  people(first: 9) {{ nodes {{ caption idNumber disputedIdNumber }} }}
  person(id: "person:{IDS[0]}") {{ name disputedIdNumber }}
  lookup(values: ["{IDS[0]}"]) {{ matches {{ node {{ caption }} }} }}
  clue(number: "X1") {{ names(first: 9) {{ role entity {{ caption ... on Person {{ disputedIdNumber }} }} }} }} }}"""


@pytest.fixture
def loaded(server: Running, writer: Writer, tmp_path: Path) -> Writer:
    """The register says whose the number is, a clue gives it to somebody else."""
    wipe(server, writer)
    migrate(writer)
    loading = Loading(LoadEnvironment(writer, b"k" * 43, tmp_path / "home", "tester"), tmp_path)
    loading.load(REGISTER, f"编号,身份证号,姓名,性别\n1,{IDS[0]},谢秀,女")
    loading.load(CLUES, f"线索编号,标题,部门,被反映人,身份证号,单位,电话\nX1,一号,T1,胡强,{IDS[0]},,")
    keep_search_keys(writer)
    writer.run_schema("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    return writer


async def test_a_disputed_number_is_shown_as_such(loaded: Writer, graph: Graph) -> None:
    answer = await answer_of(graph, viewer_of(loaded, "T1"), _ASKED)

    people = {each["caption"]: (each["idNumber"], each["disputedIdNumber"]) for each in answer["people"]["nodes"]}
    assert people == {"谢秀": (IDS[0], None), "胡强": (None, IDS[0])}
    assert answer["person"] == {"name": "谢秀", "disputedIdNumber": None}
    assert [each["node"]["caption"] for each in answer["lookup"][0]["matches"]] == ["谢秀"]
    assert answer["clue"]["names"] == [{"role": "SUBJECT", "entity": {"caption": "胡强", "disputedIdNumber": IDS[0]}}]


async def test_who_may_not_read_the_row_learns_nothing_of_the_dispute(loaded: Writer, graph: Graph) -> None:
    answer = await answer_of(graph, viewer_of(loaded, "T2"), _ASKED)

    assert answer["people"]["nodes"] == [{"caption": "谢秀", "idNumber": IDS[0], "disputedIdNumber": None}]
    assert answer["clue"] is None
