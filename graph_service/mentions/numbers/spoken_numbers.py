"""Telephone numbers whose digits are written as Chinese signs, all of them (幺三八…) or some (…八一五二)."""

import re
from collections.abc import Iterator

from graph_service.mentions.numbers.number_runs import Range

SIGNS = "〇零幺一二两三四五六七八九"  # for the digits of numbers that are said one by one
_DIGIT = str.maketrans(SIGNS, "0011223456789")
_RUN = re.compile(rf"(?<![\d{SIGNS}])[\d{SIGNS}]{{7,12}}(?![{SIGNS}\d十百千万亿元块个次])")
_SIGN = re.compile(rf"[{SIGNS}]")
_LAST = re.compile(
    rf"(?<!\d)(1[3-9]\d{{8}})[,，]?(?:末尾|末位|尾数|最后)(?:一?[位个])?(?:数字?)?(?:是|为)?([\d{SIGNS}])(?![\d{SIGNS}])"
)
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LOCAL = re.compile(r"(?:0\d{2,3})?[2-8]\d{6,7}")


def as_digits(signs: str) -> str:
    """Return the words with a digit for each sign that stands for one."""
    return signs.translate(_DIGIT)


def spoken_numbers(text: str) -> Iterator[tuple[Range, str]]:
    """Yield the ranges of a folded text that Chinese signs make telephone numbers of, with the digits."""
    for found in _RUN.finditer(text):
        digits = as_digits(found[0]) if _SIGN.search(found[0]) else ""
        if _MOBILE.fullmatch(digits) or _LOCAL.fullmatch(digits):
            yield found.span(), digits
    for found in _LAST.finditer(text):
        yield found.span(), as_digits(found[1] + found[2])
