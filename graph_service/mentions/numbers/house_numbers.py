"""House numbers in one form: 四七二号, 四百七十二号, 472# and 472号 are one; so are 三栋二单元五〇一室 and 3栋2单元501室."""

import re

from graph_service.mentions.numbers.spoken_numbers import as_digits
from schema.identifiers.numerals import whole_number

_SIGNS = "〇零一二两三四五六七八九"
_NUMERAL = re.compile(
    rf"[{_SIGNS}十百]{{1,6}}(?=#|号|栋|幢|座|单元|楼|层|室|房|期|弄|组|之)|(?<=之)[{_SIGNS}十]{{1,3}}|[{_SIGNS}]{{3,4}}$"
)
_ROAD = r"(?:路|街|大道|巷|弄|胡同|里|坊|村)"
_STREET_SIGN = re.compile(rf"({_ROAD}[甲乙丙丁戊附]?\d{{1,5}}(?:-\d{{1,4}})?)#(?![\d楼])")
_BUILDING_SIGN = re.compile(r"(?<=\d)#楼?")
_OF = re.compile(
    r"(\d{1,5})(?:号?之(\d{1,4})号?|号-(\d{1,4})号?)(?!\d|室|房)"
)  # 12之1号, 12号之1 and 12号-1 are 12-1号
_HEAVENLY = re.compile(r"(\d{1,5})([甲乙丙丁戊])号")


def plain_house(words: str) -> str:
    """Return an address with its numbers in digits, the sign # spelt out, and 12-1号 for 12之1号 and 12号-1."""
    text = _NUMERAL.sub(lambda found: _figures(found[0]), words)
    text = _OF.sub(lambda found: f"{found[1]}-{found[2] or found[3]}号", text)
    text = _HEAVENLY.sub(r"\2\1号", text)
    return _BUILDING_SIGN.sub("号楼", _STREET_SIGN.sub(r"\1号", text))


def _figures(numeral: str) -> str:
    if "十" not in numeral and "百" not in numeral:
        return as_digits(numeral)
    ten, _, one = numeral.partition("十")
    if "百" not in numeral and len(ten) < 2 and len(one) < 2:
        return as_digits((ten or "一") + (one or "零"))
    return _large(numeral)


def _large(numeral: str) -> str:
    try:
        return str(whole_number(numeral, "house_number"))
    except ValueError:
        return numeral  # no well-formed number: it stays as it stands
