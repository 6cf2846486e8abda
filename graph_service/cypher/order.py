"""The order of every list, from what `schema/` declares: never that of uids, which are other ones in every home.

Each key is an expression that is never null, so that a cursor can hold it and a later page can begin after it. What has
no value comes last. Where all that is public is equal, the uid makes the order total.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import cast

from graph_service.model import ABSTRACT, Walk, carried, is_temporal, is_term, value_type
from schema import KINDS
from schema.ordering import is_dated, ranks_of, words_of
from schema.record import Record, RelationshipRecord
from schema.term import Term

_AFTER_ALL_TEXT = "'\\uffff'"
_LEAST, _MOST = "-1.0e308", "1.0e308"
_OF_NODE = re.compile(r"([A-Z]\w+) ([\w.]+)")
_BETWEEN = re.compile(r", (?![^(]*\))")
_LAST_DAY = 99_999_999  # less a day's digits, so that the newest comes first
_LAST_MOMENT = 99_999_999_999_999  # less a moment's milliseconds, as many digits for three thousand years
_BETWEEN_KEYS = " + '\\u0001' + "


@dataclass(frozen=True)
class Order:
    """One way to sort a list: expression and direction, the tie broken by the file's `tie`."""

    name: str
    expression: str
    descending: bool
    cast: str | None  # the function that makes the cursor's text a value again
    about: str
    is_valued: bool = False  # whether the expression is never null

    def sort(self, conditions: Iterable[str] = ()) -> str:
        """Return the sort keys; what has no value comes last either way, though Neo4j would put it first descending.

        Where a condition lets only values through, the key that says so is left out: then an index gives the order.
        """
        if not self.descending:
            return f"{self.expression} ASC"
        valued = re.compile(rf"{re.escape(self.expression)} (?:[<>]=?|=|IN|STARTS WITH) (?!.*\bX?OR\b)", re.DOTALL)
        known = self.is_valued or any(valued.match(each) for each in conditions)
        return f"{self.expression} DESC" if known else f"{self.expression} IS NULL, {self.expression} DESC"


@dataclass(frozen=True)
class SortKey:
    """One key of an order: an expression that is never null, and the property that it stands for."""

    expression: str
    descending: bool = False
    stands_for: str = ""


Keys = tuple[SortKey, ...]


def sorting(keys: Sequence[SortKey]) -> str:
    """Return the keys as `ORDER BY` takes them."""
    return ", ".join(f"{key.expression} DESC" if key.descending else key.expression for key in keys)


def beyond(keys: Sequence[SortKey]) -> str:
    """Return the condition that a row comes after the one whose keys are in `$after_tie`.

    Several keys are cases, one after the other: of nested ANDs and ORs Neo4j makes one normal form, which doubles with
    each key (18 keys were planned for 45 s, as cases for less than one).
    """
    places = [
        (key.expression, f"$after_tie[{place}]", "<" if key.descending else ">") for place, key in enumerate(keys)
    ]
    *earlier, (last, value, sign) = places
    cases = "".join(f"WHEN {text} <> {told} THEN {text} {way} {told} " for text, told, way in earlier)
    return f"CASE {cases}ELSE {last} {sign} {value} END" if cases else f"{last} {sign} {value}"


@cache
def node_order(type_name: str, var: str) -> Keys:
    """Return the order of nodes of this kind or family."""
    labels = ABSTRACT.get(type_name, (type_name,))
    return (*_newest(labels, var), *_named(labels, var), *_origin_of_node(labels, var))


def natural_place(type_name: str, *nodes: str) -> str:
    """Return the expression of one text by which nodes of a dated kind or family sort as by `node_order`, day by day.

    Kept where very many rows are sorted by what is at their ends: two texts are compared where a score of keys would be.
    """
    return _BETWEEN_KEYS.join(key for node in nodes for key in _placed(type_name, node))


def newest_place(moment: str, rule: str) -> str:
    """Return the expression of one text by which what was proposed comes newest first, and by its rule where all came at once."""
    return f"toString({_LAST_MOMENT} - {moment}.epochMillis){_BETWEEN_KEYS}{rule}"


def _placed(type_name: str, var: str) -> Iterator[str]:
    newest, *others = [key.expression for key in node_order(type_name, var)][:-1]
    yield f"toString({_LAST_DAY} - coalesce(toInteger(replace(left({newest}, 10), '-', '')), 0))"
    yield from (f"toString({each})" for each in others)


@cache
def walk_order(walk: Walk, near: str, edge: str, far: str) -> Keys:
    """Return the order of a nested list: newest first where the far nodes are dated, then by what the link carries.

    The words that a link carries only tell apart what leads to nodes of one name.
    """
    labels = walk.link.end if walk.forward else walk.link.start
    ties = walk.link.ties
    stored = partial(carried, walk.link, edge=edge, near=near)
    ranks, told = ([_key(ties, name, edge, stored) for name in names] for names in (ranks_of(ties), words_of(ties)))
    return (*_newest(labels, far), *ranks, *_named(labels, far), *told, *origin(edge))


