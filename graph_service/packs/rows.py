"""What the rows of a pack come to: money, lateness, lack of an echo."""

from collections.abc import Iterable, Sequence

from graph_service.packs.reading import PUT_RIGHT, PackFacts, Row


def amount_of(rows: Iterable[Row]) -> int:
    """Return the sum of the amounts that rows state, in fen."""
    return sum(row["amount_fen"] or 0 for row in rows)


def open_fen(row: Row) -> int:
    """Return the amount of a problem that is not put right yet, in fen: nothing of one that is."""
    if row["rectification"] in PUT_RIGHT:
        return 0
    return max(0, (row["amount_fen"] or 0) - (row.get("rectified_fen") or 0))


def is_overdue(row: Row, on: str) -> bool:
    """Return whether a problem was due before a day and was not put right or checked off by then; days as YYYY-MM-DD."""
    if row["due_on"] is None or row["due_on"] >= on or row["rectification"] in PUT_RIGHT:
        return False
    return row["closed_on"] is None or row["closed_on"] > on


def lacks_echo(facts: PackFacts, row: Row) -> bool:
    """Return whether what was handed over is late to be registered or answered: by the model C5, or by what its register says."""
    return row["alert"] is not None or (row["waits"] and facts.answers_are_noted)


def first_by_day(rows: Sequence[Row], day: str) -> list[Row]:
    """Return rows by a day, the earliest first, and in the order of the pack on the same day."""
    return sorted(rows, key=lambda row: row[day] or "9999")
