"""The Cypher of the bench: files in `bench/queries`, one question each."""

from functools import cache
from pathlib import Path

QUERIES = Path(__file__).with_name("queries")


@cache
def cypher(name: str, **stand_ins: str) -> str:
    """Return the text of a query of the bench, labels and types put in the place of their stand-ins."""
    text = (QUERIES / f"{name}.cypher").read_text(encoding="utf-8")
    for stand_in, word in stand_ins.items():
        text = text.replace(f"{stand_in.upper()}_", word)
    return text
