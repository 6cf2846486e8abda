"""Finds the inputs of a source and opens each with the reader of its format."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph_service.errors import BadInput
from loaders.declare.job import FileLook, ReadingJob
from loaders.declare.parts import SourceReading
from loaders.readers.contract import form_of, rules_of
from loaders.readers.guarded_query import GuardedQuery, padded, present, sql_fingerprint
from loaders.readers.header import Header, checked_header
from loaders.readers.marks import named_as_secret, secret
from loaders.readers.outside import look_into_all, rows_of
from loaders.readers.sealing import Item
from loaders.readers.sql_marks import Mark


@dataclass(frozen=True)
class Opened:
    """One input with its header checked: nothing of it has been loaded yet.

    `passed_over` are columns that the declaration does not know and its contract lets pass.
    """

    file: str  # the path below the data folder, or the query's name
    file_hash: str
    size: int  # bytes, or 0 where it is not known beforehand
    columns: tuple[str, ...]
    rows: Callable[[], Iterator[Item]]  # reads from the beginning, each time
    drift: tuple[str, ...] = ()  # what differs from the declaration and passes by its contract
    notes: tuple[str, ...] = ()  # what of the file is not read, such as further sheets
    mark: Callable[[], Mark | None] = lambda: None  # how far the last reading came, of a table with a watermark
    passed_over: tuple[str, ...] = ()


def open_inputs(source: SourceReading, data: Path, operator: tuple[str, ...] = ()) -> Iterator[Opened]:
    """Yield each input of the source in the order of its name; refuse a source that has none."""
    if source.read.format == "sql":
        yield open_query(source, data, operator)
        return
    paths = _files(source, data)
    form = form_of(source)
    jobs = [ReadingJob("open", str(path), form) for path in paths]
    for path, job, found in zip(paths, jobs, look_into_all(jobs), strict=True):
        yield _open_file(source, path.relative_to(data).as_posix(), job, found, operator)


def open_query(source: SourceReading, data: Path, operator: tuple[str, ...] = ()) -> Opened:
    """Return the rows of the declared query."""
    query = GuardedQuery.of(source, data, operator)
    query.check(query.rows)
    header = query.header
    name, digest = f"sql:{source.name}", sql_fingerprint(source)
    return Opened(name, digest, 0, header.columns, query.rows, header.drift, passed_over=header.passed_over)


def _open_file(source: SourceReading, name: str, job: ReadingJob, found: FileLook, operator: tuple[str, ...]) -> Opened:
    header = _header(source, found, job)
    rules = rules_of(source, header.columns, operator)
    job = replace(job, step="read", stamp=found.stamp, columns=header.columns, key=source.key, rules=rules)
    if found.most_rows > job.form.limits.rows or any(rule.refuses for rule in rules):
        # A file that may have to be refused whole is read to its end before its first row is loaded.
        deque(rows_of(replace(job, step="check")), maxlen=0)
    return Opened(
        name,
        found.sha256,
        found.size,
        header.columns,
        lambda: padded(present(source, rows_of(job)), header.lost),
        header.drift,
        found.notes,
        passed_over=header.passed_over,
    )


def _header(source: SourceReading, found: FileLook, job: ReadingJob) -> Header:
    if not job.form.names:
        return checked_header(source, found.header, job.path)
    # A line of JSON may leave out what is empty, so a name that no line has is told and no fault.
    lost = [name for name in source.used_columns if name not in found.header]
    known = source.known_columns
    strange = tuple(name for name in job.form.names if name not in known)
    return Header(job.form.names, drift=tuple(f"lost: '{name}'" for name in lost), passed_over=strange)


def _files(source: SourceReading, data: Path) -> list[Path]:
    pattern = source.read.files or ""
    if not data.is_dir():
        raise BadInput(
            "the data folder does not exist",
            str(data),
            "give the folder of the files with --data",
            zh="数据文件夹不存在，请用--data指定",
        )
    root = data.resolve()
    # A file of this very name is meant, whatever a bracket in it would mean in a pattern.
    matching = [data / pattern] if (data / pattern).is_file() else sorted(data.glob(pattern))
    found = [path for path in matching if path.is_file()]
    for number, path in enumerate(found, 1):
        _refuse_name(path, root, f"{data}, file {number} of {len(found)} of source {source.name}")
    if not found:
        if matching:
            raise BadInput(
                f"what matches '{pattern}' of source {source.name} is no file",
                str(data),
                "a folder or a pipe cannot be read twice; put the file itself into the folder",
                zh=f"与来源{source.name}的“{pattern}”相符的不是文件，请将文件本身放入该文件夹",
            )
        there = ", ".join(sorted(path.name for path in data.iterdir())[:8]) or "nothing"
        raise BadInput(
            f"no file matches '{pattern}' of source {source.name}",
            str(data),
            f"the folder holds {there}; check --data",
            zh=f"没有与来源{source.name}的“{pattern}”相符的文件，请检查--data",
        )
    return found


def _refuse_name(path: Path, root: Path, where: str) -> None:
    if not path.resolve().is_relative_to(root):
        raise BadInput(
            "the file lies outside the data folder, or is a link that leads there",
            where,
            "put the file itself into the folder",
            zh="文件在数据文件夹之外，或是指向外部的链接，请将文件本身放入该文件夹",
        )
    if named_as_secret(path.name):
        raise secret(where)
    if not path.name.isprintable():
        raise BadInput(
            "the name of the file is not text", where, "give it another name", zh="文件名不是可读文本，请改名"
        )
