"""One run over everybody: what is surely the same is merged, what may be is queued, what no longer holds is undone."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.identity.deciding import Judged, Readable, ScoredPair, decide, guard, states
from graph_service.identity.engine import Engine
from graph_service.identity.judging import follow, pair_uid
from graph_service.identity.merges import MACHINE, MergeReason, merge_all, merging, refold, unmerge
from graph_service.identity.people import PersonRecords, namesakes, read_people
from graph_service.identity.queue import read_queue, write_queue
from graph_service.identity.scoring import Scored, score_people
from graph_service.identity.units import read_units, score_units
from graph_service.progress import Steps

_HERE = Engine()
_KINDS = ("Person", "Unit")


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


def resolve(writer: Writer, uid_key: bytes, threshold: float, steps: Steps, engine: Engine = _HERE) -> Resolved:
    """Bring merges and queue to what the data and the judgements say now; a repeat writes nothing."""
    readers = {row["number"]: row["readers"] for row in writer.run_read(query("rights/audiences_known").body)[0]}
    steps.say("reading people and units …")
    people, units = read_people(writer), read_units(writer)
    steps.say(f"comparing {len(people.loose):,} people and {len(units.loose):,} units without a strong identifier …")
    audiences = {each.uid: each.audience for side in (people, units) for each in (*side.loose, *side.known)}
    readable = Readable(audiences, readers)
    pairs = [
        *_people_pairs(people, score_people(people, engine), readable, uid_key),
        *(_pair("Unit", each, readable, uid_key, 1) for each in score_units(units)),
    ]
    queue = read_queue(writer)
    merged, queued = decide(pairs, queue.judged, threshold)
    outcome = Resolved(len(people.loose), len(units.loose), len(merged), queued=len(queued))
    steps.say("merging …")
    _reconcile(writer, merged, queue.judged, outcome)
    outcome.merged += sum(follow(writer, uid, judgement) for uid, judgement in queue.standing())
    outcome.written, outcome.withdrawn = write_queue(writer, queue, states(merged, queued))
    return outcome


def _people_pairs(
    people: PersonRecords, pairs: Iterable[Scored], readable: Readable, uid_key: bytes
) -> list[ScoredPair]:
    names = {person.uid: person.keys.folded for person in people.known}
    bearers = namesakes(people)
    return [_pair("Person", scored, readable, uid_key, bearers[names[scored.known]]) for scored in pairs]


def _pair(kind: str, scored: Scored, readable: Readable, uid_key: bytes, bearers: int) -> ScoredPair:
    uid = pair_uid(scored.loose, scored.known, uid_key)
    fields = tuple(asdict(each) for each in scored.fields)
    return ScoredPair(uid, kind, scored.loose, scored.known, scored.score, bearers, fields, guard(scored, readable))


def _reconcile(writer: Writer, wanted: Iterable[ScoredPair], judged: Judged, outcome: Resolved) -> None:
    """Undo merges of the machine that no longer hold, make those that are missing, and fold what survivors show."""
    holding = {row["pair"]: row for row in writer.run_read(query("identity/merges").body)[0]}
    pairs = {pair.uid: pair for pair in wanted}
    for uid, row in holding.items():
        if row["by"] == MACHINE and uid not in pairs and judged.verdicts.get(uid) != "SAME":
            unmerge(writer, row["absorbed"], MergeReason(MACHINE, "the records no longer bear it out", row["pair"]))
            outcome.undone += 1
    into = {row["absorbed"]: row["into"] for row in holding.values()}
    for kind in _KINDS:
        rows = [_merging(pair, into) for pair in pairs.values() if pair.kind == kind and pair.uid not in holding]
        outcome.merged += merge_all(writer, kind, rows)
        refold(writer, kind)


def _merging(pair: ScoredPair, into: Mapping[str, str]) -> dict[str, Any]:
    survivor = pair.known
    while survivor in into:
        survivor = into[survivor]
    found = "; ".join(f"{field['field']}: {field['found']}" for field in pair.fields)
    return merging(pair.loose, survivor, MergeReason(MACHINE, f"{pair.score:.3f}: {found}", pair.uid))
