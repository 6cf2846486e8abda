"""Identifiers in running text: resident ids, credit codes, phones, cards, accounts, masked ones included."""

import re
from collections.abc import Iterator
from contextlib import suppress

from graph_service.mentions.find.covered_numbers import HIDDEN, covered, find_parted_numbers
from graph_service.mentions.find.view import View
from graph_service.mentions.numbers.apart_numbers import apart_numbers
from graph_service.mentions.numbers.number_cues import (
    ACCOUNT_CUE,
    FUEL_CUE,
    ID_CUE,
    MONEY_CUE,
    OTHER_NUMBER,
    PHONE_CUE,
    has_cue,
)
from graph_service.mentions.numbers.number_runs import Range, number_runs, spans_of
from graph_service.mentions.numbers.spoken_numbers import spoken_numbers
from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span, TakenSpans
from schema.identifiers import Refused, luhn_check, phone, resident_id, uscc

_STRENGTH = 80.0
_SEPARATOR = re.compile(r"[ -]")
_DIGITS = re.compile(r"\d+")
_MOBILE = re.compile(r"(?:\+?86)?(1[3-9]\d{9})")
_LAND = re.compile(r"0\d{2,3}-?[2-9]\d{6,7}(?:-\d{1,6})?")
_AREA_SERVICE = re.compile(r"0\d{2,3}-(?:12\d{3}|1[012]\d)")  # the line 12388 of another city
_ABROAD = re.compile(r"\+?(85[23]|886)-?([2-9]\d{7,8})")
_EXTENSION = re.compile(r"转\d{1,6}(?!\d)")
_SERVICE = frozenset({"110", "119", "120", "122"})
_PHONE_AFTER = re.compile(r"(?:热线|电话|联系|举报)")
_BORN = re.compile(r"[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}")  # an id with a slip
_COUNTED = re.compile(
    r"[万亿千百余多元块人名次个件份户亩吨平米公里斤升年月日号天时分秒度%岁辆台套册页条张栋层楼室单幢组]"
)


def find_numbers(text: str, view: View, taken: TakenSpans) -> Iterator[Span]:
    """Yield the identifiers of a folded text that stand outside the ranges already taken."""

    def read(at: Range) -> Span | None:
        return _classified(text, at, _SEPARATOR.sub("", text[at[0] : at[1]]), view)

    for run in number_runs(text, taken):
        yield from spans_of(text, run, read)
    for at, number in apart_numbers(text):
        span = _extended(text, at, number, view) if taken.is_free(*at) else None
        if span:
            yield span
    for at, digits in spoken_numbers(text):
        span = _phone(*at, digits, view) if _MOBILE.fullmatch(digits) else _short(text, at, digits, view)
        if span and taken.is_free(*at):
            yield span
    yield from (span for span in find_parted_numbers(text) if taken.is_free(span.start, span.end))


def _classified(text: str, at: Range, plain: str, view: View) -> Span | None:
    if at[1] - at[0] < 3:
        return None
    for read in (_resident, _credit, covered, _telephone, _card, _short):
        span = read(text, at, plain, view)
        if span:
            return span
    return None


def _resident(text: str, at: Range, plain: str, view: View) -> Span | None:
    if len(plain) not in (15, 18) or not plain[:-1].isdigit() or not (plain[-1].isdigit() or plain[-1] == "X"):
        return None
    with suppress(Refused):
        number = resident_id(plain)
        if number and (len(plain) == 18 or has_cue(ID_CUE, text, at[0]) or view.number("Person", number) is not None):
            return _known(at, MentionKind.RESIDENT_ID, number, view.number("Person", number))
        return None
    if has_cue(ID_CUE, text, at[0]):  # a slip of one digit: kept for somebody's look
        return Span(*at, MentionKind.RESIDENT_ID, plain, _STRENGTH, 0.5, Because.FORM_ONLY)
    return None


def _credit(text: str, at: Range, plain: str, view: View) -> Span | None:
    if len(plain) != 18 or HIDDEN.search(plain):
        return None
    with suppress(Refused):
        code = uscc(plain)
        return _known(at, MentionKind.CREDIT_CODE, code, view.number("Unit", code)) if code else None
    return None


