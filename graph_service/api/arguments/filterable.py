"""What lists may be filtered by: each field of each kind, family and relationship, with the conditions that it may meet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, partial

from graph_service.api.arguments.sought import known_by_number
from graph_service.cypher.macros import came_on, caption
from graph_service.cypher.states import worked_out
from graph_service.model import ABSTRACT, EDGES, MATTER_FIELDS, Walk, camel, is_term, properties_of, snake, value_type
from schema import KINDS
from schema.record import Record, RelationshipRecord, captioned

CAPTION, CAME_ON, SINCE = "caption", "cameOn", "changedSince"
OF_TEXT = ("eq", "ne", "in", "contains", "startsWith", "endsWith", "isNull")
OF_MEASURE = ("eq", "ne", "in", "lt", "lte", "gt", "gte", "isNull")
OF_TERM = ("eq", "ne", "in", "isNull")
OF_TRUTH = ("eq", "isNull")
OF_COUNT = ("eq", "ne", "lt", "lte", "gt", "gte")
MEASURES = {"Int": "whole number", "Float": "number", "Fen": "amount in fen", "Date": "day", "DateTime": "time"}
_OF_TYPE: dict[type, str] = {
    str: "Text",
    int: "Int",
    float: "Float",
    bool: "Boolean",
    date: "Date",
    datetime: "DateTime",
}


@dataclass(frozen=True)
class FilterField:
    """One field that may be filtered by: where it stands, the kind of its values and what they are.

    They may identify, and then they are kept in one form; or number what a source has, and are kept as it writes them.
    """

    name: str
    stored: str
    type: str  # Text, Int, Float, Fen, Boolean, Date, DateTime, or the name of a closed vocabulary
    about: str
    identifies: bool = False
    numbers: bool = False
    computed: Callable[[str], str] | None = None  # what makes the value of a node that has no such property

    def expression(self, var: str) -> str:
        """Return the expression of the value of a node or relationship, null where it has none."""
        return self.computed(var) if self.computed else f"{var}.{self.stored}"

    @property
    def condition(self) -> str:
        """Return the name of the input type of conditions on the field."""
        return f"{self.type}Condition"

    @property
    def cast(self) -> str | None:
        """Return the function that makes the text of a day or a time a value of the graph."""
        return {"Date": "date", "DateTime": "localdatetime"}.get(self.type)


@cache
def fields_of(type_name: str) -> dict[str, FilterField]:
    """Return the fields of a kind, family or type of relationship that may be filtered by, by their names in the API."""
    if type_name in EDGES:
        return _of_record(EDGES[type_name].ties, type_name)
    if type_name in KINDS:
        return _of_record(KINDS[type_name], type_name)
    named = captioned([KINDS[label] for label in ABSTRACT[type_name]])
    found = {
        CAPTION: FilterField(
            CAPTION, CAPTION, "Text", "What a person calls it 名称", computed=partial(caption, fields=named)
        )
    }
    if type_name == "Matter":
        some = fields_of("Clue")
        found |= {name: some[name] for name in MATTER_FIELDS}
        found[CAME_ON] = FilterField(
            CAME_ON, CAME_ON, "Date", "Day on which the matter came in 事项日期", computed=came_on
        )
    return found


def _of_record(record: type[Record | RelationshipRecord], owner: str) -> dict[str, FilterField]:
    found = {}
    number = known_by_number(owner) if owner in KINDS else None
    for name, (stored, _) in properties_of(owner).items():
        kind, about = value_type(record, stored), record.model_fields[stored].description or ""
        told = kind.__name__ if is_term(kind) else "Fen" if stored.endswith("_fen") else _OF_TYPE[kind]
        identifies = stored in getattr(record, "IDENTIFIERS", ())
        found[name] = FilterField(
            name,
            stored,
            told,
            about,
            identifies,
            stored == number,
            worked_out(owner, stored),
        )
    return found


def operators_of(type_name: str) -> tuple[str, ...]:
    """Return the operators of conditions on values of a type."""
    if type_name in MEASURES:
        return OF_MEASURE
    return {"Text": OF_TEXT, "Boolean": OF_TRUTH, "Count": OF_COUNT}.get(type_name, OF_TERM)


def far_type(walk: Walk) -> tuple[str, ...]:
    """Return the kinds that a list field leads to."""
    return walk.link.end if walk.forward else walk.link.start


def walk_in_words(walk: Walk) -> str:
    """Return what the list field of a link holds, in words."""
    return walk.link.forward_about if walk.forward else walk.link.backward_about


def member_field(label: str) -> str:
    """Return the name of the condition by which a family's filter asks for things of one of its kinds."""
    return camel(snake(label))
