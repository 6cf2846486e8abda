"""The unit of money that the name of a column states."""

import re

from schema.identifiers.characters import compact
from schema.identifiers.money import FOREIGN

_OF_SUMS = "额|资本|资金|价|款|费|值|收入|支出"
_HAN = re.compile(
    rf"(?:[(_\-/:]|单位:?|{_OF_SUMS})(?:人民币)?(?:(?P<many>万|亿)?[元圆]|(?P<fen>(?<=[(_\-/:])分))(?:人民币)?(?:\)|$)"
)
_LATIN = re.compile(r"(?:^|[_\s(\-])(?P<unit>yuan|rmb|cny|fen|wan|yi)(?:$|[_\s)])", re.IGNORECASE)
_BY_WORD = {
    "yuan": "money_yuan",
    "rmb": "money_yuan",
    "cny": "money_yuan",
    "fen": "money_fen",
    "wan": "money_wan",
    "yi": "money_yi",
}
_BY_SIGN = {"万": "money_wan", "亿": "money_yi", None: "money_yuan"}

_UNREAD = re.compile(
    rf"[(/_:](?:单位:?|人民币)*(?P<unit>[十百千]元|[十百千]?万?(?:{FOREIGN.pattern}))\)?$", re.IGNORECASE
)


def unread_unit(column: str) -> str | None:
    """Returns the unit that the name of a column states and that no normaliser reads, or None: 金额(千元), 金额(美元)."""
    found = _UNREAD.search(compact(column, "money"))
    return found["unit"] if found else None


def money_of_header(column: str) -> str:
    """Returns the normaliser for amounts of a column by the unit that its name states, `money` where it states none."""
    if latin := _LATIN.search(column):
        return _BY_WORD[latin["unit"].lower()]
    han = _HAN.search(compact(column, "money"))
    if han is None:
        return "money"
    return "money_fen" if han["fen"] else _BY_SIGN[han["many"]]
