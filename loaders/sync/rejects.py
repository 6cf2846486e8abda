"""Rejected rows as a clerk meets them: a workbook with the reason beside the cell, and back again when repaired."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from graph_service.cypher.files import query
from graph_service.errors import BadInput, NotFound
from graph_service.user import user_name
from loaders.declare.job import FileForm, ReadingJob
from loaders.declare.parts import SourceReading
from loaders.declare.source import Source
from loaders.ledger.receipts import reject_uid
from loaders.load.environment import LoadEnvironment
from loaders.load.one_source import Outcome, Progress, load_inputs
from loaders.mapping.row_book import MERGED, UNCHANGED
from loaders.readers import Opened
from loaders.readers.contract import rules_of
from loaders.readers.guarded_query import present
from loaders.readers.outside import look_into_all, rows_of
from loaders.readers.scan import fingerprint
from loaders.readers.sealing import Item, sealed_rows
from schema.uid import edge_uid

_LEAD = ("load", "file 文件", "row 行号", "column 问题列", "reason", "原因")
_WIDTHS = (4, 18, 8, 16, 46, 36)
_SHEET = "rejected"
REPAIRED = "repaired:"  # before the name of a workbook, in the ledger
_LOAD = re.compile(r"load_[0-9a-f]{24}")


@dataclass(frozen=True)
class KeptReject:
    """One rejected row with its cells, as it was kept."""

    load: str
    file: str
    line: dict[str, Any]


def read_kept(environment: LoadEnvironment, source: str) -> Iterator[KeptReject]:
    """Yield the rows that the newest load of each file of the source rejected and that no repair has answered since."""
    repairs = environment.writer.run_read(query("rejects/repairs_of").body, source=source)[0]
    mended, tried = ({each for repair in repairs for each in repair[name]} for name in ("mended", "tried"))
    for load in environment.writer.run_read(query("rejects/rejected").body, source=source)[0]:
        path = environment.home / "rejects" / f"{load['uid']}.jsonl"
        if not path.is_file():
            raise NotFound(
                f"the rejected rows of {load['file']} are not on this machine",
                str(path),
                "run this where the file was loaded, or load it again",
            )
        for line in _lines(path):
            is_tried = reject_uid(load["uid"], line["row"]) in tried
            if not is_tried and _content(line, environment.uid_key) not in mended:
                yield KeptReject(load["uid"], load["file"], line)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as lines:
        yield from map(orjson.loads, lines)


def _content(line: dict[str, Any], key: bytes) -> str:
    """Return what tells a rejected row that comes again as it was, in whatever load; it tells nothing of its cells."""
    return edge_uid("RejectedRow", orjson.dumps([line["columns"], line["cells"]]).decode(), key)


def export_rejects(environment: LoadEnvironment, source: str, target: Path) -> int:
    """Write the rejected rows of a source to a workbook and return their number; refuse if there are none."""
    kept = list(read_kept(environment, source))
    if not kept:
        raise NotFound(f"source {source} has no rejected rows", "the ledger", "nothing has to be repaired")
    columns = list(dict.fromkeys(column for each in kept for column in each.line["columns"]))
    import xlsxwriter  # type: ignore[import-untyped]  # no load needs it, and it takes long to load

    book = xlsxwriter.Workbook(str(target), {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(_SHEET)
    _mark(book, sheet)
    bold, wrong = book.add_format({"bold": True}), book.add_format({"bg_color": "#FFC7CE"})
    for place, name in enumerate((*_LEAD, *columns)):
        sheet.write_string(0, place, name, bold)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, len(_LEAD))
    for number, each in enumerate(kept, 1):
        _write_row(sheet, number, each, columns, wrong)
    book.close()
    return len(kept)


def _mark(book: Any, sheet: Any) -> None:
    """Say in the file and on each printed page who has taken it out, and when."""
    who, when = user_name(), datetime.now(UTC)
    book.set_properties({"author": who, "created": when.replace(tzinfo=None), "comments": "leadlink rejects export"})
    sheet.set_header(f"&L{who.replace('&', '&&')}&R{when:%Y-%m-%dT%H:%M:%SZ}")


def _write_row(sheet: Any, number: int, kept: KeptReject, columns: list[str], wrong: Any) -> None:
    line = kept.line
    lead = (kept.load, kept.file, str(line["row"]), line["column"], line["reason"], line["reason_zh"])
    for place, text in enumerate(lead):
        sheet.write_string(number, place, text)
    cells = dict(zip(line["columns"], line["cells"], strict=False))
    for place, column in enumerate(columns, len(_LEAD)):
        value = cells.get(column)
        is_wrong = column == line["column"]
        sheet.write_string(number, place, "" if value is None else str(value), wrong if is_wrong else None)
        if is_wrong:
            sheet.write_comment(number, place, f"{line['reason_zh']}\n{line['reason']}")


def retry_rejects(source: Source, repaired: Path, environment: LoadEnvironment, progress: Progress) -> Outcome:
    """Load the repaired rows alone, and mark those that went in."""
    rows = _repaired_rows(repaired)
    columns = tuple(rows[0])[len(_LEAD) :]
    if missing := [name for name in source.used_columns() if name not in columns]:
        what = f"the workbook lacks the columns {', '.join(missing)}"
        raise BadInput(what, str(repaired), "repair the exported workbook without taking columns away")
    cells = [[row[name] for name in columns] for row in rows]
    file = f"{REPAIRED}{repaired.name}"
    reading = SourceReading.of(source)
    rules = rules_of(reading, columns, environment.operator)
    job = ReadingJob("read", str(repaired), FileForm("xlsx"), columns=columns, key=source.key, rules=rules)

    def read() -> Iterator[Item]:
        return present(reading, sealed_rows(job, enumerate(cells, 1)))

    if any(rule.refuses for rule in rules):
        deque(read(), maxlen=0)  # refused, if at all, before the first row is loaded
    known = source.known_columns()
    strange = tuple(name for name in columns if name not in known)
    opened = Opened(file, fingerprint(repaired), repaired.stat().st_size, columns, read, passed_over=strange)
    outcome, _ = load_inputs(source, [opened], environment, progress)
    if not environment.dry_run:
        good = [row for number, row in enumerate(rows, 1) if outcome.fate(number) in (MERGED, UNCHANGED)]
        told = {
            "tried": [_uid_of(row) for row in rows],
            "rows": [_uid_of(row) for row in good],
            "mended": _contents(environment, good),
        }
        environment.writer.run_write(query("rejects/repaired").body, load=outcome.loads[-1], **told)
    return outcome


def _uid_of(row: dict[str, object]) -> str:
    return reject_uid(str(row[_LEAD[0]]), int(str(row[_LEAD[2]])))


def _contents(environment: LoadEnvironment, rows: list[dict[str, object]]) -> list[str]:
    """Return the contents, as they were rejected, of rows that were repaired; those that are kept on this machine."""
    uids = {_uid_of(row) for row in rows}
    found = []
    for load in {str(row[_LEAD[0]]) for row in rows}:
        path = environment.home / "rejects" / f"{load}.jsonl"
        lines = _lines(path) if path.is_file() else iter(())
        found += [_content(line, environment.uid_key) for line in lines if reject_uid(load, line["row"]) in uids]
    return sorted(found)


def _repaired_rows(path: Path) -> list[dict[str, object]]:
    mend = "give the workbook that `leadlink rejects export` wrote, repaired"
    job = ReadingJob("open", str(path), FileForm("xlsx", sheet=_SHEET))
    try:
        found = next(iter(look_into_all([job])))
    except (BadInput, OSError) as error:
        raise BadInput("this is not a workbook of rejected rows", str(path), mend) from error
    names = tuple(str(cell) for cell in found.header)
    rows: list[dict[str, object]] = []
    for item in rows_of(replace(job, step="read", stamp=found.stamp, columns=names)):
        number, cells = item if isinstance(item, tuple) else (item.row, ())
        row = dict(zip(names, cells, strict=False))
        load, line = str(row.get(_LEAD[0])), str(row.get(_LEAD[2]))
        if not (_LOAD.fullmatch(load) and line.isdigit()):
            raise BadInput(f"line {number + 1} does not tell which row it was", str(path), mend)
        rows.append(row)
    if not rows:
        raise BadInput("the workbook holds no rows", str(path), mend)
    return rows
