"""Whether the first line of a table is a header."""

import re
from collections.abc import Sequence

from graph_service.errors import BadInput
from loaders.drafting.forms import passes, reads
from loaders.drafting.sample import Sample

_GIVEN_AWAY = frozenset({"resident_id", "uscc", "phone", "plate", "datetime", "date", "fuel_card", "bank_account"})
_YEAR_OR_MONTH = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])?")


def refuse_without_header(sample: Sample, cells: list[list[str]]) -> None:
    """Refuse a table whose first line is a row: its cells would be told as the names of columns."""
    rows = [row for row in sample.rows if row != list(sample.names)]
    counted = _counted(sample.names)
    if any(
        _is_value(name, [row[place] for row in rows])
        or (name.isdecimal() and name not in counted and reads([row[place] for row in rows]) == "integer")
        for place, name in enumerate(sample.names)
    ):
        raise BadInput(
            "the first line is a row like the others and no header", str(sample.path),
            "put a line with the names of the columns above it", zh="首行是数据而非表头，请补上表头",
        )  # fmt: skip


def _is_value(name: str, cells: list[str]) -> bool:
    """Return whether the name of a column stands in it as a value, or is a number or day like all that stand in it."""
    form = reads(cells) if name else ""
    return bool(name) and (name in map(str.strip, cells) or (form in _GIVEN_AWAY and passes(form, [name])))


def _counted(names: Sequence[str]) -> set[str]:
    """Return the names that are numbers of a run, or a year or month, and so may well stand above numbers."""
    numbers = {int(name): name for name in names if name.isdecimal()}
    return {
        name for number, name in numbers.items()
        if {number - 1, number + 1} & numbers.keys() or _YEAR_OR_MONTH.fullmatch(name)
    }  # fmt: skip
