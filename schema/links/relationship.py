"""How a link is declared: its ends, what it carries and how the API calls it from either side."""

from dataclasses import dataclass
from typing import TypeAlias

from schema.record import RelationshipRecord

LinkRecordType: TypeAlias = type[RelationshipRecord]  # the field `type` hides the built-in


@dataclass(frozen=True)
class RelationshipType:
    """One type of relationship: its ends, what it carries and how the API calls it from either side.

    `edge` is the name of its type in the API and `about` what is said of it; `forward` is the field on the start kind and
    `backward` that on the end kind; the edge calls its ends `start_name` and `end_name`. Of a mutual link neither end
    comes first: forward and backward are one field, which lists it from both ends; what a value means seen from the end is
    told by the ties (`FROM_THE_END`). `says` and `says_zh` are the sentence
    that one such link makes of its `{start}` and `{end}`, which are called by their kind and name.
    """

    type: str
    start: tuple[str, ...]
    end: tuple[str, ...]
    ties: LinkRecordType
    edge: str
    forward: str
    backward: str
    start_name: str
    end_name: str
    about: str
    forward_about: str
    backward_about: str
    says: str
    says_zh: str

    @property
    def mutual(self) -> bool:
        """Return whether the link says the same of both its ends."""
        return self.forward == self.backward

    @property
    def turns(self) -> bool:
        """Return whether a list of both ends says of each link which way it was stated."""
        return self.mutual and bool(self.ties.FROM_THE_END)
