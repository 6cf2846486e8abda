"""Columns that fill no field and must be readable all the same: what they hold refuses its row or is let go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.mapping.values import CellReader, checked, remembering
from schema.identifiers import NORMALISERS


@dataclass(frozen=True)
class Check:
    """One checked column, where its cell stands, and what reads it."""

    column: str
    place: int
    read: CellReader


def checks_of(declared: Mapping[str, str], place: Mapping[str, int]) -> list[Check]:
    """Return the check of every column that the declaration has checked."""
    return [
        Check(column, place[column], remembering(checked(NORMALISERS[name], column)))
        for column, name in declared.items()
    ]


def refuse_unreadable(checks: Sequence[Check], cells: Sequence[object]) -> None:
    """Refuse the row at the first checked column whose cell its normaliser refuses; an empty cell passes."""
    for check in checks:
        check.read(cells[check.place])
