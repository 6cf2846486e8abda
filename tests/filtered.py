"""What a filter means, said once more in Python over a sketch: the judge of what the graph answers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from functools import cached_property
from typing import Any

from graph_service.api.arguments.filterable import CAME_ON, CAPTION, member_field
from graph_service.model import ABSTRACT, Walk, end_type, properties_of, snake, walks_of
from schema import KINDS, RelationshipType
from schema.record import captioned
from tests.sketch import Drawn, Sketch

Given = Mapping[str, Any]
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda value, told: value == told, "lt": lambda value, told: value < told, "lte": lambda value, told: value <= told,
    "gt": lambda value, told: value > told, "gte": lambda value, told: value >= told, "in": lambda value, told: value in told,
    "contains": lambda value, told: told.lower() in value.lower(), "startsWith": lambda value, told: value.lower().startswith(told.lower()),
    "endsWith": lambda value, told: value.lower().endswith(told.lower()),
}  # fmt: skip


@dataclass(frozen=True)
class Judge:
    """What an officer sees of a sketch, and which of it meets a filter."""

    seen: Sketch

    def found(self, type_name: str, given: Given) -> set[str]:
        """Return the uids of the nodes of a kind or family that meet the filter."""
        labels = ABSTRACT.get(type_name, (type_name,))
        return {uid for label in labels for uid in self.seen.nodes[label] if self.meets(type_name, given, uid)}

    def meets(self, type_name: str, given: Given, uid: str) -> bool:
        """Return whether a node meets every condition of a filter."""
        return all(self._one(type_name, name, told, uid) for name, told in given.items())

    def _one(self, type_name: str, name: str, told: Any, uid: str) -> bool:
        label = self.seen.labels[uid]
        members = {member_field(each): each for each in ABSTRACT.get(type_name, ())}
        if name in {"and", "or", "not"}:
            return _joined(name, told, lambda each: self.meets(type_name, each, uid))
        if name == "where":
            return all(self._where(type_name, each, conditions, uid) for each, conditions in told.items())
        if name in members:
            return members[name] == label and self.meets(label, told, uid)
        if name == CAPTION:
            return _holds(told, self._value(label, CAPTION, uid))
        return uid in told if name == "ids" else snake(label).upper() in told

    def _where(self, type_name: str, name: str, told: Given, uid: str) -> bool:
        walk = walks_of(type_name).get(name)
        if walk is None:
            return _holds(told, self._value(self.seen.labels[uid], name, uid))
        ends = list(self._ends(walk, uid))

        def those(given: Given) -> list[tuple[str, str, Drawn]]:
            return [each for each in ends if self._edge(walk.link, given, *each)]

        def met(given: Given) -> int:
            return len(those(given))

        asked: dict[str, Callable[[Any], bool]] = {
            "some": lambda each: met(each) > 0,
            "none": lambda each: met(each) == 0,
            "of": lambda _: True,
        }
        asked["count"] = lambda each: _holds(each, met(told.get("of") or {}))
        asked["things"] = lambda each: _holds(each, len({one[:2] for one in those(told.get("of") or {})}))
        return all(asked[each](conditions) for each, conditions in told.items())

    def _edge(self, link: RelationshipType, given: Given, start: str, end: str, drawn: Drawn) -> bool:
        ends = {link.start_name: (end_type(link.start), start), link.end_name: (end_type(link.end), end)}
        for name, told in given.items():
            if name in ends:
                holds = self.meets(ends[name][0], told, ends[name][1])
            elif name in {"and", "or", "not"}:
                holds = _joined(name, told, lambda each: self._edge(link, each, start, end, drawn))
            else:
                holds = _holds(told, _plain(drawn.properties.get(properties_of(link.edge)[name][0])))
            if not holds:
                return False
        return True

    def _ends(self, walk: Walk, uid: str) -> Iterator[tuple[str, str, Drawn]]:
        for start, end, drawn in self._ties.get(walk.link.type, ()):
            if walk.link.mutual and uid == end:
                yield end, start, _turned(walk.link, drawn)
            elif uid == (start if walk.forward else end):
                yield start, end, drawn

    @cached_property
    def _ties(self) -> dict[str, list[tuple[str, str, Drawn]]]:
        found: dict[str, list[tuple[str, str, Drawn]]] = {}
        for (kind, _, _), ties in self.seen.ties.items():
            found.setdefault(kind, []).extend(ties.values())
        return found

    def _value(self, label: str, name: str, uid: str) -> Any:
        values = self.seen.nodes[label][uid].properties
        if name == CAPTION:
            named = (values.get(each) for each in captioned(list(KINDS.values())))
            return next((each for each in named if each is not None), "?")
        if name == CAME_ON:
            return (_plain(values.get(KINDS[label].ORDER[0][1:])) or "")[:10] or None
        return _plain(values.get(properties_of(label)[name][0]))


def _turned(link: RelationshipType, drawn: Drawn) -> Drawn:
    told = {
        name: turned.get(str(drawn.properties.get(name)), drawn.properties.get(name))
        for name, turned in link.ties.FROM_THE_END.items()
    }
    return replace(drawn, properties={**drawn.properties, **told})


def _joined(name: str, told: Any, meets: Callable[[Given], bool]) -> bool:
    if name == "not":
        return not meets(told)
    return all(map(meets, told)) if name == "and" else any(map(meets, told))


def _holds(told: Given, value: Any) -> bool:
    for name, wanted in told.items():
        if name == "isNull":
            holds = (value is None) is wanted
        elif name == "ne":
            holds = value is None or value != wanted
        else:
            holds = value is not None and _COMPARED[name](value, wanted)
        if not holds:
            return False
    return True


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date | datetime) else value
