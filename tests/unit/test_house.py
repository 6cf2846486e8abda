"""The page of the house names files and symbols that are there; a file without a folder lies in the folder named last."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.unit.tree import ROOT

_NAMED = re.compile(r"`([\w/.]+)`(?:\s+\(((?:`\w+`(?:, | and )?)+)\W)?")
_FILE = re.compile(r"\.(py|cypher|yaml|md)$")
_STARTS = ("", "loaders", "graph_service", "graph_service/api")


@dataclass(frozen=True)
class _Named:
    name: str
    place: Path | None  # none where there is no such file or folder
    symbols: tuple[str, ...]


def test_every_path_on_the_page_is_there() -> None:
    paths = [each for each in _all_named() if "/" in each.name]

    assert len(paths) > 100
    assert [each.name for each in paths if each.place is None] == []


def test_a_file_without_a_folder_lies_in_the_folder_that_was_named_last() -> None:
    bare = [each for each in _all_named() if "/" not in each.name]

    assert len(bare) > 50
    assert [each.name for each in bare if each.place is None] == []


def test_what_a_file_is_said_to_hold_is_defined_in_it() -> None:
    told = [(each, symbol) for each in _all_named() for symbol in each.symbols]

    assert len(told) > 15
    assert [(each.name, symbol) for each, symbol in told if not _defines(each.place, symbol)] == []


def _all_named() -> list[_Named]:
    """Return each file and folder that is named, row by row of the tables and block by block of the rest."""
    page = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
    blocks = (block.splitlines() if block.startswith("|") else [block] for block in page.split("\n\n"))
    return [each for texts in blocks for text in texts for each in _of_text(text)]


def _of_text(text: str) -> Iterator[_Named]:
    folder: Path | None = None
    for match in _NAMED.finditer(text):
        name, symbols = match[1], tuple(re.findall(r"\w+", match[2] or ""))
        if "RULE" in name or not ("/" in name or _FILE.search(name)):
            continue
        starts = [ROOT / start for start in _STARTS] if "/" in name else [folder] if folder else []
        place = next((start / name for start in starts if (start / name).exists()), None)
        yield _Named(name, place, symbols)
        if "/" in name and place:
            folder = place if place.is_dir() else place.parent


def _defines(place: Path | None, symbol: str) -> bool:
    if place is None or not place.is_file():
        return False
    return (
        re.search(rf"^\s*(?:(?:async )?def |class ){symbol}\b", place.read_text(encoding="utf-8"), re.MULTILINE)
        is not None
    )
