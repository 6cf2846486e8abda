"""Which rows an input has had so far: a key that comes twice, and what became of each row."""

from hashlib import blake2b

from loaders.mapping import MappedRow
from loaders.rejection import Reason

MERGED, UNCHANGED, REJECTED = 1, 2, 3
FIRST, SAME, WEAKER, STRONGER = range(4)


class RowBook:
    """Remembers, in about 150 bytes a row, the key and content of every row, and its fate."""

    def __init__(self) -> None:
        self._seen: dict[int, int] = {}
        self._fates = bytearray()

    def meet(self, row: MappedRow) -> tuple[int, int]:
        """Return how the row stands to an earlier one with its key, and that one's number.

        Of two rows that contradict each other the same one wins in whatever order they come.
        """
        key = hash(row.key)
        said = (_content(row) << 32) | row.number
        before = self._seen.get(key)
        if before is None:
            self._seen[key] = said
            return FIRST, 0
        number = before & 0xFFFFFFFF
        if before >> 32 == said >> 32:
            return SAME, number
        if before > said:
            return WEAKER, number
        self._seen[key] = said
        return STRONGER, number

    def note(self, row: int, fate: int) -> None:
        """Write down what became of a row."""
        if row > len(self._fates):
            self._fates.extend(bytes(row - len(self._fates)))
        # A row that was overruled while it was on its way to the graph stays rejected.
        if self._fates[row - 1] != REJECTED:
            self._fates[row - 1] = fate

    def counts(self) -> dict[str, int]:
        """Return how many rows were read, merged, unchanged and rejected."""
        merged, unchanged, rejected = (self._fates.count(fate) for fate in (MERGED, UNCHANGED, REJECTED))
        return {"read": merged + unchanged + rejected, "merged": merged, "unchanged": unchanged, "rejected": rejected}


def contradiction(other: int) -> Reason:
    """Return the reason for a row whose key another row has with another content."""
    return Reason(
        f"has the key of row {other} but says something else; a key must name one record",
        f"与第{other}行主键相同而内容不同，主键应唯一",
        "repeated key",
    )


def _content(row: MappedRow) -> int:
    parts = [f"{statement.uid}{statement.hash}" for _, statement in row.nodes]
    parts += [f"{tie.uid}{tie.hash}" for _, tie in row.ties]
    return int.from_bytes(blake2b("".join(parts).encode(), digest_size=7).digest())
