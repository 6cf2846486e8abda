"""The kinds that have a field for one and a field for many at the root; a new kind is one line here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KindRoots:
    """How a kind is asked for: one by its number or identifier, many by filter and order."""

    label: str
    one: str
    many: str
    file: str
    by: tuple[str, ...]  # arguments of the single field, filters of the file


KIND_ROOTS: tuple[KindRoots, ...] = (
    KindRoots("Clue", "clue", "clues", "clue", ("number",)),
    KindRoots("AuditFinding", "audit_finding", "audit_findings", "audit_finding", ("number",)),
    KindRoots("InspectionIssue", "inspection_issue", "inspection_issues", "inspection_issue", ("number",)),
    KindRoots("Ticket", "ticket", "tickets", "ticket", ("number",)),
    KindRoots("Alert", "alert", "alerts", "alert", ("id", "number")),
    KindRoots("Person", "person", "people", "person", ("id", "idNumber")),
    KindRoots("Unit", "unit", "units", "unit", ("id", "uscc", "name")),
    KindRoots("Vehicle", "vehicle", "vehicles", "vehicle", ("id", "plate")),
    KindRoots("Project", "project", "projects", "project", ("id", "number")),
    KindRoots("Contract", "contract", "contracts", "contract", ("id", "number")),
    KindRoots("InspectionRound", "inspection_round", "inspection_rounds", "inspection_round", ("id", "code")),
    KindRoots("AuditReport", "audit_report", "audit_reports", "audit_report", ("id", "number")),
    KindRoots("Team", "team", "teams", "team", ("code",)),
)
