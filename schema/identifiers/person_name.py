"""Names of persons."""

import re
import unicodedata

from schema.identifiers.absent import NOBODY, absent, is_nobody
from schema.identifiers.characters import half_width
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered

MIDDLE_DOT = "·"
# What is typed or exported where the middle dot of a name belongs.
DOTS = "·•‧∙⋅・･᛫˙․ㆍ⸱⸳ꞏᐧ⦁◦"
_LONGEST = 100

_HAN = r"\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\ue000-\uf8ff\uf900-\ufaff\U00020000-\U000323af"
_PLAIN = re.compile(r"(?!.+等.?[人名位]$)[\u4e00-\u9fff]{2,4}")
_CELL_ERROR = re.compile(r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|#+)", re.IGNORECASE)
_SEVERAL = re.compile(rf"[、;\n]|,(?=\s*[{_HAN}])|(?<=[{_HAN}])\s*[,/]")
_MANY_COUNTED = re.compile(r"等[\d一二三四五六七八九十两数几]*[人名位]$")
_MORE_THAN_NAME = re.compile(rf"\d{{6}}|^[{_HAN}]{{2,6}}\s*:", re.ASCII)
_DOTS = re.compile(rf"\s*[{DOTS}]\s*")
# A full stop or a disc is one only between two characters; at an end a disc hides a sign.
_HAN_STOP = re.compile(rf"(?<=[{_HAN}])\s*[.．。｡●]\s*(?=[{_HAN}])")
_HAN_BLANK = re.compile(rf"(?<=[{_HAN}?*□])\s+(?=[{_HAN}?*□])")
_BLANKS = re.compile(r"\s+")
_BRACKETS = str.maketrans("()[]【】〔〕﹙﹚", "（）（）（）（）（）")
_SELECTORS = re.compile(r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]")

_BROKEN = (
    "holds the mark of a character that was lost in decoding; load the file with its true encoding",
    "含有解码失败的替代符号，请按文件真实编码重新装载",
)
_ERROR = ("is an error mark of a spreadsheet, not a name; repair the formula", "是表格的错误标记而非名称，请修正公式")
_MANY = ("holds several names; give one name per row", "一格内有多个姓名，请一行一名")
_MORE = (
    "holds more than a name (a number, a label); give the name alone",
    "除姓名外还含有号码或标签，请只写姓名",
)
_LONG = ("is far too long for a name; check which column was mapped", "过长，不可能是名称，请检查列的对应关系")
_NO_LETTER = ("holds no letter, so it is not a name", "不含任何文字，不是名称")


def refuse_unnamed(text: str, value_class: str, longest: int) -> None:
    """Refuses what cannot be a name of anything: a whole text, error marks, lost characters, no letter at all."""
    if len(text) > longest:
        raise Refused(*_LONG, value_class)
    if _CELL_ERROR.fullmatch(text):
        raise Refused(*_ERROR, value_class)
    if "\ufffd" in text:
        raise Refused(*_BROKEN, value_class)
    # Private-use characters are how old systems store rare names, so they count as letters.
    if not any(char.isalpha() or unicodedata.category(char) == "Co" for char in text):
        raise Refused(*_NO_LETTER, value_class)


@remembered
def _name(value: str) -> str | None:
    text = half_width(_SELECTORS.sub("", value), "name")
    if absent(text) or is_nobody(text):
        return None
    refuse_unnamed(text, "name", _LONGEST)
    if _SEVERAL.search(text) or _MANY_COUNTED.search(text):
        raise Refused(*_MANY, "name")
    if _MORE_THAN_NAME.search(text):
        raise Refused(*_MORE, "name")
    text = _HAN_STOP.sub(MIDDLE_DOT, _DOTS.sub(MIDDLE_DOT, text))
    return _HAN_BLANK.sub("", _BLANKS.sub(" ", text)).translate(_BRACKETS)


def name(value: object) -> str | None:
    """Returns a person's name without inner blanks of Chinese names, middle dots as ·; None when absent."""
    if isinstance(value, str):
        if _PLAIN.fullmatch(value):
            return None if value in NOBODY else value
        return _name(value)
    if value is None:
        return None
    raise Refused(*_NO_LETTER, "name")
