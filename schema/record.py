"""How a kind of record is declared: one frozen pydantic class per kind, everything else derives from it."""

from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

# What the service adds to a node that is searched for (graph_service/search/keys.py): signs, grams of long numbers, sounds.
SEARCH_KEYS = ("key_signs", "key_grams", "key_sounds", "key_initials")
SEARCH_PLACE = "key_place"  # by which hits of one rank are sorted
KEYLESS = "Keyless"  # label of what waits for its keys


class Family(StrEnum):
    """What a kind is to the graph: a matter, an entity, an event, a dossier (report, round), staff, or a fact about one."""

    MATTER = "Matter"
    ENTITY = "Entity"
    EVENT = "Event"
    DOSSIER = "Dossier"
    STAFF = "Staff"
    FACT = "Fact"


class InText(StrEnum):
    """How the texts of matters name what is of a kind."""

    WORDS = "by its name or its code, whatever their shape"
    NUMBER = "by a number whose form gives it away, such as a plate"


class Record(BaseModel):
    """One node of the graph as a source states it; its docstring is the kind's description in the API.

    PREFIX begins every uid of the kind, so that an id says which label to look in. CAPTION is the field that names a node
    to a person, STANDS_IN what calls it where there is none. IDENTIFIERS, strongest first, decide identity. Queries seek
    or sort by the INDEXED fields. People search by any part of the SOUGHT fields, by their sound and with a slip of the pen; of the
    numbers in SOUGHT_FROM_FOUR, which are too many and too alike for less, by four signs or more; of the TEXT fields, which
    are prose, by words that stand there. Lists of the kind come in its ORDER: a
    leading "-day" puts what is newest first, the fields after it ascend and are what people call the node by. IN_TEXT
    says how texts name an entity.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    LABEL: ClassVar[str]
    PREFIX: ClassVar[str]
    FAMILY: ClassVar[Family]
    CAPTION: ClassVar[str]
    STANDS_IN: ClassVar[tuple[str, ...]] = ()
    ORDER: ClassVar[tuple[str, ...]]
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ()
    INDEXED: ClassVar[tuple[str, ...]] = ()
    SOUGHT: ClassVar[tuple[str, ...]] = ()
    SOUGHT_FROM_FOUR: ClassVar[tuple[str, ...]] = ()
    TEXT: ClassVar[tuple[str, ...]] = ()
    IN_TEXT: ClassVar[InText] = InText.WORDS


class RelationshipRecord(BaseModel):
    """What a relationship carries beside its two ends; ORDER sorts its lists, a field after "-" from the greatest down.

    Two of a mutual link between the same nodes say the same where they have the same in the SAME_BY fields.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    ORDER: ClassVar[tuple[str, ...]]
    SAME_BY: ClassVar[tuple[str, ...]] = ()
    FROM_THE_END: ClassVar[dict[str, dict[str, str]]] = {}  # what values mean seen from the end, where that is another


def captioned(kinds: list[type[Record]]) -> tuple[str, ...]:
    """Return the fields that can name a node of these kinds: captions first, what stands in for them, then what identifies it."""
    numbers = ["number"] if any("number" in kind.model_fields for kind in kinds) else []
    identifiers = [name for kind in kinds for name in kind.IDENTIFIERS]
    stand_ins = [name for kind in kinds for name in kind.STANDS_IN]
    return tuple(dict.fromkeys([*(kind.CAPTION for kind in kinds), *stand_ins, *identifiers, *numbers]))


def is_sought(kind: type[Record]) -> bool:
    """Return whether nodes of a kind are searched for by what they are called or by a number."""
    return bool(kind.SOUGHT or kind.SOUGHT_FROM_FOUR)
