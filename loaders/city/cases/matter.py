"""A matter as the generator plans it, before a ledger writes it down."""

from dataclasses import dataclass, field
from datetime import date, datetime

from loaders.city.world.names import masked_name
from loaders.city.world.people import Inhabitant
from schema.vocabulary import Problem

KINDS = {
    "petition_clues": "Clue",
    "clue_register": "Clue",
    "own_staff_clues": "Clue",
    "audit_ledger": "AuditFinding",
    "inspection_ledger": "InspectionIssue",
    "palm_tickets": "Ticket",
    "alerts": "Alert",
}


@dataclass(slots=True)
class CityNaming:
    """One entity that a matter names, truly and as the ledger shows it.

    `ref` says who or what it truly is: p123 for people, the strong identifier for everything else. `hidden` is the id
    number with its middle hidden, where the ledger shows it so.
    """

    kind: str
    ref: str
    role: str
    words: str
    shown: str  # the identifier in the ledger; empty where the ledger has a name only
    hidden: str = ""


@dataclass(slots=True)
class CityMatter:
    """One clue, finding, issue, ticket or alert.

    `clue` is the clue that this matter became, `tag` what it was planted for, `fixed` the columns that a story decides.
    """

    source: str
    day: date
    problem: Problem
    unit: int | None = None  # place of the subject unit in the list of public units
    post: str = ""
    names: list[CityNaming] = field(default_factory=list)
    amount_fen: int = 0
    at: datetime | None = None
    fixed: dict[str, str] = field(default_factory=dict)
    text: str = ""  # a story's own words, with {0}, {1} … for what it names
    repeats: "CityMatter | None" = None
    clue: "CityMatter | None" = None
    tag: str = ""
    number: str = ""

    def add(self, kind: str, ref: str, role: str = "INVOLVED") -> "CityMatter":
        """Name one more thing that is known by a strong identifier."""
        self.names.append(CityNaming(kind, ref, role, ref, ref))
        return self

    def add_firm(self, uscc: str, name: str, role: str = "INVOLVED") -> "CityMatter":
        """Name a firm."""
        self.names.append(CityNaming("Unit", uscc, role, name, uscc))
        return self

    def add_person(self, person: Inhabitant, role: str = "SUBJECT", how: str = "id") -> "CityMatter":
        """Name a person with the id number, by name only, or masked."""
        words = masked_name(person.name) if how == "masked" else person.name
        self.names.append(CityNaming("Person", person.key, role, words, person.id_number if how == "id" else ""))
        return self

    def of(self, kind: str, *roles: str) -> list[CityNaming]:
        """Return what the matter names of one kind, in the given roles or in any."""
        return [one for one in self.names if one.kind == kind and (not roles or one.role in roles)]
