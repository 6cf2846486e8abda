"""Statements of every kind of problem, written by hand in the ways in which people say it, in `statements/`.

A file is a portion, written in one way. A key is a kind (NONE: no kind), with "not" the kind that it lies beside; a line holds
statements with " | " between them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from graph_service.mentions.text.folded import fold_text
from schema.vocabulary import Problem

STATEMENTS = Path(__file__).with_name("statements")
BETWEEN = "between"  # the portion of those that lie between two kinds


@dataclass(frozen=True)
class Statement:
    """One statement, folded, with the kind that it tells and the portion that it was written in."""

    portion: str
    kind: Problem | None
    text: str


def read_statements() -> Iterator[Statement]:
    """Yield the statements, portion by portion."""
    for path in sorted(STATEMENTS.glob("*.yaml")):
        for key, lines in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            code = key.partition(", not ")[0]
            kind = None if code == "NONE" else Problem[code]
            for text in lines.replace("\n", " | ").split(" | "):
                if text.strip():
                    yield Statement(path.stem, kind, fold_text(text.strip()).text)
