"""The 69 bad inputs: each loaded exactly, or rejected with its place and reason, or refused by name; and their table."""

import os
from pathlib import Path

import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.migrations import migrate
from loaders.load.environment import LoadEnvironment
from tests.bad_inputs import in_bytes, in_life, in_secret, in_text, in_values, in_workbooks
from tests.bad_inputs.bench import BadInputCase, Bench, InputEnding
from tests.bad_inputs.page import written
from tests.conftest import wipe
from tests.loading import Loading

CASES = sorted(
    [
        *in_bytes.CASES,
        *in_text.CASES,
        *in_workbooks.CASES,
        *in_values.CASES,
        *in_life.CASES,
        *in_secret.CASES,
    ],
    key=lambda case: case.number,
)
_PAGE = Path(__file__).parents[3] / "docs" / "bad_inputs.md"
_WRITES = "LEADLINK_TEST_WRITE_BAD_INPUTS"


@pytest.fixture(scope="module")
def bench(server: Running, writer: Writer, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """One graph and one folder for all."""
    wipe(server, writer)
    migrate(writer)
    folder = tmp_path_factory.mktemp("bad inputs")
    (folder / "data").mkdir()
    return Bench(Loading(LoadEnvironment(writer, b"k" * 43, folder / "home", "tester", chunk=50), folder / "data"))


@pytest.fixture(scope="module")
def said() -> dict[int, InputEnding]:
    """What came of each case so far."""
    return {}


@pytest.mark.parametrize("place", range(len(CASES)), ids=[f"{case.number} {case.what}" for case in CASES])
def test_bad_input(bench: Bench, said: dict[int, InputEnding], place: int) -> None:
    bench.begin()

    said[place] = CASES[place].run(bench)

    assert bench.repeated(said[place]) == []


def test_all_69_are_tried() -> None:
    assert {case.number for case in CASES} == set(range(1, 70))


def test_the_page_is_what_the_run_gave(bench: Bench, said: dict[int, InputEnding]) -> None:
    if len(said) < len(CASES):
        pytest.skip("not every case ran and passed")
    ended: list[tuple[BadInputCase, InputEnding]] = [(case, said[place]) for place, case in enumerate(CASES)]
    text = written(ended, str(bench.loading.folder))
    if os.environ.get(_WRITES):
        _PAGE.write_text(text, encoding="utf-8")

    assert _PAGE.read_text(encoding="utf-8") == text, f"set {_WRITES}=1 to write it anew"
