"""Files as source systems export them: CSV in two encodings, xlsx, JSON lines, and a SQLite database."""

import csv
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

from loaders.city.world.size import TODAY

Cell = str | int | float | date | datetime | None
Write = Callable[[Sequence[Cell]], None]
GB18030 = "gb18030"
UTF8_BOM = "utf-8-sig"


def shown(value: Cell) -> str | int | float:
    """Return a cell as text exports show it: dates as 2025-03-01, times as 2025-03-01 08:30:00, nothing as empty."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    return value


class Export:
    """The folder that the city is written into, with the number of rows per source."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows: Counter[str] = Counter()
        folder.mkdir(parents=True, exist_ok=True)
        self._database = folder / "registers.db"
        self._database.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    @contextmanager
    def csv(self, source: str, name: str, head: Sequence[str], encoding: str) -> Iterator[Write]:
        """Write a CSV file."""
        with self._path(name).open("w", encoding=encoding, newline="") as file:
            writer = csv.writer(file)
            writer.writerow(head)

            def write(row: Sequence[Cell]) -> None:
                writer.writerow([shown(value) for value in row])
                self.rows[source] += 1

            yield write

    @contextmanager
    def xlsx(self, source: str, name: str, sheet: str, head: Sequence[str]) -> Iterator[Write]:
        """Write a workbook of one sheet row by row; identifiers stay text."""
        options = {
            "constant_memory": True,
            "strings_to_numbers": False,
            "strings_to_formulas": False,
            "strings_to_urls": False,
        }
        book = xlsxwriter.Workbook(str(self._path(name)), options)
        # The library stamps the present time otherwise, and no two files would be alike.
        book.set_properties({"created": datetime(TODAY.year, TODAY.month, TODAY.day)})
        page = book.add_worksheet(sheet)
        page.write_row(0, 0, head)
        line = 0

        def write(row: Sequence[Cell]) -> None:
            nonlocal line
            line += 1
            for column, value in enumerate(row):
                if value not in (None, ""):
                    page.write(line, column, shown(value))
            self.rows[source] += 1

        yield write
        book.close()

    @contextmanager
    def jsonl(self, source: str, name: str, head: Sequence[str]) -> Iterator[Write]:
        """Write JSON lines; what is not known is null."""
        with self._path(name).open("w", encoding="utf-8", newline="\n") as file:

            def write(row: Sequence[Cell]) -> None:
                record = {key: (None if value is None else shown(value)) for key, value in zip(head, row, strict=True)}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
                self.rows[source] += 1

            yield write

    def table(self, source: str, name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Write a table of the SQLite database of registers."""
        connection = sqlite3.connect(self._database)
        columns = ", ".join(f'"{column}"' for column in head)
        marks = ", ".join("?" * len(head))

        def counted() -> Iterator[list[str | int | float | None]]:
            for row in rows:
                self.rows[source] += 1
                yield [None if value in (None, "") else shown(value) for value in row]

        with connection:
            connection.execute(f'CREATE TABLE "{name}" ({columns})')
            connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', counted())  # noqa: S608 - names are ours
        connection.close()
