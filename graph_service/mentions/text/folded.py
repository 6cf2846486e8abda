"""Texts in one form for finding, with the way back to every place in the original."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

from schema.identifiers.characters import INVISIBLE
from schema.identifiers.person_name import DOTS
from schema.identifiers.usual_forms import HALF_WIDTH, USUAL_FORMS

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2A6E0))
_SIGNS = {
    **dict.fromkeys(map(ord, DOTS), "·"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "〜"), "~"),
    **dict.fromkeys(map(ord, "[［【﹝"), "〔"),
    **dict.fromkeys(map(ord, "]］】﹞"), "〕"),
    **dict.fromkeys(map(ord, "○◯"), "〇"),
    **dict.fromkeys(map(ord, "￥"), "¥"),
}
# Signs that carry nothing; blanks beside a Chinese character, which only set it apart from figures.
_IDLE = re.compile(
    rf"[{INVISIBLE}\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
    rf"|(?<=[{HAN}])[ \t\xa0\u2000-\u200a\u202f\u3000]{{1,8}}|[ \t\xa0\u2000-\u200a\u202f\u3000]{{1,8}}(?=[{HAN}])"
)
_MARK = re.compile(r".[\u0300-\u036f\u3099\u309a]+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text simplified, half-width and in capitals; starts and ends are empty where every sign kept its place."""

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the original text of a non-empty range of the folded one."""
        return (self.starts[start], self.ends[end - 1]) if self.starts else (start, end)


@cache
def _table() -> dict[int, str]:
    table = {code: chr(to) for code, to in HALF_WIDTH.items()}
    table |= {code: sign.upper() for code, sign in table.items()}
    table |= {code: chr(code).upper() for code in range(ord("a"), ord("z") + 1)} | _SIGNS
    table |= {code: chr(to) for code, to in USUAL_FORMS.items() if code not in HALF_WIDTH and code not in table}
    simple = _simplified()
    return simple | {code: simple.get(ord(sign), sign) for code, sign in table.items()}


def _simplified() -> dict[int, str]:
    # Sign by sign, because a phrase of another length would lose the places.
    signs = [chr(code) for first, last in _RANGES for code in range(first, last)]
    found = OpenCC("t2s").convert("\n".join(signs)).split("\n")
    return {ord(sign): to for sign, to in zip(signs, found, strict=True) if sign != to and len(to) == 1}


def fold_text(text: str) -> Folded:
    """Return the folded text; sign for sign wherever nothing has to be dropped or composed."""
    if _IDLE.search(text) is None and _MARK.search(text) is None:
        return Folded(text.translate(_table()))
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, composed in _kept(text):
        signs.append(composed)
        starts += [start] * len(composed)
        ends += [end] * len(composed)
    return Folded("".join(signs).translate(_table()), tuple(starts), tuple(ends))


def _kept(text: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    while at < len(text):
        idle, marked = _IDLE.match(text, at), _MARK.match(text, at)
        end = idle.end() if idle else marked.end() if marked else at + 1
        if not idle:
            yield at, end, unicodedata.normalize("NFC", marked[0]) if marked else text[at]
        at = end


def fold_name(name: str) -> str:
    """Return a name in the form in which it stands in folded texts."""
    return fold_text(name).text.strip()
