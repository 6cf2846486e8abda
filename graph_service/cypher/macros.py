"""What query files say in one word, written out when a file is read: who may see a thing, what it is called, its order.

Each macro says in its docstring what it is written out as; docs/query_files.md is made of these. The words of the trade are
in `trade.py`, the predicate on the viewer in `visibility.py`.
"""

import re
from collections.abc import Callable

from graph_service.cypher.lists.changed import is_later, says_otherwise, was_known
from graph_service.cypher.load.journal import noted
from graph_service.cypher.marks import marked, readers_in, readers_of
from graph_service.cypher.namings import namers, namings_counted, surest
from graph_service.cypher.order import known_by, natural_place, newest_place, node_order, sorting, stated_order
from graph_service.cypher.states import STATES, TODAY
from graph_service.cypher.trade import (
    car_of,
    concerning,
    concerns,
    controls,
    held_on,
    is_about,
    is_complaint,
    is_firm,
    is_private_firm,
    kinds_of,
    lacks_echo,
    leads,
    of_subject,
    same_kind,
    tells_against,
    was_in_post,
    was_put_right,
)
from graph_service.cypher.visibility import hit, hit_itself, open_to_viewer, visible
from schema import ENTITY, EVENT, KINDS, MATTER, RELATIONSHIPS
from schema.record import captioned

CAPTIONS = captioned(list(KINDS.values()))
_OF_THE_WORK = {"HANDLED_BY", "INVESTIGATED_BY", "OVERSEES", "MEMBER_OF", "IS_PERSON", "STATED_OF"}
# Named one by one: what is sought by type is not looked at, where what is left out has to be (a third of the work).
_CONNECTIONS = "|".join(["NAMES_IN_TEXT", *(link.type for link in RELATIONSHIPS if link.type not in _OF_THE_WORK)])
TOLD_OF_TIES = ("role", "relation", "post", "word", "duty", "place_use", "ratio", "as_named", "certainty")
SEPARATORS = " ·-.()[]〔〕号"
FAMILIES = {
    "MATTERS_": "|".join(MATTER),
    "ENTITIES_": "|".join(ENTITY),
    "EVENTS_": "|".join(EVENT),
    "OTHERS_": "|".join(label for label in KINDS if label not in {*MATTER, *ENTITY, *EVENT}),
    "CONNECTIONS_": _CONNECTIONS,
}
_WORDS = FAMILIES | {"TODAY_": TODAY}
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})(?!\w)")
_DAYS = tuple(dict.fromkeys(KINDS[label].ORDER[0].removeprefix("-") for label in MATTER))  # a matter's newest-first day
_DATES = tuple(dict.fromkeys(kind.ORDER[0][1:] for kind in KINDS.values() if kind.ORDER[0].startswith("-")))


def visible_itself(thing: str) -> str:
    """Return the condition that the viewer may read a node by its own readers, whatever it was merged into."""
    return open_to_viewer(f"coalesce({thing}.own_audience, {thing}.audience)")


def visible_parts(thing: str) -> str:
    """Return the condition that the viewer may read everything that a node rests on, whose readers it lists."""
    return f"all(audience IN {thing}.audiences WHERE {open_to_viewer('audience')})"


def visible_series(series: str) -> str:
    """Return the condition that the viewer may read a matter that is or was a member of a series."""
    matter = f"MATCH (its_matter:{FAMILIES['MATTERS_']} {{uid: stay.matter}}) WHERE {visible('its_matter')}"
    return f"EXISTS {{ MATCH (stay:SeriesMember)-[:IN_SERIES|WAS_IN]->({series}:Series) {matter} }}"


def visible_entry(entry: str) -> str:
    """Return the condition that the viewer may read every matter that something said of a series rests on."""
    matter = f"MATCH (told_of:{FAMILIES['MATTERS_']} {{uid: part_of}}) WHERE {visible('told_of')}"
    return f"COUNT {{ UNWIND {entry}.rests_on AS part_of {matter} RETURN 1 }} = size({entry}.rests_on)"


def caption(thing: str, fields: tuple[str, ...] = CAPTIONS) -> str:
    """Return the expression of what a person calls a node."""
    return f"coalesce({', '.join(f'{thing}.{name}' for name in fields)}, '?')"


def signs_of(text: str) -> str:
    """Return the expression of a value without what only separates its signs: the form in which values are searched for."""
    made = f"toLower({text})"
    for mark in SEPARATORS:
        made = f"replace({made}, '{mark}', '')"
    return made


def came_on(matter: str) -> str:
    """Return the expression of the day on which a matter of any kind came in."""
    return f"coalesce({', '.join(f'date({matter}.{name})' for name in _DAYS)})"


def day_of(node: str) -> str:
    """Return the expression of the day of a node of any kind that is dated."""
    return f"coalesce({', '.join(f'date({node}.{name})' for name in _DATES)})"


def ties_of(node: str) -> str:
    """Return the expression of how many ties of a node the viewer may see, counted up to the size of a network."""
    return (
        f"COUNT {{ MATCH ({node})-[one_tie:{_CONNECTIONS}]-(one_far) WHERE {visible('one_tie', 'one_far')}"
        " AND ($types IS NULL OR type(one_tie) IN $types) RETURN 1 LIMIT $most_nodes + 1 }"
    )


