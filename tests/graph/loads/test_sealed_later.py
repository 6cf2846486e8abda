"""Rows that are sealed after they were loaded: nothing of them comes back, however the source is read or rolled back."""

from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy

from graph_service.errors import BadInput
from loaders.declare.parts import SourceSchedule
from loaders.declare.source import Source
from loaders.ledger.kept_rows import path_of
from loaders.load.one_source import Outcome, load_source
from loaders.readers.marks import MARKED
from loaders.sync.source_state import recorded
from loaders.sync.syncing import SyncOptions, Withdrawal, sync_source, withdraw
from tests.bad_inputs.bench import Bench, line, source, table
from tests.bad_inputs.in_secret import traces
from tests.loading import Loading, counts

_CANARY = "金丝雀王五"
_RULE = "sealed: [{kind: UPPER_LEVEL, columns: [实名], values: [上级], then: seal}]"
_SEALING = source(add=_RULE)
_VERSIONED = source(add=f"{_RULE}\nversion: {{column: 日期, as: date}}")
_OTHER = line(编号="2", 标题="好", 日期="2024-01-01")
_REGISTER = """
name: register
title: Register in a database 数据库登记
holder: IT
classification: INTERNAL
readers: [EVERYONE]
read: {format: sql, url: "sqlite:///{data}/table.db", query: SELECT * FROM people}
key: 编号
renamed: {姓名: [名字]}
optional: [性别]
sealed: [{kind: UPPER_LEVEL, columns: [管理权限], values: [省管], then: @THEN@}]
sync: {watermark: {column: 更新时间, kind: datetime, overlap: 1s}, sweep: 1d}
nodes:
  person: {kind: Person, fields: {name: 姓名, sex: 性别}}
"""


@pytest.fixture
def bench(loading: Loading) -> Bench:
    return Bench(loading)


def _row(title: str, day: int, level: str = "") -> str:
    return line(编号="1", 标题=title, 日期=f"2024-01-{day:02d}", 实名=level)


@pytest.mark.parametrize("declared", [_SEALING, _VERSIONED], ids=["plain", "versioned"])
@pytest.mark.parametrize("rolled_back", [0, 1, 2])
def test_rolling_back_brings_no_sealed_row_back(bench: Bench, declared: str, rolled_back: int) -> None:
    uids = []
    for row in (_row(_CANARY, 1), _row(f"{_CANARY}二", 2), _row("封", 3, "上级")):
        bench.put(table(row, _OTHER))
        uids += bench.load(declared).loads

    withdraw(bench.loading.environment, Withdrawal("ledger", load=uids[rolled_back]))

    assert traces(bench, _CANARY) == []
    assert [row["标题"] for row in bench.stated()] == ["好"]


def test_what_was_said_after_a_row_was_sealed_is_rolled_back_to_nothing(bench: Bench) -> None:
    for row in (_row(_CANARY, 1), _row("封", 2, "上级")):
        bench.put(table(row, _OTHER))
        bench.load(_SEALING)
    left = bench.loading.hash()
    bench.put(table(_row("可以公开", 3), _OTHER))
    uid = bench.load(_SEALING).loads[-1]

    withdraw(bench.loading.environment, Withdrawal("ledger", load=uid))

    assert bench.loading.hash() == left


def test_cells_of_rejected_rows_go_when_their_row_is_sealed(bench: Bench) -> None:
    bench.put(table(line(编号="1", 标题=_CANARY, 日期="x"), line(编号="3", 标题="坏", 日期="x"), _OTHER))
    bench.load(_SEALING)
    bench.put(table(_row(_CANARY, 1), _row(f"{_CANARY}二", 1), _row("封", 2, "上级"), _OTHER))

    outcome = bench.load(_SEALING)

    assert (outcome.rejected, outcome.sealed) == (2, 1)  # one of two that contradict each other, and the sealed one
    assert traces(bench, _CANARY) == []
    assert traces(bench, "坏")


def test_what_its_text_named_goes_with_a_row(bench: Bench) -> None:
    bench.put(table(_row("一", 1), _OTHER))
    bench.load(_SEALING)
    named = "MATCH (c:Clue) CREATE (c)-[:MENTIONS]->(:Mention {uid: 'mention_' + c.number, text: $text + c.number})"
    bench.loading.environment.writer.run_write(named, text=_CANARY)
    alike = "MATCH (a:Clue {number: '1'}), (b:Clue {number: '2'}) CREATE (b)-[:SAYS_ALIKE {words: [$text, $text]}]->(a)"
    bench.loading.environment.writer.run_write(alike, text=_CANARY)

    bench.put(table(_row("封", 2, "上级"), _OTHER))
    bench.load(_SEALING)

    assert bench.loading.rows("MATCH (x:Mention) RETURN x.text AS text") == [{"text": f"{_CANARY}2"}]
    assert bench.loading.rows("MATCH ()-[r:SAYS_ALIKE]->() RETURN r.words AS words") == []


