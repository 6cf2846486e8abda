"""SQL through SQLAlchemy, streamed; SQLite files are opened read-only."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy.exc import SQLAlchemyError

from graph_service.errors import BadInput
from loaders.readers.header import Header, checked_header
from loaders.readers.row import Row
from loaders.rejection import Rejection
from loaders.source import Source

_BATCH = 2_000


def sql_fingerprint(source: Source) -> str:
    """Return what stands for a file's hash: the rows behind a query may change, so it says only which query."""
    return sha256(f"{source.read.url}\0{source.read.query}".encode()).hexdigest()


def read_sql(source: Source, data: Path) -> tuple[Header, Iterator[Row | Rejection]]:
    """Return the checked header and the rows of the query."""
    url = (source.read.url or "").replace("{data}", str(data.absolute()))
    where = f"source {source.name}, {sqlalchemy.make_url(url).render_as_string(hide_password=True)}"
    rows = _cursor(url, source.read.query or "", where)
    header = checked_header(source, next(rows), where)
    return header, enumerate(rows, 1)


def _engine(url: str, where: str) -> sqlalchemy.Engine:
    parsed = sqlalchemy.make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return sqlalchemy.create_engine(parsed)
    if not parsed.database or not Path(parsed.database).is_file():
        raise BadInput("the database file does not exist", where, "check read.url and --data", zh="数据库文件不存在")
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
        what, mend = f"the database refuses the query ({reason})", "check read.url and read.query"
        raise BadInput(what, where, mend, zh="数据库拒绝了查询，请检查read.url与read.query") from error
