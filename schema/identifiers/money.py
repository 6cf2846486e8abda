"""Amounts of money as whole fen."""

import re
from collections.abc import Callable
from decimal import Decimal

from schema.identifiers.absent import absent
from schema.identifiers.characters import compact
from schema.identifiers.numbers import NOT_FINITE, TOO_LARGE, is_nan, of_float
from schema.identifiers.numerals import NUMERAL, simplified, whole_number
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered

# Units as powers of ten of a fen.
_FEN, _YUAN, _WAN, _YI = 0, 2, 6, 10
_SHIFT = {"十": 1, "百": 2, "千": 3, "拾": 1, "佰": 2, "仟": 3, "万": 4, "亿": 8, "万亿": 12}
_LARGEST = 2**63 - 1
_LONGEST = 24

_PLAIN = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,2})?")
_CURRENCY = re.compile(r"人民币|RMB|CNY|[￥¥]")
_WRITTEN_HOW = re.compile(r"\(?[大小]写\)?")
# 4,528(万元), 万元 4,528: the unit beside the figure belongs behind it.
_UNIT_IN_BRACKETS = re.compile(r"(.*\d)\(([十百千]?(?:万亿|万|亿)?[元圆]?)\)")
_UNIT_IN_FRONT = re.compile(r"^((?:万亿|万|亿)?[元圆]):?([-+(]?[\d.].*\d\)?)")
_MIXED = re.compile(
    r"(?P<high>\d{1,8})(?P<many>[万亿])(?P<whole>\d{4,8})(?:\.(?P<part>\d*))?[元圆块]?[整正]?", re.ASCII
)
_LOOSE_END = re.compile(r".*[百千万亿佰仟][1-9一二三四五六七八九壹贰叁肆伍陆柒捌玖]")
_SIGN_OF_YUAN = re.compile(r"[￥¥]|RMB|CNY|人民币")
FOREIGN = re.compile(
    r"\$|USD|HKD|EUR|JPY|GBP|[€£]|美元|美金|港[币元]|欧元|日元|英镑|澳[门]?[币元]|[新]?台币|[₩￦₽฿₫₹]|KRW|SGD|CAD|AUD|CHF|RUB|THB"
    r"|韩[元圆币]|新加坡[元币]|新[元币]|[加澳纽]元|卢布|泰铢|法郎|卢比|越南盾"
)
_ABOUT = re.compile(r"[约近余多许几数超]|左右|以[上下内]|不足|上[十百千万]|\+$|\d[-~—至到]\d")
# 人民币壹佰元整（¥100.00）: one amount in words and in figures.
_BOTH_WAYS = re.compile(r"(?P<one>.*[\d元圆整正角分万亿].*?)\((?P<other>.*[\d元圆整正角分].*)\)")
_FIGURE = re.compile(r"[\d零一二两三四五六七八九壹贰叁肆伍陆柒捌玖拾]")
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:\.\d+)?E[+-]?\d+", re.ASCII)
_BRACKETED = re.compile(r"\((.+)\)([万亿]?元)?")
_ARABIC = re.compile(
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d*)(?:\.(?P<part>\d*))?"
    r"(?P<few>[十百千拾佰仟])?(?P<many>万亿|万|亿)?(?P<yuan>[元圆块])?[整正]?",
    re.ASCII,
)
_SPOKEN = re.compile(
    rf"(?:(?P<whole>[\d{NUMERAL}]+)(?P<yuan>[元圆块]))?零?(?:(?P<jiao>[\d{NUMERAL}])角)?零?"
    rf"(?:(?P<fen>[\d{NUMERAL}])分)?[整正]?|(?P<bare>[\d{NUMERAL}]+)[整正]?",
    re.ASCII,
)

