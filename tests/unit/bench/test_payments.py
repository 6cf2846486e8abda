"""The rows of `bench.million` are refused for exactly what was spoilt in them, and taken when they are repaired."""

from pathlib import Path

import fastexcel
import pytest
import xlsxwriter  # type: ignore[import-untyped]

from bench.million import DECLARATION
from bench.payments import COLUMNS, EVERY, FAULTS, fault_of, good_row, spoilt_rows, write_payments, written_row
from bench.repair import repair
from graph_service.rights.audiences import Audiences
from loaders.declare.parts import SourceMapping, SourceReading
from loaders.declare.source_file import read_source
from loaders.mapping.context import MappingContext
from loaders.mapping.lookups import Lookups
from loaders.mapping.row_mapping import compile_mapping
from loaders.readers import open_inputs
from loaders.rejection import Rejection, RowRefused, Sealed

_ROWS = EVERY * len(FAULTS) * 2


def test_spoilt_rows_are_refused_for_what_was_spoilt_and_no_others(tmp_path: Path) -> None:
    write_payments(tmp_path / "payments.csv", _ROWS)
    source = read_source(DECLARATION)
    (opened,) = open_inputs(SourceReading.of(source), tmp_path)
    map_row = compile_mapping(
        SourceMapping.of(source), opened.columns, MappingContext(b"k" * 43, Audiences({}), Lookups())
    )
    refused: dict[int, tuple[str, str]] = {}
    for item in opened.rows():
        assert not isinstance(item, Sealed)
        if isinstance(item, Rejection):
            refused[item.row] = (item.reason.column, item.reason.value_class)
            continue
        try:
            map_row(*item)
        except RowRefused as error:
            refused[item[0]] = (error.reason.column, error.reason.value_class)

    faults = {row: fault for row in spoilt_rows(_ROWS) if (fault := fault_of(row))}
    assert refused == {row: (fault.column, fault.value_class) for row, fault in faults.items()}
    assert {*faults.values()} == {*FAULTS}


def test_rows_that_are_not_spoilt_have_keys_of_their_own() -> None:
    rows = [tuple(good_row(row)) for row in range(1, 5_000)]

    assert len({row[0] for row in rows}) == len(rows)
    assert all(written_row(row) == good_row(row) for row in range(1, EVERY))


@pytest.mark.parametrize("row", [EVERY, EVERY * 5])
def test_a_repaired_workbook_holds_the_rows_as_they_should_be(tmp_path: Path, row: int) -> None:
    exported, repaired = tmp_path / "rejected.xlsx", tmp_path / "repaired.xlsx"
    book = xlsxwriter.Workbook(str(exported))
    sheet = book.add_worksheet("rejected")
    sheet.write_row(0, 0, ["load", "file 文件", "row 行号", *COLUMNS])
    sheet.write_row(1, 0, ["load_1", "payments.csv", str(row), *written_row(row)])
    book.close()

    repair(exported, repaired)

    (found,) = fastexcel.read_excel(repaired).load_sheet(0, dtypes="string").to_polars().iter_rows()
    assert list(found) == ["load_1", "payments.csv", str(row), *good_row(row)]
