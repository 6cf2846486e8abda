"""What goes wrong in a database: a value that cannot be read costs its row, and no message repeats what a row holds."""

import sqlite3
from typing import Any

from graph_service.errors import BadInput

# SQLite says each of these in one fixed sentence; the sentence of any other fault may quote a cell.
_FIXED = frozenset(
    (
        "READONLY",
        "BUSY",
        "LOCKED",
        "CORRUPT",
        "NOTADB",
        "CANTOPEN",
        "PERM",
        "AUTH",
        "IOERR",
        "FULL",
        "INTERRUPT",
        "NOMEM",
    )
)
_NAMES_QUERY = (
    "no such ",
    "near ",
    "ambiguous column name",
    "incomplete input",
    "unrecognized token",
    "wrong number of",
)
# Classes of SQLSTATE about the query, the account and the server; those about data (22, 23 …) quote it.
_ABOUT_QUERY = frozenset(("08", "0A", "25", "28", "3D", "3F", "42", "53", "55", "57"))


def spare_rows(connection: Any) -> None:
    """Have the driver give the bytes of a value that it cannot read, which refuses the row at its column."""
    if isinstance(connection, sqlite3.Connection):
        connection.text_factory = _text_or_bytes
    elif type(connection).__module__.startswith("psycopg"):
        _spare_times(connection)


def _text_or_bytes(data: bytes) -> str | bytes:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def _spare_times(connection: Any) -> None:
    # PostgreSQL knows days that Python does not: infinity, and those before Christ or after the year 9999.
    from psycopg import DataError
    from psycopg.adapt import Loader
    from psycopg.pq import Format

    def spared(inner: Any) -> type[Loader]:
        class Spared(Loader):
            def __init__(self, oid: int, context: Any = None) -> None:
                super().__init__(oid, context)
                self._inner = inner(oid, context)

            def load(self, data: Any) -> Any:
                try:
                    return self._inner.load(data)
                except (DataError, ValueError, OverflowError):
                    return bytes(data)

        return Spared

    for name in ("date", "timestamp", "timestamptz", "time", "timetz", "interval"):
        oid = connection.adapters.types[name].oid
        connection.adapters.register_loader(oid, spared(connection.adapters.get_loader(oid, Format.TEXT)))


def database_refusal(error: Exception, where: str) -> BadInput:
    """Return the refusal of a query, in the words of the driver where they cannot come from a row."""
    reason = _reason(getattr(error, "orig", None) or error)
    return BadInput(
        f"the database refuses the query ({reason})",
        where,
        "check read.url and read.query",
        zh="数据库拒绝了查询，请检查read.url与read.query",
    )


def _reason(error: BaseException) -> str:
    kind = type(error).__name__
    words = (str(error).splitlines() or [kind])[0]
    if isinstance(error, sqlite3.Error):
        name = (getattr(error, "sqlite_errorname", None) or "").removeprefix("SQLITE_").split("_")[0]
        told = name in _FIXED or (name == "ERROR" and words.startswith(_NAMES_QUERY))
        return words if told else f"{kind}: a value of a row cannot be computed or read"
    code = getattr(error, "sqlstate", None)
    if isinstance(code, str):
        return words if code[:2] in _ABOUT_QUERY else f"{kind}, SQLSTATE {code}"
    # Without a code the server was not reached, or it is a driver that is not known here.
    return words if type(error).__module__.startswith("psycopg") and kind == "OperationalError" else kind
