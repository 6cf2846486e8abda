"""Reads the two sides that are compared: people without a strong identifier, and the people who may be meant."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.paging import read_rows
from graph_service.graph import Writer
from graph_service.identity.names import NameKeys, name_keys, titles

_LOOSE_PAGE = 2_000
_PHONE_CAP = 5  # users of a number that still tells them apart
_YEARS = 15  # of a matter that speaks of a long time, so many are compared
_SOLE, _FEW = 1, 5  # holders of one post in one unit and year


@dataclass
class PersonRecord:
    """One side of a comparison; `told` are the known people whom the texts of the same matters name for certain."""

    uid: str
    name: str
    audience: int
    sex: str | None = None
    born_on: str | None = None
    former: str | None = None
    number: str | None = None  # resident id; of people without a strong identifier as far as it is shown
    units: set[str] = field(default_factory=set)
    served: set[str] = field(default_factory=set)  # unit|year
    held: set[str] = field(default_factory=set)  # unit|post
    held_in: set[str] = field(default_factory=set)  # unit|post|year
    phones: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)

    @property
    def keys(self) -> NameKeys:
        """Return what the name is compared by."""
        return name_keys(self.name)


@dataclass
class PersonRecords:
    """Both sides, and how rare each post is."""

    loose: list[PersonRecord]
    known: list[PersonRecord]
    holders: Counter[str] = field(default_factory=Counter)  # unit|post|year -> people
    posts: set[str] = field(default_factory=set)  # unit|post that the registers know a holder of

    def registered(self, person: PersonRecord) -> bool:
        """Return whether anybody is known to have held the stated post in that unit, at whatever time."""
        return not person.held.isdisjoint(self.posts)

    def rarity(self, token: str) -> str:
        """Return whether one, a few or many held this post in this unit and year."""
        count = self.holders[token]
        return "sole" if count <= _SOLE else "few" if count <= _FEW else "many"


def read_people(writer: Writer) -> PersonRecords:
    """Return everybody who has no strong identifier and everybody who has, with what bears on identity."""
    told = query("identity/loose").body
    loose = [_loose(uid, row) for uid, row in read_rows(writer, told, bound=_LOOSE_PAGE)]
    if not loose:
        return PersonRecords([], [])
    known = {row[0]: _known(row) for row in read_rows(writer, query("identity/people").body) if row[1]}
    people = PersonRecords(loose, list(known.values()))
    units = sorted(set().union(*(person.units for person in loose)))
    for uid, unit, post, since, until in writer.run_read(query("identity/posts").body, units=units)[0][0]["rows"]:
        if uid in known:
            _serve(known[uid], unit, post, _years(since, until))
    for person in people.known:
        people.holders.update(person.held_in)
        people.posts |= person.held
    phones = sorted(set().union(*(person.phones for person in loose)))
    found = writer.run_read(query("identity/phones").body, phones=phones, cap=_PHONE_CAP)[0][0]["rows"]
    for uid, phone in found:
        if uid in known:
            known[uid].phones.add(phone)
    return people


def _loose(uid: str, row: dict[str, Any]) -> PersonRecord:
    person = PersonRecord(
        uid, row["name"], row["audience"], row["sex"], _text(row["born_on"]), row["former_name"], row["id_mask"]
    )  # fmt: skip
    for said in row["said"]:
        years = _years(said["since"] or said["day"], said["day"])
        person.phones |= set(said["phones"])
        person.told |= set(said["told"])
        for unit in said["units"]:
            _serve(person, unit, said["post"], years)
    return person


def _known(row: list[Any]) -> PersonRecord:
    uid, name, former, sex, born_on, number, audience = row
    return PersonRecord(uid, name, audience, sex, _text(born_on), former, number)


def _serve(person: PersonRecord, unit: str, post: str | None, years: Iterable[int]) -> None:
    person.units.add(unit)
    stated = titles(post)
    person.held |= {f"{unit}|{title}" for title in stated}
    for year in years:
        person.served.add(f"{unit}|{year}")
        person.held_in |= {f"{unit}|{title}|{year}" for title in stated}


def _years(since: Any, until: Any) -> range:
    """Return the years from one day to the other; an open end means until now."""
    from datetime import date

    last = until.year if until else date.today().year
    first = since.year if since else last
    return range(max(first, last - _YEARS), last + 1)


def _text(day: Any) -> str | None:
    return day.iso_format() if day else None


def namesakes(people: PersonRecords) -> dict[str, int]:
    """Return how many people with a strong identifier bear each folded name."""
    counts: dict[str, int] = defaultdict(int)
    for person in people.known:
        counts[person.keys.folded] += 1
    return counts