_NOT_MONEY = (
    "is not an amount of money; write digits, with 元, 万元 or 亿元 if needed",
    "不是金额，请写数字，必要时注明元、万元或亿元",
)
_TOO_FINE = ("is finer than one fen; round it in the source", "精度超过分，请在源数据中取整到分")
_OTHER = ("is in a foreign currency; convert it to yuan first", "是外币金额，请先折算为人民币")
_VAGUE = ("is an approximate amount or a range; give one exact amount", "是约数或区间，请给出确切金额")
_ROUNDED = (
    "is in scientific notation and has lost digits; format the column as text or number in the source",
    "为科学计数法，数字已丢失，请在源表中设为文本或数值格式",
)
_NO_UNIT = (
    "has no unit: write 元 or 万元 beside it or in the column's name, or declare the column as money_yuan, money_wan or money_fen",
    "没有单位，请在数字后或列名中注明元、万元，或将该列声明为money_yuan、money_wan或money_fen",
)
_TWO_WAYS = (
    "can be read in two ways (3万5元: 35,000 or 30,005); write it in digits",
    "有两种读法（如3万5元），请写成数字",
)
_CONTRARY = ("states two amounts that differ; give the right one alone", "前后两个金额不一致，请只写正确的一个")
_UNCLEAR = ("has 十, 百 or 千 but no unit; write 元 or 万元 after it", "写有十、百、千而无单位，请注明元或万元")


def _shifted(whole: str, part: str, shift: int, value_class: str) -> int:
    kept = part.rstrip("0")
    if len(kept) > shift:
        raise Refused(*_TOO_FINE, value_class)
    if len(whole) > _LONGEST:
        raise Refused(*TOO_LARGE, value_class)
    return _bounded(int(whole + kept.ljust(shift, "0")), value_class)


def _bounded(fen: int, value_class: str) -> int:
    if abs(fen) > _LARGEST:
        raise Refused(*TOO_LARGE, value_class)
    return fen


def _unsigned(text: str) -> tuple[str, bool]:
    bracketed = _BRACKETED.fullmatch(text)
    body = bracketed[1] + (bracketed[2] or "") if bracketed else text
    body = _CURRENCY.sub("", body).replace("−", "-")
    if "写" in body or ":" in body:
        body = _WRITTEN_HOW.sub("", body).removeprefix(":")
    if "(" in body:
        body = _UNIT_IN_BRACKETS.sub(r"\1\2", body.replace("()", ""))
    if body[:1] in "万亿元圆":
        body = _UNIT_IN_FRONT.sub(r"\2\1", body)
    bare = body.removeprefix("+").removeprefix("-").removeprefix("负")
    # A minus inside brackets would be a double negation that nobody means.
    return bare, bracketed is not None or body.startswith(("-", "负"))


def _arabic(found: re.Match[str], unit: int | None, value_class: str) -> int:
    few, many, yuan = found["few"], found["many"], found["yuan"]
    if unit is None:
        _refuse_without_unit(many or yuan or not (found["whole"] + (found["part"] or "")).strip("0"), value_class)
        unit = _YUAN
    if few and not many and not yuan and unit != _YUAN:
        raise Refused(*_UNCLEAR, value_class)
    shift = _YUAN if many or yuan else unit
    shift += _SHIFT.get(few or "", 0) + _SHIFT.get(many or "", 0)
    return _shifted((found["whole"] or "0").replace(",", ""), found["part"] or "", shift, value_class)


def _refuse_without_unit(has_unit: object, value_class: str) -> None:
    if not has_unit:
        raise Refused(*_NO_UNIT, value_class)


def _mixed(found: re.Match[str], value_class: str) -> int:
    places = _SHIFT[found["many"]]
    if len(found["whole"]) != places:
        raise Refused(*_NOT_MONEY, value_class)
    return _shifted(found["high"] + found["whole"], found["part"] or "", _YUAN, value_class)


