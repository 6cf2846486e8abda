"""Numbers that hide some of their signs: behind stars (187****2961), or told by head and tail (187开头、尾号2961)."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress

from graph_service.mentions.find.view import View
from graph_service.mentions.numbers.number_cues import ACCOUNT_CUE, ID_CUE, OTHER_NUMBER, has_cue
from graph_service.mentions.numbers.number_parts import NumberParts, number_parts
from graph_service.mentions.numbers.number_runs import MASK, Range
from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span
from schema.identifiers import Refused, masked_id, masked_phone

ANY = "…"  # in an account, whose length nothing tells: any number of signs
HIDDEN = re.compile(rf"[{MASK}]")
_STRENGTH = 82.0  # over a number that a part of it looks like
_COVERED, _TAIL_ALONE = 0.6, 0.3
_ACCOUNT = re.compile(r"(\d{2,8})[*X●■□×]{2,}(\d{3,8})")
_PHONE_OF = re.compile(r"1[3-9]\d{0,6}")
_PHONE, _ID = 11, 18  # places
_ACCOUNT_PLACES = 19
_TOLD_HEAD, _TOLD_TAIL = 3, 4  # as people tell them of a mobile number: at least so many of its head, and its end
_BEFORE, _AFTER = 10, 8
_CLAUSE = re.compile(r"[。;!?\n]")
_OTHER = re.compile(
    rf"{OTHER_NUMBER.pattern}|车牌|牌照|车号|限行|邮编|工号|学号|警号|房号|门牌|批次|股票|发票|密码|验证码|余额|金额|存款|价格?|工龄"
)
_CUES = (
    (MentionKind.RESIDENT_ID, ID_CUE),
    (MentionKind.FUEL_CARD, re.compile(r"油卡|加油")),
    (MentionKind.ACCOUNT, re.compile(r"银行|(?<!油)卡|[账帐]|户头|存折|收款")),
    (MentionKind.PHONE, re.compile(r"手机|电话|微信|号段|来电|短信|拨打|联系|致电|[打拨](?:了|的是|过)|座机")),
)


def covered(text: str, at: Range, plain: str, view: View) -> Span | None:
    """Return the masked number that a run of digits and signs of hiding is, None where it hides nothing."""
    hidden = HIDDEN.search(plain) or (plain.isalnum() and "XX" in plain)
    if not hidden or not plain[:1].isdigit():
        return None
    account = _ACCOUNT.fullmatch(plain)
    if account and len(plain) != _PHONE and has_cue(ACCOUNT_CUE, text, at[0]) and not has_cue(ID_CUE, text, at[0]):
        return _masked(at, MentionKind.ACCOUNT, f"{account[1]}{ANY}{account[2]}")
    readers: list[tuple[Callable[[object], str | None], MentionKind]] = [
        (masked_phone, MentionKind.PHONE),
        (masked_id, MentionKind.RESIDENT_ID),
    ]
    for read, kind in readers if plain[0] == "1" and len(plain) <= _PHONE else reversed(readers):
        with suppress(Refused):
            pattern = read(plain)
            if pattern:
                return _masked(at, kind, pattern)
    return None


def find_parted_numbers(text: str) -> Iterator[Span]:
    """Yield the numbers of a folded text that are told by head and tail; one told by its tail alone is hardly sure at all."""
    for parts in number_parts(text):
        kind = _kind(text, parts)
        pattern = _pattern(kind, parts) if kind else None
        if kind and pattern:
            yield _masked(parts.at, kind, pattern, _COVERED if parts.head else _TAIL_ALONE)


def _masked(at: Range, kind: MentionKind, pattern: str, certainty: float = _COVERED) -> Span:
    return Span(*at, kind, pattern, _STRENGTH, certainty, Because.MASKED)


def _kind(text: str, parts: NumberParts) -> MentionKind | None:
    """Return what the words within and after, else those before call the number; by its shape where no word does."""
    start, end = parts.at
    before = _CLAUSE.split(text[max(0, start - _BEFORE) : start])[-1]
    own = text[start:end] + _CLAUSE.split(text[end : end + _AFTER])[0].partition(",")[0]
    if _OTHER.search(before + own):
        return None
    for words in (own, before):
        named = {kind: found for kind, cue in _CUES if (found := [each.start() for each in cue.finditer(words)])}
        fitting = [kind for kind in named if _pattern(kind, parts)]
        if fitting:
            return max(fitting, key=lambda kind: named[kind][-1]) if words is before else fitting[0]
    is_told = len(parts.head) >= _TOLD_HEAD and len(parts.tail) == _TOLD_TAIL and parts.is_plain
    return MentionKind.PHONE if is_told and _PHONE_OF.fullmatch(parts.head) else None


def _pattern(kind: MentionKind, parts: NumberParts) -> str | None:
    """Return the number with a star for every place that is not told, None where no number of the kind begins or ends so."""
    head, tail = parts.head, parts.tail
    if kind is MentionKind.RESIDENT_ID:
        return _covering(head, tail, _ID) if not head or head[0] in "12345678" else None
    if tail.endswith("X"):
        return None
    if kind is MentionKind.PHONE:
        return _covering(head, tail, _PHONE) if not head or _PHONE_OF.fullmatch(head) else None
    return f"{head}{ANY}{tail}" if len(head) + len(tail) < _ACCOUNT_PLACES else None


def _covering(head: str, tail: str, places: int) -> str | None:
    hidden = places - len(head) - len(tail)
    return f"{head}{'*' * hidden}{tail}" if hidden > 0 else None
