"""Units that are known by a name only, and the units that may be meant.

A registered name, short name or former name decides where it is one unit's only, and so does a name with its district but
without the city. A name without its area is a question for people: every district has a bureau of education.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.identity.scoring import UNIT_NAME, Scored, Weighed
from schema.identifiers.fold import fold

# 云江市委党校 is 市委党校 where the city is left out; 市场, 市政 and 市民 are words, unless 政府, 民政 and the like follow.
_WORD = "场|政(?![府法协务策])|民(?![政族宗营用间生主兵防航爆革建盟进])|委"
_CITY = re.compile(rf"^(?:[一-龥]{{2,3}}?省)?[一-龥]{{2,3}}?(?:(?:市|州|盟)(?!{_WORD})|(?=市委))")
_DISTRICT = re.compile(r"^[一-龥]{1,4}?(?:自治县|新区|区|县|旗)(?!域)")
_BRACKETED = re.compile(r"\([^()]{2,6}\)")  # 恒达建设(云江)有限公司: an area, or a branch of business
_FIRM = re.compile(r"(?:股份有限公司|有限责任公司|集团有限公司|有限公司|总公司|公司)$")
_LEAST_CORE = 2


@dataclass(frozen=True)
class NameParts:
    """A unit's name taken apart."""

    whole: str
    area: str  # districts before the body, without the city
    core: str

    @property
    def local(self) -> str:
        """Return the name without its city."""
        return self.area + self.core


@dataclass(frozen=True)
class UnitRecord:
    """One side of a comparison."""

    uid: str
    audience: int
    names: tuple[str, ...]  # full name, short name, former name, as far as they are known


@dataclass
class Units:
    """Both sides."""

    loose: list[UnitRecord]
    known: list[UnitRecord]


def body_of(name: str) -> NameParts:
    """Return the name of a unit as area and core: 云江市云水区教育局 is 教育局 in 云水区."""
    whole = fold(name).replace(" ", "")
    rest = _CITY.sub("", _BRACKETED.sub("", whole), count=1)
    district = _DISTRICT.match(rest)
    area = district[0] if district and len(rest) - len(district[0]) >= _LEAST_CORE else ""
    core = rest[len(area) :]
    firm = _FIRM.search(core)
    return NameParts(whole, area, core[: firm.start()] if firm and firm.start() >= _LEAST_CORE else core)


def read_units(writer: Writer) -> Units:
    """Return the units without a credit code and those with one; nothing is read of these if there are no others."""
    rows: list[dict[str, Any]] = writer.run_read(query("identity/units").body, loose=True)[0][0]["rows"]
    if not rows:
        return Units([], [])
    others = writer.run_read(query("identity/units").body, loose=False)[0][0]["rows"]
    return Units([_unit(row) for row in rows], [_unit(row) for row in others])


def _unit(row: dict[str, Any]) -> UnitRecord:
    return UnitRecord(row["uid"], row["audience"], tuple(fold(name) if name else "" for name in row["names"]))


def score_units(units: Units) -> list[Scored]:
    """Return the pairs worth looking at; names decide here, so that of two units with a name neither is certain."""
    index = _index(units.known)
    scored: list[Scored] = []
    for unit in units.loose:
        found = _matches(unit, index)
        for known, (label, certainty) in found.items():
            rivals = sum(1 for _, other in found.values() if other >= certainty)
            score = round(certainty / rivals, 6)
            scored.append(Scored(unit.uid, known, 0.0, (Weighed(UNIT_NAME, label, round(10 * score, 3)),), score))
    return scored


_LEVELS = (
    ("whole", "same name", 0.99),
    ("short", "its short name", 0.97),
    ("former", "its former name", 0.97),
    ("district", "same name with its district, without the city", 0.95),
    ("local", "same name without the city", 0.8),
    ("core", "same body, the area is not named", 0.6),
)


def _index(known: list[UnitRecord]) -> dict[str, dict[str, set[str]]]:
    index: dict[str, dict[str, set[str]]] = {level: defaultdict(set) for level, _, _ in _LEVELS}
    for unit in known:
        full, short, former = unit.names
        body = body_of(full)
        index["whole"][body.whole].add(unit.uid)
        for level in ("district", "local"):
            index[level][body.local].add(unit.uid)
        index["core"][body.core].add(unit.uid)
        if short:
            index["short"][short].add(unit.uid)
        if former:
            old = body_of(former)
            index["former"][old.whole].add(unit.uid)
            index["former"][old.local].add(unit.uid)
    return index


def _matches(unit: UnitRecord, index: dict[str, dict[str, set[str]]]) -> dict[str, tuple[str, float]]:
    body = body_of(unit.names[0])
    asked = {
        "whole": (body.whole,), "short": (body.whole, body.local), "former": (body.whole, body.local),
        "district": (body.local,) if body.area else (), "local": (body.local,),
        "core": () if body.area else (body.core,),
    }  # fmt: skip
    found: dict[str, tuple[str, float]] = {}
    for level, label, certainty in _LEVELS:
        for name in asked[level]:
            for uid in index[level].get(name, ()):
                found.setdefault(uid, (label, certainty))
    return found
