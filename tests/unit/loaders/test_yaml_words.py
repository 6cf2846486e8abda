"""Words of a declaration come through as they are written, and what YAML cannot read is told with its line."""

import datetime as dt
from pathlib import Path

import pytest

from graph_service.errors import BadInput
from loaders.declare.document import read_document
from loaders.declare.source_file import read_source
from tests.loading import CLUES

_WORDS = (
    "FALSE_EXPENDITURE", "TRUE_COPY", "TrueNorth", "trueish", "falsework", "False2", "NO_TENDER", "ON_SITE", "OFF_BUDGET",
    "YES_MEN", "NULL_BID", "nullified", "no", "Yes", "on", "N", "=", "010", "1_000", "0x1F", "0o17", "1:30", "1:30.5", "1_0.5",
    "1e5", "2024-1", "真", "是",
)  # fmt: skip


@pytest.mark.parametrize("word", _WORDS)
def test_a_word_is_a_word_as_value_as_name_and_in_a_list(tmp_path: Path, word: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"a: {word}\nb: [{word}, x]\nc: {{{word}: 1}}\n", encoding="utf-8")

    assert read_document(path) == {"a": word, "b": [word, "x"], "c": {word: 1}}


def test_plain_values_keep_their_kinds(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: [true, FALSE, 7, -0.5, 2024-03-01, ~, null]\n", encoding="utf-8")

    assert read_document(path)["a"] == [True, False, 7, -0.5, dt.date(2024, 3, 1), None, None]


def test_a_term_that_begins_with_a_truth_value_is_mapped_to(tmp_path: Path) -> None:
    path = tmp_path / "clues.yaml"
    path.write_text(
        CLUES.replace("title: 标题", "title: 标题, problem: {column: 问题, map: {套取: FALSE_EXPENDITURE}}"),
        encoding="utf-8",
    )

    assert read_source(path).nodes["clue"].fields["problem"].map == {"套取": "FALSE_EXPENDITURE"}


@pytest.mark.parametrize("text", ["2023-02-30", "!!bool maybe", "!!int many", "!!float much", "!!timestamp soon"])
def test_what_cannot_be_read_is_refused_with_its_line_and_not_repeated(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"name: a\nb:\n  - {text}\n", encoding="utf-8")

    with pytest.raises(BadInput) as caught:
        read_document(path)

    assert caught.value.where == f"{path}, line 3"
    assert text.split()[-1] not in caught.value.what
