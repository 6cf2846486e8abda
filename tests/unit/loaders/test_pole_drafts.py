"""A crime graph as it is exported is drafted as it was when the drafts were mended, in under ten lines a file."""

import difflib
from pathlib import Path

from loaders.declare.source_file import read_sources
from loaders.drafting.session import draft_all
from tests.pole import POLE, pole

_MOST = 9  # lines of a file that somebody had to touch


def test_the_drafts_are_those_that_were_mended(tmp_path: Path) -> None:
    for name, text in pole().items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    made = draft_all(sorted(tmp_path.glob("*.csv")), tmp_path / "drafts", (), False).written

    drafts = {path.name: path.read_text(encoding="utf-8") for path, _ in made}
    assert drafts == {path.name: path.read_text(encoding="utf-8") for path in (POLE / "drafted").glob("*.yaml")}


def test_each_was_mended_in_under_ten_lines_and_most_in_none() -> None:
    changed = {path.name: _changed(path) for path in (POLE / "drafted").glob("*.yaml")}

    assert {name: number for name, number in changed.items() if number > _MOST} == {}
    assert sum(number == 0 for number in changed.values()) > len(changed) / 2
    assert len(read_sources(sorted((POLE / "mended").glob("*.yaml")))) == len(changed)


def _changed(path: Path) -> int:
    before, after = (each.read_text(encoding="utf-8").splitlines() for each in (path, POLE / "mended" / path.name))
    return sum(line[0] in "+-" for line in difflib.ndiff(before, after))