def origin(var: str) -> Keys:
    """Return the keys by which a node or relationship comes after all else: where it is from, and its uid."""
    return (*_stated(var), SortKey(f"{var}.uid"))


def known_by(var: str, labels: Iterable[str] = tuple(KINDS)) -> str:
    """Return the expression of what a node is known by: what identifies it wherever it is stated, else its source's key.

    Which of several rows is named as the origin of what has an identifier depends on rows that not everybody may read.
    """
    identifiers = dict.fromkeys(name for label in labels for name in KINDS[label].IDENTIFIERS)
    return f"coalesce({', '.join(f'{var}.{name}' for name in (*identifiers, 'source_key'))}, '')"


def _origin_of_node(labels: Sequence[str], var: str) -> Keys:
    identifiers = dict.fromkeys(name for label in labels for name in KINDS[label].IDENTIFIERS)
    if not identifiers:
        return origin(var)
    known = " AND ".join(f"{var}.{name} IS NULL" for name in identifiers)
    source = SortKey(f"CASE WHEN {known} THEN coalesce({var}.source, '') ELSE '' END")
    return source, SortKey(known_by(var, labels)), SortKey(f"{var}.uid")


@cache
def stated_order(head: str) -> Keys:
    """Return the order that a query file states: kinds with their variables, `Origin`, or expressions; uids come last."""
    keys: list[SortKey] = []
    uids: list[SortKey] = []
    for part in _BETWEEN.split(head):
        match = _OF_NODE.fullmatch(part)
        if match is None:
            keys.append(SortKey(part.removesuffix(" DESC"), part.endswith(" DESC")))
        else:
            *public, uid = origin(match[2]) if match[1] == "Origin" else node_order(match[1], match[2])
            keys += public
            uids.append(uid)
    return (*keys, *uids)


def _stated(var: str) -> Keys:
    return SortKey(f"coalesce({var}.source, '')"), SortKey(f"coalesce({var}.source_key, '')")


def _newest(labels: tuple[str, ...], var: str) -> Keys:
    """Return the day of nodes as the first key, where all their kinds have one."""
    if not is_dated(labels):
        return ()
    if len(labels) == 1:
        return (_key(KINDS[labels[0]], KINDS[labels[0]].ORDER[0], var),)
    return (_day(labels, var),)


def _day(labels: tuple[str, ...], var: str) -> SortKey:
    fields = {label: KINDS[label].ORDER[0][1:] for label in labels if is_dated([label])}
    return SortKey(f"coalesce(toString({_by_kind(fields, var)}), '')", True)


def _named(labels: tuple[str, ...], var: str) -> Keys:
    """Return the keys by which people call nodes; those of several kinds come kind by kind."""
    names = {label: [name for name in KINDS[label].ORDER if not name.startswith("-")] for label in labels}
    if len(labels) == 1:
        return tuple(_key(KINDS[labels[0]], name, var) for name in names[labels[0]])
    ranks = " ".join(f"WHEN {var}:{label} THEN {rank}" for rank, label in enumerate(labels[:-1]))
    kind = SortKey(f"CASE {ranks} ELSE {len(labels) - 1} END")
    some_dated = any(is_dated([label]) for label in labels) and not is_dated(labels)
    texts = (
        {label: own[place] for label, own in names.items() if place < len(own)}
        for place in range(max(map(len, names.values())))
    )
    keys = (SortKey(f"coalesce({_by_kind(fields, var)}, {_AFTER_ALL_TEXT})") for fields in texts)
    return (kind, *((_day(labels, var),) if some_dated else ()), *keys)


def _by_kind(fields: dict[str, str], var: str) -> str:
    labels: dict[str, list[str]] = {}
    for label, name in fields.items():
        labels.setdefault(name, []).append(label)
    cases = " ".join(f"WHEN {var}:{'|'.join(those)} THEN {var}.{name}" for name, those in labels.items())
    return f"CASE {cases} END"


def _key(
    record: type[Record | RelationshipRecord], declared: str, var: str, stored: Callable[[str], str] | None = None
) -> SortKey:
    name, descending = declared.removeprefix("-"), declared.startswith("-")
    kind, value = value_type(record, name), stored(name) if stored else f"{var}.{name}"
    if is_term(kind):
        terms = list(cast(type[Term], kind))
        ranks = " ".join(f"WHEN '{term.value}' THEN {rank}" for rank, term in enumerate(terms))
        return SortKey(f"CASE {value} {ranks} ELSE {-1 if descending else len(terms)} END", descending, value)
    if kind in (int, float):
        return SortKey(f"coalesce({value}, {_LEAST if descending else _MOST})", descending, value)
    text = f"toString({value})" if is_temporal(record, name) else value
    return SortKey(f"coalesce({text}, {repr('') if descending else _AFTER_ALL_TEXT})", descending, value)
