"""Vehicle plates (GA 36)."""

import re

from schema.identifiers.absent import absent
from schema.identifiers.characters import compact
from schema.identifiers.fillers import is_filler
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_LAST = "挂学警港澳"  # in the place of the last sign
ENDS = (*_LAST, *"使领临", "应急")  # what a plate may end with beside letters and digits
_TRADITIONAL = str.maketrans("滬雲遼魯蘇贛鄂桂晉陝閩貴寧瓊學掛領臨應", "沪云辽鲁苏赣鄂桂晋陕闽贵宁琼学挂领临应")
_LETTER = "[A-HJ-NP-Z]"
_SIGN = "[A-HJ-NP-Z0-9]"
_HEAD = f"[{PROVINCES}]{_LETTER}"
_PLATE = re.compile(rf"{_HEAD}(?:{_SIGN}{{4}}[A-HJ-NP-Z0-9{_LAST}]|[A-HJK]{_SIGN}[0-9]{{4}}|[0-9]{{5}}[A-HJK])")
_NUMBERED = re.compile(rf"(?!..[A-Z]?0{{5}})(?:{_PLATE.pattern})")
# Emergency, temporary, embassy, consulate, armed police and army plates.
_SPECIAL = re.compile(
    rf"{_HEAD}(?:{_SIGN}{{4,5}}应急|{_SIGN}{{4,5}}临|[0-9]{{4,5}}[使领])|使[0-9]{{6}}|[0-9]{{6}}使"
    rf"|WJ[{PROVINCES}]?[0-9]{{4}}[0-9A-Z]|[A-Z]{{2}}[0-9]{{5}}"
)
_MARKS = re.compile(r"[·•‧∙⋅・･●.．。,\-‐‑‒–—−]")
_LOOSE = re.compile(rf"[{PROVINCES}][A-Z0-9][A-Z0-9{_LAST}]{{5,6}}")
_OFFICIAL_O = re.compile(rf"[{PROVINCES}]O[A-Z0-9]{{5}}")

_CONFUSED = (
    "holds the letter O or I, which plates never use: probably 0 or 1 was meant; compare it with the vehicle register",
    "含有号牌不使用的字母O或I，可能是数字0或1之误，请与车辆登记核对",
)
_ZERO_PLACE = (
    "has a digit where the letter of the issuing office stands; compare it with the vehicle register",
    "发牌机关代号应为字母而非数字，请与车辆登记核对",
)
_HISTORIC = (
    "has the abolished official prefix O; load it as text, or give the plate that replaced it",
    "为已取消的“O”字头公务号牌，请按文本装载，或提供更换后的号牌",
)
_NOT_PLATE = (
    "is not a vehicle plate such as 赣K12345 or 赣KD12345",
    "不是机动车号牌，例如赣K12345、赣KD12345",
)


def _why_not(text: str) -> tuple[str, str]:
    if not _LOOSE.fullmatch(text):
        return _NOT_PLATE
    if _OFFICIAL_O.fullmatch(text):
        return _HISTORIC
    if text[1].isdigit():
        return _ZERO_PLACE
    return _CONFUSED if "O" in text or "I" in text else _NOT_PLATE


@remembered
def _plate(value: str) -> str | None:
    if absent(value):
        return None
    text = _MARKS.sub("", compact(value, "plate")).upper().translate(_TRADITIONAL)
    if is_filler(text, "plate"):
        return None
    if _PLATE.fullmatch(text) or _SPECIAL.fullmatch(text):
        return text
    raise Refused(*_why_not(text), "plate")


def plate(value: object) -> str | None:
    """Returns a vehicle plate in upper case without dots, hyphens and blanks; None when absent or a filler."""
    if isinstance(value, str):
        return value if _NUMBERED.fullmatch(value) else _plate(value)
    if value is None:
        return None
    raise Refused(*_NOT_PLATE, "plate")
