"""The words of an exported pack in one language: its own (`words.yaml`), and those of the vocabularies."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from schema import vocabulary

LANGUAGES = ("zh", "en")
_FILE = Path(__file__).with_name("words.yaml")
_CHINESE = re.compile(r"[㐀-鿿]")


@cache
def _words() -> dict[str, list[str]]:
    read: dict[str, list[str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return read


@dataclass(frozen=True)
class Words:
    """What is said in one language, `zh` or `en`."""

    language: str

    def __call__(self, key: str) -> str:
        """Return a word of the catalogue; refuse one that it does not have."""
        return _words()[key][LANGUAGES.index(self.language)]

    def term(self, terms: str, value: str | None) -> str:
        """Return a value of a vocabulary in words, nothing where there is none."""
        if value is None:
            return ""
        if self.language == "zh":
            return str(getattr(vocabulary, terms)[value].label)
        return value.lower().replace("_", " ")

    def half(self, both: str) -> str:
        """Return the half of a text that is in both languages, English first, Chinese from its first sign on."""
        found = _CHINESE.search(both)
        at = found.start() if found else len(both)
        return (both[at:] if self.language == "zh" else both[:at]).strip()

    def truth(self, value: Any) -> str:
        """Return yes or no."""
        return self("is_so" if value else "is_not")
