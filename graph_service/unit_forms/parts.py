"""A unit's registered name taken apart: the city, the district, the town, and the body that remains."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_service.unit_forms.areas import AUTONOMOUS, CITY_NAME, COUNTY, HAN, LEAGUE_NAME, PROVINCE, TOWN

_CITY = re.compile(rf"{PROVINCE}?((?:{AUTONOMOUS}|{CITY_NAME}市(?!场|政|民)|{LEAGUE_NAME}盟)(?={HAN}{{2}}))")
_DISTRICT = re.compile(rf"{COUNTY}(?=[^域级]{HAN})")
_TOWN = re.compile(rf"{TOWN}(?={HAN}{{2}})")
_PARTY = re.compile(r"^(?:中国共产党|中共)")
_COMMITTEE = re.compile(r"(.{1,8}?(?:社区|村)?)(?:村民|居民)委员会")
_OF_GOVERNMENT = re.compile(r"^人民政府(?=.{3,}(?:委员会|局|中心)$)")
_LEVEL = re.compile(r"自治[县旗州]$|新区$|街道$|社区$|地区$|苏木$|.$")
_LEAST_STEM = 2


@dataclass(frozen=True)
class UnitParts:
    """What a unit's name says of where it is, from the largest area down, and what it is there."""

    city: str
    district: str
    town: str
    body: str


def unit_parts(name: str) -> UnitParts:
    """Return the parts of a folded name; an area that it does not name is empty."""
    rest = _PARTY.sub("", name)
    city = _CITY.match(rest)
    rest = rest[city.end() :] if city else rest
    district = _DISTRICT.match(rest)
    rest = rest[district.end() :] if district else rest
    town = _TOWN.match(rest)
    rest = rest[town.end() :] if town else rest
    return UnitParts(city[1] if city else "", district[0] if district else "", town[0] if town else "", rest)


def own_body(body: str) -> str:
    """Return what a unit of a government is, 国有资产监督管理委员会 of 人民政府国有资产监督管理委员会; its office stays whole."""
    return _OF_GOVERNMENT.sub("", body)


def place_names(name: str) -> Iterator[str]:
    """Yield the places that a folded name of a public unit tells, with and without the sign of their level."""
    parts = unit_parts(name)
    committee = _COMMITTEE.fullmatch(parts.body)
    for place in (parts.city, parts.district, parts.town, committee[1] if committee else ""):
        if place:
            yield place
            yield stem(place) or place


def stem(area: str) -> str:
    """Return an area without the sign of its level, 云水 of 云水区, 高新 of 高新区; empty where too little would be left."""
    for short in (_LEVEL.sub("", area, count=1), area[:-1]):
        if len(short) >= _LEAST_STEM:
            return short
    return ""
