"""Addresses by their parts, so that one is the same in whatever form it is written: 9-2-1102 and 9号楼2单元1102室."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from graph_service.mentions.numbers.house_numbers import plain_house

_HAN = r"[\u4e00-\u9fff]"
_ADMIN = re.compile(rf".+(?:街道(?:办事处)?|[镇乡市]|社区|(?<![小社园校厂片])[区县])(?={_HAN}{{2}})")
_COUNTY = re.compile(rf"{_HAN}{{1,3}}?(?<![小社园校厂片])[区县]")
_TAIL = re.compile(r"[甲乙丙丁戊]?附?\d")
_PART = re.compile(
    rf"(?P<name>{_HAN}{{2,8}}?(?=[甲乙丙丁戊]?\d))|(?P<number>[甲乙丙丁戊]?附?\d+(?:-\d+){{0,2}})(?P<sign>号楼|号院|号房|栋|幢|座|单元|门|楼|层|室|房间?|号|弄|期|组)?"
)
_ESTATE = re.compile(r"(?:小区|花园|家园|苑|公寓|新村|嘉园|佳园|华庭|名邸|豪庭|[府湾城庭居园郡]|宿舍|大院|大厦|广场)$")
_TYPE = re.compile(r"(?:小区|花园|家园|公寓|新村|嘉园|佳园|华庭|名邸|豪庭|宿舍|大院|大厦|广场|大道|胡同|社区|.)$")
_STREET = re.compile(r"(?:[路街巷里坊弄村组]|大道|胡同)$")
_LANE = re.compile(r"(?:[巷里坊弄]|胡同)$")
_ANOTHER = "东西南北新老大小上下前后中"  # 新华西路 is another than 华西路
_BUILDINGS = ("号楼", "栋", "幢", "座")
_ROOM, _DOOR, _HOUSE = 0.95, 0.85, 0.6


class Address(NamedTuple):
    """An address in normal form: what texts are grouped by, the whole without its county, the county, how telling it is."""

    group: str
    whole: str
    county: str
    certainty: float


@dataclass
class _Parts:
    street: str = ""
    building: str = ""
    unit: str = ""
    floor: str = ""
    room: str = ""
    is_street: bool = False  # what the numbers stand after, where no estate was named since


def address(words: str) -> Address | None:
    """Return the normal form of an address, None where it states no house, as of an estate or a street alone."""
    text = plain_house(words)
    first = _TAIL.search(text)
    if first is None or first.start() < 2:
        return None
    head = text[: first.start()]
    parts = _Parts(is_street=_STREET.search(head) is not None)
    admin = _ADMIN.match(head)
    counties = _COUNTY.findall(admin[0]) if admin else []
    stem = head[admin.end() :] if admin else head
    is_lane = _LANE.search(stem) is not None
    for found in _PART.finditer(text, first.start()):
        if found["name"] and _ESTATE.search(found["name"]):
            stem, parts, is_lane = found["name"], _Parts(), False
        elif found["name"]:
            parts.building = found["name"]
        else:
            _learn(parts, found["number"], found["sign"] or "")
    tail = _tail(parts)
    if not tail:
        return None
    is_door = is_lane and not parts.building and "弄" not in parts.street
    certainty = _ROOM if parts.room else _DOOR if is_door else _HOUSE
    kind = _TYPE.search(stem)
    short = stem[-2 - len(kind[0] if kind else "") :]
    return Address(short + tail, stem + tail, counties[-1] if counties else "", certainty)


def same_address(one: str, other: str) -> bool:
    """Return whether two of one group are the same: the names agree as far as both go, and the counties where both say one."""
    (county, whole), (other_county, other_whole) = one.split("/"), other.split("/")
    if county and other_county and not (county.endswith(other_county) or other_county.endswith(county)):
        return False
    longer, shorter = sorted((whole, other_whole), key=len, reverse=True)
    extra = longer[: len(longer) - len(shorter)]
    return longer.endswith(shorter) and not (len(extra) == 1 and extra in _ANOTHER)


def _learn(parts: _Parts, number: str, sign: str) -> None:
    plain = number.lstrip("0") or number
    if number.startswith("附"):
        parts.street += f"{plain}号"
    elif sign in ("号", "号院") and number.count("-") == 1 and parts.is_street and not (parts.building or parts.street):
        parts.street = f"{plain}号"
    elif "-" in number:
        steps = [step.lstrip("0") for step in number.split("-")]
        parts.room = steps.pop()
        parts.unit = steps.pop() if steps and (parts.building or len(steps) > 1) else parts.unit
        parts.building = steps.pop() if steps else parts.building
    elif sign in _BUILDINGS:
        parts.building = f"{plain}号楼"
    elif sign in ("单元", "门"):
        parts.unit = plain
    elif sign in ("楼", "层"):
        parts.floor = plain
    elif sign in ("弄", "期", "组"):
        parts.street += f"{plain}{sign}"
    elif sign in ("号", "号院") and not (parts.building or parts.unit or parts.street.endswith("号")):
        parts.street += f"{plain}号"
    else:
        parts.room = plain


def _tail(parts: _Parts) -> str:
    room = parts.room
    if parts.floor and len(room) < 3:
        room = f"{parts.floor}{room:0>2}" if room else f"{parts.floor}楼"
    elif parts.floor and not room.startswith(parts.floor):
        room = f"{parts.floor}楼{room}"
    building = f"{parts.building}号楼" if parts.building.isdigit() else parts.building
    unit = f"{parts.unit}单元" if parts.unit else ""
    parts.room = room if parts.room else ""
    return f"{parts.street}{building}{unit}{room}" + ("室" if room and room[-1].isdigit() else "")
