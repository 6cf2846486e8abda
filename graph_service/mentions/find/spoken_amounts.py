"""Amounts as people say and type them: 3万8, 4千多, 1块2, 3000w, 红包2000, 每人八千."""

import re
from collections.abc import Iterator

from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span
from schema.identifiers import Refused, money_yuan

_STRENGTH = 56.0  # below a written amount, above a bare one
_FIGURE = r"(?:\d+(?:\.\d+)?|[零一二三四五六七八九十百千两]{1,9})"
_LAST = r"(?:\d|[一二三四五六七八九])"
_ENDS = r"(?=[,.;:!?。、)]|$)"
_NO_SUM = r"(?![\d.十百千万亿元年月日号次个人名户亩])"
_TENTHS = re.compile(rf"(?<![\d.一二三四五六七八九十百千])({_FIGURE})([万千百块])({_LAST}){_NO_SUM}")
_TYPED = re.compile(r"(?<![\dA-Z.-])(\d+(?:\.\d+)?)个?W(\+)?(?![\dA-Z])(?!瓦|功率)")
_THOUSAND = re.compile(rf"(?<![\d.A-Z])(\d+(?:\.\d+)?)(?:K|千)([多余来几])?{_ENDS}")
_SHORT = re.compile(rf"([一二两三四五六七八九十]{{1,2}})([千百])([多余来几])?{_ENDS}")
_NAKED = re.compile(rf"(\d{{3,6}}){_ENDS}")
_SHARE = re.compile(
    r"(?:一人|每人|人均|一个人|每户|一户|一家|一顿|一桌|一席|一晚|一次|每次|每月|每年|一年)(?:头)?(?:发|收|给|交|要|领|拿|分|就是?)?了?$"
)
_MONEY = re.compile(
    r"(?:红包|现金|礼金|好处费|罚款|奖金|工资|押金|费|款|钱|花了|收了|给了|送了|塞了|交了|要了|输了|赢了|欠|赔了?)[共约近]?$"
)
_WORTH = {"块": 1, "百": 100, "千": 1_000, "万": 10_000}
_BEFORE = 8
_CERTAINTY = 0.7


def find_spoken_amounts(text: str) -> Iterator[Span]:
    """Yield amounts of a folded text that leave out their unit or half of it; all of them are candidates."""
    for found in _TENTHS.finditer(text):
        worth = _WORTH[found[2]]
        if found[2] in "万块" or _is_led_in(text, found.start()):
            yield from _spoken(found, _yuan(found[1]) * worth + _yuan(found[3]) * worth / 10, False)
    for found in _TYPED.finditer(text):
        yield from _spoken(found, float(found[1]) * 10_000, bool(found[2]))
    for found in _THOUSAND.finditer(text):
        if _is_led_in(text, found.start()):
            yield from _spoken(found, float(found[1]) * 1_000, bool(found[2]))
    for found in _SHORT.finditer(text):
        if _is_led_in(text, found.start()):
            yield from _spoken(found, _yuan(found[1]) * _WORTH[found[2]], bool(found[3]))
    for found in _NAKED.finditer(text):
        if _is_led_in(text, found.start()):
            yield from _spoken(found, float(found[1]), False)


def _is_led_in(text: str, start: int) -> bool:
    begin = max(0, start - _BEFORE)
    return _SHARE.search(text, begin, start) is not None or _MONEY.search(text, begin, start) is not None


def _yuan(words: str) -> float:
    try:
        return float(money_yuan(f"{words}元") or 0) / 100
    except Refused:
        return 0.0


def _spoken(found: re.Match[str], yuan: float, is_vague: bool) -> Iterator[Span]:
    fen = round(yuan * 100)
    if fen > 0:
        normal = f"~{fen}" if is_vague else str(fen)
        yield Span(*found.span(), MentionKind.AMOUNT, normal, _STRENGTH, _CERTAINTY, Because.FORM_SOUND)
