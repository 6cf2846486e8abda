"""Area codes (GB/T 2260) and the statistical codes of towns and villages."""

import re

from schema.identifiers.absent import absent
from schema.identifiers.characters import compact
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered

_SHAPE = re.compile(r"[0-9]{6}(?:[0-9]{3}){0,2}")
_PROVINCES = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")

_NOT_AREA = (
    "is not an area code: that has 6 digits, or 9 or 12 for towns and villages",
    "不是行政区划代码：应为6位，乡镇、村级为9位或12位",
)
_PROVINCE = ("begins with a province that does not exist", "省级代码（前两位）不存在")


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
