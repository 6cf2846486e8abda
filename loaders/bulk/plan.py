"""What a first load is made of, decided before its first row and sent to every process that takes part."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from loaders.declare.parts import SourceReading
from loaders.declare.source import Source
from loaders.mapping.lookups import keyed_kinds, named_kinds
from loaders.readers import Opened
from loaders.readers.tables import open_whole

# A partition is what one process holds in memory at once; what is spooled takes about four times the room of its source.
_PARTITION_BYTES = 16 << 20
_SPOOL_FACTOR = 4
_FEWEST, _MOST = 16, 512  # the most: each is an open file
_UNKNOWN_SIZE = 1 << 30  # for a database elsewhere, whose size nobody knows beforehand


@dataclass(frozen=True)
class Input:
    """One input: the number by which everything from it is remembered, its source, its load."""

    number: int
    source: int
    file: str
    file_hash: str
    columns: tuple[str, ...]
    drift: tuple[str, ...]
    notes: tuple[str, ...]
    load: str
    passed_over: tuple[str, ...] = ()

    @property
    def opened(self) -> Opened:
        """Return the input without its rows."""
        return Opened(
            self.file, self.file_hash, 0, self.columns, lambda: iter(()), self.drift, self.notes,
            passed_over=self.passed_over,
        )  # fmt: skip


@dataclass(frozen=True)
class WorkDivision:
    """Where the files are, where things are kept, and among how many processes the work is cut."""

    data: Path
    folder: Path
    at: str  # when all of it is learnt, as ISO text
    shares: int
    dry_run: bool
    operator: tuple[str, ...]  # names and numbers of the person who imports


@dataclass(frozen=True)
class ImportPlan:
    """The sources in their order, their inputs, and how the work on them is cut."""

    sources: tuple[Source, ...]
    inputs: tuple[Input, ...]
    cut: WorkDivision
    partitions: int

    @property
    def spool(self) -> Path:
        """Return the folder of what is on its way."""
        return self.cut.folder / "spool"

    @property
    def tables(self) -> Path:
        """Return the folder of the files that Neo4j imports."""
        return self.cut.folder / "tables"

    def rejects(self, load: str, share: int) -> Path:
        """Return the file of the rows of a load that one share rejected."""
        return self.cut.folder / "shares" / f"{load}.{share}.jsonl"

    def named(self) -> set[str]:
        """Return the kinds that some source refers to by name."""
        return {kind for source in self.sources for kind in named_kinds(source.links)}

    def keyed(self) -> set[tuple[str, str]]:
        """Return the kinds and sources whose keys some source refers to."""
        return {pair for source in self.sources for pair in keyed_kinds(source.links)}


def plan_of(sources: list[Source], cut: WorkDivision) -> tuple[ImportPlan, int]:
    """Return the plan and the bytes of all inputs; a header or encoding that does not fit refuses everything."""
    inputs: list[Input] = []
    sizes: dict[str, int] = {}  # several queries may read one database
    for place, source in enumerate(sources):
        for opened in open_whole(SourceReading.of(source), cut.data, cut.operator):
            inputs.append(_input(len(inputs), place, opened))
            origin = source.read.url or f"{source.name}:{opened.file}"
            sizes[origin] = opened.size or _database_size(origin, cut.data)
    size = sum(sizes.values())
    return ImportPlan(tuple(sources), tuple(inputs), cut, _partitions(size)), size


def _input(number: int, place: int, opened: Opened) -> Input:
    load = f"load_{uuid4().hex[:24]}"
    return Input(
        number, place, opened.file, opened.file_hash, opened.columns, opened.drift, opened.notes, load,
        opened.passed_over,
    )  # fmt: skip


def _database_size(url: str, data: Path) -> int:
    path = Path(url.replace("{data}", str(data.absolute())).removeprefix("sqlite:///"))
    return path.stat().st_size if path.is_file() else _UNKNOWN_SIZE


def _partitions(size: int) -> int:
    wanted = size * _SPOOL_FACTOR // _PARTITION_BYTES
    return min(max(1 << wanted.bit_length(), _FEWEST), _MOST)


def inputs_of(plan: ImportPlan, place: int) -> Iterator[tuple[Input, Opened]]:
    """Yield the inputs of one source, opened again."""
    planned = (each for each in plan.inputs if each.source == place)
    reading = SourceReading.of(plan.sources[place])
    yield from zip(planned, open_whole(reading, plan.cut.data, plan.cut.operator), strict=True)
