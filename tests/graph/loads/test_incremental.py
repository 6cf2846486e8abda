"""Tables with a watermark: only what changed is read, late rows within the overlap are not lost, deletions are swept."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import sqlalchemy

from graph_service.errors import BadInput, Conflict
from loaders.sync.syncing import SyncOptions, Withdrawal, sync_source, withdraw
from tests.loading import Loading, counts
from tests.postgres import postgres
from tests.tables import TABLE, TYPES, SourceTable


@pytest.fixture(scope="module")
def server_url() -> Iterator[str]:
    with postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres", "numbered"])
def table(request: pytest.FixtureRequest, loading: Loading) -> Iterator[SourceTable]:
    kept_in, kind, overlap = TYPES[request.param]
    lite = f"sqlite:///{loading.folder}/table.db"
    url = lite if request.param == "sqlite" else request.getfixturevalue("server_url")
    declared = "sqlite:///{data}/table.db" if url == lite else url
    text = TABLE.replace("@URL@", declared).replace("@KIND@", kind).replace("@OVERLAP@", overlap)
    engine = sqlalchemy.create_engine(url)
    with engine.begin() as connection:
        if url != lite:
            connection.execute(sqlalchemy.text("SET lock_timeout = '10s'"))  # a reader left open is a fault, not a wait
        connection.execute(sqlalchemy.text("DROP TABLE IF EXISTS people"))
        ddl = f"CREATE TABLE people (编号 bigint, 姓名 text, 电话 text, 更新时间 {kept_in})"
        connection.execute(sqlalchemy.text(ddl))
    table = SourceTable(loading, engine, loading.source(text), request.param == "numbered")
    table.put(1, "张三", 0, "13812345678")
    table.put(2, "李四", 30)
    table.put(3, "王五", 60)
    yield table
    engine.dispose()


def test_only_what_changed_is_read(table: SourceTable) -> None:
    first = counts(table.sync())
    table.put(2, "李四光", 90)
    table.put(4, "赵六", 95)

    second = counts(table.sync())
    third = counts(table.sync())

    assert (first, second) == ((3, 3, 0, 0), (3, 2, 1, 0))  # the row at the mark is read again
    assert third == (2, 0, 2, 0)
    assert table.names() == ["张三", "李四光", "王五", "赵六"]
    table.assert_as_loaded_anew()


def test_a_late_row_within_the_overlap_is_not_lost(table: SourceTable) -> None:
    table.sync()
    table.put(4, "赵六", 51)  # committed after the mark of minute 60 was read

    assert counts(table.sync()) == (2, 1, 1, 0)
    assert "赵六" in table.names()


def test_a_row_later_than_the_overlap_is_found_by_the_sweep(table: SourceTable) -> None:
    table.sync()
    table.put(4, "赵六", 49)

    missed = counts(table.sync())
    swept = table.sync(sweep=True)

    assert missed == (1, 0, 1, 0)
    assert (counts(swept), swept.removed) == ((2, 1, 1, 0), 0)
    table.assert_as_loaded_anew()


def test_a_row_without_a_watermark_is_read_every_time(table: SourceTable) -> None:
    table.put(5, "无时", None)
    table.sync()
    table.put(5, "无时二", None)

    assert counts(table.sync()) == (2, 1, 1, 0)
    assert "无时二" in table.names()


def test_a_sweep_sees_deleted_rows_and_reads_keys_only(table: SourceTable) -> None:
    table.sync()
    table.delete(1)

    before = table.sync()
    swept = table.sync(sweep=True)

    assert before.removed is None
    assert (counts(swept), swept.removed) == ((1, 0, 1, 0), 1)
    assert table.names() == ["李四", "王五"]
    table.assert_as_loaded_anew()


def test_a_sweep_comes_by_itself_when_its_time_is_up(table: SourceTable) -> None:
    table.sync()
    table.delete(1)
    table.loading.environment.writer.run_write(
        "MATCH (s:SourceState) SET s.swept_at = datetime() - duration({hours: 25})"
    )

    assert table.sync().removed == 1
    assert table.sync().removed is None


def test_a_row_that_only_loses_a_link_is_seen(table: SourceTable) -> None:
    table.sync()
    table.put(1, "张三", 70)

    assert counts(table.sync()) == (2, 1, 1, 0)
    table.assert_as_loaded_anew()


def test_a_broken_off_window_is_read_again(table: SourceTable) -> None:
    table.sync()
    table.put(4, "赵六", 90)

    def broken(_source: str, rows: int, _rejected: int) -> None:
        if rows:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sync_source(table.source, table.loading.folder, table.loading.environment, broken)
    table.put(5, "钱七", 55)  # late, but within the overlap of the mark that still holds

    table.sync()

    assert table.names() == ["张三", "李四", "王五", "赵六", "钱七"]
    table.assert_as_loaded_anew()


def test_another_mapping_reads_everything(table: SourceTable) -> None:
    table.sync()
    nodes = {name: spec.model_copy(update={"fields": {}}) for name, spec in table.source.nodes.items()}
    table.source = table.source.model_copy(update={"nodes": nodes, "ignored": ("姓名",)})

    assert table.sync().read == 3
    assert table.names() == [None, None, None]


def test_another_interval_does_not(table: SourceTable) -> None:
    table.sync()
    assert table.source.sync
    table.source = table.source.model_copy(update={"sync": table.source.sync.model_copy(update={"every": 60})})

    assert table.sync().read == 1


def test_a_withdrawn_table_is_read_whole_again(table: SourceTable) -> None:
    table.sync()
    withdraw(table.loading.environment, Withdrawal("table"))

    assert counts(table.sync()) == (3, 3, 0, 0)


def test_a_load_that_is_rolled_back_is_read_again(table: SourceTable) -> None:
    table.sync()
    table.put(4, "赵六", 62)
    table.put(6, "孙八", 80)  # at the mark: the load after this one reads it again
    middle = table.sync().loads[-1]
    table.put(5, "钱七", 100)
    table.sync()

    withdraw(table.loading.environment, Withdrawal("table", load=middle))
    rolled_back = table.names()

    assert rolled_back == sorted(["张三", "李四", "王五", "钱七", "孙八"])
    assert counts(table.sync()) == (4, 1, 3, 0)
    table.assert_as_loaded_anew()


def test_a_table_whose_newest_row_is_gone_writes_no_entry(table: SourceTable) -> None:
    table.sync()
    table.sync()
    table.delete(3)
    before = table.loading.rows("MATCH (l:Load) RETURN count(l) AS n")

    assert table.sync().read == 0
    assert table.loading.rows("MATCH (l:Load) RETURN count(l) AS n") == before


def test_a_value_far_ahead_is_no_mark(table: SourceTable) -> None:
    if table.numbered:
        pytest.skip("a number has no future")
    with table.engine.begin() as connection:
        connection.execute(sqlalchemy.text("UPDATE people SET 更新时间 = '9999-12-31 00:00:00' WHERE 编号 = 3"))
    table.sync()
    table.put(4, "赵六", 31)

    table.sync()

    assert "赵六" in table.names()


def test_a_dry_run_moves_nothing(table: SourceTable) -> None:
    table.sync()
    before = table.loading.rows("MATCH (l:Load) RETURN properties(l) AS p ORDER BY l.uid")
    table.put(4, "赵六", 90)
    environment = replace(table.loading.environment, dry_run=True)

    told = sync_source(
        table.source, table.loading.folder, environment, lambda *_: None, SyncOptions(dry_run=True, sweep=True)
    )

    assert told.merged == 1
    assert table.loading.rows("MATCH (l:Load) RETURN properties(l) AS p ORDER BY l.uid") == before


def test_a_sweep_refuses_to_take_back_most_of_a_table(table: SourceTable) -> None:
    for number in range(10, 160):
        table.put(number, f"姓{number}", 0)
    table.sync()
    with table.engine.begin() as connection:
        connection.execute(sqlalchemy.text("DELETE FROM people WHERE 编号 > 3"))

    with pytest.raises(Conflict, match="150 of 153 rows of source table are gone"):
        table.sync(sweep=True)
    assert table.sync(sweep=True, even_most=True).removed == 150


def test_texts_that_do_not_sort_as_times_are_refused(loading: Loading) -> None:
    url = "sqlite:///{data}/table.db"
    source = loading.source(TABLE.replace("@URL@", url).replace("@KIND@", "datetime").replace("@OVERLAP@", "10m"))
    engine = sqlalchemy.create_engine(f"sqlite:///{loading.folder}/table.db")
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("CREATE TABLE people (编号 int, 姓名 text, 电话 text, 更新时间 text)"))
        for number, at in enumerate(("2024-03-05 10:00:00", "2024-03-05T11:00:00")):
            row = {"n": number, "at": at}
            connection.execute(sqlalchemy.text("INSERT INTO people VALUES (:n, '张三', '', :at)"), row)
    engine.dispose()

    with pytest.raises(BadInput, match=r"watermark column .更新时间. holds a value .* written like"):
        sync_source(source, loading.folder, loading.environment, lambda *_: None)
