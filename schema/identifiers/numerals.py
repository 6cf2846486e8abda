"""Chinese numerals as whole numbers."""

import re

from schema.identifiers.refused import Refused

NUMERAL = "〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿"
_TRADITIONAL = str.maketrans("○◯萬億貳參叄陸兩圓", "〇〇万亿贰叁叁陆两圆")
_THIRTY = re.compile("卅")
_LONGEST = 30

_UNREADABLE = ("is not a well-formed Chinese numeral", "不是规范的中文数字")


def simplified(text: str) -> str:
    """Returns the text with traditional and look-alike numerals replaced by the usual ones."""
    return _THIRTY.sub("三十", text.translate(_TRADITIONAL))


def whole_number(numeral: str, value_class: str) -> int:
    """Returns the whole number that a Chinese numeral, or Arabic digits with 万 and 亿, stands for."""
    if len(numeral) > _LONGEST:
        raise Refused(*_UNREADABLE, value_class)
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    # Loaded at first use: it takes a tenth of a second, and few sources write Chinese numerals.
    import cn2an  # type: ignore[import-untyped]

    # A bare 百 or 千 in front is short for one hundred, one thousand.
    text = "一" + numeral if numeral[:1] in "百千佰仟" else numeral
    try:
        number = cn2an.cn2an(text, "smart")
    except (ValueError, KeyError):
        raise Refused(*_UNREADABLE, value_class) from None
    if isinstance(number, int):
        return number
    raise Refused(*_UNREADABLE, value_class)
