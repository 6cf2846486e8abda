"""What comes of an import: how far it is, the counts of each source and load, and the whole."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.bulk.mapping_share import Mapped, MappedShare, ShareWord
from loaders.bulk.plan import ImportPlan
from loaders.bulk.staging import Staging
from loaders.ledger.kept_out import forget_sealed
from loaders.load.one_source import SHOWN_REJECTS, Outcome
from loaders.rejection import Sealed
from loaders.session import LoadWatcher


@dataclass
class Import:
    """What came of an import: per source as of a load, and as a whole."""

    outcomes: list[Outcome] = field(default_factory=list)
    nodes: int = 0
    relationships: int = 0
    longest: int = 0  # characters of the longest list of keys
    seconds: dict[str, float] = field(default_factory=dict)  # of each stage
    memory: dict[str, int] = field(default_factory=dict)  # most bytes that one process had: python, java
    counts: dict[str, dict[str, object]] = field(default_factory=dict)  # of each load, and how far its table was read
    sealed: dict[str, list[Sealed]] = field(default_factory=dict)  # of each load: rows that must not come in
    finished_earlier: bool = False  # the run before this one was broken off at its last step

    def summary(self) -> dict[str, object]:
        """Return what `--json` prints after the sources."""
        return {
            "nodes": self.nodes,
            "relationships": self.relationships,
            "seconds": {name: round(seconds, 2) for name, seconds in self.seconds.items()},
            "peak_memory_mib": {name: size >> 20 for name, size in self.memory.items()},
        }

    def lines(self) -> list[str]:
        """Return what a person reads after the table of the sources."""
        if not self.nodes:
            return []
        elements, total = self.nodes + self.relationships, sum(self.seconds.values())
        stages = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in self.seconds.items())
        memory = ", ".join(f"{name} {size >> 20:,} MiB" for name, size in self.memory.items())
        return [
            f"{self.nodes:,} nodes and {self.relationships:,} relationships in {total:.1f} s: {elements / total:,.0f}/s",
            f"Stages: {stages}",
            f"Peak memory of one process: {memory}",
        ]

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Measure a stage."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.monotonic() - begun


class Listening:
    """Adds up how far every share is with each source."""

    def __init__(self, plan: ImportPlan, watching: LoadWatcher) -> None:
        self._names = [source.name for source in plan.sources]
        self._watching = watching
        self._rows = [[0, 0] for _ in plan.sources]
        self._begun = time.monotonic()
        self._heard = [self._begun for _ in plan.sources]

    def hear(self, word: ShareWord) -> None:
        """Take one word of one share."""
        place = word.source
        self._rows[place][0] += word.read
        self._rows[place][1] += word.rejected
        self._heard[place] = time.monotonic()
        self._watching.advance(self._names[place], *self._rows[place])

    def seconds(self) -> list[float]:
        """Return how long the reading and mapping of each source took."""
        return [after - before for before, after in pairwise([self._begun, *self._heard])]


def count_rows(plan: ImportPlan, staging: Staging, mapped: list[MappedShare], result: Import) -> None:
    """Add up what the shares found in each input, and join the files of their rejected rows."""
    for planned in plan.inputs:
        outcome = result.outcomes[planned.source]
        parts = [part for share in mapped for part in share.inputs if part.input == planned.number]
        counts = {name: sum(part.counts[name] for part in parts) for name in parts[0].counts}
        result.counts[planned.load] = {**counts, **_mark(parts)}
        for name, count in counts.items():
            setattr(outcome, name, getattr(outcome, name) + count)
        outcome.unreadable += sum(part.unreadable for part in parts)
        outcome.silent += sum(part.silent for part in parts)
        result.sealed[planned.load] = [sealed for part in parts for sealed in part.sealed]
        outcome.sealed += len(result.sealed[planned.load])
        outcome.drift += [(planned.file, each) for each in (*planned.drift, *planned.notes)]
        first = sorted((rejection for part in parts for rejection in part.first), key=lambda each: each.row)
        outcome.rejects += [(planned.file, each) for each in first[: SHOWN_REJECTS - len(outcome.rejects)]]
        outcome.loads.append(planned.load)
        outcome.unused += [name for name in planned.opened.passed_over if name not in outcome.unused]
        if not plan.cut.dry_run:
            shares = [plan.rejects(planned.load, number) for number in range(plan.cut.shares)]
            if path := staging.take_rejects(planned.load, shares):
                outcome.kept_in.append(path)


def _mark(parts: Sequence[Mapped]) -> dict[str, object]:
    # Where the table has changed while the shares read it, the next sync reads it whole.
    mark = parts[0].mark
    if mark is None or any(part.mark != mark for part in parts):
        return {}
    return {"watermark": mark.text, "watermark_form": mark.form}


def forget_sealed_rows(plan: ImportPlan, staging: Staging, result: Import) -> None:
    """Take the content of sealed rows out of the rejected rows of other inputs, as a load does."""
    for place, source in enumerate(plan.sources):
        loads = [planned.load for planned in plan.inputs if planned.source == place]
        if keys := {sealed.key for load in loads for sealed in result.sealed[load] if sealed.key}:
            forget_sealed(staging.folder, source.key, loads, keys)
