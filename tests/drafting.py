"""Small files in many habits, their drafts, and what their rows state by a draft as it stands."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from graph_service.rights.audiences import Audiences
from loaders.declare.parts import SourceMapping, SourceReading
from loaders.declare.source_file import read_source
from loaders.drafting.session import draft_all
from loaders.mapping.context import MappingContext
from loaders.mapping.lookups import Lookups
from loaders.mapping.row_mapping import compile_mapping
from loaders.readers import open_inputs
from schema.identifiers import ric_check, uscc_check

_GIVEN = ("建国", "志强", "桂芳", "秀兰", "海涛", "小明", "丽华", "文博")
NAMES = [family + given for family in "赵钱孙李周吴郑王冯陈" for given in _GIVEN]
PEOPLE = [body + ric_check(body) for body in (f"3605021980{n % 12 + 1:02}{n % 28 + 1:02}{n:03}" for n in range(100))]
FIRMS = [body + uscc_check(body) for body in (f"91360502MA{n:07d}" for n in range(40))]
ACCOUNTS = [f"6222021502{n:09}" for n in range(60)]


def csv_file(path: Path, head: str, rows: Iterable[str], encoding: str = "utf-8") -> Path:
    """Write a table and return its path."""
    path.write_text("\n".join([head, *rows]) + "\n", encoding=encoding)
    return path


def drafts_of(files: list[Path], *kinds: str) -> dict[str, dict[str, Any]]:
    """Draft the files and return what the drafts say, by the names of their sources."""
    made = draft_all(files, files[0].parent / "drafts", kinds, True)
    made.require_all()
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path, _ in made.written}


def stated_by(folder: Path, name: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the nodes that the rows state by the draft as it stands; no row may be refused."""
    source = read_source(folder / "drafts" / f"{name}.yaml")
    (opened,) = open_inputs(SourceReading.of(source), folder)
    context = MappingContext(b"k" * 43, Audiences({}), Lookups())
    map_row = compile_mapping(SourceMapping.of(source), opened.columns, context)
    rows = list(opened.rows())
    assert all(isinstance(row, tuple) for row in rows)
    return [(label, said.values) for number, cells in rows for label, said in map_row(number, cells).nodes]  # type: ignore[misc]
