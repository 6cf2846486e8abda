"""What one row brings to the vault: who reported, the texts as they were written, and who else could have known."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

import orjson

_PAD = 256  # so that its length says little of a sealed entry
_FORM = "leadlink vault 1"


@dataclass(frozen=True)
class Reporter:
    """Who made a report, as the source has it; `details` are further cells about the person, by their column."""

    name: str = ""
    id_number: str = ""
    phone: str = ""
    address: str = ""
    unit: str = ""
    details: tuple[tuple[str, str], ...] = ()

    @property
    def is_known(self) -> bool:
        """Return whether anything is known."""
        return any(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True)
class Entry:
    """What one row of a source says of the reporter of one record."""

    source: str
    key: str  # of the row
    record: str  # uid of what was reported
    kind: str
    reporter: Reporter = Reporter()
    originals: tuple[tuple[str, str], ...] = ()  # texts before they were masked, by their column
    few: tuple[str, ...] = ()  # passages that tell how few could have known

    def plain(self) -> bytes:
        """Return what is sealed, filled up to a round length."""
        said = asdict(self)
        for name in ("source", "record", "kind"):
            del said[name]
        text = orjson.dumps(said)
        return text.ljust(-(-len(text) // _PAD) * _PAD)

    @property
    def bound(self) -> "Bound":
        """Return what the entry is bound to."""
        return Bound(self.record, self.kind, self.source)


@dataclass(frozen=True)
class Bound:
    """What stands beside a sealed entry and cannot be changed without its being noticed."""

    record: str
    kind: str
    source: str

    def data(self, cipher: str) -> bytes:
        """Return the associated data of the cipher."""
        return orjson.dumps([_FORM, self.kind, self.record, self.source, cipher])

    def entry(self, plain: bytes) -> Entry:
        """Return the entry that was sealed."""
        said = orjson.loads(plain)
        reporter = Reporter(**{**said["reporter"], "details": _pairs(said["reporter"]["details"])})
        few = tuple(said["few"])
        return Entry(self.source, said["key"], self.record, self.kind, reporter, _pairs(said["originals"]), few)


def _pairs(listed: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name, text in listed)
