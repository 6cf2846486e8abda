"""What has changed since links were last proposed: whoever writes what a rule reads marks it `Stirred`.

A load marks the ends of a relationship of these types that it makes, changes or takes away (of a new naming only the
matter: what it names is to the other matters what it was), and nodes that it rewrites; merging and parting mark the
records, reading texts marks the matters. In a graph whose links were never proposed a load marks nothing new: its first
proposing goes over everything.
"""

import re
from functools import cache
from hashlib import blake2b

from graph_service.cypher.files import query
from graph_service.cypher.rules import rules
from graph_service.graph import Writer
from schema import RELATIONSHIP_TYPES

_TYPE = re.compile(r"\b[A-Z][A-Z_]+\b")
_NAMINGS = frozenset({"NAMES", "NAMES_IN_TEXT", "SAYS_ALIKE"})


@cache
def rule_types() -> frozenset[str]:
    """Return the types of relationships that the linkage rules read."""
    return frozenset(RELATIONSHIP_TYPES) & frozenset(_TYPE.findall(rules()))


def between_entities() -> str:
    """Return the types by which rules go on from what a matter names, as a pattern takes them."""
    return "|".join(sorted(rule_types() - _NAMINGS))


@cache
def edition_of_rules() -> str:
    """Return what tells two editions of the rules apart: after a change of them everything is proposed anew."""
    return blake2b(rules().encode(), digest_size=8).hexdigest()


def stirring_types(writer: Writer) -> frozenset[str]:
    """Return the types whose ends have to be marked: those that rules read, once links were proposed over this graph."""
    return rule_types() if writer.run_read(query("links/run").body)[0] else frozenset()
