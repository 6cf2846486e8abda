"""SQL through SQLAlchemy, streamed; SQLite files are opened read-only."""

import datetime as dt
import os
import re
import sqlite3
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy
from sqlalchemy.exc import SQLAlchemyError

from graph_service.errors import BadInput
from loaders.declare.parts import SourceReading
from loaders.readers.header import Header, checked_header
from loaders.readers.row import Row
from loaders.readers.sql_faults import database_refusal, spare_rows
from loaders.rejection import Rejection

_BATCH = 2_000
_COLON = re.compile(r"(?<!\\):")  # one that is escaped already stays so
ChooseRows = Callable[["QueryRows"], sqlalchemy.Executable]


def as_written(query: str) -> sqlalchemy.TextClause:
    """Return the query with its colons as they are: in a name, a text or a cast, and never a parameter."""
    return sqlalchemy.text(_COLON.sub(r"\\:", query))


def read_header(source: SourceReading, data: Path) -> tuple[Header, dict[str, str]]:
    """Return the checked header of the query, and how the query itself calls each column."""
    place = _place(source, data)
    with closing(_cursor(place, as_written(source.read.query or ""))) as heading:
        found = next(heading)
    header = checked_header(source, found, place.where)
    present = header.columns[: len(header.columns) - header.lost]
    return header, dict(zip(present, map(str, found), strict=False))


def read_sql(source: SourceReading, data: Path, chosen: ChooseRows | None = None) -> Iterator[Row | Rejection]:
    """Return the rows of the query, or only those that are chosen of them."""
    query = source.read.query or ""
    statement = chosen(QueryRows(query, read_header(source, data)[1])) if chosen else as_written(query)
    return enumerate(islice(_cursor(_place(source, data), statement), 1, None), 1)


def read_columns(source: SourceReading, data: Path, names: Sequence[str]) -> Iterator[list[Any]]:
    """Yield some columns of every row of the query."""
    declared = QueryRows(source.read.query or "", read_header(source, data)[1])
    statement = sqlalchemy.select(*map(declared.column, names))
    return islice(_cursor(_place(source, data), statement), 1, None)


def place_of(source: SourceReading, data: Path) -> str:
    """Return where the rows come from, without a password."""
    return _place(source, data).where


@dataclass(frozen=True)
class Place:
    """Where the rows come from; `where` names it without a password."""

    url: sqlalchemy.URL
    where: str


def _place(source: SourceReading, data: Path) -> Place:
    try:
        declared = sqlalchemy.make_url(source.read.url or "")
    except (SQLAlchemyError, ValueError) as error:
        what, mend = "read.url is not the address of a database", "write it as dialect+driver://user@host/database"
        raise BadInput(what, f"source {source.name}", mend, zh="read.url不是数据库地址") from error
    # The folder goes in after the address has been taken apart: a ? in its name would end it.
    database = declared.database and declared.database.replace("{data}", str(data.absolute()))
    query = {name: _in_folder(value, data) for name, value in declared.query.items()}
    whole = (source.read.url or "").partition(":///")[2].replace("{data}", str(data.absolute()))
    if declared.get_backend_name() == "sqlite" and Path(whole).is_file():
        database, query = whole, {}  # a ? in the file's own name begins no options
    url = declared.set(database=database, query=query)
    where = f"source {source.name}, {url.render_as_string(hide_password=True)}"
    password = source.read.password
    return Place(url.set(password=password.read(where)) if password else url, where)


def _in_folder(value: str | tuple[str, ...], data: Path) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(each.replace("{data}", str(data.absolute())) for each in value)
    return value.replace("{data}", str(data.absolute()))


class QueryRows:
    """The declared query as something to choose from."""

    def __init__(self, query: str, found: Mapping[str, str]) -> None:
        named: list[sqlalchemy.ColumnClause[Any]] = [sqlalchemy.column(name) for name in found.values()]
        self._rows = as_written(query.strip().rstrip(";")).columns(*named).subquery("declared")
        self._found = found  # declared name -> the query's own

    def column(self, name: str) -> sqlalchemy.ColumnElement[Any]:
        """Return a column of the query."""
        return self._rows.c[self._found[name]]

    def since(self, name: str, value: Any) -> sqlalchemy.Executable:
        """Return the statement that reads the rows from this value of a column on, and those without one."""
        column = self.column(name)
        return self.where(sqlalchemy.or_(column >= _typed(value), column.is_(None)))

    def with_keys(self, names: Sequence[str], keys: Sequence[Sequence[Any]]) -> sqlalchemy.Executable:
        """Return the statement that reads the rows whose key columns hold one of these keys."""
        each = (sqlalchemy.and_(*map(self._equals, names, key)) for key in keys)
        return self.where(sqlalchemy.or_(*each))

    def _equals(self, name: str, value: Any) -> sqlalchemy.ColumnElement[bool]:
        return self.column(name) == _typed(value)

    def where(self, condition: sqlalchemy.ColumnElement[bool]) -> sqlalchemy.Executable:
        """Return the statement that reads the rows that fit."""
        return sqlalchemy.select(self._rows).where(condition)


def _typed(value: Any) -> sqlalchemy.ColumnElement[Any]:
    # The driver would send an int as one of 32 bits, and a time with a zone as one without.
    if isinstance(value, int) and not isinstance(value, bool):
        return sqlalchemy.literal(value, sqlalchemy.BigInteger())
    if isinstance(value, dt.datetime):
        return sqlalchemy.literal(value, sqlalchemy.DateTime(timezone=value.tzinfo is not None))
    return sqlalchemy.literal(value)


def _engine(url: sqlalchemy.URL, where: str) -> sqlalchemy.Engine:
    if url.get_backend_name() != "sqlite":
        engine = _created(url, where)
    else:
        path = Path(url.database or "").absolute()
        if not url.database or not path.is_file():
            raise BadInput(
                "the database file does not exist", where, "check read.url and --data", zh="数据库文件不存在"
            )
        # Each character of the path is the file's own: a # or ? must not end it, nor %41 become an A.
        address = f"file:{quote(os.fsencode(path))}?mode=ro"
        engine = sqlalchemy.create_engine(
            "sqlite://", creator=lambda: sqlite3.connect(address, uri=True), poolclass=sqlalchemy.NullPool
        )
    sqlalchemy.event.listen(engine, "connect", lambda connection, _: spare_rows(connection))
    return engine


def _created(url: sqlalchemy.URL, where: str) -> sqlalchemy.Engine:
    try:
        return sqlalchemy.create_engine(url)
    except (SQLAlchemyError, ImportError) as error:
        what, mend = "there is no driver for this database here", "install it, or name another one in read.url"
        raise BadInput(what, where, mend, zh="没有该数据库的驱动") from error


def _cursor(place: Place, statement: sqlalchemy.Executable) -> Generator[list[Any]]:
    engine = _engine(place.url, place.where)
    try:
        with (
            engine.connect().execution_options(stream_results=True, yield_per=_BATCH) as connection,
            closing(connection.execute(statement)) as result,
        ):
            yield list(result.keys())
            for row in result:
                yield list(row)
    except (SQLAlchemyError, ValueError, ArithmeticError) as error:
        raise database_refusal(error, place.where) from None
    finally:
        engine.dispose()
