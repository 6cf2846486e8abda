"""Matters of several channels: what each model is to find, and the neighbouring cases that it is to leave alone."""

from tests.graph.models.notation import times

_PETITION = "Clue L1 channel=PETITION received_on=2024-01-10 NAMES P1 role=SUBJECT;"
_AUDIT = "AuditFinding A1 channel=AUDIT found_on=2024-06-10 NAMES P1 role=INVOLVED;"
_INSPECTION = "InspectionIssue I1 channel=INSPECTION_TOUR found_on=2025-01-10 NAMES P1 role=SUBJECT;"
_TEXT = "反映老桥村主任在高标准农田项目中虚报面积套取补贴资金八万六千元并把工程交给其内弟的公司承包多年无人过问"
_OTHER = "举报双林镇民政所长期不公开低保名单优亲厚友群众多次询问均未得到答复要求上级部门尽快派人核实处理并公布结果"
_CLOSED = "AuditFinding A1 problem=DINING rectification=DONE closed_on=2024-06-01 found_on=2024-01-01 NAMES U1 role=SUBJECT_UNIT;"
_UNIT = "Unit U1 unit_kind=ORGAN;"
_SENT = "Clue L1 came_by=AUDIT_TRANSFER received_on=2025-01-01;"
_ANSWERED = "Clue L0 answered_on=2025-01-20;"
_SHARING = "Clue L{n} received_on=2025-01-0{n} NAMES N1 NAMES P{n}"


def _again(day: str) -> str:
    return f"InspectionIssue I1 problem=DINING found_on={day} NAMES U1 role=SUBJECT_UNIT;"


def _complaints(count: int, quarter: str = "2025-01") -> str:
    return times(count, f"Clue L{quarter}x{{n}} received_on={quarter}-0{{n}} NAMES U1")


