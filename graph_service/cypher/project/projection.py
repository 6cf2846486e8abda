"""Compiles a GraphQL selection to one Cypher expression, nested lists included.

It has no predicate on the viewer of its own: what makes a nested list says it, beside this module or in `queries/parts/`.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import partial

from graphql import SelectionSetNode, get_named_type, is_leaf_type, is_list_type, is_non_null_type

from graph_service.cypher.macros import caption
from graph_service.cypher.project import own, provenance, shape, subjects
from graph_service.cypher.project.bounds import MOST
from graph_service.cypher.project.kept import checks, clue_life, series, tasks, views
from graph_service.cypher.project.mentions import MENTIONS, Projecting, has_mentions, mentions
from graph_service.cypher.project.nested import PAGE, NestedList, WalkedList, WalkNames
from graph_service.cypher.project.piece import Piece, Several, constant, one_object
from graph_service.cypher.project.selection import Scope, SelectedField
from graph_service.cypher.project.shown import shown_by
from graph_service.cypher.project.signing import as_of, hit_id
from graph_service.cypher.project.told_ties import hops_of, told_of
from graph_service.cypher.project.walked import walk_of, walked
from graph_service.cypher.retold import stored_in_chinese
from graph_service.cypher.sentences import (
    hit_in_chinese,
    hit_in_english,
    in_chinese,
    in_english,
    warning_in_chinese,
    warning_in_english,
)
from graph_service.errors import TooMuch
from graph_service.model import ABSTRACT, COMMON, PICTURED, Walk, properties_of, scalar_of, snake, walks_of
from schema import KINDS, PREFIXES
from schema.record import captioned

TAG = "@type"  # key under which an object tells graphql-core its type; no response key can be so called
MOST_LISTS = 100  # of one root field; a short document can ask for millions by fragments that spread fragments
_OF_MATTERS = {series.SERIES_FIELD: series.of_matter, subjects.SUBJECTS: subjects.of_matter}
_OF_ACTS = (
    (checks.comes_of_checks, checks.of_alert),
    (clue_life.is_of_life, clue_life.of_clue),
    (tasks.is_life, tasks.of_ticket),
)
_OF_LINKS = {"Link", "Notice", "PackJoin", "SeriesSuggestion", "ConsultationItem"}  # say what a stored link says
_TOLD = {
    ("Evidence", "sentence"): in_english,
    ("Evidence", "sentenceZh"): in_chinese,
    ("WarningFact", "sentence"): warning_in_english,
    ("WarningFact", "sentenceZh"): warning_in_chinese,
    ("ModelHit", "sentence"): hit_in_english,
    ("ModelHit", "sentenceZh"): hit_in_chinese,
    ("Changes", "asOf"): as_of,
    ("Hit", "id"): hit_id,
}


@dataclass
class Projector:
    """Projects nodes, edges and the maps of query files for one operation.

    A `Node` may be of the types in `own`, nodes of the service's own, beside those of the declared kinds.
    """

    scope: Scope
    tagged: bool = False  # with the type's name in each object, for graphql-core's execution
    own: tuple[str, ...] = ()
    arguments: list[NestedList] = field(default_factory=list)
    _names: int = 0

    def node(self, type_name: str, sets: tuple[SelectionSetNode, ...], var: str) -> Piece:
        """Return the projection of a node of this kind or family."""
        if type_name in ABSTRACT:
            return self._by_label(type_name, sets, var)
        pieces = [(each.key, self._field(type_name, each, var)) for each in self.scope.fields(sets, type_name)]
        return one_object(pieces, f"{var}.uid")

    def _by_label(self, family: str, sets: tuple[SelectionSetNode, ...], var: str) -> Piece:
        several = Several(var, (*ABSTRACT[family], *(self.own if family == "Node" else ())))
        for label in several.labels:
            for each in self.scope.fields(sets, label):
                if each.name == "__typename":
                    several.fix(label, each.key, label)
                else:
                    same = (each.key, *map(id, each.nodes), _mapped(label, each.name))
                    several.add(label, each.key, same, partial(self._field, label, each, var, family))
            if self.tagged:
                several.fix(label, TAG, label)
        return several.piece()

    def _field(self, owner: str, chosen: SelectedField, var: str, family: str | None = None) -> Piece:
        name = chosen.name
        if name == "__typename":
            return constant(owner)
        if name == "id":
            return Piece(f"{var}.uid", shape.leaf)
        if owner in own.OWN:
            return own.field(self, owner, chosen, var)
        if name == "caption":
            kinds = [KINDS[label] for label in ABSTRACT.get(family or "", (owner,))]
            return Piece(caption(var, captioned(kinds)), shape.leaf)
        if name == "provenance":
            return provenance.of_node(self, chosen, var)
        if name == MENTIONS and has_mentions(owner):
            return mentions(self, owner, chosen, var)
        if name in _OF_MATTERS and series.is_in_series(owner):
            return _OF_MATTERS[name](self, owner, chosen, var)
        if project := _of_acts(owner, name):
            return project(self, chosen, var)
        if walk := walk_of(owner, name, walks_of(owner)):
            return walked(self, owner, walk, chosen, var)
        return Piece(scalar_of(owner, name, var), shape.leaf)

    def next_number(self) -> int:
        """Return a number that no variable of the projection has yet."""
        self._names += 1
        return self._names

    def open_list(self, owner: str, chosen: SelectedField) -> tuple[int, str]:
        """Return the number of a nested list and the parameter that bounds it; refuse one list too many."""
        opened = NestedList(self._number_of_list(), owner, chosen.nodes[0])
        self.arguments.append(opened)
        return opened.number, opened.first

    def open_walk(self, owner: str, chosen: SelectedField, walk: Walk, near: str) -> WalkedList:
        """Return a list that follows a link, numbered and remembered; refuse one list too many."""
        number = self._number_of_list()
        names = WalkNames(near, f"r{number}", f"m{number}")
        opened = WalkedList(number, owner, chosen.nodes[0], walk, names)
        self.arguments.append(opened)
        return opened

    def _number_of_list(self) -> int:
        if len(self.arguments) >= MOST_LISTS:
            what = f"the selection holds more than {MOST_LISTS} lists, those that fragments repeat counted each time"
            raise TooMuch(what, "selection", "ask for less at once")
        return self.next_number()

    def relationship(self, sets: tuple[SelectionSetNode, ...], var: str) -> Piece:
        """Return the projection of any relationship as a `Relationship`, whose id is not that of what a list calls it."""
        known = {
            "id": f"'{PICTURED}' + {var}.uid", "type": f"type({var})",
            "source": f"startNode({var}).uid", "target": f"endNode({var}).uid", "properties": f"properties({var})",
        }  # fmt: skip
        pieces: list[tuple[str, Piece]] = []
        for each in self.scope.fields(sets, "Relationship"):
            as_is = shape.properties if each.name == "properties" else shape.leaf
            pieces.append(
                (each.key, Piece(known[each.name], as_is) if each.name in known else constant("Relationship"))
            )
        return one_object(pieces, f"[{known['source']}, {known['target']}]")

    def row(self, type_name: str, sets: tuple[SelectionSetNode, ...], var: str) -> Piece:
        """Return the projection of a map that a query file returns, its keys the fields of the type."""
        if type_name in KINDS or type_name in ABSTRACT or type_name == series.SERIES:
            return self.node(type_name, sets, var)
        if type_name == "Relationship":
            return self.relationship(sets, var)
        fields = self.scope.fields(sets, type_name)
        pieces = [(each.key, self.key(type_name, each, var)) for each in fields]
        return one_object(pieces, shown_by(self.scope.schema, type_name, {each.name for each in fields}, var))

    def key(self, type_name: str, chosen: SelectedField, var: str) -> Piece:
        """Return the projection of one key of a map that a query file returns."""
        if chosen.name == "__typename":
            return constant(type_name)
        field_type = self.scope.schema.type_map[type_name].fields[chosen.name].type  # type: ignore[attr-defined]
        named = get_named_type(field_type)
        key = hops_of(var) if (type_name, chosen.name) == ("Path", "hops") else f"{var}.{snake(chosen.name)}"
        if (told := _made_of(self, type_name, chosen, var)) is not None:
            return told
        if (type_name, chosen.name) in _TOLD:
            return Piece(f"{var}.told", _TOLD[type_name, chosen.name])
        if chosen.name == "sentenceZh" and type_name in _OF_LINKS:
            return Piece(f"[{var}.rule, {var}.sentence]", stored_in_chinese)
        if is_leaf_type(named):
            return Piece(key, shape.leaf)
        self._names += 1
        inner_var = f"v{self._names}"
        inner = self.row(named.name, chosen.sets, inner_var)
        bare = field_type.of_type if is_non_null_type(field_type) else field_type
        if is_list_type(bare):
            most = MOST.get(f"{type_name}.{chosen.name}")
            cut = f"{key}[..{most}]" if most else key
            return Piece(
                f"COLLECT {{ UNWIND {cut} AS {inner_var} RETURN {inner.expression} }}", shape.many(inner.shape)
            )
        one = f"COLLECT {{ WITH {key} AS {inner_var} RETURN {inner.expression} }}[0]"
        return Piece(
            one if is_non_null_type(field_type) else f"CASE WHEN {key} IS NOT NULL THEN {one} END", inner.shape
        )


def _made_of(projector: Projecting, owner: str, chosen: SelectedField, var: str) -> Piece | None:
    """Return the projection of a key that is made of others of its row, nothing for other keys."""
    if tasks.is_of_task(owner, chosen.name):
        return tasks.of_task(projector, owner, chosen, var)
    if views.is_in_view(owner, chosen.name):
        return views.of_view(projector, chosen, var)
    return told_of(owner, chosen.name, var)


def _of_acts(owner: str, name: str) -> Callable[[Projecting, SelectedField, str], Piece] | None:
    """Return what projects a field that tells of what people did with a thing, nothing for other fields."""
    return next((project for is_of, project in _OF_ACTS if is_of(owner, name)), None)


def _mapped(owner: str, name: str) -> Hashable:
    """Return what a field of a kind stands for in the graph."""
    if (owner in own.OWN and name != "id") or _of_acts(owner, name):
        return owner, name
    if name in {"id", MENTIONS, *_OF_MATTERS, *COMMON}:
        return name
    if walk := walk_of(owner, name, walks_of(owner)):
        return walk.link.type, walk.forward, name.endswith(PAGE)
    return properties_of(owner)[name]


def label_of(uid: str) -> str | None:
    """Return the label in which a uid is to be sought, or nothing when it is none of ours."""
    return PREFIXES.get(uid.partition("_")[0])
