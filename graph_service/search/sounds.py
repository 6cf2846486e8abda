"""How names and words sound: toneless pinyin, for what is stored, for characters that are typed and for letters that are typed."""

import re
from functools import cache, lru_cache

from graph_service.search.normal import signs
from schema.identifiers.pinyin import UNKNOWN_SYLLABLE, pinyin_keys

HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]+")
_LONGEST_NAME = 4  # characters up to which a text can be a person's, whose surname may read otherwise than the word
_MOST_CUTS = 12
_LONGEST_SYLLABLE = 6
_LETTERS = re.compile(r"[a-zv]+")


@lru_cache(maxsize=1 << 15)
def readings(value: str) -> tuple[str, ...]:
    """Return the readings of a value that holds Chinese, syllables between blanks: as a word, and as a name where it can be one."""
    text = signs(value)
    if not HAN.search(text):
        return ()
    found = [_read(text)]
    if len(text) <= _LONGEST_NAME:
        found += pinyin_keys(text)
    return tuple(dict.fromkeys(each for each in found if each and UNKNOWN_SYLLABLE not in each))


def initials(reading: str) -> str:
    """Return the first letters of the syllables of a reading."""
    return "".join(syllable[0] for syllable in reading.split())


def typed_syllables(letters: str) -> list[str]:
    """Return the ways in which letters can be cut into syllables, longest syllables first; none where they cannot."""
    plain = letters.casefold().replace("ü", "v")
    if not _LETTERS.fullmatch(plain):
        return []
    found: list[str] = []
    _cut(plain, (), found)
    return found


def _cut(rest: str, before: tuple[str, ...], found: list[str]) -> None:
    if len(found) >= _MOST_CUTS:
        return
    if not rest:
        found.append(" ".join(before))
        return
    for length in range(min(_LONGEST_SYLLABLE, len(rest)), 0, -1):
        if rest[:length] in syllables():
            _cut(rest[length:], (*before, rest[:length]), found)


@cache
def syllables() -> frozenset[str]:
    """Return every toneless syllable of pinyin."""
    from pypinyin import lazy_pinyin
    from pypinyin.constants import PINYIN_DICT

    return frozenset(lazy_pinyin(chr(code))[0] for code in PINYIN_DICT if code < 0x10000)


def _read(text: str) -> str:
    from pypinyin import lazy_pinyin

    # What is no Chinese comes sign by sign, so that 3 and A stand where they are spoken.
    return " ".join(lazy_pinyin(text, errors=" ".join))
