"""The lists of words in `words.yaml`."""

from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("words.yaml")


@cache
def _lists() -> dict[str, str]:
    lists: dict[str, str] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return lists


def read_words(name: str) -> tuple[str, ...]:
    """Return the words of one list in their order."""
    return tuple(_lists()[name].split())
