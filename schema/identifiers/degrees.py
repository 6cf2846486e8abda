"""Latitude and longitude in degrees of WGS84: their forms, their range, and the one never taken for the other."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from schema.identifiers.absent import absent
from schema.identifiers.characters import compact
from schema.identifiers.numbers import decimal, is_nan
from schema.identifiers.refused import Refused

_SIDES = re.compile(r"(北纬|南纬|东经|西经|[NSEW])?([^NSEW]*?)([NSEW])?", re.IGNORECASE)
_SEXAGESIMAL = re.compile(
    r"(\d{1,3})[°º度](?:(\d{1,2}(?:\.\d+)?)['′’‘分](?:(\d{1,2}(?:\.\d+)?)(?:[\"″”“秒]|['′’‘]{2}))?)?", re.ASCII
)
_LATIN = re.compile(r"[a-z]+")
_DEGREES = re.compile(r"([+-]?\d+(?:\.\d+)?)[°º度]?", re.ASCII)
_WEST_OR_SOUTH = ("S", "W", "南纬", "西经")
_PLACES = Decimal("1e-9")  # of a degree: far below what any receiver measures
_LEAST_METRE = 360  # from here on a number is no degree in any writing
_NOT_DEGREES = ("is not a number of degrees; write it as 28.1234", "不是经纬度数值，请写成28.1234")
_PROJECTED = (
    "is far more than any degree, as metres of a projected grid are; convert the column to WGS84 degrees",
    "数值远超经纬度范围，应为投影坐标（米），请先换算为WGS84经纬度",
)


@dataclass(frozen=True)
class _Axis:
    """One of the two, with what gives the other one away."""

    name: str
    most: int
    other_sides: tuple[str, ...]
    swapped: tuple[str, str]
    outside: tuple[str, str]


_LATITUDE = _Axis(
    "latitude",
    90,
    ("E", "W", "东经", "西经"),
    (
        "is a longitude where the latitude must stand; exchange the two columns in the declaration",
        "是经度，此处应为纬度，请在声明中互换两列",
    ),
    (
        "lies outside -90 to 90, as only a longitude can; see whether latitude and longitude are exchanged",
        "超出-90至90，只可能是经度，请核对经纬度是否颠倒",
    ),
)
_LONGITUDE = _Axis(
    "longitude",
    180,
    ("N", "S", "北纬", "南纬"),
    (
        "is a latitude where the longitude must stand; exchange the two columns in the declaration",
        "是纬度，此处应为经度，请在声明中互换两列",
    ),
    ("lies outside -180 to 180; correct the source", "超出-180至180，请更正源数据"),
)


def axis_of_header(column: str) -> str | None:
    """Return which of the two the name of a column says that it holds, None where it says neither or both."""
    line = compact(column, "column").lower()
    if "经纬" in line:
        return None
    latin = set(_LATIN.findall(line))
    said = {
        _LATITUDE.name: "纬度" in line or bool(latin & {"lat", "latitude"}),
        _LONGITUDE.name: "经度" in line or bool(latin & {"lon", "lng", "long", "longitude"}),
    }
    named = [name for name, is_said in said.items() if is_said]
    return named[0] if len(named) == 1 else None


def _degrees(text: str, axis: _Axis) -> Decimal | None:
    line = compact(text, axis.name).replace("−", "-")
    found = _SIDES.fullmatch(line)
    if found is None or (found[1] and found[3]):
        raise Refused(*_NOT_DEGREES, axis.name)
    side = (found[1] or found[3] or "").upper()
    if side in axis.other_sides:
        raise Refused(*axis.swapped, axis.name)
    if parts := _SEXAGESIMAL.fullmatch(found[2]):
        minutes, seconds = Decimal(parts[2] or 0), Decimal(parts[3] or 0)
        if minutes >= 60 or seconds >= 60:
            raise Refused(*_NOT_DEGREES, axis.name)
        number = int(parts[1]) + minutes / 60 + seconds / 3600
    elif plain := _DEGREES.fullmatch(found[2]):
        number = Decimal(plain[1])
    else:
        raise Refused(*_NOT_DEGREES, axis.name)
    if side and number < 0:
        raise Refused(*_NOT_DEGREES, axis.name)
    return -number if side in _WEST_OR_SOUTH else number


def _reader(axis: _Axis) -> Callable[[object], Decimal | None]:
    def read(value: object) -> Decimal | None:
        if absent(value) and not is_nan(value):
            return None
        number = _degrees(value, axis) if isinstance(value, str) else decimal(value)
        if number is None or number == 0:
            return None
        if not -axis.most <= number <= axis.most:
            far = not -_LEAST_METRE <= number <= _LEAST_METRE
            raise Refused(*(_PROJECTED if far else axis.outside), axis.name)
        return number.quantize(_PLACES).normalize()

    read.__doc__ = (
        f"Returns the {axis.name} in degrees of WGS84, north and east positive; None when absent or exactly 0, "
        "which programs write where nothing was measured."
    )
    return read


latitude = _reader(_LATITUDE)
longitude = _reader(_LONGITUDE)
