"""Rows of sources that state a version: an older statement never takes the place of a newer, in whatever order they come.

Of two statements with one version a deletion wins, else the one whose content is greater: a rule that says nothing, but
says the same for every order.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graph_service.cypher.files import query
from graph_service.graph import Writer
from loaders.declare.source import FieldSpec
from loaders.mapping.row_book import content_number
from loaders.mapping.statement import MappedRow
from loaders.mapping.values import checked
from loaders.rejection import Reason, RowRefused
from schema.identifiers import NORMALISERS
from schema.uid import edge_uid

LAST_VERSION = 2**62  # newer than any that a source can state
_EPOCH = dt.datetime(1900, 1, 1)
_SECOND = dt.timedelta(seconds=1)
_BATCH = 2_000


def version_reader(spec: FieldSpec | None, place: dict[str, int]) -> Callable[[Sequence[object]], int] | None:
    """Return the function from cells to the version as a number, or None where the source states none."""
    if spec is None or spec.column is None:
        return None
    column, index = spec.column, place[spec.column]
    read = checked(NORMALISERS[spec.as_ or "datetime"], column)

    def version(cells: Sequence[object]) -> int:
        value = read(cells[index])
        if isinstance(value, dt.date):
            moment = value if isinstance(value, dt.datetime) else dt.datetime(value.year, value.month, value.day)
            return int((moment - _EPOCH) / _SECOND)
        if isinstance(value, int):
            return max(value, 0)
        raise RowRefused(Reason("has no version that can be compared", "缺少可比较的版本", "version", column))

    return version


@dataclass(frozen=True)
class KeptVersion:
    """The version of one row, as it is kept."""

    uid: str
    version: int
    content: int
    number: int

    @staticmethod
    def of(source: str, row: MappedRow, uid_key: bytes) -> "KeptVersion":
        """Return the version that a row states."""
        return KeptVersion(_uid(source, row.key, uid_key), row.version, content_number(row), row.number)

    def kept(self, source: str) -> dict[str, object]:
        """Return what the graph keeps."""
        return {"uid": self.uid, "source": source, "version": self.version, "content": self.content}


class Versions:
    """Tells rows that are out of date, and keeps the versions of the others."""

    def __init__(self, writer: Writer, source: str, uid_key: bytes) -> None:
        self._writer = writer
        self._source = source
        self._uid_key = uid_key

    def told(self, rows: Sequence[MappedRow]) -> tuple[list[KeptVersion], set[int]]:
        """Return the versions that are new, and the numbers of the rows that are out of date."""
        stated = [KeptVersion.of(self._source, row, self._uid_key) for row in rows]
        uids = [each.uid for each in stated]
        found = self._writer.run_read(query("loading/row_versions").body, uids=uids)[0]
        before = {each["uid"]: (each["version"], each["content"]) for each in found}
        old = {each.number for each in stated if before.get(each.uid, (-1, 0)) > (each.version, each.content)}
        new = [
            each for each in stated if each.number not in old and before.get(each.uid) != (each.version, each.content)
        ]
        return new, old

    def keep(self, new: Sequence[KeptVersion]) -> None:
        """Write the versions, after what their rows state has been written."""
        self._writer.run_write(query("loading/row_versions_set").body, rows=[each.kept(self._source) for each in new])


def forget_versions(writer: Writer, source: str, keys: Iterable[str], uid_key: bytes) -> None:
    """Forget the versions of rows that are to be as if they had never been stated."""
    uids = [_uid(source, key, uid_key) for key in keys]
    for start in range(0, len(uids), _BATCH):
        writer.run_write(
            query("loading/row_versions_forget").body, uids=uids[start : start + _BATCH], last=LAST_VERSION
        )


def drop_versions(writer: Writer, source: str) -> None:
    """Forget the versions of every row of a source."""
    while writer.run_write(query("loading/row_versions_drop").body, source=source, bound=_BATCH)[0][0]["gone"]:
        pass


def _uid(source: str, key: str, uid_key: bytes) -> str:
    return edge_uid("SourceRow", f"{source}|{key}", uid_key)
