"""Firms that no register knows, by the legal form at the end of their names."""

import re
from collections.abc import Iterator

from graph_service.mentions.lexicon.boundaries import begins_well
from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span

_STRENGTH = 25.0
_FORM = re.compile(r"(?:有限责任公司|股份有限公司|有限公司|集团公司|农民专业合作社|专业合作社|经营部|商行)")
_SIGN = re.compile(r"[\u4e00-\u9fffA-Z0-9()]")
_SHORTEST, _LONGEST = 3, 24


def find_firms(text: str) -> Iterator[Span]:
    """Yield names that end in a legal form, from the nearest place at which a name can begin."""
    for found in _FORM.finditer(text):
        start = _start(text, found.start())
        if start is not None:
            yield Span(start, found.end(), MentionKind.UNIT, text[start : found.end()], _STRENGTH, 0.5, Because.UNKNOWN)


def _start(text: str, core_end: int) -> int | None:
    for start in range(core_end - 1, max(-1, core_end - _LONGEST), -1):
        if not _SIGN.match(text, start):
            return None
        # The nearest good beginning that leaves a core: 由 and 与 inside of names are rare.
        if core_end - start >= _SHORTEST and begins_well(text, start) and text[start] not in ")(":
            return start
    return None
