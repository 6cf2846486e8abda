"""The two sides as columns for the comparison."""

from collections.abc import Iterable
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from graph_service.identity.names import name_keys
from graph_service.identity.people import PersonRecord, PersonRecords

_LISTS = ("aliases", "sounds", "masks", "units", "held", "served", "sole", "few", "many", "phones", "told")
_TEXTS = ("uid", "folded", "variant", "sound", "mask", "surname", "pattern", "number", "number_ends", "born_on", "sex")
_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in _TEXTS),
        ("known", pa.bool_()),
        ("registered", pa.bool_()),
        *((name, pa.list_(pa.string())) for name in _LISTS),
    ]
)


def frames(people: PersonRecords) -> tuple[pa.Table, pa.Table]:
    """Return the people without a strong identifier and those with one."""
    return _frame(people, people.loose, False), _frame(people, people.known, True)


def _frame(people: PersonRecords, side: Iterable[PersonRecord], known: bool) -> pa.Table:
    rows = [_row(people, person, known) for person in side]
    columns = [[row[field.name] for row in rows] for field in _SCHEMA]
    return pa.table(columns, schema=_SCHEMA)


def _row(people: PersonRecords, person: PersonRecord, known: bool) -> dict[str, Any]:
    keys = person.keys
    aliases = {keys.folded, keys.variant}
    if person.former:
        former = name_keys(person.former)
        aliases |= {former.folded, former.variant}
    row: dict[str, Any] = {
        "uid": person.uid,
        "folded": keys.folded,
        "variant": keys.variant,
        "sound": keys.sounds[0] if keys.sounds else None,
        "mask": keys.masks[0],
        "surname": keys.masks[0].partition("某")[0],
        "pattern": keys.pattern,
        "number": person.number.replace("*", "_") if person.number else None,
        "number_ends": _ends(person.number),
        "born_on": person.born_on,
        "sex": person.sex,
        "known": known,
        "registered": people.registered(person),
        "aliases": [] if keys.pattern else sorted(aliases),
        "sounds": list(keys.sounds),
        # A name that is written out needs no mask to be found by; everybody known can hide behind one.
        "masks": list(keys.masks) if keys.pattern or known else [],
        "units": sorted(person.units),
        "held": sorted(person.held),
        "served": sorted(person.served),
        "phones": sorted(person.phones),
        "told": [person.uid] if known else sorted(person.told),
        "sole": [], "few": [], "many": [],
    }  # fmt: skip
    for token in sorted(person.held_in):
        row[people.rarity(token)].append(token)
    return row


def _ends(number: str | None) -> str | None:
    """Return the first and last four places of a resident id, if none of them is hidden."""
    ends = number[:4] + number[-4:] if number else "*"
    return None if "*" in ends else ends
