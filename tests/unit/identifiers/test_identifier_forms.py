"""docs/normalisers.md: each normaliser with the forms that it accepts and refuses, as a run of it tells."""

import inspect
import os
from datetime import date, datetime
from pathlib import Path

import pytest
import yaml

from schema.identifiers import Refused
from schema.identifiers.registry import NORMALISERS
from tests.unit.tree import ROOT

_PAGE = ROOT / "docs" / "normalisers.md"
_WRITES = "LEADLINK_TEST_WRITE_NORMALISERS"
_FORMS: dict[str, list[object]] = yaml.safe_load((Path(__file__).parent / "forms.yaml").read_text(encoding="utf-8"))
_HEAD = """# Normalisers

What `as:` in the declaration of a source can name, with forms that it accepts and refuses. Every line was given by a run of
the normaliser; a test compares this page with the run, and `LEADLINK_TEST_WRITE_NORMALISERS=1` writes it anew. Money is in fen.
A refused cell rejects its row, with this reason beside it in English and Chinese.
"""


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, date | datetime):
        return f"`{value.isoformat(' ') if isinstance(value, datetime) else value.isoformat()}`"
    text = "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in str(value))
    return f"`{text}`" + (" (a number)" if isinstance(value, int | float) and not isinstance(value, bool) else "")


def _section(name: str, values: list[object]) -> str:
    accepted, refused = [], []
    for value in values:
        try:
            accepted.append(f"| {_shown(value)} | {_shown(NORMALISERS[name](value))} |")
        except Refused as no:
            refused.append(f"| {_shown(value)} | {no.reason_en} | {no.reason_zh} |")
    said = inspect.getdoc(NORMALISERS[name]) or ""
    tables = [
        "| accepted | becomes |\n|---|---|",
        *accepted,
        "",
        "| refused | reason | 原因 |\n|---|---|---|",
        *refused,
    ]
    assert accepted, f"{name} accepts none of its forms"
    assert refused, f"{name} refuses none of its forms"
    return f"\n## {name}\n\n{said.partition(chr(10))[0]}\n\n" + "\n".join(tables) + "\n"


def test_the_page_tells_what_each_normaliser_does() -> None:
    assert set(_FORMS) == set(NORMALISERS)

    page = _HEAD + "".join(_section(name, values) for name, values in _FORMS.items())

    if os.environ.get(_WRITES):
        _PAGE.write_text(page, encoding="utf-8")
        pytest.skip(f"{_PAGE.name} is written anew")
    assert _PAGE.read_text(encoding="utf-8") == page, f"write it anew with {_WRITES}=1"
