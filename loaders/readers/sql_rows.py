"""SQL through SQLAlchemy, streamed; SQLite files are opened read-only."""

from collections.abc import Iterator
from hashlib import sha256
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


def sql_fingerprint(source: Source) -> str:
    """Return what stands for a file's hash: the rows behind a query may change, so it says only which query."""
    return sha256(f"{source.read.url}\0{source.read.query}".encode()).hexdigest()


def read_sql(source: Source, data: Path) -> tuple[tuple[str, ...], Iterator[Row | Rejection]]:
    """Return the checked columns and the rows of the query."""
    url = (source.read.url or "").replace("{data}", str(data.absolute()))
    where = f"source {source.name}, {sqlalchemy.make_url(url).render_as_string(hide_password=True)}"
    rows = _cursor(url, source.read.query or "", where)
    columns = checked_header(source, next(rows), where)
    return columns, enumerate(rows, 1)


def _engine(url: str, where: str) -> sqlalchemy.Engine:
    parsed = sqlalchemy.make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return sqlalchemy.create_engine(parsed)
    if not parsed.database or not Path(parsed.database).is_file():
        raise BadInput("the database file does not exist", where, "check read.url and --data")
    return sqlalchemy.create_engine(f"sqlite:///file:{parsed.database}?mode=ro&uri=true")


def _cursor(url: str, query: str, where: str) -> Iterator[list[Any]]:
    try:
        engine = _engine(url, where)
        with engine.connect().execution_options(stream_results=True, yield_per=_BATCH) as connection:
            result = connection.execute(sqlalchemy.text(query))
            yield list(result.keys())
            for row in result:
                yield list(row)
        engine.dispose()
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or type(error).__name__).splitlines()[0]
        raise BadInput(f"the database refuses the query ({reason})", where, "check read.url and read.query") from error
