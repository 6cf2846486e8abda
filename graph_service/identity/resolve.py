"""One run over everybody: what is surely the same is merged, what may be is queued, what no longer holds is undone."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.identity.deciding import Readable, ScoredPair, decide, guard, states
from graph_service.identity.disputes import disputed_pairs
from graph_service.identity.engine import Engine
from graph_service.identity.following import Merge, borne_out, follow, machine_wishes
from graph_service.identity.judging import pair_uid
from graph_service.identity.merges import MACHINE, MergeReason, refold
from graph_service.identity.people import PersonRecords, namesakes, read_people
from graph_service.identity.queue import Queue, judged_of, read_queue, write_queue
from graph_service.identity.scoring import Scored, score_people
from graph_service.identity.spoken import mark_overruled
from graph_service.identity.units import Units, read_units, score_units
from graph_service.progress import Steps

_HERE = Engine()


@dataclass
class Resolved:
    """What came of one run."""

    people: int = 0  # without a strong identifier
    units: int = 0
    same: int = 0  # pairs that the machine holds for one, at or above the threshold
    merged: int = 0  # merges made now
    undone: int = 0  # merges taken back now
    queued: int = 0  # pairs that a person is asked about
    written: int = 0  # pairs that were new or have changed
    withdrawn: int = 0
    skipped: int = 0  # merges that were asked for and could not be made
    overruled: int = 0  # judgements of which newer ones say otherwise


@dataclass(frozen=True)
class _Run:
    writer: Writer
    uid_key: bytes
    threshold: float
    steps: Steps
    queue: Queue
    readers: dict[int, list[str]]
    outcome: Resolved


def resolve(writer: Writer, uid_key: bytes, threshold: float, steps: Steps, engine: Engine = _HERE) -> Resolved:
    """Bring merges and queue to what the data and the judgements say now; a repeat writes nothing.

    Units come first: what is known of people follows from the units that their posts and matters lead to.
    """
    readers = {row["number"]: row["readers"] for row in writer.run_read(query("rights/audiences_known").body)[0]}
    run = _Run(writer, uid_key, threshold, steps, read_queue(writer), readers, Resolved())
    wanted = _resolve_units(run) | _resolve_people(run, engine)
    outcome = run.outcome
    outcome.written, outcome.withdrawn = write_queue(writer, run.queue, wanted)
    if outcome.skipped:
        steps.say(f"{outcome.skipped:,} merges were passed over: one of the two is gone, or nothing speaks of it …")
    if outcome.overruled:
        steps.say(f"{outcome.overruled:,} judgements are overruled by newer ones: see leadlink identity queue …")
    return outcome


def _resolve_units(run: _Run) -> dict[str, dict[str, Any]]:
    run.steps.say("reading units …")
    units = read_units(run.writer)
    run.outcome.units = len(units.loose)
    run.steps.say(f"comparing {len(units.loose):,} units without a strong identifier …")
    readable = _readable(run, units)
    return _settle(run, "Unit", [_pair("Unit", each, readable, run.uid_key, 1) for each in score_units(units)])


def _resolve_people(run: _Run, engine: Engine) -> dict[str, dict[str, Any]]:
    run.steps.say("reading people …")
    people = read_people(run.writer)
    run.outcome.people = len(people.loose)
    run.steps.say(f"comparing {len(people.loose):,} people without a strong identifier …")
    names = {person.uid: person.keys.folded for person in people.known}
    bearers, readable = namesakes(people), _readable(run, people)
    scored = score_people(people, engine)
    pairs = [_pair("Person", each, readable, run.uid_key, bearers[names[each.known]]) for each in scored]
    of_name = {uid: bearers[name] for uid, name in names.items()}
    return _settle(run, "Person", [*pairs, *disputed_pairs(run.writer, of_name, run.uid_key)])


def _readable(run: _Run, sides: Units | PersonRecords) -> Readable:
    return Readable({each.uid: each.audience for each in (*sides.loose, *sides.known)}, run.readers)


def _pair(kind: str, scored: Scored, readable: Readable, uid_key: bytes, bearers: int) -> ScoredPair:
    uid = pair_uid(scored.loose, scored.known, uid_key)
    fields = tuple(asdict(each) for each in scored.fields)
    return ScoredPair(uid, kind, scored.loose, scored.known, scored.score, bearers, fields, guard(scored, readable))


def _settle(run: _Run, kind: str, pairs: Iterable[ScoredPair]) -> dict[str, dict[str, Any]]:
    """Undo merges of a kind that no longer hold, make those that are missing, and return the pairs to be kept."""
    outcome, spoken = run.outcome, run.queue.spoken(kind)
    said = spoken.together()
    merged, queued = decide(pairs, judged_of(spoken, said), run.threshold)
    mark_overruled(run.writer, spoken, said)
    found = {pair.uid for pair in merged}
    by_people = borne_out(said, spoken.pairs)

    def holds(merge: Merge) -> bool:
        is_found = merge["by"] != MACHINE or merge["pair"] in spoken.pairs or merge["pair"] in found
        return is_found and by_people(merge)

    wishes = [*spoken.wishes(said), *machine_wishes(merged)]
    reason = MergeReason(MACHINE, "the records no longer bear it out")
    followed = follow(run.writer, kind, wishes, holds, reason)
    refold(run.writer, kind)
    outcome.same += len(merged)
    outcome.queued += len(queued)
    outcome.undone += followed.undone
    outcome.merged += followed.merged
    outcome.skipped += len(followed.skipped)
    outcome.overruled += len(said.overruled)
    return states(merged, queued)
