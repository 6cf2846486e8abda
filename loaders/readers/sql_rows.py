"""SQL through SQLAlchemy, streamed; SQLite files are opened read-only."""

import datetime as dt
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy.exc import SQLAlchemyError

from graph_service.errors import BadInput
from loaders.readers.header import checked_header
from loaders.readers.row import Row
from loaders.rejection import Rejection
from loaders.source import Source

_BATCH = 2_000
Chosen = Callable[["Rows"], sqlalchemy.Executable]


def sql_fingerprint(source: Source, part: str = "") -> str:
    """Return what stands for a file's hash: rows may change, so it says only which query, and which part of it."""
    which = f"\0{part}" if part else ""
    return sha256(f"{source.read.url}\0{source.read.query}{which}".encode()).hexdigest()


def read_sql(
    source: Source, data: Path, chosen: Chosen | None = None
) -> tuple[tuple[str, ...], Iterator[Row | Rejection]]:
    """Return the checked columns and the rows of the query, or only those that are chosen of them."""
    url, where = _place(source, data)
    query = source.read.query or ""
    with closing(_cursor(url, sqlalchemy.text(query), where)) as heading:
        columns = checked_header(source, next(heading), where)
    statement = chosen(Rows(query, columns)) if chosen else sqlalchemy.text(query)
    return columns, enumerate(islice(_cursor(url, statement, where), 1, None), 1)


def read_columns(source: Source, data: Path, names: Sequence[str]) -> Iterator[list[Any]]:
    """Yield some columns of every row of the query."""
    url, where = _place(source, data)
    declared = Rows(source.read.query or "", names)
    return islice(_cursor(url, sqlalchemy.select(*map(declared.column, names)), where), 1, None)


def place_of(source: Source, data: Path) -> str:
    """Return where the rows come from, without a password."""
    return _place(source, data)[1]


def _place(source: Source, data: Path) -> tuple[str, str]:
    url = (source.read.url or "").replace("{data}", str(data.absolute()))
    return url, f"source {source.name}, {sqlalchemy.make_url(url).render_as_string(hide_password=True)}"


class Rows:
    """The declared query as something to choose from."""

    def __init__(self, query: str, columns: Sequence[str]) -> None:
        named: list[sqlalchemy.ColumnClause[Any]] = [sqlalchemy.column(name) for name in columns]
        self._rows = sqlalchemy.text(query.strip().rstrip(";")).columns(*named).subquery("declared")

    def column(self, name: str) -> sqlalchemy.ColumnElement[Any]:
        """Return a column of the query."""
        return self._rows.c[name]

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


def _engine(url: str, where: str) -> sqlalchemy.Engine:
    parsed = sqlalchemy.make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return sqlalchemy.create_engine(parsed)
    if not parsed.database or not Path(parsed.database).is_file():
        raise BadInput("the database file does not exist", where, "check read.url and --data")
    return sqlalchemy.create_engine(f"sqlite:///file:{parsed.database}?mode=ro&uri=true")


def _cursor(url: str, statement: sqlalchemy.Executable, where: str) -> Generator[list[Any]]:
    engine = _engine(url, where)
    try:
        with (
            engine.connect().execution_options(stream_results=True, yield_per=_BATCH) as connection,
            closing(connection.execute(statement)) as result,
        ):
            yield list(result.keys())
            for row in result:
                yield list(row)
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or type(error).__name__).splitlines()[0]
        raise BadInput(f"the database refuses the query ({reason})", where, "check read.url and read.query") from error
    finally:
        engine.dispose()
