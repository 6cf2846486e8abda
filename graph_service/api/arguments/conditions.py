"""From a filter as a client gave it to conditions in Cypher; every value travels as a parameter, none in the text.

A condition holds or does not hold: where a field has no value, nothing that is said of its value holds, and `not` of it does.
Whatever a condition looks at beside the thing itself, a relationship or what is at its other end, the viewer must be able to
see. Ids are looked up before the query runs, so that a wrong one is refused and one that was merged leads to its survivor.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph_service.api.arguments.filterable import CAPTION, SINCE, FilterField, fields_of, member_field
from graph_service.api.arguments.joined import JOINED, all_of, each_of
from graph_service.api.arguments.normal_form import as_kept, normal, written_forms
from graph_service.api.arguments.since import AskedMoment, read_since
from graph_service.api.arguments.sought import Sought, plain, sought
from graph_service.cypher.files import Filter, read_folder
from graph_service.cypher.lists.changed import changed_since
from graph_service.cypher.lists.walk import listed, matched
from graph_service.errors import TooMuch
from graph_service.model import ABSTRACT, Ends, Walk, carried, end_type, walks_of
from schema import RelationshipType

WHERE = "where"  # the parameter that holds the values of a root's filter
MOST_CONDITIONS = 60  # of one filter, those inside others counted
MOST_WALKS = 4  # links from one thing to the next, one inside the other
MOST_VALUES = 1000  # of one `in`
_POINTED = re.compile(r":(\w+(?:\|\w+)*) \{uid: \$(\w+)\}")
_COMPARED = {"lt": "<", "lte": "<=", "gt": ">", "gte": ">="}
_IN_TEXT = {"contains": "CONTAINS", "startsWith": "STARTS WITH", "endsWith": "ENDS WITH"}
Given = Mapping[str, Any]


@dataclass(frozen=True)
class AskedId:
    """An id in a filter: what it points at, the place of the uid that answers for it, the argument that it was given in."""

    target: Sought
    place: str
    argument: str


@dataclass
class Conditions:
    """The conditions of one filter while they are put into text: their values and the ids among them."""

    param: str = WHERE
    argument: str = "filter"
    values: dict[str, Any] = field(default_factory=dict)
    ids: list[AskedId | AskedMoment] = field(default_factory=list)
    _counted: int = 0
    _named: int = 0

    def of(self, type_name: str, given: Given, var: str, walks: int = 0) -> list[str]:
        """Return the conditions on a node of this kind or family, all of which must hold; refuse what is too much."""
        texts: list[str] = []
        for name, value in given.items():
            if value is not None:
                texts += self._one(type_name, name, value, var, walks)
        return texts

    def of_edge(self, link: RelationshipType, given: Given, edge: str, ends: Ends, walks: int = 0) -> list[str]:
        """Return the conditions on a relationship and on its ends."""
        texts: list[str] = []
        far = {link.start_name: (end_type(link.start), ends.start), link.end_name: (end_type(link.end), ends.end)}
        for name, value in given.items():
            if value is None:
                continue
            if name in far:
                texts += self.of(far[name][0], value, far[name][1], walks)
            elif name in JOINED:
                texts.append(JOINED[name]([self.of_edge(link, each, edge, ends, walks) for each in each_of(value)]))
            else:
                field_ = fields_of(link.edge)[name]
                texts += self._met(field_, carried(link, field_.stored, edge, ends.start), value)
        return texts

    def _one(self, type_name: str, name: str, value: Any, var: str, walks: int) -> list[str]:
        if name in JOINED:
            return [JOINED[name]([self.of(type_name, each, var, walks) for each in each_of(value)])]
        if name == "where":
            return self._where(type_name, value, var, walks)
        if name == SINCE:
            return [self._changed(value, var)]
        if name == "ids":
            return [f"{var}.uid IN {self._ids(type_name, value)}"]
        if name == CAPTION:
            return self._field(fields_of(type_name)[name], value, var)
        if name == "kinds" and type_name in ABSTRACT:
            labels = [label for label in plain(value) if label in ABSTRACT[type_name]]
            return [f"({var}:{'|'.join(labels)})" if labels else "false"]
        if type_name in ABSTRACT and name in (members := {member_field(label): label for label in ABSTRACT[type_name]}):
            label = members[name]
            return [all_of([f"{var}:{label}", *self.of(label, value, var, walks)])]
        return [self._stated(stated_filters(type_name)[name], value, var)]

    def _where(self, type_name: str, given: Given, var: str, walks: int) -> list[str]:
        texts: list[str] = []
        for name, value in given.items():
            if value is None:
                continue
            if name in (known := walks_of(type_name)):
                texts += self._linked(known[name], value, var, walks + 1)
            else:
                texts += self._field(fields_of(type_name)[name], value, var)
        return texts

    def _linked(self, walk: Walk, given: Given, var: str, walks: int) -> list[str]:
        if walks > MOST_WALKS:
            what = f"the filter goes through more than {MOST_WALKS} links, one inside the other"
            raise TooMuch(what, f"argument {self.argument}", "ask for less at once")
        texts = []
        for name, value in given.items():
            if value is None or name == "of":
                continue
            if name in ("count", "things"):
                far = f"{self.param}_m{self._named + 1}"
                different = f" RETURN DISTINCT {far}" if name == "things" else ""
                counted = f"COUNT {{ {self._matched(walk, given.get('of') or {}, var, walks)}{different} }}"
                texts += [
                    self._compared(counted, sign, self._put(number))
                    for sign, number in value.items()
                    if number is not None
                ]
            else:
                found = f"EXISTS {{ {self._matched(walk, value, var, walks)} }}"
                texts.append(found if name == "some" else f"NOT {found}")
        return texts

    def _matched(self, walk: Walk, given: Given, var: str, walks: int) -> str:
        self._count()
        self._named += 1
        edge, far = f"{self.param}_r{self._named}", f"{self.param}_m{self._named}"
        ends = Ends(var, far) if walk.forward else Ends(far, var)
        conditions = [listed(walk, var, edge, far), *self.of_edge(walk.link, given, edge, ends, walks)]
        return f"{matched(walk, var, edge, far)} WHERE {' AND '.join(conditions)}"

    def _changed(self, value: str, var: str) -> str:
        self._count()
        since = read_since(value, f"argument {self.argument}.{SINCE}")
        place = self._put(since)
        if isinstance(since, str):
            self.ids.append(AskedMoment(since, place.rpartition(".")[2]))
        return changed_since(var, f"{self.param}_c{len(self.values)}", place)

    def _field(self, field_: FilterField, given: Given, var: str) -> list[str]:
        return self._met(field_, field_.expression(var), given)

    def _met(self, field_: FilterField, expression: str, given: Given) -> list[str]:
        return [self._operation(field_, expression, name, value) for name, value in given.items() if value is not None]

    def _operation(self, field_: FilterField, expression: str, name: str, value: Any) -> str:
        self._count()
        if name == "isNull":
            return f"{expression} IS {'' if value else 'NOT '}NULL"
        if name in _IN_TEXT:
            return self._in_text(expression, _IN_TEXT[name], value)
        made = plain(value)
        if field_.identifies:
            stored = field_.stored
            made = [normal(each, stored) for each in made] if isinstance(made, list) else normal(made, stored)
        elif field_.numbers:
            return self._numbered(expression, name, made)
        return self._compared(expression, name, self._put(made), field_.cast)

    def _compared(self, expression: str, name: str, value: str, cast: str | None = None) -> str:
        if name == "in":
            return f"{expression} IN {f'[each IN {value} | {cast}(each)]' if cast else value}"
        made = f"{cast}({value})" if cast else value
        if name == "ne":
            return f"({expression} IS NULL OR {expression} <> {made})"
        return f"{expression} {_COMPARED.get(name, '=')} {made}"

    def _numbered(self, expression: str, name: str, made: Any) -> str:
        self._bounded(made)
        forms = [form for each in (made if isinstance(made, list) else [made]) for form in written_forms(each)]
        place = self._kept(forms)
        return f"({expression} IS NULL OR NOT {expression} IN {place})" if name == "ne" else f"{expression} IN {place}"

    def _in_text(self, expression: str, word: str, value: str) -> str:
        if value.lower() == value.upper():  # no letter of it has a case: an index may serve
            return f"{expression} {word} {self._put(value)}"
        return f"toLower({expression}) {word} {self._put(value.lower())}"

    def _stated(self, stated: Filter, value: Any, var: str) -> str:
        """Return a condition that a query file states, on another variable than its own and with values of this filter."""
        self._count()
        text = stated.text
        if stated.type == "ID":
            place = self._id(value, pointed(stated), stated.name)
            text = text.replace("n.KEY_", "n.uid")
        else:
            place = self._put(as_kept(stated.field, plain(value)))
        return re.sub(r"\bn\b", var, text).replace(f"${stated.name}", place)

    def _ids(self, type_name: str, given: list[Any]) -> str:
        self._bounded(given)
        labels = ABSTRACT.get(type_name, (type_name,))
        places = [self._id(each, labels, "ids") for each in given]
        return f"[{', '.join(places)}]"

    def _id(self, value: Any, labels: tuple[str, ...], name: str) -> str:
        argument = f"{self.argument}.{name}"
        target = sought(value, argument, *labels)
        place = self._put(target.value)
        self.ids.append(AskedId(target, place.rpartition(".")[2], argument))
        return place

    def _put(self, value: Any) -> str:
        self._bounded(value)
        return self._kept(value)

    def _kept(self, value: Any) -> str:
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f"${self.param}.{name}"

    def _bounded(self, value: Any) -> None:
        if isinstance(value, list) and len(value) > MOST_VALUES:
            what = f"{len(value)} values in one condition, but at most {MOST_VALUES} are allowed"
            raise TooMuch(what, f"argument {self.argument}", "ask for less at once, or use lookup")

    def _count(self) -> None:
        self._counted += 1
        if self._counted > MOST_CONDITIONS:
            what = f"the filter holds more than {MOST_CONDITIONS} conditions"
            raise TooMuch(what, f"argument {self.argument}", "ask for less at once")


def pointed(stated: Filter) -> tuple[str, ...]:
    """Return the kinds of what the id of a stated condition points at; none where it is the thing itself."""
    found = {param: labels for labels, param in _POINTED.findall(stated.text)}
    return tuple(found[stated.name].split("|")) if stated.name in found else ()


@cache
def stated_filters(type_name: str) -> dict[str, Filter]:
    """Return the handy conditions that the query file of a kind or family states, by name."""
    files = (file for name, file in read_folder("read").items() if name.startswith("kinds/"))
    return next((file.filters for file in files if file.head["returns"] == type_name), {})
