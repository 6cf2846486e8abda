"""Editions: for each kind and type of relationship a number that goes up with every change of what is stored of it.

It is counted up in the transaction of the change itself, so whoever reads the editions first and the records then may find
these newer than the editions say, never older. What changes records is sent by `change`, what only the service itself keeps
is not; where a text does not tell what it changes, everything counts as changed.
"""

import re
from collections.abc import Iterable
from functools import cache, partial
from typing import Any

from graph_service.cypher.files import query
from graph_service.graph import Answered, Statements, Writer
from graph_service.model import ABSTRACT
from schema import ENTITY, KINDS, MATTER, RELATIONSHIPS

EVERYTHING = "*"
FROM_TEXTS = frozenset({"MENTIONS", "Mention", "NAMES_IN_TEXT", "REFERS_TO", "SAYS_ALIKE"})  # what reading texts writes
_OWN_ENDS = {  # what the service ties to records
    "MENTIONS": MATTER, "REFERS_TO": ENTITY, "MERGED_INTO": ENTITY, "NAMES_IN_TEXT": (*MATTER, *ENTITY), "SAYS_ALIKE": MATTER,
}  # fmt: skip
_ENDS = {link.type: {*link.start, *link.end} for link in RELATIONSHIPS} | {
    name: set(ends) for name, ends in _OWN_ENDS.items()
}
_KNOWN = frozenset({*KINDS, *ABSTRACT, *_ENDS, *FROM_TEXTS})
_WORD = re.compile(r"\w+")
_ANY_TYPE = re.compile(r"\$\(|-\[\w*\]-|--|-\[\w* ?[{*]")  # a relationship whose type is not told


def change(writer: Writer | Statements, text: str, names: Iterable[str] | None = None, **params: Any) -> Answered:
    """Return the rows and counters of a write of records; what it may change is told by the names, else by its text."""
    if isinstance(writer, Writer):
        return writer.run_together(partial(_change, text, names, params))
    return _change(text, names, params, writer)


def _change(text: str, names: Iterable[str] | None, params: dict[str, Any], statements: Statements) -> Answered:
    rows, counters = statements.run_write(text, **params)
    if counters.contains_updates:
        changed = changed_by(text) if names is None else names
        statements.run_write(query("editions/count_up").body, names=sorted(changed))
    return rows, counters


@cache
def changed_by(text: str) -> frozenset[str]:
    """Return the kinds and types of which a text may change something: those that it names, and what ends at a node that it deletes."""
    named = named_in(text)
    if not named or _ANY_TYPE.search(text):
        return frozenset({EVERYTHING})
    return named | types_at(named) if "DETACH DELETE" in text else named


def named_in(text: str) -> frozenset[str]:
    """Return the kinds and types of relationships that a text names; a family stands for its kinds where none of them is named."""
    words = _KNOWN & set(_WORD.findall(text))
    families = [set(ABSTRACT[word]) for word in words & ABSTRACT.keys()]
    return frozenset(words - ABSTRACT.keys()).union(*(kinds for kinds in families if not kinds & words))


def types_at(names: Iterable[str]) -> frozenset[str]:
    """Return the types of relationships that may end at nodes of these kinds."""
    wanted = set(names)
    return frozenset(link_type for link_type, ends in _ENDS.items() if wanted & ends)


def ends_of(names: Iterable[str]) -> frozenset[str]:
    """Return the kinds of nodes at which relationships of these types may end."""
    return frozenset[str]().union(*(_ENDS[name] for name in names if name in _ENDS))
