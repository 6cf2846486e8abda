"""One small city for all tests of the generator."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
import pytest

from loaders.city.making import TRUTH, make_city
from loaders.declare.parts import SourceReading
from loaders.declare.source import Source
from loaders.declare.source_file import read_source
from loaders.readers import open_inputs
from loaders.readers.sealing import Item

SOURCES = Path(__file__).parents[3] / "loaders" / "sources" / "city"


@dataclass(frozen=True)
class WrittenCity:
    """A written city with its truth and its declared sources."""

    folder: Path
    truth: dict[str, Any]
    sources: dict[str, Source]
    _read: dict[str, list[tuple[tuple[str, ...], list[Item]]]] = field(default_factory=dict)

    def inputs(self, name: str) -> list[tuple[tuple[str, ...], list[Item]]]:
        """Return the columns and rows of each input of a source as the loader's readers see them, read once."""
        if name not in self._read:
            opened = open_inputs(SourceReading.of(self.sources[name]), self.folder)
            self._read[name] = [(each.columns, list(each.rows())) for each in opened]
        return self._read[name]

    def rows(self, name: str) -> list[dict[str, Any]]:
        """Return the rows of a source that could be read, by their columns."""
        return [
            dict(zip(columns, row[1], strict=True))
            for columns, rows in self.inputs(name)
            for row in rows
            if isinstance(row, tuple)
        ]

    def story(self, number: str) -> dict[str, Any]:
        """Return a story of the truth."""
        found: dict[str, Any] = next(story for story in self.truth["stories"] if story["id"] == number)
        return found


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> WrittenCity:
    folder = tmp_path_factory.mktemp("city")
    make_city("small", 7, folder)
    sources = [read_source(path) for path in sorted(SOURCES.glob("*.yaml"))]
    return WrittenCity(folder, orjson.loads((folder / TRUTH).read_bytes()), {source.name: source for source in sources})
