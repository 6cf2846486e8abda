"""Numbers of which only the head and the tail are told, in words or round a gap: 187开头、尾号2961, 前六位…后四位…, 187几几几几2961."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from graph_service.mentions.numbers.number_runs import Range
from graph_service.mentions.numbers.spoken_numbers import SIGNS, as_digits

_DIGITS = rf"(?:(?<![\d.])\d{{2,14}}(?!\d|\.\d)|(?<![{SIGNS}])[{SIGNS}]{{2,14}}(?![{SIGNS}十百千万亿]))"
_LAST = rf"(?:(?<![\d.])\d{{2,8}}X?(?![\dA-Z]|\.\d)|(?<![{SIGNS}])[{SIGNS}]{{2,8}}X?(?![{SIGNS}十百千万亿]))"
_COUNT = r"(?:(?P<count>[一二两三四五六七八九十]{1,2}|\d{1,2}(?=[位个码]))(?:位|个(?:数字?|字|码)?|码)?|几?位)"
_IS = r"(?:数字?|号码?|号)?(?:好像|应该|大概)?[是为系叫:]?[\"“「『(]?"
_OPENS = r"(?:开头|打头|起头|开首|起首|领头|开始)"
_CLOSES = r"(?:结尾|收尾|结束|压尾|煞尾)"
_HEAD_AFTER_CUE = re.compile(
    rf"(?:{_OPENS}|号段|前缀|(?<!目)前面|(?:最?前面?|开头|头|首)的?{_COUNT})(?:{_IS})(?P<digits>{_DIGITS})"
)
_HEAD_BEFORE_CUE = re.compile(rf"(?P<digits>{_DIGITS})[\"”」』)]?(?:号?段|(?:来|作|做|为)?{_OPENS}|字头)")
_TAIL_AFTER_CUE = re.compile(
    rf"(?:尾号|尾数|尾巴|末尾|末号|后缀|{_CLOSES}|(?<![以今然])后面|(?:最后面?|后面?|最?末[尾了]?|尾)的?{_COUNT})(?:{_IS})(?P<digits>{_LAST})"
)
_TAIL_BEFORE_CUE = re.compile(rf"(?P<digits>{_LAST})[\"”」』)]?(?:来|作|做|为)?{_CLOSES}")
_TAIL_AT_ONCE = re.compile(rf"[,、]?的?(?P<digits>{_LAST})")
_BOTH = re.compile(
    r"前(?P<count>[一二两三四五六七八九十]|\d)位?[,、]?后(?P<count2>[一二两三四五六七八九十]|\d)位?(?:分别)?[是为:]?"
    rf"(?P<digits>{_DIGITS})[,、和/. -]?(?P<last>\d{{2,8}}X?)(?![\dA-Z])"
)
_FORGOT = (
    r"[,、(]?(?:中间|当中)?的?(?:几|[一二两三四五六七八九]|\d)?[位个]?(?:数字?|号)?"
    r"(?:忘了?|忘记了?|记不(?:清|得|住)了?|没?看不?清楚?|没记住|不知道)[,、)]?"
)
_GAP = re.compile(
    r"(?<![\dA-Z.])(?P<digits>\d{2,14})"
    rf"(?P<gap>[几某叉点啥空杠]{{2,8}}|(?:什么){{1,4}}|(?:多少){{1,4}}|…{{1,3}}|\.{{3,8}}|-{{2,8}}|_{{2,8}}|[~#]{{2,8}}|{_FORGOT})"
    r"(?P<last>\d{2,8}X?)(?![\dA-Z]|\.\d)"
)
_PLAIN_GAP = "几某叉点啥空杠什多,、(中当的忘记"  # of these nothing but a number is told
_FAR = 16  # signs between the one part and the other
_APART = re.compile(r"[。;!?\n\d]|另|还有|又|以及|各|分别|(?:手机|电话|卡|账户|号码?)[^,、(]{0,3}[和与跟及]")
_CUE = re.compile(
    r"[头尾末段始]|[前后][一二两三四五六七八九十\d几面]|[什几某啥叉空杠忘清住得]|不知道|…|\.{3}|--|__|~~|##|多少|点点|[结收]尾|后缀"
)
_SOME = re.compile(rf"\d{{2}}|[{SIGNS}]{{2}}")
_COUNTED = re.compile(r"[元万千块人名户亩吨年月日号天时分岁辆台张份条%](?![头段码])")


class NumberParts(NamedTuple):
    """Where a number stands, its first and last signs, and whether the words can tell of nothing but a number."""

    at: Range
    head: str
    tail: str
    is_plain: bool = True


class _Part(NamedTuple):
    at: Range
    signs: str


def number_parts(text: str) -> Iterator[NumberParts]:
    """Yield the numbers of a folded text that are told by head and tail, or by the tail alone; the head is then empty."""
    if _SOME.search(text) is None or _CUE.search(text) is None:
        return
    for found in chain(_BOTH.finditer(text), _GAP.finditer(text)):
        if _is_as_long(found["digits"], found.groupdict().get("count")) and _is_as_long(
            found["last"], found.groupdict().get("count2")
        ):
            gap = found.groupdict().get("gap", "什")
            yield NumberParts(found.span(), as_digits(found["digits"]), as_digits(found["last"]), gap[0] in _PLAIN_GAP)
    heads, tails = _parts(text)
    yield from _joined(text, heads, tails)


def _joined(text: str, heads: list[_Part], tails: list[_Part]) -> Iterator[NumberParts]:
    left = list(tails)
    for head in heads:
        near = [tail for tail in left if _belong(text, head, tail)]
        tail = min(near, key=lambda it: max(it.at[0] - head.at[1], head.at[0] - it.at[1]), default=None)
        if tail:
            left.remove(tail)
            at = min(head.at[0], tail.at[0]), max(head.at[1], tail.at[1])
            yield NumberParts(at, head.signs, tail.signs)
    for tail in left:
        yield NumberParts(tail.at, "", tail.signs, False)


def _belong(text: str, head: _Part, tail: _Part) -> bool:
    first, last = sorted((head.at, tail.at))
    return first[1] <= last[0] <= first[1] + _FAR and not _APART.search(text, first[1], last[0])


def _parts(text: str) -> tuple[list[_Part], list[_Part]]:
    """Return heads and tails; of digits between two cues, those of a tail belong to the cue before them, others to the one after."""
    tails = list(_told(text, _TAIL_AFTER_CUE.finditer(text), ()))
    heads = list(_told(text, _HEAD_BEFORE_CUE.finditer(text), tails))
    tails += [part for head in heads if (part := _at_once(text, head, tails))]
    heads += _told(text, _HEAD_AFTER_CUE.finditer(text), [*heads, *tails])
    tails += _told(text, _TAIL_BEFORE_CUE.finditer(text), [*heads, *tails])
    return sorted(heads), sorted(tails)


def _at_once(text: str, head: _Part, tails: Iterable[_Part]) -> _Part | None:
    found = _TAIL_AT_ONCE.match(text, head.at[1])
    return next(_told(text, [found], tails), None) if found and len(as_digits(found["digits"])) > 2 else None


def _told(text: str, found: Iterable[re.Match[str]], taken: Iterable[_Part]) -> Iterator[_Part]:
    used = list(taken)
    for each in found:
        start, end = each.span()
        is_free = all(end <= part.at[0] or part.at[1] <= start for part in used)
        digits = each["digits"]
        if is_free and _is_as_long(digits, each.groupdict().get("count")) and not _COUNTED.match(text, end):
            yield _Part((start, end), as_digits(digits))


def _is_as_long(digits: str, count: str | None) -> bool:
    """Return whether there are as many signs as the words say: 后四位0637."""
    if not count:
        return True
    stated = int(count) if count.isdigit() else "一二三四五六七八九十".find(count.replace("两", "二")) + 1
    return stated in (0, len(digits))
