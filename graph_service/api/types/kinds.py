"""The kinds that have a field for one and a field for many at the root; a new kind is one line here."""

from dataclasses import dataclass

import strawberry

from graph_service.api.types.made import TYPES, enum_of
from graph_service.model import snake
from schema import KINDS


@dataclass(frozen=True)
class KindRoots:
    """How a kind is asked for: one by its number or identifier, many by filter and order."""

    label: str
    one: str
    many: str
    file: str
    by: tuple[str, ...]  # arguments of the single field, filters of the file
    within: tuple[str, ...] = ()  # by which a mutation shows what it wrote, and no argument


KIND_ROOTS: tuple[KindRoots, ...] = (
    KindRoots("Clue", "clue", "clues", "clue", ("number",), ("id",)),
    KindRoots("AuditFinding", "audit_finding", "audit_findings", "audit_finding", ("number",)),
    KindRoots("InspectionIssue", "inspection_issue", "inspection_issues", "inspection_issue", ("number",)),
    KindRoots("Ticket", "ticket", "tickets", "ticket", ("number",), ("id",)),
    KindRoots("Alert", "alert", "alerts", "alert", ("id", "number")),
    KindRoots("Person", "person", "people", "person", ("id", "idNumber")),
    KindRoots("Unit", "unit", "units", "unit", ("id", "uscc", "name")),
    KindRoots("Vehicle", "vehicle", "vehicles", "vehicle", ("id", "plate")),
    KindRoots("Project", "project", "projects", "project", ("id", "number")),
    KindRoots("Contract", "contract", "contracts", "contract", ("id", "number")),
    KindRoots("InspectionRound", "inspection_round", "inspection_rounds", "inspection_round", ("id", "code")),
    KindRoots("AuditReport", "audit_report", "audit_reports", "audit_report", ("id", "number")),
    KindRoots("Team", "team", "teams", "team", ("code",)),
    KindRoots("FuelCard", "fuel_card", "fuel_cards", "things/fuel_card", ("id", "cardNumber")),
    KindRoots("Phone", "phone", "phones", "things/phone", ("id", "number")),
    KindRoots("Account", "account", "accounts", "things/account", ("id", "number")),
    KindRoots("Place", "place", "places", "things/place", ("id", "address")),
    KindRoots("Household", "household", "households", "things/household", ("id", "number")),
    KindRoots("Refuelling", "refuelling", "refuellings", "events/refuelling", ("id",)),
    KindRoots("Trip", "trip", "trips", "events/trip", ("id",)),
    KindRoots("ReceptionBill", "reception_bill", "reception_bills", "events/reception_bill", ("id", "number")),
    KindRoots("SubsidyPayment", "subsidy_payment", "subsidy_payments", "events/subsidy_payment", ("id",)),
    KindRoots("Bid", "bid", "bids", "events/bid", ("id", "number")),
    KindRoots("DispatchOrder", "dispatch_order", "dispatch_orders", "events/dispatch_order", ("id", "number")),
    KindRoots("VehicleRepair", "vehicle_repair", "vehicle_repairs", "events/vehicle_repair", ("id",)),
    KindRoots("TravelClaim", "travel_claim", "travel_claims", "events/travel_claim", ("id",)),
    KindRoots("AttendanceDay", "attendance_day", "attendance_days", "events/attendance_day", ("id",)),
    KindRoots("KinFiling", "kin_filing", "kin_filings", "events/kin_filing", ("id",)),
    KindRoots("HospitalStay", "hospital_stay", "hospital_stays", "events/hospital_stay", ("id",)),
    KindRoots("Invoice", "invoice", "invoices", "events/invoice", ("id", "number")),
    KindRoots("PhoneCall", "phone_call", "phone_calls", "events/phone_call", ("id",)),
    KindRoots("Transfer", "transfer", "transfers", "events/transfer", ("id",)),
    KindRoots("Officer", "officer", "officers", "staff/officer", ("id", "officerId")),
    KindRoots("CaseOfficer", "case_officer", "case_officers", "staff/case_officer", ("id", "badgeNumber")),
)


def declare_kinds() -> None:
    """Make the enum of every kind."""
    about = {label: " ".join((kind.__doc__ or "").split()).split(":")[0] for label, kind in KINDS.items()}
    values = {snake(label).upper(): strawberry.enum_value(label, description=text) for label, text in about.items()}
    TYPES["Kind"] = enum_of("Kind", values, "Kind of record 种类")
