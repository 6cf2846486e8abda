"""The links of the graph: how one is declared, what each carries, and the lists of those that there are."""

from schema.links.of_events import LINKS_OF_EVENTS
from schema.links.of_things import LINKS_OF_THINGS
from schema.links.relationship import RelationshipType

RELATIONSHIPS: tuple[RelationshipType, ...] = (*LINKS_OF_THINGS, *LINKS_OF_EVENTS)
RELATIONSHIP_TYPES: dict[str, RelationshipType] = {link.type: link for link in RELATIONSHIPS}

__all__ = ["RELATIONSHIPS", "RELATIONSHIP_TYPES", "RelationshipType"]
