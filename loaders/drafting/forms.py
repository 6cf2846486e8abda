"""What the cells of a column read as: the normalisers that nearly all of them pass."""

import re
from collections.abc import Sequence

from schema.identifiers import NORMALISERS, Refused, absent

VALUES = 5_000  # distinct values of a column that are tried on the normalisers
_MOST = 0.97  # of the values must be readable; the rest may be slips
_LONGEST_CODE, _PATTERNS = 32, 0.05  # characters; patterns per value
_DIGIT, _LETTER, _DIGITS = re.compile(r"[0-9]"), re.compile(r"[A-Z]"), re.compile(r"[0-9]{3}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# The most telling first; what any text would pass is not among them, nor what any long number would.
_TRIED = (
    "resident_id", "uscc", "phone", "plate", "datetime", "date", "boolean", "integer", "decimal", "money_yuan",
)  # fmt: skip


def coded(values: Sequence[str]) -> bool:
    """Return whether the values look like numbers that an office gives: short, with digits, in one or a few patterns."""
    shapes = {_LETTER.sub("A", _DIGIT.sub("9", value)) for value in values}
    given = all(len(value) <= _LONGEST_CODE and _DIGITS.search(value) for value in values)
    return bool(values) and given and len(shapes) <= max(len(values) * _PATTERNS, 1)


def masked(values: Sequence[str]) -> frozenset[str]:
    """Return the form of a column that holds whole and masked id numbers, neither of the two throughout, or nothing."""
    if any("*" in value for value in values) and not any(
        _is_refused("whole_id", value) or _is_refused("mask_of_id", value) for value in values
    ):
        return frozenset({"whole_or_masked_id"})
    return frozenset()


def open_ended(values: Sequence[str]) -> frozenset[str]:
    """Return the form of the end of a term, a day or a word for none, where every value can be one, or nothing."""
    return frozenset({"term_end"} if values and not any(_is_refused("term_end", value) for value in values) else ())


def _is_refused(form: str, value: str) -> bool:
    try:
        NORMALISERS[form](value)
    except Refused:
        return True
    return False


def reads(cells: Sequence[str]) -> str:
    """Return the normaliser that reads nearly all cells, "text" where none does, nothing where all are empty."""
    values = list(dict.fromkeys(cell for cell in cells if not absent(cell)))[:VALUES]
    if not values:
        return ""
    found = next((name for name in _TRIED if passes(name, values) and _tells(name, values)), "text")
    return _year_last(values) if found == "text" else found


def _tells(form: str, values: Sequence[str]) -> bool:
    # A plate of the armed forces has the form of any code of two letters and five digits.
    return form != "plate" or sum(bool(_HAN.search(value)) for value in values) >= len(values) * _MOST


def _year_last(values: Sequence[str]) -> str:
    orders = [order for order in ("date_dmy", "date_mdy") if passes(order, values)]
    return "date_either" if len(orders) == 2 else next(iter(orders), "text")


def passes(name: str, values: Sequence[str]) -> bool:
    """Return whether a normaliser reads nearly all values; the rest may be slips."""
    slips = 0
    for value in values:
        try:
            slips += NORMALISERS[name](value) is None
        except Refused:
            slips += 1
        if slips > len(values) * (1 - _MOST):
            return False
    return True
