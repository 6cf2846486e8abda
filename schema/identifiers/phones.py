"""Telephone numbers."""

import re
from collections.abc import Callable

from schema.identifiers.absent import absent
from schema.identifiers.characters import compact
from schema.identifiers.fillers import KNOWN, is_filler
from schema.identifiers.masked import is_masked
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_PLAIN = re.compile(rf"(?!{'|'.join(sorted(KNOWN['phone']))})1[3-9][0-9](?!([0-9])\1{{7}})[0-9]{{8}}")
_COUNTRY = re.compile(r"^(?:\+|00|\(\+|\()86[-.)]*|^86(?:-|(?=1[3-9][0-9]{9}$))")
_TRUNK = re.compile(r"0(?=1[3-9][0-9]{9}$)")
_EXTENSION = re.compile(r"(?:转|轉|分机|分機|EXT\.?|X|#|\*)(?:分机|:)?([0-9]{1,6})$")
_HYPHEN_EXTENSION = re.compile(r"(?<=[0-9]{7})-([0-9]{1,6})$")
_MARKS = re.compile(r"[-‐‑‒–—−.·()\[\]【】〔〕]")
_SEVERAL = re.compile(r"[、,;/或]|(?:1[3-9][0-9]{9}){2,}")
_LAND = re.compile(r"(010|02[0-9]|0[3-9][0-9]{2})([2-9][0-9]{6,7})")
_LOCAL = re.compile(r"[2-8][0-9]{6}")
_LOCAL_OF_AREA = re.compile(r"[2-8][0-9]{6,7}")  # eight digits alone may as well be a day
# Emergency and service numbers, hotlines such as 12388, and numbers paid by the callee.
_SERVICE = re.compile(r"1[0-2][0-9]|1[0-2][0-9]{3}|9[56][0-9]{3,6}|100[0-9]{2}|[48]00[0-9]{7}")
_ABROAD = re.compile(r"(?:\+|00)((?!86)[1-9][0-9]{7,14})")
_SCIENTIFIC = re.compile(r"[0-9]+(?:\.[0-9]+)?E\+?[0-9]+")

_NOT_PHONE = (
    "is not a telephone number; write 11 digits, or area code and number",
    "不是电话号码，请写11位手机号码，或区号加号码",
)
_MANY = ("holds several telephone numbers; give one per row", "一格内有多个电话号码，请一行一个")
_MASKED = (
    "is masked; load the column as masked_phone, or as whole_phone and mask_of_phone if it holds whole numbers too",
    "是掩码号码，请将该列声明为masked_phone；若一列兼有完整号码，请用whole_phone与mask_of_phone",
)
_ROUNDED = (
    "is in scientific notation; format the column as text in the source",
    "为科学计数法，请在源表中将该列设为文本",
)


def _why_not(text: str) -> tuple[str, str]:
    if _SEVERAL.search(text):
        return _MANY
    if _SCIENTIFIC.fullmatch(text):
        return _ROUNDED
    return _MASKED if is_masked(text.replace("-", "")) else _NOT_PHONE


def _split_extension(text: str) -> tuple[str, str]:
    found = _EXTENSION.search(text) or _HYPHEN_EXTENSION.search(text)
    return (text, "") if found is None else (text[: found.start()], found[1])


def _land_line(digits: str, area: str | None) -> str | None:
    found = _LAND.fullmatch(digits)
    if found:
        return f"{found[1]}-{found[2]}"
    if _SERVICE.fullmatch(digits):
        return digits
    if area:
        return f"{area}-{digits}" if _LOCAL_OF_AREA.fullmatch(digits) else None
    return digits if _LOCAL.fullmatch(digits) else None


def _number(value: object, area: str | None) -> str | None:
    text = compact(value, "phone").upper()
    if is_filler(_TRUNK.sub("", _MARKS.sub("", _COUNTRY.sub("", text, count=1))), "phone"):
        return None
    abroad = _ABROAD.fullmatch(_MARKS.sub("", text))
    if abroad:
        return f"+{abroad[1]}"
    local = _COUNTRY.sub("", text, count=1)
    mobile = _TRUNK.sub("", _MARKS.sub("", local))
    if _MOBILE.fullmatch(mobile):
        return mobile
    main, extension = _split_extension(local)
    digits = _TRUNK.sub("", _MARKS.sub("", main))
    if local != text and not digits.startswith("0"):
        digits = _TRUNK.sub("", "0" + digits)  # after +86 the zero of an area code is not dialled
    number = digits if _MOBILE.fullmatch(digits) else _land_line(digits, area)
    if number is None:
        raise Refused(*_why_not(text), "phone")
    return f"{number}-{extension}" if extension else number


def phone_in(area: str | None) -> Callable[[object], str | None]:
    """Returns the normaliser of phone numbers that takes a bare local number as one of the given area; as it is without one."""

    @remembered
    def of_text(value: str) -> str | None:
        return None if absent(value) else _number(value, area)

    def phone(value: object) -> str | None:
        """Returns a mobile number as 11 digits, a land line as area, hyphen, number and extension; None when absent or a filler.

        A local number without its area stays without, unless the declaration says which area it is of.
        """
        if isinstance(value, str):
            return value if _PLAIN.fullmatch(value) else of_text(value)
        return None if value is None else _number(value, area)

    return phone


phone = phone_in(None)
