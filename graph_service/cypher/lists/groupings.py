"""By what the rows of a list may be grouped: their fields, the months of their days, and what they are linked with."""

from dataclasses import dataclass
from functools import cache

from graph_service.cypher.lists.walk import matched
from graph_service.cypher.macros import came_on, caption
from graph_service.cypher.order import Keys, SortKey, node_order
from graph_service.cypher.states import told
from graph_service.cypher.visibility import visible
from graph_service.model import ABSTRACT, MATTER_FIELDS, Walk, end_type, is_term, snake, value_type, walks_of
from schema import KINDS
from schema.record import Record

_SPANS = {
    "YEAR": ("year", "left(toString({}), 4)"), "QUARTER": ("quarter", "toString({0}.year) + '-Q' + toString({0}.quarter)"),
    "MONTH": ("month", "left(toString({}), 7)"), "DAY": ("day", "left(toString({}), 10)"),
}  # fmt: skip
_MOST_KINDS = 12  # at the far end of a link, for each of which there is a grouping of its own
_NOT_LINKED = {"facts"}  # what is only told of a thing connects nothing
_LAST = "'\\uffff'"


@dataclass(frozen=True)
class Grouping:
    """One way to group rows: by a value of theirs, or by what a link leads to."""

    name: str
    about: str
    value: str = ""  # expression of a value of {n}
    walk: Walk | None = None
    far: str = ""  # kind or family of what the link leads to

    def found(self, row: str, key: str) -> str:
        """Return how the key is found of a row; a row that has none of it keeps its place, without a key."""
        if self.walk is None:
            return ""
        edge, label = f"{key}_by", self.far if self.far in KINDS else ""
        return f"OPTIONAL {matched(self.walk, row, edge, key, label)} WHERE {visible(edge, key)}\n"

    def key(self, row: str, key: str) -> str:
        """Return the expression of the key: a node where a link is followed."""
        return key if self.walk else self.value.replace("{n}", row)

    def told(self, key: str) -> str:
        """Return the expression of the key as text."""
        return f"CASE WHEN {key} IS NOT NULL THEN {caption(key)} END" if self.walk else f"toString({key})"

    def order(self, key: str) -> Keys:
        """Return the keys by which groups of equal size sort, those without a key last."""
        if self.walk is None:
            return (SortKey(f"coalesce(toString({key}), {_LAST})"),)
        return (SortKey(f"{key} IS NULL"), *node_order(self.far, key))


@cache
def groupings(type_name: str) -> dict[str, Grouping]:
    """Return the groupings of a kind or of all matters, by name."""
    found = _of_matters() if type_name == "Matter" else _of_kind(KINDS[type_name])
    for name, walk in walks_of(type_name).items():
        if name not in _NOT_LINKED:
            found |= _of_walk(name, walk)
    return found


def numbers(type_name: str) -> dict[str, str]:
    """Return the fields of a kind whose values may be summed, by name: where they stand."""
    kind = KINDS.get(type_name)
    named = kind.model_fields if kind else ()
    return {name.upper(): name for name in named if kind and value_type(kind, name) in {int, float}}


def _of_kind(kind: type[Record]) -> dict[str, Grouping]:
    found: dict[str, Grouping] = {}
    for name, field in kind.model_fields.items():
        type_, about = value_type(kind, name), field.description or ""
        if name in kind.TEXT:
            continue
        if type_.__name__ in {"date", "datetime"}:
            found |= _of_day(name, f"{{n}}.{name}", about)
        elif is_term(type_) or type_ in {str, bool, int}:
            found[name.upper()] = Grouping(name.upper(), f"By: {about}", told(kind.__name__, name, "{n}"))
    return found


def _of_matters() -> dict[str, Grouping]:
    clue = KINDS["Clue"]
    labels = " ".join(f"WHEN {{n}}:{label} THEN '{snake(label).upper()}'" for label in ABSTRACT["Matter"])
    found = {"KIND": Grouping("KIND", "By kind of matter 事项种类", f"CASE {labels} END")}
    for name in MATTER_FIELDS:
        if name not in clue.TEXT and is_term(value_type(clue, name)):
            about = clue.model_fields[name].description or ""
            found[name.upper()] = Grouping(name.upper(), f"By: {about}", f"{{n}}.{name}")
    return found | _of_day("came_on", came_on("{n}"), "day on which the matter came in 事项日期")


def _of_day(name: str, value: str, about: str) -> dict[str, Grouping]:
    return {
        f"{name.upper()}_{span}": Grouping(
            f"{name.upper()}_{span}", f"By the {word} of: {about}", text.format(value.replace("{n}", "{n}"))
        )
        for span, (word, text) in _SPANS.items()
    }


def _of_walk(name: str, walk: Walk) -> dict[str, Grouping]:
    labels = walk.link.end if walk.forward else walk.link.start
    called, about = snake(name).upper(), walk.link.forward_about if walk.forward else walk.link.backward_about
    found = {called: Grouping(called, f"By what stands there: {about}", walk=walk, far=end_type(labels))}
    if 1 < len(labels) <= _MOST_KINDS:
        for label in labels:
            one = f"{called}_{snake(label).upper()}"
            found[one] = Grouping(one, f"By each {label} there: {about}", walk=walk, far=label)
    return found
