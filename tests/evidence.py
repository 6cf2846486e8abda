"""Tables of the docs whose rows name the tests that hold them: `folder/file.py`, or `folder/file.py::test`, below `tests`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

_TESTS = Path(__file__).parent
DOCS = _TESTS.parent / "docs"
Row = Mapping[str, Any]


def table(name: str) -> dict[int, dict[str, Any]]:
    """Return the rows of a table by their numbers."""
    return dict(yaml.safe_load((_TESTS / "data" / f"{name}.yaml").read_text(encoding="utf-8")))


def named(places: Iterable[str]) -> str:
    """Return the tests as a cell of a table in Markdown."""
    return "<br>".join(f"`{place.replace('::', '` `')}`" for place in places)


def absent(rows: Iterable[Row]) -> Iterator[str]:
    """Return the tests that rows name and that are not there."""
    for each in rows:
        for place in (*each["held"], *each.get("shown", [])):
            file, _, test = place.partition("::")
            path = _TESTS / file
            if not path.exists() or (test and not re.search(rf"def {test}\(", path.read_text(encoding="utf-8"))):
                yield place
