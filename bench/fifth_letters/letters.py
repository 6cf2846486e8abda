"""What was written: the rows to append to the exports of a city, and the truth that comes with them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Letter:
    """A row of an export: its file, and its cells by column, nested as the file nests them."""

    file: str
    cells: dict[str, Any]


def read_letters() -> list[Letter]:
    """Return the rows in the order in which they are appended."""
    lines = (_HERE / "letters.jsonl").read_text(encoding="utf-8").splitlines()
    return [Letter(**json.loads(line)) for line in lines]


def read_added() -> dict[str, Any]:
    """Return the truth that the letters add: pairs, near misses, matters and models, and the city they stand on."""
    added: dict[str, Any] = json.loads((_HERE / "truth.json").read_text(encoding="utf-8"))
    return added
