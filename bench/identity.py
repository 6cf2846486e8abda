"""`python -m bench.identity --data CITY`: who is who in a loaded city, against its truth, beside Splink alone."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from bench.plain_splink import plain_pairs
from graph_service.embedded import ensure
from graph_service.graph import Writer
from graph_service.identity.deciding import DEFAULT_THRESHOLD, Judged, Pair, Readable, decide, guard
from graph_service.identity.people import People, Person, read_people
from graph_service.identity.scoring import Scored, score_people
from graph_service.settings import read_settings

_KEYS = """MATCH (p:Person)
RETURN collect([p.uid, p.id_number, CASE WHEN p.id_number IS NULL THEN p.source + '|' + p.source_key END]) AS rows"""
_READERS = "MATCH (a:Audience) RETURN collect([a.number, a.readers]) AS rows"


@dataclass(frozen=True)
class Truth:
    """Whom each record means, by uid, and how many records there are in all."""

    known: dict[str, str]
    told: frozenset[str]  # records that one holder alone of the stated post in the stated unit can be
    numbered: int  # records that give an id number and so need no matching
    namesakes: frozenset[str]


def main(data: Path = typer.Option(..., help="Folder of the city that is loaded in LEADLINK_HOME.")) -> None:
    """Print precision and recall for people."""
    settings = read_settings()
    with ensure(settings) as running, Writer(running, settings.neo4j_database) as writer:
        people = read_people(writer)
        rows = writer.run_read(_KEYS)[0][0]["rows"]
        readers = dict(writer.run_read(_READERS)[0][0]["rows"])
    truth = _truth(json.loads((data / "truth.json").read_text(encoding="utf-8")), rows, people)
    print(
        f"{len(truth.known):,} records without an id number, {len(truth.told):,} of them can be told from the registers"
    )
    print(
        "| | decided | right | precision | recall, can be told | recall, no id number | recall, all | namesakes taken | s |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for name, match in (("leadlink", lambda: _ours(people, readers)), ("Splink alone", lambda: plain_pairs(people))):
        print(_line(name, match, truth))


def _truth(stated: dict[str, Any], rows: list[list[Any]], people: People) -> Truth:
    uids = {number: uid for uid, number, _ in rows if number}
    keys = {key: uid for uid, _, key in rows if key}
    numbers = {each["person"]: each["id_number"] for each in stated["people"]}
    known = {
        keys[f"{each['source']}|{each['key']}"]: uids[numbers[each["person"]]]
        for each in stated["subjects"]
        if each["how"] != "id"
    }
    told = frozenset(person.uid for person in people.loose if _fitting(person, people) == {known.get(person.uid)})
    numbered = sum(each["how"] == "id" for each in stated["subjects"])
    namesakes = frozenset(uids[number] for pair in stated["namesakes"] for number in pair["id_numbers"])
    return Truth(known, told, numbered, namesakes)


def _fitting(person: Person, people: People) -> set[str]:
    return {other.uid for other in people.known if person.held_in & other.held_in and _fits(person, other)}


def _fits(person: Person, other: Person) -> bool:
    mine, theirs = person.keys, other.keys.folded
    if mine.pattern is None:
        return mine.folded == theirs
    return len(mine.folded) == len(theirs) and all(a in ("某", b) for a, b in zip(mine.folded, theirs, strict=True))


def _ours(people: People, readers: dict[int, list[str]]) -> dict[str, str]:
    readable = Readable({each.uid: each.audience for each in (*people.loose, *people.known)}, readers)
    pairs = [_pair(number, scored, readable) for number, scored in enumerate(score_people(people))]
    merged, _ = decide(pairs, Judged({}, frozenset()), DEFAULT_THRESHOLD)
    return {pair.loose: pair.known for pair in merged}


def _pair(number: int, scored: Scored, readable: Readable) -> Pair:
    return Pair(str(number), "Person", scored.loose, scored.known, scored.score, 0, (), guard(scored, readable))


def _line(name: str, match: Callable[[], dict[str, str]], truth: Truth) -> str:
    began = time.monotonic()
    try:
        found = match()
    except ValueError:
        return f"| {name} | its training finds no weights in so few records |" + " – |" * 7
    seconds = time.monotonic() - began
    right = {one for one, other in found.items() if truth.known.get(one) == other}
    taken = sum(other in truth.namesakes for one, other in found.items() if one not in right)
    whole = len(truth.known) + truth.numbered
    figures = (
        len(right) / max(len(found), 1), len(right & truth.told) / max(len(truth.told), 1),
        len(right) / len(truth.known), (len(right) + truth.numbered) / whole,
    )  # fmt: skip
    shown = " | ".join(f"{figure:.4f}" for figure in figures)
    return f"| {name} | {len(found):,} | {len(right):,} | {shown} | {taken} | {seconds:.1f} |"


if __name__ == "__main__":
    typer.run(main)
