"""SQL through SQLAlchemy, streamed; SQLite files are opened read-only."""

import datetime as dt
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy.exc import SQLAlchemyError

from graph_service.errors import BadInput
from loaders.declare.source import Source
from loaders.readers.header import Header, checked_header
from loaders.readers.row import Row
from loaders.rejection import Rejection

_BATCH = 2_000
ChooseRows = Callable[["QueryRows"], sqlalchemy.Executable]


def sql_fingerprint(source: Source, part: str = "") -> str:
    """Return what stands for a file's hash: rows may change, so it says only which query, and which part of it."""
    which = f"\0{part}" if part else ""
    return sha256(f"{source.read.url}\0{source.read.query}{which}".encode()).hexdigest()


def read_header(source: Source, data: Path) -> tuple[Header, dict[str, str]]:
    """Return the checked header of the query, and how the query itself calls each column."""
    url, where = _place(source, data)
    with closing(_cursor(url, sqlalchemy.text(source.read.query or ""), where)) as heading:
        found = next(heading)
    header = checked_header(source, found, where)
    present = header.columns[: len(header.columns) - header.lost]
    return header, dict(zip(present, map(str, found), strict=False))


def read_sql(source: Source, data: Path, chosen: ChooseRows | None = None) -> Iterator[Row | Rejection]:
    """Return the rows of the query, or only those that are chosen of them."""
    url, where = _place(source, data)
    query = source.read.query or ""
    statement = chosen(QueryRows(query, read_header(source, data)[1])) if chosen else sqlalchemy.text(query)
    return enumerate(islice(_cursor(url, statement, where), 1, None), 1)


def read_columns(source: Source, data: Path, names: Sequence[str]) -> Iterator[list[Any]]:
    """Yield some columns of every row of the query."""
    url, where = _place(source, data)
    declared = QueryRows(source.read.query or "", read_header(source, data)[1])
    return islice(_cursor(url, sqlalchemy.select(*map(declared.column, names)), where), 1, None)


def place_of(source: Source, data: Path) -> str:
    """Return where the rows come from, without a password."""
    return _place(source, data)[1]


def _place(source: Source, data: Path) -> tuple[str, str]:
    url = (source.read.url or "").replace("{data}", str(data.absolute()))
    return url, f"source {source.name}, {sqlalchemy.make_url(url).render_as_string(hide_password=True)}"


class QueryRows:
    """The declared query as something to choose from."""

    def __init__(self, query: str, found: Mapping[str, str]) -> None:
        named: list[sqlalchemy.ColumnClause[Any]] = [sqlalchemy.column(name) for name in found.values()]
        self._rows = sqlalchemy.text(query.strip().rstrip(";")).columns(*named).subquery("declared")
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


def _engine(url: str, where: str) -> sqlalchemy.Engine:
    parsed = sqlalchemy.make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return sqlalchemy.create_engine(parsed)
    if not parsed.database or not Path(parsed.database).is_file():
        raise BadInput("the database file does not exist", where, "check read.url and --data", zh="数据库文件不存在")
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
        what, mend = f"the database refuses the query ({reason})", "check read.url and read.query"
        raise BadInput(what, where, mend, zh="数据库拒绝了查询，请检查read.url与read.query") from error
    finally:
        engine.dispose()
