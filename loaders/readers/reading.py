"""Reads one file as a job says: the same in this process, for small text, and in a child process, for all else."""

import os
from collections.abc import Iterator
from pathlib import Path

from graph_service.errors import BadInput
from loaders.declare.job import FileLook, ReadingJob
from loaders.declare.paths import last_step
from loaders.readers.csv_rows import open_csv
from loaders.readers.json.rows import read_json, refuse_one_object
from loaders.readers.row import MOST_COLUMNS, Row
from loaders.readers.scan import fingerprint, scan
from loaders.readers.sealing import Item, sealed_rows
from loaders.readers.xlsx.excel_rows import open_excel
from loaders.readers.xlsx.workbook import MOST_ROWS
from loaders.rejection import Rejection

_OFTEN = 2_000  # rows between two looks at the file


def stamp_of(path: Path) -> tuple[int, ...]:
    """Return what changes when a file does."""
    found = os.stat(path)
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def look_into(job: ReadingJob) -> FileLook:
    """Return what a file is and its header, or refuse it; every byte of it has been looked at."""
    path, form = Path(job.path), job.form
    notes: tuple[str, ...] = ()
    header: list[object]
    most = MOST_ROWS
    with _named(job):
        stamp = stamp_of(path)
        if form.format == "xlsx":
            header, _, notes = open_excel(form, path)
            digest = fingerprint(path)
        else:
            found = scan(path, form.encoding, tuple({*form.names, *map(last_step, form.names)}))
            digest, most = found.sha256, found.lines + 1
            header = [name for name in form.names if not found.names.isdisjoint((name, last_step(name)))]
            if form.format == "csv":
                header, _ = open_csv(form, path)
            else:
                refuse_one_object(form, path)
    if len(header) > MOST_COLUMNS:
        raise BadInput(
            f"the header has {len(header):,} columns, more than {MOST_COLUMNS:,}",
            job.path,
            "check the delimiter, or export fewer columns",
            zh=f"表头有{len(header)}列，超过{MOST_COLUMNS}列，请检查分隔符或减少导出列",
        )
    _refuse_change(job.path, stamp)
    return FileLook(header, digest, stamp[2], stamp, most, notes)


def read_rows(job: ReadingJob) -> Iterator[Item]:
    """Yield the rows of a file that has been looked into; refuse it if it has changed since."""
    _refuse_change(job.path, job.stamp)
    with _named(job):
        yield from sealed_rows(job, _watched(job))
    _refuse_change(job.path, job.stamp)


def _watched(job: ReadingJob) -> Iterator[Row | Rejection]:
    count = 0
    for count, item in enumerate(_opened(job), 1):
        if count % _OFTEN == 0:
            _refuse_change(job.path, job.stamp)
            _refuse_length(job, count)
        yield item
    _refuse_length(job, count)


def _opened(job: ReadingJob) -> Iterator[Row | Rejection]:
    path, form = Path(job.path), job.form
    if form.format == "xlsx":
        return open_excel(form, path)[1]
    if form.format == "csv":
        return open_csv(form, path)[1]
    return read_json(form, path)


def _refuse_change(path: str, stamp: tuple[int, ...]) -> None:
    try:
        same = stamp_of(Path(path)) == tuple(stamp)
    except OSError:
        same = False
    if not same:
        raise BadInput(
            "the file changed while it was read",
            path,
            "wait until it is written whole, then load again: that puts right what was loaded of it",
            zh="文件在读取过程中被改动，请待其写完后重新装载，届时会更正已装载的部分",
        )


def _refuse_length(job: ReadingJob, count: int) -> None:
    if count > job.form.limits.rows:
        raise BadInput(
            f"the file has more than {job.form.limits.rows:,} rows",
            job.path,
            "split it, or raise read.limits.rows in the declaration",
            zh=f"文件超过{job.form.limits.rows}行，请拆分，或在声明中提高read.limits.rows",
        )


class _named:
    """Turns what the libraries raise on a broken file into a refusal that repeats nothing of it."""

    def __init__(self, job: ReadingJob) -> None:
        self._path = job.path

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        """Refuse the file where something else than a refusal went wrong."""
        if kind is None or not issubclass(kind, ValueError | LookupError | ArithmeticError | RecursionError | OSError):
            return
        raise BadInput(
            "the file is damaged: a part of it is not what its format says",
            self._path,
            "export it again; nothing of it was loaded",
            zh="文件已损坏：内容不符合其格式，请重新导出",
        ) from None
