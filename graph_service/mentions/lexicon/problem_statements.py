"""Statements of every kind of problem, written by hand in the ways in which people say it, in `statements/`.

A file is a portion, written in one way. A key is a kind (NONE: no kind), with "not" the kind that it lies beside; a line holds
statements with " | " between them. `statement_frames.yaml` has what stands around a statement in a text and tells nothing.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from graph_service.mentions.text.folded import fold_text
from schema.vocabulary import Problem

_FRAMES = Path(__file__).with_name("statement_frames.yaml")
STATEMENTS = Path(__file__).with_name("statements")
_TURN = 37  # frames on
BETWEEN = (
    "between",
    "everyday",
    "neutral",
)  # the portions of those that lie between two kinds, or between one and none


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
            for text in _parts(lines):
                yield Statement(path.stem, kind, text)


def statements_hash() -> str:
    """Return a hash of all statements and frames: the weights say from which they were learnt."""
    read = hashlib.sha256()
    for path in (*sorted(STATEMENTS.glob("*.yaml")), _FRAMES):
        read.update(path.read_bytes())
    return read.hexdigest()


def framed(statements: Iterable[Statement], turn: int = 0) -> Iterator[Statement]:
    """Yield every statement as it may stand in a text, each with the next frame before it or after it; other turns, other frames."""
    before, after = _frames()
    for at, one in enumerate(statements, turn * _TURN):
        first, last = before[at % len(before)], after[at % len(after)]
        text = (
            f"{first},{one.text},{last}"
            if at % 3 == 0
            else f"{first},{one.text}"
            if at % 3 == 1
            else f"{one.text},{last}"
        )
        yield Statement(one.portion, one.kind, text)


def bare_frames() -> Iterator[Statement]:
    """Yield what stands around statements for itself: it tells no kind."""
    for text in (*_frames()[0], *_frames()[1]):
        yield Statement(_FRAMES.stem, None, text)


def _frames() -> tuple[list[str], list[str]]:
    read = yaml.safe_load(_FRAMES.read_text(encoding="utf-8"))
    return _parts(read["before"]), _parts(read["after"])


def _parts(lines: str) -> list[str]:
    return [fold_text(text.strip()).text for text in lines.replace("\n", " | ").split(" | ") if text.strip()]
