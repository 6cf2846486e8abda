"""Masked numbers: patterns that say which numbers they can stand for."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from schema.identifiers.absent import absent
from schema.identifiers.characters import compact
from schema.identifiers.refused import Refused
from schema.identifiers.remembered import remembered

Normaliser = Callable[[object], object | None]
MASK = "*"
_MARKS = str.maketrans({mark: MASK for mark in "×✕•●○□■◆_?#¤"})
# An X can only be a check character in the last place; anywhere else it hides a digit.
_INNER_X = re.compile(r"X(?=.)")
_RUN = re.compile(r"([0-9]*)\*+([0-9]*X?)")

# With fewer places shown a pattern fits nearly everybody.
_FEWEST_SHOWN = 3

_OPEN = (
    "is not masked; load the column as the plain number, or as mask_of_id or mask_of_phone if it holds both",
    "不是掩码号码，请按普通号码装载；若一列兼有两种，请声明为mask_of_id或mask_of_phone",
)


@dataclass(frozen=True, slots=True)
class _Shape:
    value_class: str
    length: int
    pattern: re.Pattern[str]
    reason: tuple[str, str]


_ID = _Shape(
    "masked_id",
    18,
    re.compile(r"[1-9*][0-9*]{16}[0-9X*]"),
    ("is not a masked resident id such as 3605**********0016", "不是形如3605**********0016的掩码身份号码"),
)
_PHONE = _Shape(
    "masked_phone",
    11,
    re.compile(r"1[3-9*][0-9*]{9}"),
    ("is not a masked mobile number such as 138****1234", "不是形如138****1234的掩码手机号码"),
)


def _marked(text: str) -> str:
    return _INNER_X.sub(MASK, text.upper().translate(_MARKS))


def is_masked(text: str) -> bool:
    """Returns whether a compact number hides some of its places."""
    marked = _marked(text)
    return MASK in marked and not marked.strip("0123456789X*")


def _pattern(value: str, shape: _Shape) -> str | None:
    if absent(value):
        return None
    text = _marked(compact(value, shape.value_class).removeprefix("+86").replace("-", ""))
    if MASK not in text:
        raise Refused(*(_OPEN if text.rstrip("X").isdigit() else shape.reason), shape.value_class)
    run = _RUN.fullmatch(text)
    # Some exports shorten the run of marks; what is shown at both ends still has its place.
    if run and len(text) < shape.length:
        text = run[1].ljust(shape.length - len(run[2]), MASK) + run[2]
    if not shape.pattern.fullmatch(text) or len(text.replace(MASK, "")) < _FEWEST_SHOWN:
        raise Refused(*shape.reason, shape.value_class)
    return text


@remembered
def _masked_id(value: str) -> str | None:
    return _pattern(value, _ID)


@remembered
def _masked_phone(value: str) -> str | None:
    return _pattern(value, _PHONE)


def _has_mark(value: object, value_class: str) -> bool:
    return (
        isinstance(value, str)
        and not absent(value)
        and is_masked(compact(value, value_class).removeprefix("+86").replace("-", ""))
    )


def whole_or_none(whole: Normaliser, value_class: str) -> Normaliser:
    """Returns the normaliser of a column that holds whole and masked numbers in one: masked ones fill nothing here."""

    def read(value: object) -> object | None:
        return None if _has_mark(value, value_class) else whole(value)

    read.__doc__ = f"Returns the number where a column has it whole, as {value_class} does; None when absent or masked."
    return read


def mask_or_none(masked: Normaliser, value_class: str) -> Normaliser:
    """Returns the other half: it fills something where the number is masked and nothing where it is whole."""

    def read(value: object) -> object | None:
        return masked(value) if _has_mark(value, value_class) else None

    read.__doc__ = (
        f"Returns the pattern where a column has the number masked, as {value_class} does; None when absent or whole."
    )
    return read


def masked_id(value: object) -> str | None:
    """Returns a masked resident id as 18 places with * for the hidden ones; None when absent."""
    if isinstance(value, str):
        return _masked_id(value)
    if value is None:
        return None
    raise Refused(*_OPEN, "masked_id")


def masked_phone(value: object) -> str | None:
    """Returns a masked mobile number as 11 places with * for the hidden ones; None when absent."""
    if isinstance(value, str):
        return _masked_phone(value)
    if value is None:
        return None
    raise Refused(*_OPEN, "masked_phone")


def mask_fits(pattern: str, number: str) -> bool:
    """Returns whether a number, or another pattern, can be what the pattern hides: compatible, not the same."""
    return len(pattern) == len(number) and all(
        shown == other or MASK in (shown, other) for shown, other in zip(pattern, number, strict=True)
    )
