"""Which rows an input has had so far: a key that comes twice, and what became of each row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from hashlib import blake2b

from loaders.mapping.statement import MappedRow
from loaders.rejection import Reason

MERGED, UNCHANGED, REJECTED = 1, 2, 3
_CONTENT_BITS = 56
_ROW_BITS = 32
_ROW_MASK = (1 << _ROW_BITS) - 1


class RepeatKind(Enum):
    """How a row stands to an earlier one with its key."""

    FIRST = "no row had its key"
    SAME = "the earlier row says the same"
    OLDER = "the earlier row is newer, by the source's own version"
    NEWER = "the earlier row is older, by the source's own version or because the last wins"
    WEAKER = "they contradict each other, and the earlier row wins"
    STRONGER = "they contradict each other, and this row wins"


@dataclass(frozen=True)
class KeyRepeat:
    """How a row stands to an earlier one, that one's number, and whether it is in the same input."""

    stand: RepeatKind
    other: int = 0
    here: bool = True


@dataclass(frozen=True)
class Winners:
    """Of each contested key the row that stands and the number of its input, known before the first row is taken again."""

    rows: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    reading: int = 0  # number of the input that is being read

    def over(self, key: int, said: int) -> KeyRepeat | None:
        """Return how a row stands to the winner of its key that contradicts it; nothing where it wins, or none does."""
        if (winner := self.rows.get(key)) is None or winner[0] >> _ROW_BITS == said >> _ROW_BITS:
            return None
        version, other = (each >> _ROW_BITS >> _CONTENT_BITS for each in (said, winner[0]))
        stand = RepeatKind.WEAKER if version == other else RepeatKind.OLDER
        return KeyRepeat(stand, winner[0] & _ROW_MASK, winner[1] == self.reading)


class RowBook:
    """Remembers, in about 150 bytes a row, the key and content of every row, and its fate."""

    def __init__(self, earlier: Mapping[int, int], last_wins: bool = False, winners: Winners | None = None) -> None:
        self._last_wins = last_wins
        self._winners = winners or Winners()
        self.contested: set[int] = set()  # keys of rows that say different things
        self._earlier = earlier  # rows of the inputs before this one
        self.seen: dict[int, int] = {}
        self.kept: set[int] = set()
        self._fates = bytearray()

    def meet(self, row: MappedRow) -> KeyRepeat:
        """Return how the row stands to an earlier one with its key.

        Of two rows that contradict each other the same one wins in whatever order they come, or the last where it is
        declared so.
        """
        key = hash(row.key)
        said = (((row.version << _CONTENT_BITS) | content_number(row)) << _ROW_BITS) | row.number
        if self._winners.rows and (beaten := self._winners.over(key, said)):
            return KeyRepeat(RepeatKind.OLDER, beaten.other, beaten.here) if self._last_wins else beaten
        before = self.seen.get(key)
        here = before is not None
        if before is None and (before := self._earlier.get(key)) is None:
            self.seen[key] = said
            return KeyRepeat(RepeatKind.FIRST)
        stand = _stand(before >> _ROW_BITS, said >> _ROW_BITS)
        if stand is not RepeatKind.SAME:
            self.contested.add(key)
        if self._last_wins and stand in (RepeatKind.WEAKER, RepeatKind.STRONGER):
            stand = RepeatKind.NEWER
        if stand in (RepeatKind.NEWER, RepeatKind.STRONGER):
            self.seen[key] = said
        return KeyRepeat(stand, before & _ROW_MASK, here)

    def keep(self, key: str) -> None:
        """Take note of a row that was rejected: it is still there in the source."""
        self.kept.add(hash(key))

    def note(self, row: int, fate: int) -> None:
        """Write down what became of a row."""
        if row > len(self._fates):
            self._fates.extend(bytes(row - len(self._fates)))
        # A row that was overruled while it was on its way to the graph stays rejected.
        if self._fates[row - 1] != REJECTED:
            self._fates[row - 1] = fate

    def fate(self, row: int) -> int:
        """Return what became of a row."""
        return self._fates[row - 1] if 0 < row <= len(self._fates) else 0

    def counts(self) -> dict[str, int]:
        """Return how many rows were read, merged, unchanged and rejected."""
        merged, unchanged, rejected = (self._fates.count(fate) for fate in (MERGED, UNCHANGED, REJECTED))
        return {"read": merged + unchanged + rejected, "merged": merged, "unchanged": unchanged, "rejected": rejected}


def contradiction(other: int, here: bool) -> Reason:
    """Return the reason for a row whose key another row has with another content."""
    place, place_zh = ("", "") if here else (" of another file", "另一文件")
    return Reason(
        f"has the key of row {other}{place} but says something else; a key must name one record",
        f"与{place_zh}第{other}行主键相同而内容不同，主键应唯一",
        "repeated key",
    )


def content_number(row: MappedRow) -> int:
    """Return a number that follows from what the row states, the same in every home; a deletion has the greatest."""
    if row.deleted:
        return (1 << _CONTENT_BITS) - 1
    said = "\n".join((str(row.audience), *row.said))
    return int.from_bytes(blake2b(said.encode(), digest_size=_CONTENT_BITS // 8).digest())


def _stand(before: int, said: int) -> RepeatKind:
    if before == said:
        return RepeatKind.SAME
    if before >> _CONTENT_BITS != said >> _CONTENT_BITS:
        return RepeatKind.OLDER if before > said else RepeatKind.NEWER
    return RepeatKind.WEAKER if before > said else RepeatKind.STRONGER
