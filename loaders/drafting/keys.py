"""Which columns name the rows of a table: one that is called like a number and nearly is one goes before several together."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.drafting.column import MEASURES, NEVER, Column
from loaders.drafting.sample import Sample
from loaders.drafting.words import tells_change
from schema.identifiers import absent

_KEY_COLUMNS = 6
_NAMES_ITSELF = 1  # rank up to which a column that tells all rows apart is their number without further question
_SLIPS = 0.02  # part of the rows whose number may be blank or stand elsewhere too
_FEW_ROWS = 20  # rows of which one may slip, however few they are


def key_of(sample: Sample, columns: Sequence[Column], nothing: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that together name a row: the likeliest one alone, else several, none where nothing does.

    A row that comes again word for word is no second record.
    """
    rows = _once(sample.rows)
    lasting = [
        _counted(column, sample, rows, nothing)
        for column in columns
        if not any(_lies_in(column.name, each) for each in sample.lists)
    ]
    alone = sorted((column for column in lasting if column.is_unique(len(rows))), key=_likeliest)
    numbers = sorted((column for column in lasting if _nearly(column, len(rows))), key=_as_number)
    if numbers and not (alone and alone[0].as_key() <= _NAMES_ITSELF) and not any(each.is_coded for each in alone):
        return (numbers[0].name,)
    if alone and not alone[0].is_described():
        return (alone[0].name,)
    named = [column for column in lasting if column.filled == len(rows) and column.reads not in MEASURES]
    if alone and alone[0].as_key() < NEVER:
        together = _together(sample, rows, [column for column in named if not column.is_described()])
        return together or (alone[0].name,)
    found = _together(sample, rows, named)
    # A day alone names nothing, even where no two rows happen to have the same.
    return () if len(found) == 1 and next(c for c in columns if c.name == found[0]).as_key() == NEVER else found


def version_of(sample: Sample, columns: Sequence[Column]) -> Column | None:
    """Return the column that holds at what time each row was last changed; days are too coarse to tell two changes apart."""
    told = (column for column in columns if tells_change(column.name) and column.filled == len(sample.rows))
    return next((each for each in told if each.reads == "datetime" and _has_clock(sample, each.name)), None)


def _has_clock(sample: Sample, column: str) -> bool:
    place = sample.names.index(column)
    return any(":" in row[place] for row in sample.rows)


def slips_of(sample: Sample, column: str, nothing: Sequence[str]) -> tuple[int, int]:
    """Return of how many rows the key stands in an earlier, different row too, and of how many it is blank."""
    place = sample.names.index(column)
    cells = [row[place].strip() for row in _once(sample.rows)]
    filled = [cell for cell in cells if not absent(cell) and cell not in nothing]
    return len(filled) - len(set(filled)), len(cells) - len(filled)


def _once(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return the rows without those that come again; all of them where half of them do, as in a table of words."""
    once = list(dict.fromkeys(map(tuple, rows)))
    return once if len(once) > len(rows) / 2 else [tuple(row) for row in rows]


def _counted(column: Column, sample: Sample, rows: Sequence[tuple[str, ...]], nothing: Sequence[str]) -> Column:
    if len(rows) == len(sample.rows):
        return column
    place = sample.names.index(column.name)
    cells = (row[place] for row in rows)
    return replace(column, filled=sum(not absent(cell) and cell.strip() not in nothing for cell in cells))


def _likeliest(column: Column) -> tuple[int, bool]:
    rank = column.as_key()
    return (rank, False) if rank <= _NAMES_ITSELF or column.is_described() else (2, not column.is_coded)


def _nearly(column: Column, rows: int) -> bool:
    """Return whether a column called or written like a number fails in so few rows that slips explain it."""
    slips = rows - column.distinct
    allowed = max(rows * _SLIPS, 1 if rows >= _FEW_ROWS else 0)
    return 0 < slips <= allowed and _as_number(column) < NEVER


def _as_number(column: Column) -> int:
    rank = column.as_key()
    return rank if rank == 0 or (column.is_coded and rank <= 3) else NEVER


def _together(sample: Sample, rows: Sequence[tuple[str, ...]], columns: Sequence[Column]) -> tuple[str, ...]:
    """Return those of the columns that together name a row, none where they do not."""
    full = [sample.names.index(column.name) for column in columns]
    chosen: list[int] = []
    reached = 0
    while full and len(chosen) < _KEY_COLUMNS and reached < len(rows):
        tried = {place: len({tuple(row[each] for each in (*chosen, place)) for row in rows}) for place in full}
        best = max(full, key=lambda place: tried[place])
        if tried[best] == reached:
            return ()
        reached = tried[best]
        chosen.append(best)
        full.remove(best)
    return tuple(sample.names[place] for place in sorted(chosen)) if rows and reached == len(rows) else ()


def _lies_in(column: str, outer: str) -> bool:
    return column == outer or column.startswith(f"{outer}.")
