"""A run of `leadlink import`: three passes over the sources, Neo4j's own import, the schema, and the switch."""

import getpass
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from graph_service.errors import BadInput, Conflict
from graph_service.settings import Settings
from loaders.bulk.filling import Filled, complete, import_tables
from loaders.bulk.folding import Known
from loaders.bulk.mapping_share import MappedShare, Share
from loaders.bulk.plan import Cut, Plan, plan_of
from loaders.bulk.staging import Staging
from loaders.bulk.tables import NODES
from loaders.bulk.workers import Pool, working
from loaders.load import SHOWN_REJECTS, Outcome
from loaders.ordering import ordered
from loaders.rejection import Sealed
from loaders.session import Audience
from loaders.source_file import read_source


@dataclass
class Import:
    """What came of an import: per source as of a load, and as a whole."""

    outcomes: list[Outcome] = field(default_factory=list)
    nodes: int = 0
    relationships: int = 0
    longest: int = 0  # characters of the longest list of keys
    seconds: dict[str, float] = field(default_factory=dict)  # of each stage
    memory: dict[str, int] = field(default_factory=dict)  # most bytes that one process had: python, java
    counts: dict[str, dict[str, int]] = field(default_factory=dict)  # of each load
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


@dataclass(frozen=True)
class Wish:
    """What is to be imported, and how."""

    paths: list[Path]
    data: Path
    dry_run: bool = False
    shares: int = 0  # processes; 0 means one for each core

    def told(self) -> list[str]:
        """Return what tells this import from another."""
        return [str(self.data.absolute()), *(str(path.absolute()) for path in self.paths)]


def import_all(wish: Wish, settings: Settings, watching: Audience) -> Import:
    """Import the declared sources into the home's empty graph, whole or not at all."""
    if settings.neo4j_uri:
        what = "an import makes the database of the embedded server, and LEADLINK_NEO4J_URI names another server"
        raise Conflict(what, settings.neo4j_uri, "unset it, or load with `leadlink load`")
    sources = ordered([read_source(path) for path in wish.paths])
    staging = Staging(settings)
    with staging.held():
        if (told := staging.put_in_place(watching.steps)) is not None and told == wish.told():
            return Import(finished_earlier=True)
        if not wish.dry_run:
            staging.require_empty(watching.steps)
        staging.begin()
        watching.steps.say("Sources: looking at every file")
        result = Import()
        with result.timed("scan"):
            at = datetime.now(UTC).isoformat()
            shares = wish.shares or _cores()
            cut = Cut(wish.data, staging.folder, at, shares, wish.dry_run, settings.operator_names)
            plan, size = plan_of(sources, cut)
        staging.require_space(size)
        _run(plan, staging, wish, result, watching)
    return result


def _cores() -> int:
    return max(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 1)


class _Listening:
    """Adds up how far every share is with each source."""

    def __init__(self, plan: Plan, watching: Audience) -> None:
        self._names = [source.name for source in plan.sources]
        self._watching = watching
        self._rows = [[0, 0] for _ in plan.sources]
        self._begun = time.monotonic()
        self._heard = [self._begun for _ in plan.sources]

    def hear(self, word: tuple[int, int, int]) -> None:
        """Take one word of one share."""
        place, read, rejected = word
        self._rows[place][0] += read
        self._rows[place][1] += rejected
        self._heard[place] = time.monotonic()
        self._watching.advance(self._names[place], *self._rows[place])

    def seconds(self) -> list[float]:
        """Return how long the reading and mapping of each source took."""
        return [after - before for before, after in pairwise([self._begun, *self._heard])]


def _run(plan: Plan, staging: Staging, wish: Wish, result: Import, watching: Audience) -> None:
    shares = [Share(plan, number, staging.uid_key) for number in range(plan.cut.shares)]
    result.outcomes = [Outcome(source.name) for source in plan.sources]
    listening = _Listening(plan, watching)
    with working(shares) as pool:
        with result.timed("map"):
            mapped = pool.map_all(listening.hear)
        for outcome, seconds in zip(result.outcomes, listening.seconds(), strict=True):
            outcome.seconds = seconds
        _count(plan, staging, mapped, result)
        if not wish.dry_run:
            readers = _fold(pool, mapped, result, watching)
        result.memory["python"] = pool.peak_bytes()
    if wish.dry_run:
        staging.clear()
    else:
        _finish(plan, staging, readers, (result, wish), watching)
    for outcome in result.outcomes:
        watching.finished(outcome)


def _fold(pool: Pool, mapped: list[MappedShare], result: Import, watching: Audience) -> dict[int, list[str]]:
    readers: dict[int, list[str]] = {}
    winners: dict[tuple[int, str], tuple[int, int]] = {}
    for share in mapped:
        readers |= share.readers
        winners |= share.winners
    watching.steps.say("Nodes: folding what all sources say of each")
    with result.timed("fold"):
        folded = pool.fold_all(Known(winners, readers))
    watching.steps.say("References: binding names and keys")
    with result.timed("bind"):
        bound = pool.bind_all(Known(winners, readers))
    written = [*(share.written for share in mapped), *(made.written for made in (*folded, *bound))]
    for name, count in (pair for each in written for pair in each.items()):
        if name in NODES:
            result.nodes += count
        else:
            result.relationships += count
    for made in (*folded, *bound):
        readers |= made.readers
        result.longest = max(result.longest, made.longest)
    if not result.nodes:
        raise BadInput(
            "no row says anything that could be imported",
            "the sources",
            "try them with --dry-run and look at the rejected rows",
        )
    return readers


def _count(plan: Plan, staging: Staging, mapped: list[MappedShare], result: Import) -> None:
    for planned in plan.inputs:
        outcome = result.outcomes[planned.source]
        parts = [part for share in mapped for part in share.inputs if part.input == planned.number]
        counts = {name: sum(part.counts[name] for part in parts) for name in parts[0].counts}
        result.counts[planned.load] = counts
        for name, count in counts.items():
            setattr(outcome, name, getattr(outcome, name) + count)
        outcome.unreadable += sum(part.unreadable for part in parts)
        result.sealed[planned.load] = [sealed for part in parts for sealed in part.sealed]
        outcome.sealed += len(result.sealed[planned.load])
        outcome.drift += [(planned.file, each) for each in (*planned.drift, *planned.notes)]
        first = sorted((rejection for part in parts for rejection in part.first), key=lambda each: each.row)
        outcome.rejects += [(planned.file, each) for each in first[: SHOWN_REJECTS - len(outcome.rejects)]]
        outcome.loads.append(planned.load)
        unknown = planned.opened.passed_over(plan.sources[planned.source])
        outcome.passed_over += [name for name in unknown if name not in outcome.passed_over]
        if not plan.cut.dry_run:
            shares = [plan.rejects(planned.load, number) for number in range(plan.cut.shares)]
            if path := staging.take_rejects(planned.load, shares):
                outcome.kept_in.append(path)


def _finish(
    plan: Plan, staging: Staging, readers: dict[int, list[str]], asked: tuple[Import, Wish], watching: Audience
) -> None:
    result, wish = asked
    steps = watching.steps
    steps.say("Neo4j: importing")
    with result.timed("import"):
        result.memory["java"] = import_tables(plan, staging, result.longest, steps)
    filled = Filled(
        result.nodes, result.relationships, readers, (result.counts, result.sealed), getpass.getuser(), staging.uid_key
    )
    with result.timed("schema"):
        complete(plan, staging, filled, steps)
    with result.timed("switch"):
        staging.mark_ready(wish.told())
        staging.put_in_place(steps)
