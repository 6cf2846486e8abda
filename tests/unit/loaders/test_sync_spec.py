"""What a declaration may say of keeping a source up to date, and what is refused; marks and where reading begins."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from graph_service.errors import BadInput
from loaders.declare.parts import mapping_hash
from loaders.declare.source_file import read_source
from loaders.declare.sync_spec import WatermarkSpec
from loaders.readers.sql_marks import Mark, Watch, begin_of, mark_of
from tests.loading import REGISTER

_TABLE = REGISTER.replace(
    "read: {format: csv, files: register.csv}",
    'read: {format: sql, url: "sqlite:///{data}/r.db", query: SELECT * FROM r}',
)


def _read(tmp_path: Path, text: str) -> Any:
    path = tmp_path / "register.yaml"
    path.write_text(text, encoding="utf-8")
    return read_source(path)


def test_spans_are_read_in_seconds(tmp_path: Path) -> None:
    text = _TABLE + "sync: {every: 15m, sweep: 1d, watermark: {column: 更新时间, overlap: 90s}}\n"

    sync = _read(tmp_path, text).sync

    assert (sync.every, sync.sweep, sync.watermark.overlap) == (900, 86_400, 90)


def test_the_schedule_says_nothing_of_what_rows_become(tmp_path: Path) -> None:
    plain = mapping_hash(_read(tmp_path, REGISTER))

    assert mapping_hash(_read(tmp_path, REGISTER + "sync: {every: 1h}\n")) == plain


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (REGISTER + "sync: {every: often}\n", "sync.every: give a span of time such as 30s, 15m, 6h or 1d"),
        (REGISTER + "sync: {every: 0}\n", "sync.every: Input should be greater than 0"),
        (REGISTER + "sync: {sweep: 1d}\n", "sync: sweep belongs to a watermark"),
        (REGISTER + "sync: {evry: 1d}\n", "sync.evry: name 'evry' unknown; did you mean 'every'"),
        (REGISTER + "sync: {watermark: {column: 时间}}\n", "sync.watermark needs read.format sql"),
        (_TABLE + "sync: {watermark: {colum: 时间}}\n", "did you mean 'column'"),
        (_TABLE + "sync: {watermark: {column: 时间, kind: text}}\n", "Input should be 'datetime', 'date' or 'number'"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadInput) as refused:
        _read(tmp_path, text)

    assert told in str(refused.value)


_ZONE = dt.timezone(dt.timedelta(hours=8))


@pytest.mark.parametrize(
    ("value", "kind", "overlap", "begin"),
    [
        ("2024-03-05 10:00:00", "datetime", 600, "2024-03-05 09:50:00"),
        ("2024-03-05T10:00:00", "datetime", 600, "2024-03-05T09:50:00"),
        ("2024-03-05", "date", 86_400, "2024-03-04"),
        (dt.datetime(2024, 3, 5, 10), "datetime", 600, dt.datetime(2024, 3, 5, 9, 50)),
        (dt.datetime(2024, 3, 5, 10, tzinfo=_ZONE), "datetime", 0, dt.datetime(2024, 3, 5, 10, tzinfo=_ZONE)),
        (dt.date(2024, 3, 5), "date", 86_400, dt.date(2024, 3, 4)),
        (9_000_000_000, "number", 10, 8_999_999_990),
        (Decimal("10.5"), "number", 1, Decimal("9.5")),
    ],
)
def test_reading_begins_an_overlap_before_the_mark(value: Any, kind: Any, overlap: int, begin: Any) -> None:
    mark = mark_of(value)

    again = begin_of(Mark(mark.text, mark.form), WatermarkSpec(column="c", kind=kind, overlap=overlap))

    assert (again, type(again)) == (begin, type(begin))


def test_the_greatest_value_is_the_mark() -> None:
    watch = Watch(WatermarkSpec(column="c"), "here")
    for value in ("2024-03-05 10:00:00", None, "2024-03-07 10:00:00", "9999-01-01 00:00:00", "2024-03-06 10:00:00"):
        watch.see(value)

    assert watch.mark == Mark("2024-03-07 10:00:00", "text")


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("datetime", ["2024/3/5"]),
        ("datetime", [5]),
        ("datetime", ["2024-03-05 10:00:00", "2024-03-05T10:00:00"]),
        ("datetime", ["2024-03-05 10:00:00", "2024-03-05 10:00:00+08:00"]),
        ("number", ["17"]),
        ("number", [True]),
    ],
)
def test_a_column_that_does_not_sort_is_refused(kind: Any, values: list[Any]) -> None:
    watch = Watch(WatermarkSpec(column="更新", kind=kind), "here")
    *before, last = values
    for value in before:
        watch.see(value)

    with pytest.raises(BadInput, match="the watermark column '更新' holds a value"):
        watch.see(last)
