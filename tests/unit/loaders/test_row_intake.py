"""The law of counting over whole inputs: rows in = merged + unchanged + rejected, and the same rows stand in any order."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph_service.errors import BadInput
from graph_service.rights.audiences import Audiences
from graph_service.vault.keys import VaultPlace
from graph_service.vault.store import Vault
from loaders.declare.source import Source
from loaders.load.row_intake import RowIntake
from loaders.mapping.disputes import Disputes
from loaders.mapping.lookups import Lookups
from loaders.mapping.row_book import MERGED, KeyRepeat, Winners
from loaders.mapping.statement import MappedRow
from loaders.readers import Opened
from loaders.readers.sealing import Item
from loaders.rejection import Reason, Rejection, Sealed

_COLUMNS = ("编号", "标题", "版本")
_SOURCE = Source.model_validate(
    yaml.safe_load("""
name: clues
title: Clues
holder: IT
classification: INTERNAL
readers: [IT]
read: {format: csv, files: clues.csv}
key: 编号
version: {column: 版本, as: integer}
nodes:
  clue: {kind: Clue, fields: {number: 编号, title: 标题}}
""")
)
UNREADABLE, SEALED = "unreadable", "sealed"
Line = (
    tuple[str, str, object] | str
)  # key, title and version of a row; or a line that cannot be read, or must not come in


@dataclass
class Input:
    """One input and what is known before it."""

    lines: Sequence[Line]
    chunk: int = 3
    earlier: dict[int, int] = field(default_factory=dict)
    winners: Winners = field(default_factory=Winners)
    source: Source = _SOURCE
    uid_key: bytes = b"k" * 43
    audiences: Audiences = field(default_factory=lambda: Audiences({}))
    lookups: Lookups = field(default_factory=Lookups)
    disputes: Disputes = field(default_factory=Disputes)
    rejects: Path = Path("rejects.jsonl")
    vault: Vault = field(default_factory=lambda: Vault(VaultPlace(Path("home"))))
    dry_run: bool = True

    @property
    def opened(self) -> Opened:
        """Return the lines as a reader hands them over."""
        return Opened("clues.csv", "", 0, _COLUMNS, lambda: map(_item, range(1, len(self.lines) + 1), self.lines))


def _item(number: int, line: Line) -> Item:
    if line == UNREADABLE:
        return Rejection(number, Reason("is broken", "损坏"), [])
    if isinstance(line, str):
        return Sealed(number, "OTHER", line.removeprefix(SEALED))
    return number, list(line)


class Standing(RowIntake):
    """Keeps what stands of each key, where a load would write it."""

    def __init__(self, given: Input) -> None:
        super().__init__(given)
        self.stands: dict[str, MappedRow] = {}
        self.received: list[int] = []
        self._taken: list[MappedRow] = []

    def _add(self, row: MappedRow) -> None:
        self._taken.append(row)

    def _replace(self, row: MappedRow, meeting: KeyRepeat) -> None:
        self._pass_on()
        self._taken.append(row)

    def _receive(self, sealed: Sealed) -> None:
        self.received.append(sealed.row)

    def _waiting(self) -> int:
        return len(self._taken)

    def _hand_over(self) -> None:
        for row in self._taken:
            self.stands[row.key] = row
            self.book.note(row.number, MERGED)
        self._taken = []


def taken(given: Input) -> Standing:
    """Return what became of an input."""
    intake = Standing(given)
    intake._read(lambda _rows, _rejected: None)
    return intake


def _titles(intake: Standing) -> dict[str, object]:
    return {key: None if row.deleted else row.nodes[0][1].values["title"] for key, row in intake.stands.items()}


@pytest.mark.parametrize(
    ("lines", "counts", "stands"),
    [
        ([], (0, 0, 0), {}),
        ([("a", "x", 1), ("b", "y", 1)], (2, 0, 0), {"a": "x", "b": "y"}),
        ([("a", "x", 1), ("a", "x", 1)], (1, 1, 0), {"a": "x"}),  # said twice
        ([("a", "x", 1), ("a", "y", 2)], (2, 0, 0), {"a": "y"}),  # a newer one
        ([("a", "y", 2), ("a", "x", 1)], (1, 1, 0), {"a": "y"}),  # an older one
        ([("", "x", 1)], (0, 0, 1), {}),  # without a key
        ([("a", "x", 1), UNREADABLE], (1, 0, 1), {"a": "x"}),
        ([("a", "x", 1), f"{SEALED}a"], (1, 0, 1), {"a": None}),  # what it said before is taken back
        ([f"{SEALED}a", ("a", "x", 1)], (0, 1, 1), {"a": None}),
        ([f"{SEALED}a", f"{SEALED}a"], (0, 0, 2), {"a": None}),
        ([SEALED], (0, 0, 1), {}),  # not even its key may be known
    ],
)
def test_each_row_is_merged_or_unchanged_or_rejected(
    lines: list[Line], counts: tuple[int, int, int], stands: dict[str, str | None]
) -> None:
    intake = taken(Input(lines))

    told = intake.counts()
    assert (told["merged"], told["unchanged"], told["rejected"], told["read"]) == (*counts, len(lines))
    assert _titles(intake) == stands


def test_of_two_rows_that_contradict_each_other_one_is_rejected_and_told_of_the_other() -> None:
    for lines in ([("a", "x", 1), ("a", "y", 1)], [("a", "y", 1), ("a", "x", 1)]):
        intake = taken(Input(lines))

        assert intake.counts() == {"read": 2, "merged": 1, "unchanged": 0, "rejected": 1}
        (rejection,) = intake.rejects.first
        assert f"row {3 - rejection.row} but says something else" in rejection.reason.en


def test_a_contradiction_with_another_file_is_told_as_one() -> None:
    before = taken(Input([("a", "x", 1), ("b", "x", 1)]))
    after = [taken(Input([(key, "y", 1)], earlier=dict(before.book.seen))) for key in "ab"]

    assert all(each.counts()["read"] == 1 for each in after)
    for each in after:
        assert all("of another file" in rejection.reason.en for rejection in each.rejects.first)


def test_rows_without_a_readable_key_are_counted_for_whoever_looks_for_what_is_gone() -> None:
    intake = taken(Input([UNREADABLE, ("", "x", 1), ("a", "x", 0), SEALED, f"{SEALED}b"]))

    assert (intake.unreadable, intake.sealed, intake.sealed_keys, intake.received) == (3, 2, {"b"}, [4, 5])
    bad = taken(Input([("c", "x", "?")]))
    assert (bad.unreadable, bad.book.kept) == (0, {hash("c")})


_LINES = st.one_of(
    st.tuples(st.sampled_from(["", "a", "b", "c"]), st.sampled_from(["x", "y", "z"]), st.integers(0, 2)),
    st.sampled_from([UNREADABLE, SEALED, f"{SEALED}a", f"{SEALED}b"]),
)


@given(st.lists(_LINES, max_size=12), st.randoms(use_true_random=False), st.integers(1, 30))
def test_the_same_rows_stand_in_whatever_order_they_come(lines: list[Line], random: Random, chunk: int) -> None:
    turned = list(lines)
    random.shuffle(turned)

    one, other = taken(Input(lines)), taken(Input(turned, chunk))

    for intake in (one, other):
        told = intake.counts()
        assert told["read"] == told["merged"] + told["unchanged"] + told["rejected"] == len(lines)
        assert sum(intake.book.fate(number) != 0 for number in range(1, len(lines) + 1)) == len(lines)
    assert _titles(one) == _titles(other)


def test_a_column_that_has_changed_its_type_stops_the_input() -> None:
    lines: list[Line] = [("a", "x", 1), *[(f"k{n}", "x", "?") for n in range(40)]]

    with pytest.raises(BadInput, match="column '版本' rejects"):
        taken(Input(lines))
