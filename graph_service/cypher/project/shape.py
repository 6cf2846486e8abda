"""Shapes: how the lists that the database returns become the answer, keys in the order of the selection."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph_service.cypher.project.returned import note, note_all
from graph_service.model import camel

Shape = Callable[[Any], Any]


def leaf(value: Any) -> Any:
    """Return the value as it is."""
    return value


def constant(value: Any) -> Shape:
    """Return the shape of what does not depend on the data, such as the name of a type."""
    return lambda _: value


@dataclass(frozen=True)
class ShapePart:
    """One key of an object: where its value stands in the list that arrives, nowhere for a constant."""

    key: str
    place: int | None
    shape: Shape


@dataclass(frozen=True)
class FlatShape:
    """The shape of an object whose values all arrive as they are, in the order of its keys; `noted` is the place of its uid."""

    names: tuple[str, ...]
    noted: int | None = None

    def __call__(self, values: Any) -> Any:
        """Return the object."""
        if values is None:
            return None
        if self.noted is not None:
            note(values[self.noted])
        return dict(zip(self.names, values, strict=False))


def noting(shape: Shape, place: int) -> Shape:
    """Return the shape of an object whose uid arrives at this place, to be noted as shown."""
    if isinstance(shape, FlatShape):
        return FlatShape(shape.names, place)

    def build(values: Any) -> Any:
        if values is not None:
            note(values[place])
        return shape(values)

    return build


def record(parts: Sequence[ShapePart]) -> Shape:
    """Return the shape of an object whose fields arrive as one list."""
    names = tuple(part.key for part in parts)
    deep = tuple((part.key, part.shape) for part in parts if part.shape is not leaf)
    first = parts[0].place if parts else None
    if first is None or any(part.place != first + number for number, part in enumerate(parts)):
        return _scattered(parts)
    if not deep and not first:
        return FlatShape(names)

    def build(values: Any) -> Any:
        if values is None:
            return None
        made = dict(zip(names, values[first:] if first else values, strict=False))
        for key, shape in deep:
            made[key] = shape(made[key])
        return made

    return build


def _scattered(parts: Sequence[ShapePart]) -> Shape:
    placed = tuple((part.key, part.place, part.shape) for part in parts)

    def build(values: Any) -> Any:
        if values is None:
            return None
        return {key: shape(None if place is None else values[place]) for key, place, shape in placed}

    return build


def many(shape: Shape) -> Shape:
    """Return the shape of a list."""
    if shape is leaf:
        return leaf
    if isinstance(shape, FlatShape):
        return _many_flat(shape)
    return lambda values: None if values is None else [shape(value) for value in values]


def _many_flat(shape: FlatShape) -> Shape:
    names, noted = shape.names, shape.noted

    def build(values: Any) -> Any:
        if values is None:
            return None
        if noted is not None:
            note_all(values, noted)
        # The call that this saves is a fifth of what the object costs.
        return [value and dict(zip(names, value, strict=False)) for value in values]

    return build


def choice(shapes: Sequence[Shape]) -> Shape:
    """Return the shape of one of several kinds of object; the number of the kind is the first of the values."""
    return lambda values: None if values is None else shapes[values[0]](values)


# How loaders find it again; and the number of a row counts the rows before it, whoever may read those.
_INTERNAL = frozenset(
    {
        "uid",
        "audience",
        "hash",
        "load",
        "row",
        "refers",
        "refers_end",
        "refers_at",
        "start_home",
        "end_home",
        "audiences",
    }
)


_named = cache(camel)


def properties(value: Any) -> Any:
    """Return the properties of a relationship for a person, named as the API names them: times as text, without what only loaders use."""
    return {
        _named(key): value[key] if isinstance(value[key], str | int | float | bool | list) else str(value[key])
        for key in sorted(value)
        if key not in _INTERNAL and value[key] is not None
    }
