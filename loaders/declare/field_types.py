"""What a field of the schema takes: its Python type, its vocabulary, and the normaliser used where none is named."""

import datetime as dt
from functools import cache
from typing import Any

from pydantic import ValidationError

from graph_service.model import value_type
from loaders.declare.kin_words import relation_of
from schema import KINDS
from schema.identifiers import FORM_OF_FIELD
from schema.identifiers.money_headers import money_of_header
from schema.identifiers.ratios import ratio_of_header
from schema.record import Record, RelationshipRecord
from schema.vocabulary import KinRelation, Term

_BY_TYPE: dict[type, str] = {
    str: "text",
    int: "integer",
    float: "decimal",
    bool: "boolean",
    dt.date: "date",
    dt.datetime: "datetime",
}
_BY_FIELD = {
    **FORM_OF_FIELD,
    "area_code": "area_code",
    "valid_to": "term_end",
    "latitude": "latitude",
    "longitude": "longitude",
    "seconds": "seconds",
}
_NAMES = {"Person": "name", "Unit": "unit_name"}


def field_names(record: type[Record | RelationshipRecord]) -> list[str]:
    """Return the names of the fields of a kind or link."""
    return list(record.model_fields)


def terms(record: type[Record | RelationshipRecord], field: str) -> dict[str, str] | None:
    """Return the texts that a field of a closed vocabulary accepts, each with its ASCII value; None for others."""
    kind = value_type(record, field)
    return _terms(kind) if issubclass(kind, Term) else None


def vocabulary(record: type[Record | RelationshipRecord], field: str) -> type[Term] | None:
    """Return the closed vocabulary of a field, None for others."""
    kind = value_type(record, field)
    return kind if issubclass(kind, Term) else None


def other_word(kind: type[Term] | None, word: str) -> str | None:
    """Return the value that another word of the trade says, empty where it says what has no value, None where it says nothing."""
    return relation_of(word) if kind is KinRelation else None


def other_words(kind: type[Term] | None) -> tuple[str, ...]:
    """Return examples of the other words that a vocabulary is read from."""
    return ("女儿", "岳父", "弟媳", "表弟") if kind is KinRelation else ()


@cache
def _terms(kind: type[Term]) -> dict[str, str]:
    return {term.label: term.value for term in kind} | {term.value: term.value for term in kind}


def refused_constant(record: type[Record | RelationshipRecord], field: str, value: Any) -> str | None:
    """Return why the field cannot hold a value that a declaration states for every row, or None where it can."""
    try:
        record.model_validate({field: value})
    except ValidationError as error:
        told = (each["msg"] for each in error.errors() if each["loc"][:1] == (field,))
        return next((f"{message}; write a text in quotes 填写值无效" for message in told), None)
    return None


def default_normaliser(record: type[Record | RelationshipRecord], field: str, column: str = "") -> str:
    """Return the name of the normaliser that the field takes where the declaration names none, for a column of that name."""
    if field == "name" and (label := getattr(record, "LABEL", "")) in _NAMES:
        return _NAMES[label]
    if field.endswith("_fen"):
        return money_of_header(column)
    if field == "ratio":
        return ratio_of_header(column)
    return _BY_FIELD.get(field) or _BY_TYPE.get(value_type(record, field), "text")


def default_of_label(label: str, field: str) -> str:
    """Return the normaliser of a field of the kind with this label."""
    return default_normaliser(KINDS[label], field)


def is_required(record: type[Record | RelationshipRecord], field: str) -> bool:
    """Return whether the record refuses to be without the field."""
    return record.model_fields[field].is_required()