def test_what_is_left_of_the_kept_rows_still_rolls_back(bench: Bench) -> None:
    first = table(_row(_CANARY, 1), _OTHER, line(编号="3", 标题="一"))
    bench.put(first)
    before = bench.load(_SEALING).loads[-1]
    bench.put(table(_row("封", 2, "上级"), _OTHER, line(编号="3", 标题="二")))
    uid = bench.load(_SEALING).loads[-1]

    withdraw(bench.loading.environment, Withdrawal("ledger", load=uid))

    assert [row["标题"] for row in bench.stated()] == ["好", "一"]
    assert path_of(bench.loading.environment.home, before).stat().st_mode & 0o077 == 0


def _written(loading: Loading, then: str = "seal") -> tuple[Source, sqlalchemy.Engine]:
    engine = sqlalchemy.create_engine(f"sqlite:///{loading.folder}/table.db")
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("CREATE TABLE people (编号 int, 名字 text, 管理权限 text, 更新时间 text)"))
    _put(engine, 1, _CANARY, 1)
    _put(engine, 2, "李四", 2)
    return loading.source(_REGISTER.replace("@THEN@", then)), engine


def _put(engine: sqlalchemy.Engine, number: int, name: str, minute: int, level: str = "") -> None:
    row = {"n": number, "name": name, "level": level, "at": f"2024-03-05 10:{minute:02d}:00"}
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("DELETE FROM people WHERE 编号 = :n"), row)
        connection.execute(sqlalchemy.text("INSERT INTO people VALUES (:n, :name, :level, :at)"), row)


def _sync(loading: Loading, declared: Source, **options: bool) -> Outcome:
    return sync_source(declared, loading.folder, loading.environment, lambda *_: None, SyncOptions(**options))


def test_a_row_of_a_table_is_sealed_when_it_is_read_by_its_watermark(bench: Bench) -> None:
    loading = bench.loading
    declared, engine = _written(loading)
    first = _sync(loading, declared)
    _put(engine, 1, _CANARY, 10, "省管")
    _put(engine, 3, _CANARY, 11, "省管")

    second, third = _sync(loading, declared), _sync(loading, declared)

    assert counts(first) == (2, 2, 0, 0)
    assert first.drift == [("sql:register", "renamed: '名字' to '姓名'"), ("sql:register", "lost: '性别'")]
    assert (counts(second), second.sealed) == ((3, 0, 1, 2), 2)
    assert (counts(third), third.sealed) == ((1, 0, 0, 1), 1)  # a sealed row has moved the mark
    assert loading.rows("MATCH (p:Person) RETURN p.name AS name") == [{"name": "李四"}]
    assert [path for path in traces(bench, _CANARY) if not path.endswith("table.db")] == []
    engine.dispose()


def test_a_late_row_that_the_sweep_finds_is_sealed_too(bench: Bench) -> None:
    loading = bench.loading
    declared, engine = _written(loading)
    _sync(loading, declared)
    _put(engine, 3, _CANARY, 0, "省管")

    swept = _sync(loading, declared, sweep=True)

    assert (swept.sealed, swept.removed) == (1, 0)
    assert loading.rows("MATCH (r:SealedReceipt) RETURN r.kind AS kind") == [{"kind": "UPPER_LEVEL"}]
    assert loading.rows("MATCH (p:Person) RETURN count(p) AS n") == [{"n": 2}]
    engine.dispose()


def test_a_table_is_refused_before_its_first_changed_row(bench: Bench) -> None:
    loading = bench.loading
    declared, engine = _written(loading, "refuse")
    _sync(loading, declared)
    _put(engine, 2, "李四光", 9)
    _put(engine, 3, "王五", 10, "省管")

    with pytest.raises(BadInput, match="the source's contract keeps out"):
        _sync(loading, declared)

    names = loading.rows("MATCH (p:Person) RETURN p.name AS name ORDER BY name")
    assert [row["name"] for row in names] == ["李四", _CANARY]
    states = loading.rows("MATCH (l:Load) RETURN l.state AS state ORDER BY l.started_at")
    assert [row["state"] for row in states] == ["DONE", "REFUSED"]
    engine.dispose()


def test_the_state_of_a_source_does_not_name_a_file_that_is_secret(bench: Bench, tmp_path: Path) -> None:
    bench.put(table(line(标题="机密★10年")), f"{_CANARY}.csv")
    environment = replace(bench.loading.environment, home=tmp_path)
    declared = bench.loading.source(source(read='{format: csv, files: "*.csv"}'))

    with pytest.raises(BadInput, match="the mark of a state secret"):
        recorded(
            SourceSchedule.of(declared),
            environment,
            lambda environment: load_source(declared, bench.loading.folder, environment, lambda *_: None),
        )

    (state,) = bench.loading.rows("MATCH (s:SourceState) RETURN s.last_error AS error, s.failures AS failures")
    assert state["failures"] == 1
    assert state["error"].startswith(MARKED)
    assert _CANARY not in state["error"]
