"""What a cell names where it holds more than a name: 水利局局长 names a unit and no unit of that name."""

from collections.abc import Callable
from typing import Any

from graph_service.mentions.lexicon.titles import is_title
from graph_service.mentions.lexicon.unit_posts import unit_post
from loaders.declare.parts import SourceMapping
from loaders.declare.source import EndSpec
from schema import KINDS
from schema.unit import Unit

NameReader = Callable[[str], str | None]


def name_reader(kind: str) -> NameReader:
    """Return what finds the name of a thing of this kind in a name's column; it finds None where an office stands alone."""
    if kind == Unit.LABEL:
        return unit_in
    return person_in if "called" in KINDS[kind].model_fields else str


def unit_in(name: str) -> str:
    """Return the unit of a cell that may hold a post after it."""
    found = unit_post(name)
    return found.unit if found else name


def person_in(name: str) -> str | None:
    """Return the person's name, without the unit and post before it; None where only these or a title are given."""
    if is_title(name):
        return None
    found = unit_post(name)
    return (found.name or None) if found else name


def post_reader(read: Callable[[object], Any]) -> Callable[[object], Any]:
    """Return what reads the post of a cell that may hold a unit before it."""

    def post(cell: object) -> Any:
        value = read(cell)
        found = unit_post(value) if value is not None else None
        return found.post if found else value

    return post


def unit_columns(mapping: SourceMapping) -> frozenset[str]:
    """Return the columns in which the source names units."""
    nodes = (spec.fields.get("name") for spec in mapping.nodes.values() if spec.kind == Unit.LABEL)
    ends: list[Any] = [end for link in mapping.links for end in (link.from_, link.to) if isinstance(end, EndSpec)]
    referred = {end.column for end in ends if end.kind == Unit.LABEL and end.by == "name"}
    return frozenset(referred.union(*(named.read_columns for named in nodes if named)))
