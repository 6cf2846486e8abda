"""A run of `leadlink import`: three passes over the sources, Neo4j's own import, the schema, and the switch."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from graph_service.errors import BadInput, Conflict
from graph_service.settings import Settings
from graph_service.user import user_name
from graph_service.vault.keys import VaultPlace
from loaders.bulk.filling import Filled, complete, import_tables
from loaders.bulk.folding import FirstPass
from loaders.bulk.mapping_share import MappedShare, WorkShare
from loaders.bulk.outcome import Import, Listening, count_rows, forget_sealed_rows
from loaders.bulk.plan import ImportPlan, WorkDivision, plan_of
from loaders.bulk.staging import Staging
from loaders.bulk.tables import NODES
from loaders.bulk.workers import Pool, working
from loaders.declare.ordering import ordered
from loaders.declare.source import EndSpec, Source
from loaders.declare.source_file import read_sources
from loaders.load.one_source import Outcome
from loaders.session import LoadWatcher


@dataclass(frozen=True)
class ImportOptions:
    """What is to be imported, and how."""

    paths: list[Path]
    data: Path
    dry_run: bool = False
    shares: int = 0  # processes; 0 means one for each core

    def told(self) -> list[str]:
        """Return what tells this import from another."""
        return [str(self.data.absolute()), *(str(path.absolute()) for path in self.paths)]


def import_all(wish: ImportOptions, settings: Settings, watching: LoadWatcher) -> Import:
    """Import the declared sources into the home's empty graph, whole or not at all."""
    if settings.neo4j_uri:
        what = "an import makes the database of the embedded server, and LEADLINK_NEO4J_URI names another server"
        raise Conflict(what, settings.neo4j_uri, "unset it, or load with `leadlink load`")
    sources = ordered(read_sources(wish.paths))
    for source in sources:
        _refuse_two_loose_ends(source)
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
            shares = wish.shares or cores()
            cut = WorkDivision(wish.data, staging.folder, at, shares, wish.dry_run, settings.operator_names)
            plan, size = plan_of(sources, cut)
        staging.require_space(size)
        _carry_out(_Run(plan, staging, wish, result, watching, VaultPlace.of(settings)))
    return result


def _refuse_two_loose_ends(source: Source) -> None:
    for number, link in enumerate(source.links):
        if all(isinstance(end, EndSpec) and end.is_loose for end in (link.from_, link.to)):
            raise BadInput(
                f"both ends of links.{number} of source {source.name} are referred to by name or by the key of a source, "
                "which an import cannot bind",
                source.name,
                "import the other sources, then load this one with `leadlink load`",
                zh=f"来源{source.name}的第{number + 1}个关系两端都按名称或其他来源的主键引用，import不能绑定，请先导入其他来源，"
                "再用leadlink load装载该来源",
            )


@dataclass(frozen=True)
class _Run:
    """One import under way: what is to be done, where it is built, who asked and who watches, and what came of it."""

    plan: ImportPlan
    staging: Staging
    options: ImportOptions
    result: Import
    watching: LoadWatcher
    vault_place: VaultPlace


def cores() -> int:
    """Return how many processors this process may use, at least 1."""
    return max(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 1)


def _carry_out(run: _Run) -> None:
    plan, staging, result, watching = run.plan, run.staging, run.result, run.watching
    shares = [WorkShare(plan, number, staging.uid_key, run.vault_place) for number in range(plan.cut.shares)]
    result.outcomes = [Outcome(source.name) for source in plan.sources]
    listening = Listening(plan, watching)
    with working(shares) as pool:
        with result.timed("map"):
            mapped = pool.map_all(listening.hear)
        for outcome, seconds in zip(result.outcomes, listening.seconds(), strict=True):
            outcome.seconds = seconds
        count_rows(plan, staging, mapped, result)
        forget_sealed_rows(plan, staging, result)
        if not run.options.dry_run:
            readers, doubtful = _fold(pool, mapped, result, watching)
        result.memory["python"] = pool.peak_bytes()
    if run.options.dry_run:
        staging.clear()
    else:
        _finish(run, readers, doubtful)
    for outcome in result.outcomes:
        watching.finished(outcome)


def _fold(
    pool: Pool, mapped: list[MappedShare], result: Import, watching: LoadWatcher
) -> tuple[dict[int, list[str]], list[str]]:
    readers: dict[int, list[str]] = {}
    winners: dict[tuple[int, str], tuple[int, int]] = {}
    for share in mapped:
        readers |= share.readers
        winners |= share.winners
    watching.steps.say("Nodes: folding what all sources say of each")
    with result.timed("fold"):
        folded = pool.fold_all(FirstPass(winners, readers))
    watching.steps.say("References: binding names and keys")
    with result.timed("bind"):
        bound = pool.bind_all(FirstPass(winners, readers))
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
    return readers, [uid for share in folded for uid in share.doubtful]


def _finish(run: _Run, readers: dict[int, list[str]], doubtful: list[str]) -> None:
    plan, staging, result, steps = run.plan, run.staging, run.result, run.watching.steps
    steps.say("Neo4j: importing")
    with result.timed("import"):
        result.memory["java"] = import_tables(plan, staging, result.longest, steps)
    filled = Filled(
        result.nodes,
        result.relationships,
        readers,
        (result.counts, result.sealed),
        user_name(),
        staging.uid_key,
        doubtful,
    )
    with result.timed("schema"):
        complete(plan, staging, filled, steps)
    with result.timed("switch"):
        staging.mark_ready(run.options.told())
        staging.put_in_place(steps)
