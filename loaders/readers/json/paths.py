"""Columns of JSON that lie inside objects and lists: what fills their cells, and names that are not declared."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.declare.job import FileForm
from loaders.declare.paths import list_of, steps_of
from loaders.rejection import NO_OBJECT, UNTAKEN_LIST, RowRefused

Names = dict[str, "Names"]  # names that an object may hold, each with those inside; none means any
_EMPTY: tuple[object, ...] = (None, "", [], {})  # programs write all of these where nothing was written
_Pick = Callable[[dict[str, Any]], Any]


def is_empty(value: object) -> bool:
    """Return whether nothing was written where an object or a list may stand."""
    return value in _EMPTY


def picks_of(form: FileForm) -> list[_Pick]:
    """Return for each column the function from an object to its cell; it refuses the row where the column is used.

    The cell of a column inside a list holds its value in every element; elements that are empty are none.
    """
    used = frozenset(form.used)
    return [_pick(name, list_of(name, form.lists), name in used) for name in form.names]


def _pick(name: str, within: str | None, used: bool) -> _Pick:
    steps = steps_of(name)
    outer = steps_of(within) if within else ()
    inner = steps[len(outer) :]

    def plain(value: dict[str, Any]) -> Any:
        return value.get(name)

    def nested(value: dict[str, Any]) -> Any:
        # A name with a point in it may also be one name.
        return value[name] if name in value else _follow(value, steps)

    def listed(value: dict[str, Any]) -> Any:
        found = _follow(value, outer)
        elements = found if isinstance(found, list) else [found]
        return [_follow(each, inner) for each in elements if not is_empty(each)]

    def marked(value: dict[str, Any]) -> Any:
        try:
            return listed(value) if within else nested(value)
        except RowRefused as refused:
            if used:
                raise RowRefused(refused.reason.at(name)) from None
            return None

    return plain if len(steps) == 1 and not within else marked


def _follow(value: Any, steps: Iterable[str]) -> Any:
    for step in steps:
        if is_empty(value):
            return None
        if not isinstance(value, dict):
            raise RowRefused(UNTAKEN_LIST if isinstance(value, list) else NO_OBJECT)
        value = value.get(step)
    return value


def declared_names(columns: Sequence[str]) -> Names:
    """Return the names that objects may hold, outermost first."""
    names: Names = {}
    for column in sorted(columns, key=lambda each: len(steps_of(each)), reverse=True):
        inside = names
        *outer, last = steps_of(column)
        for step in outer:
            inside = inside.setdefault(step, {})
        inside[last] = {}  # a column that is declared as a whole may hold anything, whatever of it is also named
        if outer:
            names.setdefault(column, {})
    return names


@dataclass(frozen=True)
class StrangeName:
    """A name that is not declared: its place in an object, and the path of the object, empty for the row itself."""

    place: int
    name: str
    inside: str


def strange_name(value: dict[str, Any], names: Names, inside: str = "") -> StrangeName | None:
    """Return the first name that is not declared."""
    for place, (name, inner) in enumerate(value.items(), 1):
        if name not in names:
            return StrangeName(place, name, inside)
        if further := names[name]:
            for each in _objects(inner):
                if found := strange_name(each, further, f"{inside}.{name}" if inside else name):
                    return found
    return None


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    return (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict))