CASES = {
    "C1": (
        ("three channels in two years", f"{_PETITION} {_AUDIT} {_INSPECTION}", "L1"),
        ("named twice in one matter: told once", f"{_PETITION} {_AUDIT} {_INSPECTION} L1 NAMES P1 role=INVOLVED", "L1"),
        ("two channels, three matters", f"{_PETITION} {_AUDIT} Clue L2 channel=PETITION received_on=2024-02-10 NAMES P1", ""),
        ("a month past two years", f"{_PETITION} {_AUDIT} InspectionIssue I1 channel=INSPECTION_TOUR found_on=2026-02-10 NAMES P1", ""),
        ("two people of one name",
         f"{_PETITION} {_AUDIT} Person P1 name=张伟; Person P2 name=张伟;"
         "InspectionIssue I1 channel=INSPECTION_TOUR found_on=2025-01-10 NAMES P2", ""),
        ("as a witness", f"{_PETITION} {_AUDIT} InspectionIssue I1 channel=INSPECTION_TOUR found_on=2025-01-10 NAMES P1 role=WITNESS", ""),
        ("a text that may mean somebody else",
         f"{_PETITION} {_AUDIT} InspectionIssue I1 channel=INSPECTION_TOUR found_on=2025-01-10 NAMES_IN_TEXT P1 certainty=0.5", ""),
        ("an alert of a model",
         f"{_PETITION} {_AUDIT} Alert W1 channel=VEHICLES raised_at=2025-01-10T08:00 model=V1 model_version=1 NAMES P1 role=INVOLVED", ""),
        ("days not stated",
         "Clue L1 channel=PETITION NAMES P1; AuditFinding A1 channel=AUDIT NAMES P1; InspectionIssue I1 channel=INSPECTION_TOUR NAMES P1", ""),
    ),
    "C2": (
        ("one text sent twice on one person", f"Clue L1 text={_TEXT} NAMES P1; Ticket T1 text={_TEXT}。 NAMES P1", "L1"),
        ("on one unit", f"{_UNIT} Clue L1 text={_TEXT} NAMES U1; Ticket T1 text={_TEXT}。 NAMES U1", "L1"),
        ("on a person and a unit: told once", f"{_UNIT} Clue L1 text={_TEXT} NAMES U1 NAMES P1; Ticket T1 text={_TEXT}。 NAMES U1 NAMES P1", "L1"),
        ("another text on the same person", f"Clue L1 text={_TEXT} NAMES P1; Ticket T1 text={_OTHER} NAMES P1", ""),
        ("two people", f"Clue L1 text={_TEXT} NAMES P1; Ticket T1 text={_TEXT} NAMES P2", ""),
        ("a firm that many name", f"Unit U1 unit_kind=FIRM; Clue L1 text={_TEXT} NAMES U1; Ticket T1 text={_TEXT} NAMES U1", ""),
        ("a unit, and other amounts", f"{_UNIT} Clue L1 text={_TEXT} NAMES U1 MENTIONS M1; Mention M1 kind=AMOUNT normal=1;"
         f"Ticket T1 text={_TEXT} NAMES U1 MENTIONS M2; Mention M2 kind=AMOUNT normal=2", ""),
        ("short texts", "Clue L1 text=反映公车私用 NAMES P1; Ticket T1 text=反映公车私用 NAMES P1", ""),
        ("alerts of a model are alike by their making", times(2, f"Alert W{{n}} text={_TEXT} model_version=1 NAMES P1"), ""),
    ),
    "C3": (
        ("a year after it was closed", f"{_UNIT} {_CLOSED} {_again('2025-06-01')}", "A1"),
        ("twice again: told once",
         f"{_UNIT} {_CLOSED} {_again('2025-06-01')} InspectionIssue I2 problem=DINING found_on=2025-07-01 NAMES U1 role=SUBJECT_UNIT", "A1"),
        ("on the day it was closed", f"{_UNIT} {_CLOSED} {_again('2024-06-01')}", ""),
        ("after three years and a day", f"{_UNIT} {_CLOSED} {_again('2027-06-02')}", ""),
        ("another problem", f"{_UNIT} {_CLOSED} {_again('2025-06-01')} InspectionIssue I1 problem=SUBSIDY", ""),
        ("another unit", f"{_CLOSED} InspectionIssue I1 problem=DINING found_on=2025-06-01 NAMES U2 role=SUBJECT_UNIT", ""),
        ("never closed", f"{_CLOSED} {_again('2025-06-01')} AuditFinding A1 rectification=GOING_ON", ""),
        ("the problem is not stated",
         f"AuditFinding A1 rectification=DONE closed_on=2024-06-01 NAMES U1 role=SUBJECT_UNIT; {_again('2025-06-01')}", ""),
    ),
    "C4": (
        ("five in the first quarter there is", f"{_UNIT} {_complaints(5)}", "2025Q1|U1"),
        ("six after one", f"{_UNIT} {_complaints(6)}\n{_complaints(1, '2024-10')}", "2025Q1|U1"),
        ("four", f"{_UNIT} {_complaints(4)}", ""),
        ("five in each of two quarters", f"{_UNIT} {_complaints(5)}\n{_complaints(5, '2024-10')}", ""),
        ("on a firm", f"Unit U1 unit_kind=FIRM; {_complaints(5)}", ""),
        ("questions", f"{_UNIT}" + times(5, "Ticket T{n} category=CONSULT asked_at=2025-01-0{n}T08:00 NAMES U1"), ""),
        ("days not stated", f"{_UNIT}" + times(5, "Clue L{n} NAMES U1"), ""),
    ),
    "C5": (
        ("handed over in January, no answer in June", f"{_ANSWERED} {_SENT}", "L1"),
        ("made from a finding", f"{_ANSWERED} Clue L1 received_on=2025-01-01; AuditFinding A1 HANDED_OVER_AS L1", "L1"),
        ("answered", f"{_ANSWERED} {_SENT} Clue L1 answered_on=2025-06-01", ""),
        ("accepted under a number", f"{_ANSWERED} {_SENT} Clue L1 accepted_number=X", ""),
        ("90 days ago exactly", f"{_ANSWERED} Clue L1 came_by=AUDIT_TRANSFER received_on=2025-04-01", ""),
        ("a letter of its own", f"{_ANSWERED} Clue L1 came_by=PETITION_LETTER received_on=2025-01-01", ""),
        ("a register that notes no answers", _SENT, ""),
        ("answers stand in another register", f"{_ANSWERED} {_SENT} Clue L0 source=other", ""),
        ("not stated when", f"{_ANSWERED} Clue L1 came_by=AUDIT_TRANSFER", ""),
    ),
    "C6": (
        ("one phone in three matters on three people", f"Phone N1;{times(3, _SHARING)}", "N1"),
        ("named twice in one: told once", f"Phone N1;{times(3, _SHARING)}\nL1 NAMES N1 role=CONTACT", "N1"),
        ("two matters", f"Phone N1;{times(2, _SHARING)}", ""),
        ("all on one person", f"Phone N1;{times(3, _SHARING.replace('P{n}', 'P1'))}", ""),
        ("texts that may mean other people", f"Phone N1;{times(3, 'Clue L{n} NAMES N1 NAMES_IN_TEXT P{n} certainty=0.3')}", ""),
        ("one of them an alert of a model", f"Phone N1;{times(2, _SHARING)}\nAlert W1 model_version=1 NAMES N1 NAMES P3", ""),
        ("a hotline of 51 matters", f"Phone N1;{times(51, 'Clue L{n} NAMES N1 NAMES P{n}')}", ""),
    ),
}  # fmt: skip
