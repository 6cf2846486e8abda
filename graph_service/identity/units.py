"""Units that are known by a name only, and the units that may be meant.

A registered name, short name or former name decides where it is one unit's only, and so does a name that follows from it by
the rules of the trade and still names its area. A name without its area is a question for people, every district has a bureau
of education, unless what names the unit says which area it speaks of; a village that is the only one of its name in the registers
of a city is that one. Known are units with a credit code and, after them, villages that are stated in full: many have no code.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from graph_service.cypher.files import query
from graph_service.graph import Writer
from graph_service.identity.scoring import UNIT_NAME, Scored, Weighed
from graph_service.identity.thresholds import DEFAULT_THRESHOLD
from graph_service.unit_forms.areas import AUTONOMOUS, CITY_NAME, COUNTY, LEAGUE_NAME, PROVINCE, TOWN, is_one_city
from graph_service.unit_forms.bare import area_cores
from graph_service.unit_forms.forms import Closeness, unit_forms
from graph_service.unit_forms.organs import without_inner_office, without_party_organ
from graph_service.unit_forms.several import several_names
from schema.identifiers.fold import fold

# 云江市委党校 is 市委党校 where the city is left out; 市场, 市政 and 市民 are words, unless 政府, 民政 and the like follow.
_WORD = "场|政(?![府法协务策])|民(?![政族宗营用间生主兵防航爆革建盟进])|委"
_CITY = re.compile(rf"^{PROVINCE}?(?:{AUTONOMOUS}|{CITY_NAME}(?:(?:市|州)(?!{_WORD})|(?=市委))|{LEAGUE_NAME}盟)")
_DISTRICT = re.compile(rf"^{COUNTY}(?!域)")
_BRACKETED = re.compile(r"\([^()]{2,6}\)")  # 恒达建设(云江)有限公司: an area, or a branch of business
_FIRM = re.compile(r"(?:股份有限公司|有限责任公司|集团有限公司|有限公司|总公司|公司)$")
_LEVEL = re.compile(r"^(?:地区|[市州盟区县旗](?!域))")
_COMMITTEE = re.compile(rf".{{2,}}?{TOWN}.{{1,8}}(?:村民|居民)委员会")
_LEAST_CORE = 2
_AREA = 6  # digits of a district's code


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
    area: str | None = None  # area code: a registered unit's own, or of the matters that name it where they all say one
    is_listed: bool = False  # whether it is a village that is stated in full, with its area, without a code


@dataclass
class Units:
    """Both sides."""

    loose: list[UnitRecord]
    known: list[UnitRecord]


class NameIndex(NamedTuple):
    """The known units by what they are called, level by level, and their areas."""

    names: dict[str, dict[str, set[str]]]
    areas: dict[str, str]


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
    areas = {area[:_AREA] for area in row["areas"]}
    names = tuple(fold(name) if name else "" for name in row["names"])
    is_listed = row["has_area"] and _COMMITTEE.fullmatch(names[0]) is not None
    return UnitRecord(row["uid"], row["audience"], names, areas.pop() if len(areas) == 1 else None, is_listed)


def score_units(units: Units) -> list[Scored]:
    """Return the pairs worth looking at; names decide here, so that of two units with a name neither is certain."""
    index = _index(units.known)
    with_listed = _index((unit for unit in units.loose if unit.is_listed), index)
    villages = _villages(with_listed)
    scored: list[Scored] = []
    for unit in units.loose:
        found = _matches(unit, index)
        if not unit.is_listed and all(certainty < DEFAULT_THRESHOLD for _, certainty in found.values()):
            found = _only_village(unit, with_listed, villages) or _matches(unit, with_listed)
        for known, (label, certainty) in found.items():
            rivals = sum(1 for _, other in found.values() if other >= certainty)
            score = round(certainty / rivals, 6)
            scored.append(Scored(unit.uid, known, 0.0, (Weighed(UNIT_NAME, label, round(10 * score, 3)),), score))
    return scored


_LEVELS = (
    ("whole", "same name", 0.99),
    ("short", "its short name", 0.97),
    ("former", "its former name", 0.97),
    ("plain", "same name with its district, without the city", 0.95),
    ("rule", "called as such units are or were", 0.93),
    ("local", "same name without the city", 0.8),
    ("core", "same body, the area is not named", 0.6),
)
_IN_AREA = ("same body, in the area that names it", 0.95)
_ONLY_VILLAGE = ("the only village of that name in the city", 0.93)
_VILLAGE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,5}?(?:嘎查)?)"
    r"(?:村|(?:村|(?<=嘎查))?(?:村民委员会|村委会)|(?<=嘎查)|(?P<quarter>社区|(?:社区)?(?:居民委员会|居委会)))"
)
_OF_FORM = {
    Closeness.FULL: "whole", Closeness.OTHER: "short", Closeness.PLAIN: "plain", Closeness.BY_RULE: "rule",
    Closeness.LOOSE: "core",
}  # fmt: skip


def _index(known: Iterable[UnitRecord], further: NameIndex | None = None) -> NameIndex:
    """Return what these units are called and where they lie, and what stands in a further index, which stays as it is."""
    names: dict[str, dict[str, set[str]]] = {level: defaultdict(set) for level, _, _ in _LEVELS}
    areas = dict(further.areas) if further else {}
    for level, called in further.names.items() if further else ():
        names[level].update((name, set(uids)) for name, uids in called.items())
    for unit in known:
        full, short, former = unit.names
        for level, name in _called(full, former):
            names[level][name].add(unit.uid)
        for name in filter(None, several_names(short)):
            names["short"][name].add(unit.uid)
        if unit.area:
            areas[unit.uid] = unit.area
    return NameIndex(names, areas)


def _villages(index: NameIndex) -> dict[str, str]:
    """Return the villages that are the only ones of their name, by it; none where the registers are those of several cities."""
    if not is_one_city(index.areas.values()):
        return {}
    called: dict[str, set[str]] = defaultdict(set)
    for level in index.names.values():
        for name, uids in level.items():
            if village := _village_of(name):
                called[village] |= uids
    return {name: min(uids) for name, uids in called.items() if len(uids) == 1}


def _village_of(name: str) -> str:
    """Return the bare name of a village or community that is meant without its town: 沙枣村 of 沙枣村委会; empty for other names."""
    found = _VILLAGE.fullmatch(name)
    if not found:
        return ""
    return found["name"] + ("社区" if found["quarter"] else "村")


def _called(full: str, former: str) -> Iterator[tuple[str, str]]:
    for name in filter(None, (full, *several_names(former))):
        body = body_of(name)
        yield "core", body.core
        yield ("local" if name is full else "former"), body.local
        for form, how in unit_forms(body.whole).items():
            level = _OF_FORM[how]
            yield ("former" if name is not full and level in ("whole", "plain") else level), form
            if how is Closeness.BY_RULE:
                yield "core", body_of(form).core
        yield from (("rule", core) for core in area_cores(body.whole))


def _matches(unit: UnitRecord, index: NameIndex) -> dict[str, tuple[str, float]]:
    said = fold(unit.names[0]).replace(" ", "")
    found: dict[str, tuple[str, float]] = {}
    for name in dict.fromkeys((said, without_party_organ(said))):
        for uid, match in _named(name, index).items():
            found.setdefault(uid, match)
    if not found:  # 教育局人事科 is the bureau's; an office that the registers know is itself
        found = {
            uid: match
            for uid, match in _named(without_inner_office(said), index).items()
            if match[1] >= DEFAULT_THRESHOLD
        }
    sure = {uid: match for uid, match in found.items() if match[1] >= DEFAULT_THRESHOLD}
    if sure:
        return sure  # 市教育局 asks about no district's
    inside = [uid for uid in found if unit.area and index.areas.get(uid) == unit.area]
    return found | {inside[0]: _IN_AREA} if len(inside) == 1 else found


def _only_village(unit: UnitRecord, index: NameIndex, villages: dict[str, str]) -> dict[str, tuple[str, float]]:
    village = villages.get(_village_of(without_party_organ(fold(unit.names[0]).replace(" ", ""))))
    return {village: _ONLY_VILLAGE} if village and _may_lie(unit.area, index.areas.get(village)) else {}


def _may_lie(area: str | None, known: str | None) -> bool:
    """Return whether what names a unit and a register may speak of one area; the code of a whole city says no district."""
    return not area or area == known or area.endswith("00")


def _named(name: str, index: NameIndex) -> dict[str, tuple[str, float]]:
    body = body_of(name)
    bare = "" if body.area else _LEVEL.sub("", body.core)
    found: dict[str, tuple[str, float]] = {}
    for level, label, certainty in _LEVELS:
        asked = {"local": (body.local,), "core": (name, bare)}.get(level, (body.whole, body.local))
        for asking in asked:
            for uid in index.names[level].get(asking, ()):
                found.setdefault(uid, (label, certainty))
    return found
