"""What counts as "nothing was written here"."""

import re
from functools import lru_cache

from schema.identifiers.characters import INVISIBLE
from schema.identifiers.usual_forms import HALF_WIDTH

_LONGEST = 8
_LONGEST_LONG = 30
# Whole cells, in capitals and without blanks or brackets around: 无锡 and 吴明 hold such a sign and are names.
_SAID = """
无 不详 未知 不明 暂无 空 空值 为空 未填 未填写 未填报 未填列 未录入 未提供 不清楚 不知道 不知 说不清 暂缺 暂未提供
暂未填写 待补 待补充 待补录 待填 待填写 同上 同前 同左 略 无数据 无信息 无内容 无此项 N/A NULL NONE NAN
\\N
"""
# Where a name was asked; elsewhere 匿名 or 待查 may be a value.
_SAID_OF_NAMES = """
没有 保密 匿名 佚名 无名 待定 待查 待核实 待确认 未登记 未采集 未命名 不适用 空白 查无 查无此人 不愿透露 不便透露 不具名
未具名 未署名 无姓名 姓名不详 不愿具名 匿名者 匿名举报人 NA ANONYMOUS UNKNOWN UNNAMED
"""
_TRADITIONAL = str.maketrans("无详写录补报数据内项暂说没", "無詳寫錄補報數據內項暫說沒")
_WORDS = frozenset((_SAID + _SAID.translate(_TRADITIONAL)).split()) | {""}
_LONG_WORDS = _WORDS | {"UNDEFINED", "NOTAVAILABLE", "NOTAPPLICABLE", "NOTPROVIDED"}
# What a pandas export writes for a missing day, in this very case: Nat is a name.
_EXACT = "NaT", "<NA>"
_NO_NAMES = frozenset((_SAID_OF_NAMES + _SAID_OF_NAMES.translate(_TRADITIONAL)).split())
_LONG_BEGIN = frozenset("uUnNｕＵｎＮ([<（［＜【\"'\u200b\u200c\u200d\u200e\u200f\u202a\u202d\u2060\ufeff\xad")
# For callers in a hurry: what, among texts of Chinese characters alone, is no name.
NOBODY = _WORDS | _NO_NAMES
_STROKES = re.compile(r"[-_/\\‐‑‒–—―−]+")
_VISIBLE = re.compile(rf"[^\s{INVISIBLE}]")
_HIDDEN = re.compile(rf"[{INVISIBLE}]")
_AROUND = "()（）[]{}<>【】〔〕《》〈〉「」\"'“”‘’"


@lru_cache(maxsize=65536)
def _is_placeholder(text: str) -> bool:
    seen = _seen(text)
    return seen in _EXACT or _word(seen) in _WORDS or _STROKES.fullmatch(seen) is not None


def _seen(text: str) -> str:
    return "".join(_HIDDEN.sub("", text).translate(HALF_WIDTH).split())


def _word(seen: str) -> str:
    return (seen if seen[:1] not in _AROUND else seen.strip(_AROUND)).upper()


def absent(value: object) -> bool:
    """Returns whether a value stands for nothing: None, blanks, or a word such as 无, 未填写, null, - or N/A."""
    if not isinstance(value, str):
        return value is None
    if len(value) > _LONGEST:
        if _VISIBLE.search(value) is None:
            return True
        value = value.strip()
        if len(value) > _LONGEST:
            return value[0] in _LONG_BEGIN and _is_long_placeholder(value)
    return _is_placeholder(value)


def _is_long_placeholder(text: str) -> bool:
    return len(text) < _LONGEST_LONG and _word(_seen(text)) in _LONG_WORDS


def is_nobody(name: str) -> bool:
    """Returns whether the whole of a half-width text stands where a name was asked and gives none, such as 佚名 or 保密."""
    return len(name) <= _LONGEST + 1 and _word("".join(name.split())) in _NO_NAMES
