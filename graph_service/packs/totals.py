"""Counts and sums of a pack: part by part, by kind of problem, by year; over all that was read, not over what is shown."""

from collections.abc import Callable, Mapping, Sequence

from graph_service.packs.reading import PUT_RIGHT, PackFacts, PackQuestion, Row
from graph_service.packs.rows import amount_of, is_overdue, lacks_echo, open_fen
from schema.vocabulary import Problem

PARTS = ("findings", "issues", "transfers", "clues", "alerts", "holders", "connected")


def totals(facts: PackFacts, question: PackQuestion) -> list[Row]:
    """Return per part how many there are, how many are shown, are open, overdue or back, and how much money they speak of."""
    return [_total(part, facts, question) for part in PARTS]


def _total(part: str, facts: PackFacts, question: PackQuestion) -> Row:
    rows: Sequence[Row] = getattr(facts, part)
    problems = rows if part in {"findings", "issues"} else ()
    still: Mapping[str, Callable[[Row], bool]] = {
        "findings": _is_open, "issues": _is_open, "transfers": lambda row: lacks_echo(facts, row),
        "clues": lambda row: row["disposal"] != "CLOSED" and row["closed_on"] is None,
        "alerts": lambda row: row["state"] in {None, "OPEN"},
    }  # fmt: skip
    return {
        "part": part.upper(), "count": len(rows), "shown": min(len(rows), question.first), "is_whole": part not in facts.cut,
        "open": sum(map(still[part], rows)) if part in still else 0,
        "overdue": sum(is_overdue(row, question.on) for row in problems),
        "back": sum(row["at"][1] in facts.back for row in problems),
        "amount_fen": amount_of(rows) if part != "holders" else 0, "open_fen": sum(map(open_fen, problems)),
    }  # fmt: skip


def _is_open(row: Row) -> bool:
    return row["rectification"] not in PUT_RIGHT


def by_problem(facts: PackFacts) -> list[Row]:
    """Return counts and sums per kind of problem, most matters first; what states no kind comes last."""
    order = {kind.value: place for place, kind in enumerate(Problem)}
    kinds = {row["problem"] for row in facts.matters}
    rows = [{"problem": kind, **_counts(facts, lambda row, kind=kind: row["problem"] == kind)} for kind in kinds]  # type: ignore[misc]
    return sorted(rows, key=lambda row: (row["problem"] is None, -_sum(row), order.get(row["problem"], 0)))


def by_year(facts: PackFacts) -> list[Row]:
    """Return counts and sums per year, the newest first; what has no day comes last."""
    years = {_year(row) for row in facts.matters}
    rows = [{"year": year, **_counts(facts, lambda row, year=year: _year(row) == year)} for year in years]  # type: ignore[misc]
    return sorted(rows, key=lambda row: (row["year"] is None, -(row["year"] or 0)))


def _year(row: Row) -> int | None:
    return int(row["day"][:4]) if row["day"] else None


def _counts(facts: PackFacts, fits: Callable[[Row], bool]) -> Row:
    parts = {
        part: [row for row in getattr(facts, part) if fits(row)] for part in ("findings", "issues", "clues", "alerts")
    }
    problems = [*parts["findings"], *parts["issues"]]
    return {
        **{part: len(rows) for part, rows in parts.items()},
        "open": sum(map(_is_open, problems)), "amount_fen": amount_of(problems), "open_fen": sum(map(open_fen, problems)),
    }  # fmt: skip


def _sum(row: Row) -> int:
    return int(row["findings"] + row["issues"] + row["clues"] + row["alerts"])
