"""Area codes (GB/T 2260) and the statistical codes of towns and villages."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from stdnum import numdb

from schema.identifiers.absent import absent
from schema.identifiers.area_succession import SUCCESSORS
from schema.identifiers.characters import compact
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered

_SHAPE = re.compile(r"[0-9]{6}(?:[0-9]{3}){0,2}")
_PROVINCES = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_PERIOD = re.compile(r"(?:\[(\d*)-(\d*)\])?([^,]+)")

_NOT_AREA = (
    "is not an area code: that has 6 digits, or 9 or 12 for towns and villages",
    "不是行政区划代码：应为6位，乡镇、村级为9位或12位",
)
_PROVINCE = ("begins with a province that does not exist", "省级代码（前两位）不存在")


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """What the national table says about an area code; codes that it does not know may be local extensions."""

    county: str
    province_name: str
    county_name: str | None
    is_official: bool
    successor: str | None


@remembered
def _area_code(value: str) -> str | None:
    if absent(value):
        return None
    code = compact(value, "area_code")
    if not _SHAPE.fullmatch(code):
        raise Refused(*_NOT_AREA, "area_code")
    if not _PROVINCES.match(code):
        raise Refused(*_PROVINCE, "area_code")
    return code


def area_code(value: object) -> str | None:
    """Returns an area code of 6, 9 or 12 digits, abolished ones and local extensions included; None when absent."""
    if isinstance(value, str):
        return _area_code(value)
    return None if value is None else _area_code(compact(value, "area_code"))


def _name_in(counties: str, year: int) -> str | None:
    known = [(int(start or 0), int(end or 9999), name) for start, end, name in _PERIOD.findall(counties)]
    in_force = [name for start, end, name in known if start <= year <= end]
    # Numbers were issued under names that the table dates later; the nearest name is still a fair hint.
    return in_force[0] if in_force else known[-1][2] if known else None


@lru_cache(maxsize=4096)
def area_facts(code: str, year: int | None = None) -> AreaFacts:
    """Returns the names of an area code in a year, and the code that took its place if it was abolished."""
    county = code[:6]
    found: dict[str, str] = {}
    for _, part in numdb.get("cn/loc").info(county):
        found |= part
    counties = found.get("county", "")
    name = _name_in(counties, year or dt.date.today().year)
    return AreaFacts(county, found.get("province", ""), name, bool(counties), SUCCESSORS.get(county))
