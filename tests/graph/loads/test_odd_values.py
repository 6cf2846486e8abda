"""Values of PostgreSQL that Python does not know cost their row, and messages of the server repeat no cell."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy

from graph_service.errors import BadInput
from loaders.declare.parts import SourceReading
from loaders.readers.tables import open_table
from tests.postgres import postgres
from tests.unit.loaders.case_files import came_of, source_of

_TABLE = """CREATE TABLE people (编号 text, 姓名 text, 金额 numeric, 日期 date, 时间 timestamp, 更新 timestamptz);
INSERT INTO people VALUES ('K1', '张三', 12.30, '2024-01-05', '2024-01-05 10:00', '2024-01-05 10:00+08');
INSERT INTO people SELECT 'D' || n, '李四', 1, day::date, '2024-01-05', '2024-01-05'
  FROM unnest(ARRAY['infinity', '-infinity', '0044-03-15 BC', '10000-01-01']) WITH ORDINALITY AS x(day, n);
INSERT INTO people SELECT 'T' || n, '李四', 1, '2024-01-05', '2024-01-05', at::timestamptz
  FROM unnest(ARRAY['infinity', '-infinity', '0044-03-15 BC', '10000-01-01']) WITH ORDINALITY AS x(at, n)"""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with postgres() as address:
        engine = sqlalchemy.create_engine(address)
        with engine.begin() as connection:
            for statement in _TABLE.split(";"):
                connection.execute(sqlalchemy.text(statement))
        engine.dispose()
        yield address


def test_a_day_that_python_does_not_know_costs_its_row(url: str, tmp_path: Path) -> None:
    person = {"kind": "Person", "fields": {"name": "姓名", "born_on": "日期"}}
    query = "SELECT 编号, 姓名, 日期 FROM people WHERE 编号 !~ 'T' ORDER BY 编号 DESC"
    found = list(came_of(source_of({"format": "sql", "url": url, "query": query}, nodes={"p": person}), tmp_path))

    assert found[0] == ("K1", ["张三", "2024-01-05"])
    assert found[1:] == [(f"row {row}", ("日期", "bytes")) for row in range(2, 6)]


def test_such_a_value_where_nothing_is_read_of_it_costs_nothing(url: str, tmp_path: Path) -> None:
    read = {"format": "sql", "url": url, "query": "SELECT 编号, 姓名, 金额, 更新 FROM people"}

    assert len([key for key, _ in came_of(source_of(read, columns="open"), tmp_path) if key[0] in "KDT"]) == 9


def test_such_a_value_is_no_mark(url: str, tmp_path: Path) -> None:
    read = {"format": "sql", "url": url, "query": "SELECT 编号, 姓名, 金额, 更新 FROM people"}
    opened = open_table(
        SourceReading.of(source_of(read, sync={"watermark": {"column": "更新", "overlap": 0}})), tmp_path
    )

    assert len(list(opened.rows())) == 9
    mark = opened.mark()
    assert mark is not None
    assert mark.text.startswith("2024-01-05")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT 编号, 姓名::int AS 姓名, 金额 FROM people", "SQLSTATE 22P02"),
        ("SELECT 编号, 姓名, 1 / (金额 - 1) AS 金额 FROM people", "SQLSTATE 22012"),
        ("SELECT 编号, 姓名, 没有 FROM people", "没有"),
        ("SELECT 编号, 姓名, 金额 FROM nobody", "nobody"),
    ],
)
def test_a_refusal_of_the_server_repeats_no_cell(url: str, tmp_path: Path, query: str, told: str) -> None:
    with pytest.raises(BadInput, match=told) as caught:
        list(came_of(source_of({"format": "sql", "url": url, "query": query}), tmp_path))

    assert not [cell for cell in ("张三", "李四", "12.30") if cell in f"{caught.value} {caught.value.zh}"]
