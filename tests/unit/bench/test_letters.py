"""The letters of the blind measures: rows that every file takes as its own, truth that names them, halves that make a whole."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from bench.letters.extend import extend
from bench.letters.halves import Half, counted
from bench.letters.letters import Letter, Letters, read_added, read_letters
from bench.letters.main import write
from bench.letters.write import append
from bench.other_city import DECLARATIONS
from graph_service.errors import BadInput
from loaders.declare.parts import SourceReading
from loaders.declare.source_file import read_source
from loaders.readers.tables import open_whole

_FORMS = {
    "petition": "bom",
    "transfers": "bom",
    "palm": "jsonl",
    "stationed": "jsonl",
    "audit": "xlsx",
    "inspection": "xlsx",
}
_LETTERS = {letters: read_letters(letters) for letters in Letters}


def _begin(path: Path, form: str, cells: dict[str, Any]) -> None:
    if form == "jsonl":
        path.write_text(json.dumps(cells, ensure_ascii=False) + "\n", encoding="utf-8")
    elif form == "bom":
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows([cells, cells.values()])
    else:
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet()
            total = ["合计", *(cell if isinstance(cell, float) else None for cell in list(cells.values())[1:])]
            for number, line in enumerate((["清单"], cells, cells.values(), total)):
                sheet.write_row(number, 0, list(line))


@pytest.mark.parametrize("letters", Letters)
@pytest.mark.parametrize("name", _FORMS)
def test_every_file_takes_the_letters_as_rows_of_its_own(name: str, letters: Letters, tmp_path: Path) -> None:
    source = read_source(DECLARATIONS / f"{name}.yaml")
    path = tmp_path / str(source.read.files)
    first, *others = [letter.cells for letter in _LETTERS[letters] if letter.file == path.name]
    _begin(path, _FORMS[name], first)

    append(path, _FORMS[name], list(first), others)

    (opened,) = open_whole(SourceReading.of(source), tmp_path)
    key, read = next(iter(first)), list(opened.rows())
    rows = [item[1] for item in read if isinstance(item, tuple)]
    assert [row[opened.columns.index(key)] for row in rows] == [cells[key] for cells in (first, *others)]
    assert len(read) - len(rows) == (_FORMS[name] == "xlsx")  # the line of totals, below all


@pytest.mark.parametrize("letters", Letters)
def test_the_truth_names_every_letter_and_no_other(letters: Letters) -> None:
    added = read_added(letters)
    used = [number for pair in added["pairs"] for number in pair["matters"]]
    beside = {each[side] for each in added["near_misses"] for side in "ab"}
    written = {
        next(iter(letter.cells.values())) for letter in _LETTERS[letters] if letter.file != "案管室_移送登记.csv"
    }

    assert len(used) == len(set(used)) == 2 * len(added["pairs"])
    assert set(used) | beside == set(added["matters"]) == written


def test_the_halves_share_no_pair_and_make_the_whole() -> None:
    pairs = [{"kind": "k", "matters": [f"a{number}", f"b{number}"]} for number in range(5)]
    added = {"pairs": pairs, "near_misses": [{"kind": "k", "a": "a0", "b": "b1"}]}
    links = [("b0", "a0", 0.5), ("a1", "b1", 0.49), ("a2", "b2", 0.9), ("a3", "b3", 1.0), ("a0", "b1", 0.7)]

    told = {half: [line.split()[-3:] for line in counted(added, links, half)] for half in (Half.A, Half.B, None)}

    assert told[Half.A] == [["2", "/", "3"], ["2", "/", "3"], ["1", "/", "1"]]
    assert told[Half.B] == [["1", "/", "2"], ["1", "/", "2"], ["0", "/", "0"]]
    assert told[None][0] == ["3", "/", "5"]


def test_a_city_that_the_letters_were_not_written_for_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="stand on the city of"):
        extend({"about": {"size": "small", "seed": 12}}, read_added(Letters.FIFTH), [Letter("a.csv", {})])
    with pytest.raises(BadInput, match="over the city itself"):
        write(Letters.FIFTH, tmp_path, tmp_path)