def _spoken(text: str, unit: int | None, value_class: str) -> int:
    found = _SPOKEN.fullmatch(text)
    if text == "零":
        return 0
    if found is None or not any(found.groups()):
        raise Refused(*_why_not(text), value_class)
    if found["bare"]:
        numeral = found["bare"]
        has_unit = "万" in numeral or "亿" in numeral
        _refuse_without_unit(has_unit or unit is not None, value_class)
        shift = _YUAN if has_unit or unit is None else unit
        if shift != _YUAN and re.search(r"\d", numeral):
            raise Refused(*_UNCLEAR, value_class)
        return _bounded(whole_number(numeral, value_class) * 10**shift, value_class)
    if found["yuan"] and _LOOSE_END.fullmatch(found["whole"]):
        raise Refused(*_TWO_WAYS, value_class)
    yuan, jiao, fen = (whole_number(found[part] or "零", value_class) for part in ("whole", "jiao", "fen"))
    if jiao > 9 or fen > 9:
        raise Refused(*_NOT_MONEY, value_class)
    return _bounded(yuan * 100 + jiao * 10 + fen, value_class)


def _why_not(text: str) -> tuple[str, str]:
    if text.lower() in ("nan", "inf", "infinity", "∞"):
        return NOT_FINITE
    if _SCIENTIFIC.fullmatch(text):
        return _ROUNDED
    if FOREIGN.search(text):
        return _OTHER
    return _VAGUE if _ABOUT.search(text) else _NOT_MONEY


def _fen_of_text(value: str, unit: int | None, value_class: str) -> int:
    line = simplified(compact(value, value_class).upper())
    if (both := _BOTH_WAYS.fullmatch(line)) and all(map(_FIGURE.search, both.groups())):
        # Where one of the two says yuan, a bare figure beside it is in yuan as well.
        beside = _YUAN if "元" in line or "圆" in line else unit
        one, other = (_fen_of_text(text, beside, value_class) for text in both.groups())
        if one != other:
            raise Refused(*_CONTRARY, value_class)
        return one
    text, is_negative = _unsigned(line)
    if unit is None and _SIGN_OF_YUAN.search(line):
        unit = _YUAN
    found = _ARABIC.fullmatch(text)
    if found and (found["whole"] or found["part"]):
        fen = _arabic(found, unit, value_class)
    elif mixed := _MIXED.fullmatch(text):
        fen = _mixed(mixed, value_class)
    else:
        fen = _spoken(text, unit, value_class)
    return -fen if is_negative else fen


def _fen_of_number(value: object, unit: int | None, value_class: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise Refused(*_NOT_MONEY, value_class)
    _refuse_without_unit(unit is not None or not value, value_class)
    unit = _YUAN if unit is None else unit
    if isinstance(value, int):
        return _bounded(value * 10**unit, value_class)
    number = of_float(value, unit, value_class) if isinstance(value, float) else value
    if not number.is_finite():
        raise Refused(*NOT_FINITE, value_class)
    if number.adjusted() > _LONGEST:
        raise Refused(*TOO_LARGE, value_class)
    whole, _, part = format(abs(number), "f").partition(".")
    fen = _shifted(whole, part, unit, value_class)
    return -fen if number < 0 else fen


def money_in(unit: int | None, value_class: str) -> Callable[[object], int | None]:
    """Returns the normaliser of amounts whose unit, when none is written, is ten to that power of a fen, or has to be written."""

    @remembered
    def of_text(value: str) -> int | None:
        if unit is not None and _PLAIN.fullmatch(value):
            whole, _, part = value.partition(".")
            return _shifted(whole, part, unit, value_class)
        return None if absent(value) and not is_nan(value) else _fen_of_text(value, unit, value_class)

    def amount(value: object) -> int | None:
        """Returns an amount of money as whole fen; a unit written in the value wins; None when absent."""
        if isinstance(value, str):
            return of_text(value)
        return None if value is None else _fen_of_number(value, unit, value_class)

    return amount


money = money_in(None, "money")
money_fen = money_in(_FEN, "money_fen")
money_yuan = money_in(_YUAN, "money_yuan")
money_wan = money_in(_WAN, "money_wan")
money_yi = money_in(_YI, "money_yi")
