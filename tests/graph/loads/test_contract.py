"""What a source's contract stops, keeps out or lets pass, over more than one load."""

from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from graph_service.errors import BadInput
from loaders.load.one_source import load_source
from loaders.readers import outside
from loaders.sync.rejects import export_rejects, retry_rejects
from tests.bad_inputs.bench import Bench, line, source, table
from tests.bad_inputs.in_secret import traces
from tests.bad_inputs.workbooks import book
from tests.loading import Loading, counts

_CANARY = "金丝雀李四"
_SEALING = source(add="sealed: [{kind: UPPER_LEVEL, columns: [实名], values: [上级], then: seal}]")
_OPEN, _SEALED = line(编号="1", 标题=_CANARY), line(编号="1", 标题=_CANARY, 实名="上级")
_OTHER = line(编号="2", 标题="好")


def _rows(count: int, **cells: str) -> list[str]:
    return [line(编号=str(number), **cells) for number in range(count)]


@pytest.fixture
def bench(loading: Loading) -> Bench:
    return Bench(loading)


def test_a_column_that_has_changed_its_type_stops_the_load_before_anything_is_merged(bench: Bench) -> None:
    bench.put(table(*_rows(200, 日期="张三")))

    with pytest.raises(BadInput, match=r"column '日期' rejects 50 of 50 rows, more than the share of 0\.5") as caught:
        bench.load(source())

    assert bench.loading.rows("MATCH (n:Clue|RejectedRow) RETURN count(n) AS n") == [{"n": 0}]
    kept = bench.loading.rows("MATCH (l:Load) RETURN l.state AS state, l.refusal AS en, l.refusal_zh AS zh")
    assert kept == [{"state": "FAILED", "en": caught.value.what, "zh": caught.value.zh}]


def test_a_contract_may_let_it_pass_and_every_row_is_counted(bench: Bench) -> None:
    bench.put(table(*_rows(60, 日期="张三")))

    assert counts(bench.load(source(add="retyped: 1"))) == (60, 0, 0, 60)


def test_a_row_that_is_sealed_later_is_taken_back(bench: Bench) -> None:
    bench.put(table(_OPEN, _OTHER))
    bench.load(_SEALING)
    assert traces(bench, _CANARY)

    bench.put(table(_SEALED, _OTHER))
    outcome = bench.load(_SEALING)

    assert (counts(outcome), outcome.sealed) == ((2, 0, 1, 1), 1)
    assert traces(bench, _CANARY) == []
    left = bench.loading.hash()
    bench.begin()
    bench.put(table(_OTHER))
    bench.load(_SEALING)
    assert bench.loading.hash() == left


@pytest.mark.parametrize("order", [(_OPEN, _SEALED), (_SEALED, _OPEN)], ids=["after", "before"])
def test_a_sealed_row_wins_over_another_with_its_key(bench: Bench, order: tuple[str, str]) -> None:
    bench.put(table(*order, _OTHER))

    outcome = bench.load(_SEALING)

    assert outcome.sealed == 1
    assert [row["标题"] for row in bench.stated()] == ["好"]
    assert traces(bench, _CANARY) == []


def test_the_same_file_again_leaves_the_receipts_as_they_are(bench: Bench) -> None:
    bench.put(table(_SEALED, _OTHER))
    bench.load(_SEALING)
    before = bench.loading.rows("MATCH (n) RETURN elementId(n) AS id, properties(n) AS p ORDER BY id")

    assert counts(bench.load(_SEALING)) == (2, 0, 1, 1)

    assert bench.loading.rows("MATCH (n) RETURN elementId(n) AS id, properties(n) AS p ORDER BY id") == before


def test_of_a_guarded_source_no_broken_row_keeps_its_cells(bench: Bench) -> None:
    bench.put(table(f"1,{_CANARY}\n", _OTHER))

    outcome = bench.load(_SEALING)

    assert (outcome.rejected, outcome.sealed) == (1, 0)
    assert traces(bench, _CANARY) == []


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_nothing_of_a_large_sealed_file_is_left(bench: Bench, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.setattr(outside, "SMALL_TEXT", -1)
    declared = _SEALING
    if form == "xlsx":
        declared = declared.replace("format: csv, files: a.csv", "format: xlsx, files: a.xlsx")
        bench.put(book({"标题": _CANARY, "实名": "上级"}, {"编号": "2", "标题": "好"}), "a.xlsx")
    else:
        bench.put(table(_SEALED, _OTHER))

    assert bench.load(declared).sealed == 1

    assert traces(bench, _CANARY) == []


def test_sealed_rows_do_not_come_in_with_repaired_ones(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    bench.put(table(line(编号="1", 标题="好", 日期="x")))
    bench.load(_SEALING)
    export_rejects(bench.loading.environment, "ledger", path)
    refusing = bench.loading.source(_SEALING.replace("then: seal", "then: refuse").replace("[上级]", "[是, 好]"))
    refusing = refusing.model_copy(update={"sealed": (refusing.sealed[0].model_copy(update={"columns": ("标题",)}),)})

    with pytest.raises(BadInput, match="the source's contract keeps out"):
        retry_rejects(refusing, path, bench.loading.environment, lambda *_: None)


def test_a_reader_that_is_killed_fails_the_load_which_the_same_command_completes(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "SMALL_TEXT", -1)
    bench.put(table(*_rows(30_000, 标题="一")))
    declared = bench.loading.source(source())

    def kill(_source: str, rows: int, _rejected: int) -> None:
        if 50 <= rows < 100:
            own = psutil.Process().children()
            next(each for each in own if "loaders.readers.child" in each.cmdline()).kill()

    with pytest.raises(BadInput, match="ended before its time"):
        load_source(declared, bench.loading.folder, bench.loading.environment, kill)

    state = bench.loading.rows("MATCH (l:Load) RETURN l.state AS state, l.read AS read")
    assert state[0]["state"] == "FAILED"
    assert 0 < state[0]["read"] < 30_000
    bench.put(table(*_rows(400, 标题="一")))
    assert counts(bench.load(source()))[0] == 400
