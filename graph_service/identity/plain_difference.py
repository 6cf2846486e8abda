"""When two names under one number are plainly two people's: another surname and another given name, both shown.

One number with two writings is the rule: traditional signs, homophones, lost signs, masks, titles, a changed given name or
a changed surname all leave one of the two. Only where neither is left, the number is on the wrong row.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from graph_service.identity.names import HIDDEN
from graph_service.mentions.lexicon.titles import ADDRESS, POSTS, ROLES
from schema.identifiers.name_fold import variant_name
from schema.identifiers.person_name import DOTS
from schema.identifiers.pinyin import UNKNOWN_SYLLABLE, pinyin_keys
from schema.identifiers.remembered import remembered
from schema.identifiers.surnames import split_name

_LONGEST_HAN = 4  # signs of a name that has a surname and a given name; longer ones are written by their sound
_ADDRESSED = ("先生", "女士", "同志", "小姐", "师傅")
_FAMILIAR = "老小阿"  # 老张: the surname comes second
_HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]+")


@dataclass(frozen=True)
class _Shown:
    """What a name shows: its signs, those of the surname and of the given name, and how they sound."""

    surname: str
    given: str
    of_surname: frozenset[str]  # each way the surname is read
    of_given: tuple[str, ...]  # one syllable for each sign
    is_transcribed: bool

    @property
    def signs(self) -> str:
        """Return surname and given name."""
        return self.surname + self.given


def differ_plainly(one: str, other: str) -> bool:
    """Return whether two names share neither surname nor given name, by sign or by sound, as far as they are shown."""
    first, second = _shown(one), _shown(other)
    if first is None or second is None:
        return False
    if first.is_transcribed or second.is_transcribed:
        return not (set(first.signs) & set(second.signs) or _syllables(first) & _syllables(second))
    if _is_within(first.signs, second.signs) or sorted(first.signs) == sorted(second.signs):
        return False
    return not (_same_surname(first, second) or _same_given(first, second))


def all_differ(some: Iterable[str], others: Iterable[str]) -> bool:
    """Return whether there are names on both sides and each differs plainly from each of the other side."""
    pairs = [(one, other) for one in some for other in others]
    return bool(pairs) and all(differ_plainly(one, other) for one, other in pairs)


def shows_all(name: str) -> bool:
    """Return whether no sign of a name is hidden or lost, and surname and given name are both there."""
    shown = _shown(name)
    return shown is not None and bool(shown.given) and not HIDDEN.search(shown.signs)


@remembered
def _shown(name: str) -> _Shown | None:
    folded = variant_name(name)
    if not _HAN.fullmatch(HIDDEN.sub("", folded)):
        # Nothing is shown, or it is written in letters, or holds more than a name: nobody can tell.
        return None
    dotted = any(dot in name.strip() for dot in DOTS)
    surname, given = split_name(folded)
    if len(folded) == 2 and surname in _FAMILIAR:
        surname, given = given, ""
    given = _without_title(given)
    sounds = [key.split() for key in pinyin_keys(surname + given)]
    readings = frozenset(" ".join(sound[: len(surname)]) for sound in sounds)
    return _Shown(
        surname, given, readings, tuple(sounds[0][len(surname) :]), dotted or len(surname + given) > _LONGEST_HAN
    )


def _without_title(given: str) -> str:
    if given in ADDRESS:
        return ""
    return next((given.removesuffix(title) for title in _titles() if given.endswith(title)), given)


@cache
def _titles() -> tuple[str, ...]:
    words = {word for word in (*POSTS, *ROLES, *ADDRESS, *_ADDRESSED) if len(word) > 1}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _syllables(name: _Shown) -> set[str]:
    said = {syllable for reading in name.of_surname for syllable in reading.split()} | set(name.of_given)
    return said - {UNKNOWN_SYLLABLE}


def _is_within(one: str, other: str) -> bool:
    """Return whether the shorter is what is left of the longer when signs were lost, or a surname was put before it."""
    shorter, longer = sorted((one, other), key=len)
    rest = iter(longer)
    return all(sign in rest for sign in shorter)


def _same_surname(one: _Shown, other: _Shown) -> bool:
    if HIDDEN.search(one.surname + other.surname):
        return True
    return one.surname == other.surname or bool(one.of_surname & other.of_surname)


def _same_given(one: _Shown, other: _Shown) -> bool:
    if not HIDDEN.sub("", one.given) or not HIDDEN.sub("", other.given):
        return True
    if len(one.given) != len(other.given):
        return False
    both = zip(one.given, other.given, one.of_given, other.of_given, strict=False)
    return all(
        mine == yours or HIDDEN.match(mine) or HIDDEN.match(yours) or (sound == echo != UNKNOWN_SYLLABLE)
        for mine, yours, sound, echo in both
    )
