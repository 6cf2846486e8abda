"""Every kind of record, in the order in which the API and the reference show them; what else is counted by kind derives from it."""

from schema.alert import Alert
from schema.assets import Account, FuelCard, Phone, Place, Vehicle
from schema.audit import AuditFinding, AuditReport
from schema.clue import Clue
from schema.events import PhoneCall, ReceptionBill, Refuelling, SubsidyPayment, Transfer, Trip
from schema.fact import Fact
from schema.households import HospitalStay, Household, KinFiling
from schema.inspection import InspectionIssue, InspectionRound
from schema.invoices import Invoice
from schema.journeys import AttendanceDay, DispatchOrder, TravelClaim, VehicleRepair
from schema.person import Person
from schema.record import Family, Record
from schema.staff import CaseOfficer, Officer, Team
from schema.tender import Bid, Contract, Project
from schema.ticket import Ticket
from schema.unit import Unit

KINDS: dict[str, type[Record]] = {
    kind.LABEL: kind
    for kind in (
        Clue, AuditFinding, InspectionIssue, Ticket, Alert,
        Person, Unit, Vehicle, FuelCard, Phone, Account, Place, Project, Contract, Household,
        AuditReport, InspectionRound,
        Refuelling, Trip, ReceptionBill, SubsidyPayment, Bid,
        DispatchOrder, VehicleRepair, TravelClaim, AttendanceDay, KinFiling, HospitalStay, Invoice,
        PhoneCall, Transfer, Fact,
        Team, Officer, CaseOfficer,
    )
}  # fmt: skip
PREFIXES: dict[str, str] = {kind.PREFIX: label for label, kind in KINDS.items()}


def labels_of(family: Family) -> tuple[str, ...]:
    """Return the kinds of a family."""
    return tuple(label for label, kind in KINDS.items() if kind.FAMILY is family)


MATTER = labels_of(Family.MATTER)
ENTITY = labels_of(Family.ENTITY)
EVENT = labels_of(Family.EVENT)
