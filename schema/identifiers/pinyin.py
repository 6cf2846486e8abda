"""Toneless pinyin of names, with the surname read as a surname."""

import re

from schema.identifiers.fold import fold
from schema.identifiers.remembered import remembered
from schema.identifiers.surnames import split_name, surname_readings

UNKNOWN_SYLLABLE = "?"
# Characters of names that the pinyin table lacks, by one that reads the same.
_UNLISTED = str.maketrans("𠮷", "吉")
_HAN_NAME = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af].*", re.DOTALL)
# Latin words, or one sign: a character without a reading, or what old systems put in place of one they lack.
_WORD = re.compile(r"[a-z0-9]+|[?*□■×\ufffd\ue000-\uf8ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")


def _unread(run: str) -> str:
    words = _WORD.findall(run)
    return " ".join(word if word.isascii() and word.isalnum() else UNKNOWN_SYLLABLE for word in words)


def _syllables(text: str) -> str:
    # Loaded at first use: its dictionaries take a third of a second, and most commands need none.
    from pypinyin import lazy_pinyin

    runs = lazy_pinyin(text.translate(_UNLISTED), errors=_unread)
    return " ".join(run for run in runs if run)


@remembered
def pinyin_keys(name: str) -> tuple[str, ...]:
    """Returns the toneless syllables of a name, for each reading of its surname, the usual first; ? is an unknown sign."""
    folded = fold(name)
    if not _HAN_NAME.fullmatch(folded):
        return (_syllables(folded),)
    surname, given = split_name(folded)
    rest = _syllables(given)
    readings = surname_readings(surname) or (_syllables(surname),)
    return tuple(f"{reading} {rest}".strip() for reading in readings)


_MERGED = re.compile(r"\b(?:([zsc])h|(n)(?=[aeiouv])|(f)(?=[aeiou]))|(?<=in)g\b")


@remembered
def sound_keys(name: str) -> frozenset[str]:
    """Returns the syllables as a hearer may confuse them: zh and z, sh and s, ch and c, n and l, f and h, in and ing are one."""
    return frozenset(_MERGED.sub(_merged, key) for key in pinyin_keys(name))


def _merged(found: re.Match[str]) -> str:
    return found[1] or (found[2] and "l") or (found[3] and "h") or ""
