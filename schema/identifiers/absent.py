"""What counts as "nothing was written here"."""

import re
from functools import lru_cache

from schema.identifiers.characters import HALF_WIDTH, INVISIBLE

_LONGEST = 8
_WORDS = frozenset({"", "无", "不详", "未知", "不明", "暂无", "無", "不詳", "N/A", "NULL"})
_STROKES = re.compile(r"[-_/\\‐‑‒–—―−]+")
_VISIBLE = re.compile(rf"[^\s{INVISIBLE}]")


@lru_cache(maxsize=65536)
def _is_placeholder(text: str) -> bool:
    seen = "".join(re.sub(rf"[{INVISIBLE}]", "", text).translate(HALF_WIDTH).split()).upper()
    return seen in _WORDS or _STROKES.fullmatch(seen) is not None


def absent(value: object) -> bool:
    """Returns whether a value stands for nothing: None, blanks, or a placeholder such as 无, 不详, - or N/A."""
    if not isinstance(value, str):
        return value is None
    if len(value) > _LONGEST:
        if _VISIBLE.search(value) is None:
            return True
        value = value.strip()
        return len(value) <= _LONGEST and _is_placeholder(value)
    return _is_placeholder(value)