def is_hub(ties: str, hop: str) -> str:
    """Return the condition that a node has more ties than a network follows; one that was asked around may have most."""
    return f"{ties} > CASE {hop} WHEN 0 THEN $most_nodes ELSE $hub_cap END"


def is_asked(tie: str, far: str) -> str:
    """Return the condition that the viewer may read a tie and its far end, and that it is of the types and the time in `$conditions`."""
    types = (
        f"($conditions.types IS NULL OR type({tie}) IN $conditions.types) AND NOT type({tie}) IN $conditions.not_types"
    )
    return f"{visible(tie, far)} AND {types} AND {is_of_time(tie)}"


def is_of_time(tie: str) -> str:
    """Return the condition that a tie is of the time in `$conditions`: by its term, else by the day of its matter or event."""
    term = f"{_no_later(f'{tie}.valid_from', 'date($conditions.until)')} AND {_no_later('date($conditions.since)', f'{tie}.valid_to')}"
    day = f"{_no_later('day', 'date($conditions.until)')} AND {_no_later('date($conditions.since)', 'day')}"
    return (
        f"CASE WHEN NOT $conditions.timed THEN true WHEN coalesce({tie}.valid_from, {tie}.valid_to) IS NOT NULL THEN {term}"
        f" ELSE all(day IN [{tie_day(tie)}] WHERE CASE WHEN day IS NULL THEN $conditions.undated ELSE {day} END) END"
    )


def _no_later(day: str, other: str) -> str:
    return f"coalesce({day} <= {other}, true)"


def is_closed(node: str) -> str:
    """Return the condition that a node is of a kind that `$conditions` closes."""
    return f"any(kind IN labels({node}) WHERE kind IN $conditions.closed)"


def tie_day(tie: str) -> str:
    """Return the expression of the day of a tie that has no time of its own: that of the matter or event at its ends."""
    return f"coalesce({day_of(f'startNode({tie})')}, {day_of(f'endNode({tie})')})"


def told_tie(tie: str) -> str:
    """Return the expression of what a sentence on a tie is made of: its type, where it starts, what it carries."""
    days = (f"{name}: toString({tie}.{name})" for name in ("valid_from", "valid_to"))
    carried = ", ".join([*(f".{name}" for name in TOLD_OF_TIES), *days])
    return f"{{type: type({tie}), start: startNode({tie}).uid, carried: {tie} {{{carried}}}}}"


def named(node: str) -> str:
    """Return the expression of what a sentence calls a node: its uid, its number where it is a matter, its caption."""
    return f"[{node}.uid, CASE WHEN {node}:Matter THEN {node}.number END, {caption(node)}]"


def public_key(node: str) -> str:
    """Return the expression of the list by which nodes of any kind sort: kind, what they are called, what identifies them."""
    kinds = " ".join(f"WHEN {node}:{label} THEN {rank}" for rank, label in enumerate(KINDS))
    *stated, uid = (key.expression for key in node_order("Node", node)[-3:])
    return f"[CASE {kinds} END, {caption(node)}, {', '.join(stated)}, {uid}]"


def natural_order(kind: str, thing: str) -> str:
    """Return what `ORDER BY` takes for nodes of this kind or family."""
    return sorting(stated_order(f"{kind} {thing}"))


def address(thing: str) -> str:
    """Return where a second query finds a node or relationship again; the server may give its element id to another."""
    return f"[elementId({thing}), {thing}.uid]"


def is_at(thing: str, place: str) -> str:
    """Return the condition that a node or relationship is the one of this address."""
    return f"elementId({thing}) = {place}[0] AND {thing}.uid = {place}[1]"


MACROS: dict[str, Callable[..., str]] = {
    macro.__name__: macro
    for macro in (
        visible,
        visible_itself,
        visible_parts,
        marked,
        readers_in,
        readers_of,
        hit,
        hit_itself,
        is_later,
        was_known,
        says_otherwise,
        noted,
        visible_series,
        visible_entry,
        *STATES,
        caption,
        signs_of,
        came_on,
        day_of,
        ties_of,
        is_hub,
        is_asked,
        is_of_time,
        is_closed,
        tie_day,
        told_tie,
        named,
        public_key,
        is_firm,
        is_private_firm,
        kinds_of,
        same_kind,
        concerning,
        concerns,
        of_subject,
        is_about,
        controls,
        is_complaint,
        leads,
        held_on,
        was_in_post,
        was_put_right,
        lacks_echo,
        tells_against,
        car_of,
        namings_counted,
        namers,
        surest,
        natural_order,
        natural_place,
        newest_place,
        known_by,
        address,
        is_at,
    )
}
_CALL = re.compile(rf"\b({'|'.join(sorted(MACROS, key=len, reverse=True))})\(((?:[^()]|\([^()]*\))+)\)")


def written_out(text: str) -> str:
    """Return the text of a query file with its macros, families of kinds and the day of today written out."""
    text = _WORD.sub(lambda word: _WORDS[word[0]], text)
    return _CALL.sub(lambda call: MACROS[call[1]](*(each.strip() for each in call[2].split(","))), text)
