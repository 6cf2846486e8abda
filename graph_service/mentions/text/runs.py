"""Runs of signs as numbers of places, in which they are counted."""

from zlib import crc32

RUN = 3  # signs that are compared together: a word and the beginning of the next
WORD = 2  # signs of most words: what is told again in other sentences has these in common
PLACES = 1 << 18


def place_of(signs: str) -> int:
    """Return the place of a run; two runs seldom have one, and always the same."""
    return crc32(signs.encode()) % PLACES


def places_in(signs: str, size: int) -> list[int]:
    """Return the places of all runs of this size in signs that stand together."""
    return [place_of(signs[at : at + size]) for at in range(len(signs) - size + 1)]
