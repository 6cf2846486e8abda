"""Surnames at a place of a text; the compound ones are in `schema.identifiers`."""

from graph_service.mentions.lexicon.vocabulary import read_words
from schema.identifiers import COMPOUND_SURNAMES

_SINGLE = frozenset("".join(read_words("surnames")))


def surname_size(text: str, at: int) -> int:
    """Return how many signs of a surname stand at this place of a folded text, 0 if none."""
    if text[at : at + 2] in COMPOUND_SURNAMES:
        return 2
    return 1 if text[at : at + 1] in _SINGLE else 0
