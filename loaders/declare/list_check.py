"""Checks what a declaration says of lists: that each part that reads inside a list takes it element by element."""

from collections.abc import Iterator

from loaders.declare.nearest import unknown
from loaders.declare.paths import is_inside, list_of
from loaders.declare.source import EndSpec, Source

_FORMATS_WITH_LISTS = ("jsonl", "sql")


def list_problems(source: Source) -> Iterator[str]:
    """Yield one sentence per problem, each with its place in the declaration."""
    yield from _lists(source)
    yield from _of_the_row(source)
    for alias, node in source.nodes.items():
        yield from _outside(f"nodes.{alias}", node.used_columns(), node.each, source)
    for number, link in enumerate(source.links):
        where, taken = f"links.{number}", link.lists(source.nodes)
        if len(taken) > 1:
            yield f"{where}: its ends are elements of two lists, {' and '.join(taken)}; refer to one of them instead"
        else:
            yield from _outside(where, link.used_columns(), next(iter(taken), None), source)
        for side, end in (("from", link.from_), ("to", link.to)):
            if isinstance(end, EndSpec) and end.each is True and source.read.format not in _FORMATS_WITH_LISTS:
                yield (
                    f"{where}.{side}.each: true takes the values of a list, and a cell of {source.read.format} is text; "
                    "give the characters at which it is cut"
                )


def _lists(source: Source) -> Iterator[str]:
    lists = source.lists()
    for name in lists:
        if source.read.format != "jsonl":
            yield f"each: '{name}' is to be a list, and only jsonl has lists; write one row for each element"
        elif not any(is_inside(column, name) for column in source.read.columns):
            yield f"each: {unknown('list', name, source.read.columns)}"
        elif outer := list_of(name, [each for each in lists if each != name]):
            yield f"each: '{name}' is a list inside the list '{outer}'; declare a source of its own for the inner one"


def _of_the_row(source: Source) -> Iterator[str]:
    marks = [spec.column for spec in (source.version, source.deleted) if spec]
    for column in (*source.key, *source.readers.columns, *marks):
        if column is not None and (within := list_of(column, source.lists())):
            yield f"column '{column}' lies in the list '{within}' and has no one value for the row"


def _outside(where: str, columns: list[str | None], taken: str | None, source: Source) -> Iterator[str]:
    for column in dict.fromkeys(columns):
        within = list_of(column, source.lists()) if column is not None else None
        if within is not None and within != taken:
            yield f"{where}: column '{column}' lies in the list '{within}': say each: {within}"
