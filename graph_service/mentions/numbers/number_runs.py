"""Where a number begins and ends: cut from days, letters and other numbers that stand against it without a gap."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress

from graph_service.mentions.text.span import Span, TakenSpans
from schema.identifiers import Refused, luhn_check, resident_id

MASK = "*×●■□"
Range = tuple[int, int]
Read = Callable[[Range], Span | None]  # what a range is, if it is a number
_RUN = re.compile(rf"\+?[0-9A-Z{MASK}](?:[ -]?[0-9A-Z{MASK}])*")
_PART = re.compile(r"(?<!\d)1[3-9]\d[ -]\d{4}[ -]\d{4}(?!\d)|[^ -]+")  # 138 1111 2222 is one
_WORD = re.compile(r"(?:TEL|PHONE|MOBILE|VX|WX|V|WECHAT)(?=1[3-9]\d{9}(?![0-9A-Z]))")
_MOBILE = re.compile(r"1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})")
_OUTER = re.compile(r"[^ -].*[^ -]|[^ -]")
_MOST_PARTS = 12
_TWO = tuple(
    re.compile(form)
    for form in (r"(1[3-9]\d{9})(1[3-9]\d{9})", r"(\d{17}[\dX])(1[3-9]\d{9})", r"(1[3-9]\d{9})(\d{17}[\dX])",
                 r"(62\d{14,17})(1[3-9]\d{9})")
)  # fmt: skip


def number_runs(text: str, taken: TakenSpans) -> Iterator[Range]:
    """Yield the ranges that digits, letters and signs of hiding fill, without what is taken and words such as TEL."""
    for found in _RUN.finditer(text):
        for start, end in taken.free_parts(*found.span()):
            outer = _OUTER.search(text, start, end)
            if outer:
                word = _WORD.match(text, outer.start(), end)
                yield (word.end() if word else outer.start()), outer.end()


def spans_of(text: str, run: Range, read: Read) -> Iterator[Span]:
    """Yield the numbers of a run: itself, two that stand against each other, or the longest of its groups in turn."""
    parts = [found.span() for found in _PART.finditer(text, *run)]
    holds_mobile = len(parts) > 1 and any(_MOBILE.fullmatch(text, *part) for part in parts)
    whole = None if holds_mobile else read(run)
    if whole:
        yield whole
    elif len(parts) == 1:
        yield from _glued(text, run, read)
    else:
        yield from _grouped(text, parts[:_MOST_PARTS], read)


def _glued(text: str, run: Range, read: Read) -> Iterator[Span]:
    for form in _TWO:
        found = form.fullmatch(text, *run)
        if found and all(_is_sound(number) for number in found.groups()):
            yield from filter(None, (read(found.span(number)) for number in (1, 2)))
            return


def _is_sound(number: str) -> bool:
    if _MOBILE.fullmatch(number):
        return True
    with suppress(Refused):
        if len(number) == 18 and resident_id(number):
            return True
    return number.isdigit() and luhn_check(number)


def _grouped(text: str, parts: list[Range], read: Read) -> Iterator[Span]:
    at = 0
    while at < len(parts):
        ends = [at + 1] if _MOBILE.fullmatch(text, *parts[at]) else range(len(parts), at, -1)
        for end in ends:
            over_another = any(_MOBILE.fullmatch(text, *part) for part in parts[at + 1 : end])
            span = None if over_another else read((parts[at][0], parts[end - 1][1]))
            if span:
                yield span
                at = end - 1
                break
        at += 1
