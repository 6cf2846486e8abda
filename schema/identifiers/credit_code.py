"""Unified social credit codes (GB 32100), organisation codes (GB 11714) and old registration numbers."""

import re

from schema.identifiers.absent import absent
from schema.identifiers.characters import compact, written
from schema.identifiers.check_digits import org_code_check, registration_check, uscc_check
from schema.identifiers.fillers import is_filler
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered

_USCC = re.compile(r"[1-9ANY][0-9A-HJ-NP-RTUWXY][0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}")
_SHAPE = re.compile(r"[0-9A-Z]{18}")
_ORG = re.compile(r"[0-9A-Z]{8}[0-9X]")
_REGISTRATION = re.compile(r"[0-9]{15}")
_DASHES = re.compile(r"[-‐‑‒–—－]")
_REGISTRARS = frozenset("123456789ANY")

_LENGTH = (
    "is not a unified social credit code: that has 18 characters",
    "不是统一社会信用代码：应为18位",
)
_OLD_NUMBER = (
    "has 15 digits: an old registration number; load it as registration_number",
    "为15位旧工商注册号，请将该列声明为registration_number",
)
_CONFUSED = (
    "holds I, O, S, V or Z, which the code never uses: probably 1, 0, 5, U or 2 was meant; compare it with the paper",
    "含有代码中不使用的I、O、S、V、Z，可能是1、0、5、U、2之误，请与证照核对",
)
_REGISTRAR = ("begins with a registrar that does not exist", "登记管理部门代码（首位）不存在")
_AREA = ("needs digits in places 3 to 8, the area of registration", "第3至8位（登记机关区划）应为数字")
_CHECK = ("has a wrong check character; compare it with the paper", "校验码不符，请与证照核对")
_ORG_SHAPE = (
    "is not an organisation code: that has 8 characters and a check character",
    "不是组织机构代码：应为8位本体代码加1位校验码",
)
_REGISTRATION_SHAPE = ("is not an old registration number: that has 15 digits", "不是旧注册号：应为15位数字")


def _why_not(text: str) -> tuple[str, str]:
    if _REGISTRATION.fullmatch(text):
        return _OLD_NUMBER
    if not _SHAPE.fullmatch(text):
        return _LENGTH
    if set(text) & set("IOSVZ"):
        return _CONFUSED
    return _REGISTRAR if text[0] not in _REGISTRARS else _AREA


def _refuse_unless_filler(code: str, why_en: str, why_zh: str) -> None:
    if not is_filler(code, "uscc"):
        raise Refused(why_en, why_zh, "uscc")


def uscc(value: object) -> str | None:
    """Returns a unified social credit code in 18 upper-case characters; None when absent or a filler."""
    if isinstance(value, str) and _USCC.fullmatch(value):
        code = value
    else:
        if absent(value):
            return None
        code = _DASHES.sub("", compact(written(value, "uscc"), "uscc")).upper()
        if not _USCC.fullmatch(code):
            _refuse_unless_filler(code, *_why_not(code))
            return None
    if uscc_check(code[:17]) != code[17]:
        _refuse_unless_filler(code, *_CHECK)
        return None
    # The check character of 123456789012345678 is right.
    return None if code.isdigit() and is_filler(code, "uscc") else code


@remembered
def _org_code(value: str) -> str | None:
    code = _DASHES.sub("", compact(value, "org_code")).upper()
    if is_filler(code, "org_code"):
        return None
    if not _ORG.fullmatch(code):
        raise Refused(*_ORG_SHAPE, "org_code")
    if org_code_check(code[:8]) != code[8]:
        raise Refused(*_CHECK, "org_code")
    return code


def org_code(value: object) -> str | None:
    """Returns an organisation code in 9 upper-case characters without its hyphen; None when absent or a filler."""
    return None if absent(value) else _org_code(written(value, "org_code"))


@remembered
def _registration_number(value: str) -> str | None:
    number = compact(value, "registration_number")
    if is_filler(number, "registration_number"):
        return None
    if not _REGISTRATION.fullmatch(number):
        raise Refused(*_REGISTRATION_SHAPE, "registration_number")
    if registration_check(number[:14]) != number[14]:
        raise Refused(*_CHECK, "registration_number")
    return number


def registration_number(value: object) -> str | None:
    """Returns an old 15-digit registration number of a firm or trader; None when absent or a filler."""
    return None if absent(value) else _registration_number(written(value, "registration_number"))
