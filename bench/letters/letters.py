"""What was written: the rows to append to the exports of a city, and the truth that comes with them.

Each set of letters is a folder: `fifth` on other_city/one, `sixth` on other_city/two, both by writers who knew nothing of this project.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


class Letters(StrEnum):
    """A set of letters: the folder that holds it."""

    FIFTH = "fifth"
    SIXTH = "sixth"


@dataclass(frozen=True)
class Letter:
    """A row of an export: its file, and its cells by column, nested as the file nests them."""

    file: str
    cells: dict[str, Any]


def read_letters(letters: Letters) -> list[Letter]:
    """Return the rows in the order in which they are appended."""
    lines = (_HERE / letters / "letters.jsonl").read_text(encoding="utf-8").splitlines()
    return [Letter(**json.loads(line)) for line in lines]


def read_added(letters: Letters) -> dict[str, Any]:
    """Return the truth that the letters add: pairs, near misses, matters and models, and the city they stand on."""
    added: dict[str, Any] = json.loads((_HERE / letters / "truth.json").read_text(encoding="utf-8"))
    return added
