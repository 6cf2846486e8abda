"""Compiles what fills a field into one function from cell to value, with the reason in hand when it refuses."""

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from graph_service.model import value_type
from loaders.declare.field_types import default_normaliser, other_word, other_words, terms, vocabulary
from loaders.declare.source import FieldSpec
from loaders.rejection import NO_NAME, Reason, RowRefused, no_value
from schema.identifiers import NORMALISERS, Normaliser, Refused, absent, normaliser
from schema.identifiers.characters import plain_key
from schema.record import Record, RelationshipRecord
from schema.term import Term

CellReader = Callable[[object], Any]

UNKNOWN = object()  # stands for no value in a memory, where None is one
_KEPT = 20_000  # values remembered per column; sources repeat days, units and words of a vocabulary
_SENT_AS_IS = (str, int, float, bool)
_LONGEST = 64  # characters; longer texts hardly repeat


def memory_of(record: type[Record | RelationshipRecord], field: str, spec: FieldSpec) -> "Memory":
    """Return the function that turns a cell into the field's value as the graph keeps it, or refuses the row."""
    column = spec.blamed
    normalise = normaliser(spec.as_ or default_normaliser(record, field, column), spec.area)
    accepted = terms(record, field)
    if spec.map is not None or accepted is not None:
        normalise = _mapped(spec, accepted, vocabulary(record, field))
    if spec.form is not None:
        normalise = _formed(normalise, spec.form)
    return Memory(_checked(normalise, _adapter(record, field), column, value_type(record, field)))


def cell_of(spec: FieldSpec, place: dict[str, int]) -> Callable[[Sequence[object]], object]:
    """Return the function from a row's cells to the one that fills the field: that of its column, or its columns joined."""
    if spec.column is not None:
        return itemgetter(place[spec.column])
    places, text = [place[name] for name in spec.columns], spec.join

    def joined(cells: Sequence[object]) -> object:
        named = zip(places, spec.columns, strict=True)
        return text.join(text_of(cells[index], name) for index, name in named if not absent(cells[index]))

    return joined


def text_of(cell: object, column: str = "") -> str:
    """Return a cell as text, empty where nothing was written; refuse the row where it is a list or an object."""
    if type(cell) is str:
        return cell.strip()
    if cell is None:
        return ""
    if reason := no_value(cell):
        raise RowRefused(reason.at(column))
    if isinstance(cell, Decimal) and cell.is_finite():
        plain = format(cell, "f")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(stored(cell)).strip()


def key_text(cell: object, column: str = "") -> str:
    """Return a cell as the text of a key, or refuse the row: yes or no names nothing.

    Width, invisible signs and blanks at the ends make no other key; case does.
    """
    if isinstance(cell, bool):
        raise RowRefused(NO_NAME.at(column))
    text = cell.strip() if type(cell) is str else text_of(cell, column)
    return text if text.isascii() and text.isprintable() else plain_key(text)


def constant(record: type[Record | RelationshipRecord], field: str, spec: FieldSpec) -> Any:
    """Return the one value of a field that is the same in every row, or refuse one that the record refuses."""
    accepted = terms(record, field)
    value = accepted.get(str(spec.value), spec.value) if accepted else spec.value
    return stored(_adapter(record, field).validate_python(value))


def checked(normalise: Normaliser, column: str) -> CellReader:
    """Return the normaliser, refusing the row where it refuses the value."""

    def read(cell: object) -> Any:
        if reason := no_value(cell):
            raise RowRefused(reason.at(column))
        try:
            return normalise(cell)
        except Refused as error:
            raise RowRefused(Reason(error.reason_en, error.reason_zh, error.value_class, column)) from error

    return read


def key_reader(field: str, label_normaliser: str, column: str, area: str | None = None) -> CellReader:
    """Return the function that turns a cell into the identifier it states, or refuses the row."""
    return remembering(_checked(normaliser(label_normaliser, area), TypeAdapter(str | None), column or field, str))