def _telephone(text: str, at: Range, plain: str, view: View) -> Span | None:
    mobile = _MOBILE.fullmatch(plain)
    if mobile:
        return _phone(*at, mobile[1], view)
    run = text[at[0] : at[1]].replace(" ", "-")
    abroad = _ABROAD.fullmatch(plain)
    if abroad and (plain.startswith("+") or has_cue(PHONE_CUE, text, at[0])):
        return _phone(*at, f"+{abroad[1]}{abroad[2]}", view)
    if _AREA_SERVICE.fullmatch(run) and has_cue(PHONE_CUE, text, at[0]):
        return _phone(*at, run, view)
    return _extended(text, at, run, view) if _LAND.fullmatch(run) else None


def _extended(text: str, at: Range, number: str, view: View) -> Span | None:
    """Return the phone with the line within the house that is told after it (转801)."""
    extension = _EXTENSION.match(text, at[1])
    with suppress(Refused):
        whole = phone(number + (extension[0] if extension else ""))
        return _phone(at[0], extension.end() if extension else at[1], whole, view) if whole else None
    return None


def _phone(start: int, end: int, number: str, view: View) -> Span:
    return _known((start, end), MentionKind.PHONE, number, view.number("Phone", number), 0.95)


def _card(text: str, at: Range, plain: str, view: View) -> Span | None:
    if not _DIGITS.fullmatch(plain) or not 8 <= len(plain) <= 32:
        return None
    for label, kind in (("FuelCard", MentionKind.FUEL_CARD), ("Account", MentionKind.ACCOUNT)):
        entity = view.number(label, plain)
        if entity is not None:
            return _known(at, kind, plain, entity)
    if 16 <= len(plain) <= 19 and has_cue(FUEL_CUE, text, at[0]):
        return Span(*at, MentionKind.FUEL_CARD, plain, _STRENGTH, 0.85, Because.FORM_ONLY)
    is_card = 16 <= len(plain) <= 19 and plain.startswith("62") and luhn_check(plain)
    if is_card or has_cue(ACCOUNT_CUE, text, at[0]) or _is_paid_into(text, at, plain):
        because = Because.FORM_SOUND if is_card else Because.FORM_ONLY
        return Span(*at, MentionKind.ACCOUNT, plain, _STRENGTH, 0.95 if is_card else 0.8, because)
    return None


def _is_paid_into(text: str, at: Range, plain: str) -> bool:
    """Return whether words of money alone, without 账号 or 卡号, make an account of 16 to 19 digits."""
    is_long = 16 <= len(plain) <= 19 and not _BORN.fullmatch(plain)
    return is_long and has_cue(MONEY_CUE, text, at[0]) and not has_cue(OTHER_NUMBER, text, at[0])


def _short(text: str, at: Range, plain: str, view: View) -> Span | None:
    if not _DIGITS.fullmatch(plain) or len(plain) > 10 or _COUNTED.match(text, at[1]):
        return None
    is_called = has_cue(PHONE_CUE, text, at[0]) or _PHONE_AFTER.match(text, at[1]) is not None
    if not is_called:
        return None
    entity = view.number("Phone", plain)
    if entity is None:
        entity = view.local_phone(plain)
    if entity is not None:
        return _known(at, MentionKind.PHONE, view.lexicon.identifiers[entity], entity, 0.95)
    if PHONE_CUE.search(text, max(0, at[0] - 5), at[0]) and (len(plain) >= 5 or plain in _SERVICE):
        with suppress(Refused):
            number_read = phone(plain)
            return Span(*at, MentionKind.PHONE, number_read, _STRENGTH, 0.8, Because.FORM_ONLY) if number_read else None
    return None


def _known(at: Range, kind: MentionKind, number: str, entity: int | None, form: float = 0.97) -> Span:
    if entity is None:
        return Span(*at, kind, number, _STRENGTH, form, Because.FORM_SOUND)
    return Span(*at, kind, number, _STRENGTH, 0.99, Because.NUMBER_KNOWN, (entity,))
