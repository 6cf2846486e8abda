"""What may exist in the graph: every kind of record and every link, declared once."""

from schema.alert import Alert
from schema.assets import Account, FuelCard, Phone, Place, Vehicle
from schema.audit import AuditFinding, AuditReport
from schema.clue import Clue
from schema.events import ReceptionBill, Refuelling, SubsidyPayment, Trip
from schema.inspection import InspectionIssue, InspectionRound
from schema.links import ENTITY, MATTER, RELATIONSHIPS, RelationshipType
from schema.person import Person
from schema.record import Family, Record, RelationshipRecord
from schema.staff import Officer, Team
from schema.tender import Bid, Contract, Project
from schema.ticket import Ticket
from schema.unit import Unit

KINDS: dict[str, type[Record]] = {
    kind.LABEL: kind
    for kind in (
        Clue, AuditFinding, InspectionIssue, Ticket, Alert,
        Person, Unit, Vehicle, FuelCard, Phone, Account, Place, Project, Contract,
        AuditReport, InspectionRound,
        Refuelling, Trip, ReceptionBill, SubsidyPayment, Bid,
        Team, Officer,
    )
}  # fmt: skip
RELATIONSHIP_TYPES: dict[str, RelationshipType] = {link.type: link for link in RELATIONSHIPS}
PREFIXES: dict[str, str] = {kind.PREFIX: label for label, kind in KINDS.items()}

__all__ = [
    "ENTITY",
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