def stored(value: Any) -> Any:
    """Return the value in the form in which it is sent to the graph and hashed: days and times as ISO text."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return value.value if hasattr(value, "value") else value


def remembering(read: CellReader) -> CellReader:
    """Return the reader with a bounded memory of the short texts it has read."""
    return Memory(read).read


class Memory:
    """A reader, and what it has read lately; callers in a hurry look into `kept` themselves."""

    def __init__(self, read: CellReader) -> None:
        self.kept: dict[object, Any] = {}  # texts only, so that 1, 1.0 and True never stand for each other
        self._read = read

    def read(self, cell: object) -> Any:
        """Return the value of a cell."""
        value = self.kept.get(cell, UNKNOWN) if type(cell) is str else UNKNOWN
        return self.learn(cell) if value is UNKNOWN else value

    def learn(self, cell: object) -> Any:
        """Return the value of a cell that is not among those kept."""
        value = self._read(cell)
        if type(cell) is str and len(cell) <= _LONGEST:
            if len(self.kept) >= _KEPT:
                self.kept.clear()
            self.kept[cell] = value
        return value


def rule_across(record: type[Record | RelationshipRecord]) -> Callable[[dict[str, Any]], None] | None:
    """Return what refuses a row whose fields, each good by itself, break a rule of the record; nothing where it has none.

    The record states such a rule as a pydantic model validator; its sentence is told to people and repeats no value.
    """
    if not record.__pydantic_decorators__.model_validators:
        return None

    def check(values: dict[str, Any]) -> None:
        try:
            record.model_validate(values)
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            said = first["msg"].removeprefix("Value error, ")
            column = str(first["loc"][0]) if first["loc"] else ""
            raise RowRefused(Reason(said, "各字段之间不相符", "fields that disagree", column)) from error

    return check


def _adapter(record: type[Record | RelationshipRecord], field: str) -> TypeAdapter[Any]:
    # One validator per field of the record: the record refuses a row when, and only when, one of them does.
    info = record.model_fields[field]
    annotation: Any = info.annotation
    for extra in info.metadata:
        annotation = Annotated[annotation, extra]
    return TypeAdapter(annotation)


def _checked(normalise: Normaliser, adapter: TypeAdapter[Any], column: str, kind: type) -> CellReader:
    # A plain field takes every value of its own type; only what has another type, or further rules, needs the validator.
    schema: Any = adapter.core_schema
    plain = kind if kind in _SENT_AS_IS and schema.get("schema", schema) == {"type": kind.__name__} else None

    def read(cell: object) -> Any:
        if type(cell) is not str and (reason := no_value(cell)):
            raise RowRefused(reason.at(column))
        try:
            value = normalise(cell)
            if type(value) is plain:
                return value
            return None if value is None else stored(adapter.validate_python(value))
        except Refused as error:
            reason = Reason(error.reason_en, error.reason_zh, error.value_class, column)
            raise RowRefused(reason) from error
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            reason = Reason(f"does not fit the field: {first['msg']}", "与字段要求不符", first["type"], column)
            raise RowRefused(reason) from error

    return read


def _mapped(spec: FieldSpec, accepted: dict[str, str] | None, kind: type[Term] | None) -> Normaliser:
    table: dict[str, Any] = dict(accepted or {}) if spec.map is None else dict(spec.map)
    known = accepted or {}
    tidy = NORMALISERS[spec.as_ or "text"]
    stated = spec.map or {}

    def read(cell: object) -> Any:
        # A word that the declaration maps is a value, even if it says nothing elsewhere: 没有 as no.
        text = cell.strip() if isinstance(cell, str) and cell.strip() in stated else tidy(cell)
        if text is None:
            return None
        word = str(text)
        said = (table.get(word), other_word(kind, word), spec.default, known.get(word))
        value = next((each for each in said if each is not None), None)
        if value == "":
            return None  # the declaration, or the vocabulary, says that nothing is to be said of such words
        if value is not None:
            return accepted[str(value)] if accepted else value
        raise _unknown_word(list(table), other_words(kind))

    return read


def _unknown_word(accepted: Sequence[str], others: Sequence[str]) -> Refused:
    words = ", ".join(accepted[:10])
    also, also_zh = (
        (f", nor one like {', '.join(others)}", f"，也不属于{'、'.join(others)}等词") if others else ("", "")
    )
    return Refused(
        f"is not one of the accepted words ({words}){also}", f"不在可接受的取值中（{words}）{also_zh}", "unknown word"
    )


def _formed(normalise: Normaliser, form: str) -> Normaliser:
    def read(cell: object) -> Any:
        value = normalise(cell)
        return None if value is None else form.replace("{}", str(value))

    return read
