"""JSON, streamed: a value that is not one object, or holds a name that is not declared, costs that row."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson

from loaders.declare.job import FileForm
from loaders.declare.nearest import nearest
from loaders.readers.json.paths import StrangeName, declared_names, picks_of, strange_name
from loaders.readers.json.texts import one_object, values_of
from loaders.readers.other_lines import OtherLines
from loaders.readers.row import LONGEST_CELL, Row
from loaders.readers.scan import codec_of
from loaders.rejection import LONG_CELL, NOT_JSON, REPEATED_NAME, Reason, Rejection, RowRefused, lost_digits

# A number that a double cannot hold: orjson would round it without a word.
_LONG_NUMBER = re.compile(r"[0-9.]{16}|[0-9][eE]")
_DIGITS = 15  # that a double holds whatever they are
_CERTAIN = 10**_DIGITS


def read_json(form: FileForm, path: Path) -> Iterator[Row | Rejection]:
    """Return the rows of a file of JSON, their cells in the order of the declared names."""
    objects = _Objects(form)
    others = OtherLines(form.names, form.key)
    before: list[Any] | None = None
    with path.open(encoding=codec_of(form.encoding), errors="strict") as file:
        for number, text in enumerate(values_of(file, str(path)), 1):
            row = objects.row(number, text)
            if isinstance(row, tuple):
                if other := others.why_other(row[1], before):
                    row = Rejection(number, other, row[1])
                else:
                    before = row[1]
            yield row


def refuse_one_object(form: FileForm, path: Path) -> None:
    """Refuse a file that is one object around its records, before anything of it is read as a record."""
    with path.open(encoding=codec_of(form.encoding), errors="strict") as file:
        first = next(iter(values_of(file, str(path))), "")
    try:
        value = orjson.loads(first)
    except orjson.JSONDecodeError:
        return
    known = declared_names(form.names)
    if isinstance(value, dict) and value.keys().isdisjoint(known) and any(map(_holds_records, value.values())):
        raise one_object(str(path))


def _holds_records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


class _Objects:
    """Turns the text of an object into a row."""

    def __init__(self, form: FileForm) -> None:
        self._columns = form.names
        self._names = declared_names(form.names) if form.strict else None
        self._outermost = frozenset(self._names or ())
        self._is_flat = not any((self._names or {}).values())
        self._picks = picks_of(form)

    def row(self, number: int, text: str) -> Row | Rejection:
        """Return the row, or why it is none."""
        try:
            value: Any = orjson.loads(text)
            if isinstance(value, dict):
                return self._row(number, text, value)
        except RowRefused as refused:
            return Rejection(number, refused.reason, [text.strip()[:LONGEST_CELL]])
        except (ValueError, RecursionError):
            pass
        return Rejection(number, NOT_JSON, [text.strip()[:LONGEST_CELL]])

    def _row(self, number: int, text: str, value: dict[str, Any]) -> Row | Rejection:
        columns = self._columns
        if (found := self._strange_name(value)) is not None:
            return Rejection(number, _strange(found, columns), [text.strip()])
        cells = self._cells(value)
        if _may_repeat(text, value) and (twice := _twice(text)) is not None:
            return Rejection(number, REPEATED_NAME.at(twice if twice in columns else ""), cells)
        if _LONG_NUMBER.search(text) and any(type(each) is float for each in _flat(cells)):
            cells = _exact(cells, self._cells(json.loads(text, parse_float=_Literal)))
            if (rounded := _rounded(cells, columns)) is not None:
                return Rejection(number, lost_digits(rounded), cells)
        if len(text) > LONGEST_CELL and any(
            isinstance(each, str) and len(each) > LONGEST_CELL for each in _flat(cells)
        ):
            return Rejection(number, LONG_CELL, [text[:LONGEST_CELL]])
        return number, cells

    def _strange_name(self, value: dict[str, Any]) -> StrangeName | None:
        if self._names is None or (self._is_flat and self._outermost.issuperset(value)):
            return None
        return strange_name(value, self._names)

    def _cells(self, value: dict[str, Any]) -> list[Any]:
        return [pick(value) for pick in self._picks]


def _flat(cells: Iterable[Any]) -> Iterator[Any]:
    for cell in cells:
        if isinstance(cell, list):
            yield from _flat(cell)
        else:
            yield cell


def _exact(cells: list[Any], stated: list[Any]) -> list[Any]:
    """Return the cells with the numbers that a double does not hold as the text that the file has."""
    return [_exactly(cell, literal) for cell, literal in zip(cells, stated, strict=True)]


def _exactly(cell: Any, literal: Any) -> Any:
    if isinstance(cell, list):
        return _exact(cell, literal)
    return str(literal) if type(cell) is float and isinstance(literal, _Literal) and literal.is_long else cell


class _Literal(str):
    """A number as it is written."""

    __slots__ = ()

    @property
    def is_long(self) -> bool:
        """Return whether it has a fraction and more digits than a double holds."""
        number = Decimal(self)
        return number != number.to_integral_value() and len(number.as_tuple().digits) > _DIGITS


def _rounded(cells: list[Any], columns: tuple[str, ...]) -> str | None:
    pairs = ((name, each) for cell, name in zip(cells, columns, strict=True) for each in _flat([cell]))
    return next((name for name, each in pairs if isinstance(each, float) and abs(each) >= _CERTAIN), None)


def _may_repeat(text: str, value: dict[str, Any]) -> bool:
    # Each name needs a colon and two quotes of its own, however it is written; a colon may also stand in a text.
    if text.count(":") == len(value):
        return False
    return text.count('"') != 2 * (len(value) + sum(type(each) is str for each in value.values()))


def _twice(text: str) -> str | None:
    found: list[str] = []

    def note(pairs: list[tuple[str, Any]]) -> None:
        names = [name for name, _ in pairs]
        if len(set(names)) < len(names):
            found.extend(name for place, name in enumerate(names) if name in names[:place])

    json.loads(text, object_pairs_hook=note)
    return found[0] if found else None


def _strange(found: StrangeName, columns: Sequence[str]) -> Reason:
    # The name may be what a record says: it is told by its place, and by the declared name that may be meant.
    place = found.place
    if found.inside:
        return Reason(
            f"holds a name, the {place}. of '{found.inside}', that is not declared",
            f"“{found.inside}”中第{place}个字段名未声明",
            "unknown name",
        )
    near = nearest(found.name, columns)[:1]
    en, zh = (f"; did you mean '{near[0]}'?", f"，是否为“{near[0]}”？") if near else ("", "")
    return Reason(
        f"holds a name, the {place}. of the object, that is not declared{en}",
        f"第{place}个字段名未声明{zh}",
        "unknown name",
    )
