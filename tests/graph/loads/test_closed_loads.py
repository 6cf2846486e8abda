"""Files that a full listing no longer holds are closed: what is withdrawn or sealed after that does not come back from them."""

from pathlib import Path

import pytest

from loaders.ledger.kept_rows import path_of
from loaders.load.one_source import load_source
from loaders.sync.syncing import Withdrawal, sync_source, withdraw
from tests.bad_inputs.bench import Bench, line, source, table
from tests.bad_inputs.in_secret import traces
from tests.loading import IDS, REGISTER, Loading

_DAILY = REGISTER.replace("files: register.csv", 'files: "day*.csv"')
_HEAD = "编号,身份证号,姓名,性别\n"
_ONE, _TWO, _THREE = (f"{number},{IDS[number]},张三,男\n" for number in (1, 2, 3))
_CANARY = "金丝雀王五"
_SEALING = source(
    read='{format: csv, files: "day*.csv"}',
    add="sealed: [{kind: UPPER_LEVEL, columns: [实名], values: [上级], then: seal}]",
)


def _list(loading: Loading, day: int, *rows: str) -> str:
    """Sync the source with the file of a day in place of all others, and return the load that brought its rows."""
    for old in loading.folder.glob("day*.csv"):
        old.unlink()
    loading.write(f"day{day}.csv", _HEAD + "".join(rows))
    return sync_source(loading.source(_DAILY), loading.folder, loading.environment, lambda *_: None).loads[-1]


def _people(loading: Loading) -> set[str]:
    return {row["id"] for row in loading.rows("MATCH (p:Person) RETURN p.id_number AS id")}


def test_a_withdrawn_source_does_not_come_back_with_the_roll_back_of_a_later_listing(loading: Loading) -> None:
    closed = _list(loading, 1, _ONE, _TWO)
    _list(loading, 2, _TWO, _THREE)
    withdraw(loading.environment, Withdrawal("register"))
    uid = _list(loading, 3, _ONE, _TWO)

    withdraw(loading.environment, Withdrawal("register", load=uid))

    assert _people(loading) == set()
    assert not path_of(loading.environment.home, closed).exists()
    states = loading.rows("MATCH (l:Load) RETURN DISTINCT l.state AS state, l.closed AS closed")
    assert states == [{"state": "WITHDRAWN", "closed": None}]


def test_a_withdrawn_file_does_not_come_back_from_the_one_that_it_had_closed(loading: Loading) -> None:
    _list(loading, 1, _ONE, _TWO)
    _list(loading, 2, _TWO, _THREE)
    withdraw(loading.environment, Withdrawal("register", file="day2.csv"))
    assert _people(loading) == set()
    uid = _list(loading, 3, _ONE, _TWO)

    withdraw(loading.environment, Withdrawal("register", load=uid))

    assert _people(loading) == set()


def test_a_closed_file_that_is_withdrawn_does_not_come_back(loading: Loading) -> None:
    _list(loading, 1, _ONE, _TWO)
    uid = _list(loading, 2, _TWO, _THREE)
    before = loading.hash()
    withdraw(loading.environment, Withdrawal("register", file="day1.csv"))
    assert loading.hash() == before

    withdraw(loading.environment, Withdrawal("register", load=uid))

    assert _people(loading) == set()


def test_a_listing_that_was_at_fault_still_opens_the_one_before(loading: Loading) -> None:
    _list(loading, 1, _ONE, _TWO)
    before = loading.hash()
    uid = _list(loading, 2, _TWO, _THREE)
    (gone,) = loading.rows("MATCH (l:Load {file: 'gone:register'}) RETURN l.uid AS uid")

    withdraw(loading.environment, Withdrawal("register", load=gone["uid"]))
    withdraw(loading.environment, Withdrawal("register", load=uid))

    assert loading.hash() == before


@pytest.fixture
def bench(loading: Loading) -> Bench:
    return Bench(loading)


def _put_day(bench: Bench, day: int, *rows: str) -> None:
    for old in bench.loading.folder.glob("day*.csv"):
        old.unlink()
    bench.put(table(*rows), f"day{day}.csv")


def _title(title: str, level: str = "", day: str = "2024-01-01") -> str:
    return line(编号="1", 标题=title, 日期=day, 实名=level)


def test_a_sealed_row_leaves_what_is_kept_of_closed_files(bench: Bench) -> None:
    loading, other = bench.loading, line(编号="2", 标题="好")
    declared = loading.source(_SEALING)
    for day, row in enumerate((_title(_CANARY), _title(f"{_CANARY}二", day="x"), _title("封", "上级")), 1):
        _put_day(bench, day, row, other)
        outcome = sync_source(declared, loading.folder, loading.environment, lambda *_: None)

    assert outcome.sealed == 1
    assert traces(bench, _CANARY) == []
    withdraw(loading.environment, Withdrawal("ledger", load=outcome.loads[-1]))
    assert [row["标题"] for row in bench.stated()] == ["好"]


def test_the_cells_of_rejected_rows_leave_the_machine_with_their_load(bench: Bench) -> None:
    loading = bench.loading
    _put_day(bench, 1, _title(_CANARY, day="x"), line(编号="2", 标题="好"))
    uid = load_source(loading.source(_SEALING), loading.folder, loading.environment, lambda *_: None).loads[-1]
    again = Path(loading.environment.home / "rejects" / f"again_{uid}.jsonl")
    again.write_bytes((loading.environment.home / "rejects" / f"{uid}.jsonl").read_bytes())
    assert len(traces(bench, _CANARY)) == 2

    withdraw(loading.environment, Withdrawal("ledger"))

    assert traces(bench, _CANARY) == []
