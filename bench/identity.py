"""`python -m bench.identity --data CITY`: who is who in a loaded city, against its truth, beside Splink alone."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from bench import identity_units
from bench.identity_table import Decided, RegisterSide, head, line
from bench.plain_splink import plain_pairs
from graph_service.embedded import ensure
from graph_service.graph import Writer
from graph_service.identity.deciding import Judged, Readable, ScoredPair, decide, guard
from graph_service.identity.people import PersonRecords, read_people
from graph_service.identity.scoring import Scored, score_people
from graph_service.identity.thresholds import DEFAULT_THRESHOLD
from graph_service.settings import read_settings

_KEYS = """MATCH (p:Person)
RETURN collect([p.uid, p.id_number, CASE WHEN p.id_number IS NULL THEN p.source + '|' + p.source_key END]) AS rows"""
_READERS = "MATCH (a:Audience) RETURN collect([a.number, a.readers]) AS rows"


@dataclass(frozen=True)
class IdentityRead:
    """What the graph holds of people."""

    people: PersonRecords
    keys: list[list[Any]]
    readers: dict[int, list[str]]


def main(data: Path = typer.Option(..., help="Folder of the city that is loaded in LEADLINK_HOME.")) -> None:
    """Print precision and recall for people and units."""
    settings = read_settings()
    stated = json.loads((data / "truth.json").read_text(encoding="utf-8"))
    with ensure(settings) as running, Writer(running, settings.neo4j_database) as writer:
        keys = writer.run_read(_KEYS)[0][0]["rows"]
        read = IdentityRead(read_people(writer), keys, dict(writer.run_read(_READERS)[0][0]["rows"]))
        units = identity_units.read(writer, stated, read.readers)
    side = people_side(stated, read)
    print(
        f"{len(side.true):,} records of people without an id number, {len(side.tellable):,} of them can be told from the registers"
    )
    print(f"{len(units.side.true):,} tickets that name a unit otherwise than its register does")
    print(head())
    _run("people, leadlink", lambda: _ours(read), side)
    _run("people, Splink alone", lambda: Decided(plain_pairs(read.people), {}), side)
    _run("units, leadlink", units.ours, units.side)
    _run("units, Splink alone", units.plain, units.side)


def _run(name: str, match: Callable[[], Decided], side: RegisterSide) -> None:
    began = time.monotonic()
    try:
        found = match()
    except ValueError:
        print(f"| {name} | its training finds no weights in so few records |" + " – |" * 8)
        return
    print(line(name, found, side, time.monotonic() - began))


def people_side(stated: dict[str, Any], read: IdentityRead) -> RegisterSide:
    """Return whom each record means."""
    uids = {number: uid for uid, number, _ in read.keys if number}
    keys = {key: uid for uid, _, key in read.keys if key}
    numbers = {each["person"]: each["id_number"] for each in stated["people"]}
    subjects = {keys[f"{each['source']}|{each['key']}"]: each for each in stated["subjects"] if each["how"] != "id"}
    true = {uid: uids[numbers[each["person"]]] for uid, each in subjects.items()}
    tellable = frozenset(uid for uid, each in subjects.items() if each["tellable"])
    traps = frozenset(uids[number] for pair in stated["namesakes"] for number in pair["id_numbers"] if number in uids)
    return RegisterSide(true, tellable, len(stated["subjects"]) - len(true), traps)


def _ours(read: IdentityRead) -> Decided:
    people = read.people
    readable = Readable({each.uid: each.audience for each in (*people.loose, *people.known)}, read.readers)
    pairs = [_pair(number, scored, readable) for number, scored in enumerate(score_people(people))]
    merged, queued = decide(pairs, Judged({}, frozenset()), DEFAULT_THRESHOLD)
    asked: dict[str, list[str]] = {}
    for pair in queued:
        asked.setdefault(pair.loose, []).append(pair.known)
    return Decided({pair.loose: pair.known for pair in merged}, asked)


def _pair(number: int, scored: Scored, readable: Readable) -> ScoredPair:
    return ScoredPair(str(number), "Person", scored.loose, scored.known, scored.score, 0, (), guard(scored, readable))


if __name__ == "__main__":
    typer.run(main)
