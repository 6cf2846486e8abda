"""One slip of the pen: a sign too few, too many, another one, or two that changed places.

In words a digit is never the slip: 10号 and 16号 are two houses. A number is compared whole.
"""

import re
from itertools import combinations, pairwise

from graph_service.search.keys import BEGIN, END, GRAM, spaced

_QUARTERS = 4
_WHOLE_ONLY = 3  # of so few signs a slip is looked for in whole values alone: a part of two signs is in very many


def slip_phrases(sought: str) -> list[str]:
    """Return phrases of tokens of which every value one slip away has one; ~1 where a sign may stand between.

    Whichever sign the slip is at, the others stand there in their order, with at most one gap.
    """
    first, last = ([BEGIN], [END]) if _is_whole(sought) else ([], [])
    without = (sought[:at] + sought[at + 1 :] for at in _open_places(sought))
    # The whole with a gap is what was typed with a sign too few.
    phrases = [f"{' '.join([*first, *others, *last])}~1" for others in (sought, *without)]
    phrases += [" ".join([*first, spaced(each), *last]) for each in _swapped(sought)]
    return list(dict.fromkeys(phrases))


def slip_sets(sought: str) -> list[list[str]]:
    """Return sets of phrases of a long row of digits; a whole value one slip away has all phrases of one set.

    It has three of its four quarters, or two signs that changed places where two of these meet. Phrases without gaps cost a
    fraction of those of `slip_phrases` where nearly every value has the digits.
    """
    cuts = [len(sought) * part // _QUARTERS for part in range(_QUARTERS + 1)]
    quarters = [spaced(sought[start:end]) for start, end in pairwise(cuts)]
    quarters = [f"{BEGIN} {quarters[0]}", *quarters[1:-1], f"{quarters[-1]} {END}"]
    swapped = [_swapped_at(sought, cut - 1) for cut in cuts[1:-1]]
    return [
        *(list(three) for three in combinations(quarters, _QUARTERS - 1)),
        *([f"{BEGIN} {spaced(each)} {END}"] for each in swapped),
    ]


def slip_pieces(sought: str) -> list[str]:
    """Return the two halves of a long number, one of which is right wherever the slip is; none of a short one."""
    if not sought.isascii() or len(sought) < 2 * GRAM:
        return []
    middle = len(sought) // 2
    return [sought[:middle], sought[middle:]]


def slip_pattern(sought: str, between: str = "") -> str:
    """Return the pattern of what is one slip away from the signs: of a key where signs stand between blanks, else of a value."""
    any_sign = (f"[^<> ]{between}" if between else ".") if sought.isascii() else rf"[^<> \d]{between}"
    parts = [f"{re.escape(sign)}{re.escape(between)}" for sign in sought]
    ways = ["".join([*parts[:at], any_sign, *parts[at:]]) for at in range(len(parts) + 1)]
    ways += ["".join([*parts[:at], f"(?:{any_sign})?", *parts[at + 1 :]]) for at in _open_places(sought)]
    ways += ["".join(f"{re.escape(sign)}{re.escape(between)}" for sign in each) for each in _swapped(sought)]
    either = f"(?:{'|'.join(ways)})"
    if not between:
        return f"(?i){either}"
    return f".*{BEGIN} {either}{END}.*" if _is_whole(sought) else f".*{either}.*"


def _is_whole(sought: str) -> bool:
    return len(sought) <= _WHOLE_ONLY or sought.isascii()


def _open_places(sought: str) -> list[int]:
    return [at for at, sign in enumerate(sought) if sought.isascii() or not sign.isdecimal()]


def _swapped(sought: str) -> list[str]:
    places = [at for at in range(len(sought) - 1) if {at, at + 1} <= set(_open_places(sought))]
    return [_swapped_at(sought, at) for at in places]


def _swapped_at(sought: str, at: int) -> str:
    return sought[:at] + sought[at + 1] + sought[at] + sought[at + 2 :]
