"""What may exist in the graph: every kind of record and every type of relationship, declared once."""

from schema.kinds import ENTITY, EVENT, KINDS, MATTER, PREFIXES
from schema.links import RELATIONSHIPS, RelationshipType
from schema.record import Family, Record, RelationshipRecord

RELATIONSHIP_TYPES: dict[str, RelationshipType] = {link.type: link for link in RELATIONSHIPS}

__all__ = [
    "ENTITY",
    "EVENT",
    "KINDS",
    "MATTER",
    "PREFIXES",
    "RELATIONSHIPS",
    "RELATIONSHIP_TYPES",
    "Family",
    "Record",
    "RelationshipRecord",
    "RelationshipType",
]
