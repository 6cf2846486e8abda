"""One slip of the pen: a sign too few, too many, another one, or two that changed places.

In words a digit is never the slip: 10号 and 16号 are two houses. A number is compared whole, a plate with its province and its last
character too.
"""

import re
from functools import lru_cache

from graph_service.search.keys import BEGIN, END
from schema.identifiers.fold import fold
from schema.identifiers.plates import ENDS, PROVINCES

_PIECES = 6  # with more, fewer things are looked at in vain, and the index has more to compare
_WHOLE_ONLY = 3  # of so few signs a slip is looked for in whole values alone: a part of two signs is in very many
_HAN = r"[^\x00-\x7f]"
_CODE = re.compile(
    rf"(?=(?:.*\d){{2}})(?:{_HAN}(?=.*[a-z]|\d{{5}})[a-z0-9]{{4,}}|[a-z]*[{PROVINCES}]?[a-z0-9]{{4,}})(?:{'|'.join(ENDS)})?"
    rf"|(?=(?:.*\d){{10}})[a-z0-9]+{_HAN}[a-z0-9]+"  # one strange sign in a long number
)
# What is counted, house or document, has another digit where it is another one: 〔2023〕12号.
_COUNTED = re.compile(r"[〔\[(【［（]\d{4}[〕\])】］）]|(?<![a-z0-9.-])\d{1,4}\s?[号號]")


def is_number(sought: str) -> bool:
    """Return whether signs are a number, code or plate, in which a digit may be the slip (plates: GA 36)."""
    return sought.isascii() or bool(_CODE.fullmatch(sought))


def is_counted(text: str) -> bool:
    """Return whether a text counts houses or documents, so that no digit of it may be the slip."""
    return bool(_COUNTED.search(fold(text)))


def slip_sets(sought: str, least: int = 1) -> list[list[str]]:
    """Return sets of stretches of signs, of which whatever is one slip away from the signs has all of one set.

    The slip is in one of several pieces, of so many signs at least, and what stands before and behind it is right; or two signs
    changed places where two pieces meet. Stretches without gaps cost a fraction of those in which one sign may differ.
    """
    count = min(_PIECES, len(sought) // least)
    cuts = [len(sought) * part // count for part in range(count + 1)]
    first, last = (BEGIN, END) if _is_whole(sought) else ("", "")
    before = [f"{first}{sought[:cut]}" if cut else "" for cut in cuts]
    behind = [f"{sought[cut:]}{last}" if cut < len(sought) else "" for cut in cuts]
    around = [[each for each in (before[at], behind[at + 1]) if each] for at in range(count)]
    opened = set(_open_places(sought))
    swapped = [[f"{first}{_swapped_at(sought, cut - 1)}{last}"] for cut in cuts[1:-1] if {cut - 1, cut} <= opened]
    return [*around, *swapped]


@lru_cache(maxsize=1 << 10)
def slip_pattern(sought: str, between: str = "") -> str:
    """Return the pattern of what is one slip away from the signs: of a key where signs stand between blanks, else of a value."""
    any_sign = (f"[^<> ]{between}" if between else ".") if is_number(sought) else rf"[^<> \d]{between}"
    parts = [f"{re.escape(sign)}{re.escape(between)}" for sign in sought]
    ways = ["".join([*parts[:at], any_sign, *parts[at:]]) for at in range(len(parts) + 1)]
    ways += ["".join([*parts[:at], f"(?:{any_sign})?", *parts[at + 1 :]]) for at in _open_places(sought)]
    ways += ["".join(f"{re.escape(sign)}{re.escape(between)}" for sign in each) for each in _swapped(sought)]
    either = f"(?:{'|'.join(ways)})"
    if not between:
        return f"(?i){either}"
    return f".*{BEGIN} {either}{END}.*" if _is_whole(sought) else f".*{either}.*"


def _is_whole(sought: str) -> bool:
    return len(sought) <= _WHOLE_ONLY or is_number(sought)


def _open_places(sought: str) -> list[int]:
    is_open = is_number(sought)
    return [at for at, sign in enumerate(sought) if is_open or not sign.isdecimal()]


def _swapped(sought: str) -> list[str]:
    opened = set(_open_places(sought))
    return [_swapped_at(sought, at) for at in range(len(sought) - 1) if {at, at + 1} <= opened]


def _swapped_at(sought: str, at: int) -> str:
    return sought[:at] + sought[at + 1] + sought[at] + sought[at + 2 :]
