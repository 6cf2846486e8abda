"""Answers that are shown part by part: each part is a text of its own, so that each has a short plan, and all are asked at once."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph_service.api.plan.found import sent
from graph_service.api.plan.root import Request, Root
from graph_service.cypher.files import query
from graph_service.cypher.lists.page import Answer, Choice, cut, found
from graph_service.cypher.order import sorting
from graph_service.cypher.project.piece import one_object
from graph_service.cypher.project.projection import Projector
from graph_service.cypher.project.selection import SelectedField
from graph_service.cypher.project.shape import Shape
from graph_service.cypher.project.shown import shown_by
from graph_service.cypher.rules import filled_whole
from graph_service.errors import Conflict, no_such
from graph_service.graph import Graph


@dataclass(frozen=True)
class Part:
    """One part of an answer: what it is called in what was gathered, the file that shows it, its text, its shape."""

    name: str
    file: str
    text: str
    shape: Shape


@dataclass(frozen=True)
class InParts:
    """A root field that is shown part by part, its keys in the order of the selection."""

    root: Root
    parts: tuple[Part, ...]
    keys: tuple[str, ...]

    async def answer(
        self, request: Request, params: Mapping[str, Any], put: Callable[[str], str], graph: Graph
    ) -> dict[str, Any]:
        """Return the value of the field; refuse where there is no such thing, and where any of it is gone since."""
        if self.root.gather is None:
            raise TypeError(f"nothing is gathered for {self.root.name}")
        told = await self.root.gather(graph, params, request)
        if told is None:
            raise no_such(self.root.name)
        shown = await asyncio.gather(
            *(_show(part, {**params, "found": told[part.name]}, put, graph) for part in self.parts)
        )
        values = {key: value for each in shown for key, value in each.items()}
        return {key: values[key] for key in self.keys}


async def _show(part: Part, params: Mapping[str, Any], put: Callable[[str], str], graph: Graph) -> dict[str, Any]:
    text = filled_whole(put(part.text), (), part.file)
    (rows,) = await graph.fetch(text, {**params, **sent(part.file, params)}, part.file)
    if not rows:
        raise Conflict("what was read has changed since", part.name, "ask again")
    values: dict[str, Any] = part.shape(rows[0])
    return values


def in_parts(root: Root, chosen: SelectedField, projector: Projector) -> InParts | None:
    """Return how a root is shown part by part, nothing of one that is not; what belongs to no part is the first."""
    if not root.parts:
        return None
    fields = projector.scope.fields(chosen.sets, root.type)
    rest = [each for each in fields if each.name not in root.parts]
    noted = shown_by(projector.scope.schema, root.type, {each.name for each in rest}, root.row)
    parts = [_part(root, root.name, rest, projector, noted)]
    for name in root.parts:
        if of_part := [each for each in fields if each.name == name]:
            parts.append(_part(root, name, of_part, projector))
    return InParts(root, tuple(parts), tuple(each.key for each in fields))


def nowhere(root: Root, _chosen: SelectedField, _projector: Projector) -> Any:
    """Return what a root that is shown in parts has in the places of the one text of others and of what reads its answer."""
    return Answer(root.row, ""), lambda values, _: values


def _part(
    root: Root, name: str, fields: Sequence[SelectedField], projector: Projector, noted: str | None = None
) -> Part:
    file = query(root.parts.get(name, root.show or ""))
    piece = one_object([(each.key, projector.key(root.type, each, root.row)) for each in fields], noted)
    one = f"{found(file, Choice())}\n{cut(file, root.row, sorting(file.ties()), '1')}"
    return Part(name, file.name, f"{one} RETURN collect({piece.expression}) AS rows", piece.shape)
