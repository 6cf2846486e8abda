"""Kin and firms: what each model is to find, and the neighbouring cases that it is to leave alone."""

from tests.graph.models.notation import times

_AWARD = "Project P1 opened_on=2025-03-01 TENDERED_BY U1 AWARDED_TO F1;"
_LEADER = "Person C1 HOLDS_POST U1 post=局长 valid_from=2021-01-01;"
_WIFE = "Person C1 KIN_OF W1 relation=SPOUSE;"
_LEFT = "Person C1 HOLDS_POST U1 valid_to=2025-06-30;"
_PAID = "Person C1 HOLDS_POST U1 on_payroll=true;"
_SMALL = "Unit F{n} unit_kind=FIRM staff=1 "

CASES = {
    "K1": (
        ("the wife of the director owns it", f"{_AWARD} {_LEADER} {_WIFE} W1 HOLDS_SHARE F1", "F1"),
        ("two awards, kin registered both ways: told once",
         f"{_AWARD} Project P2 opened_on=2025-04-01 TENDERED_BY U1 AWARDED_TO F1;"
         f"{_LEADER} {_WIFE} W1 KIN_OF C1 relation=SPOUSE HOLDS_SHARE F1 OFFICER_OF F1", "F1"),
        ("a deputy in charge of tenders", f"{_AWARD} Person C1 HOLDS_POST U1 post=副局长 in_charge_of=招标; {_WIFE} W1 OFFICER_OF F1", "F1"),
        ("a deputy", f"{_AWARD} Person C1 HOLDS_POST U1 post=副局长; {_WIFE} W1 HOLDS_SHARE F1", ""),
        ("a clerk", f"{_AWARD} Person C1 HOLDS_POST U1 is_top_leader=false post=局长秘书; {_WIFE} W1 HOLDS_SHARE F1", ""),
        ("left the day before", f"{_AWARD} Person C1 HOLDS_POST U1 post=局长 valid_to=2025-02-28; {_WIFE} W1 HOLDS_SHARE F1", ""),
        ("sold the day before", f"{_AWARD} {_LEADER} {_WIFE} W1 HOLDS_SHARE F1 valid_to=2025-02-28", ""),
        ("divorced before", f"{_AWARD} {_LEADER} C1 KIN_OF W1 relation=SPOUSE valid_to=2025-02-28; W1 HOLDS_SHARE F1", ""),
        ("another unit's project", f"Project P1 opened_on=2025-03-01 TENDERED_BY U2 AWARDED_TO F1; {_LEADER} {_WIFE} W1 HOLDS_SHARE F1", ""),
        ("somebody of the wife's name", f"{_AWARD} {_LEADER} {_WIFE} Person W1 name=罗敏菊; Person W2 name=罗敏菊 HOLDS_SHARE F1", ""),
        ("it bid and lost", f"Project P1 opened_on=2025-03-01 TENDERED_BY U1; Bid B1 BID_FOR P1 BID_BY F1; {_LEADER} {_WIFE} W1 HOLDS_SHARE F1", ""),
    ),
    "K2": (
        ("the brother of the wife", f"{_AWARD} {_LEADER} {_WIFE} W1 KIN_OF X1 relation=SIBLING; X1 HOLDS_SHARE F1", "F1"),
        ("the wife too, which K1 tells", f"{_AWARD} {_LEADER} {_WIFE} W1 KIN_OF X1 relation=SIBLING HOLDS_SHARE F1; X1 HOLDS_SHARE F1", ""),
        ("the cadre too", f"{_AWARD} {_LEADER} {_WIFE} W1 KIN_OF X1 relation=SIBLING; X1 HOLDS_SHARE F1; C1 HOLDS_SHARE F1", ""),
        ("three steps", f"{_AWARD} {_LEADER} {_WIFE} W1 KIN_OF X1; X1 KIN_OF Y1; Y1 HOLDS_SHARE F1", ""),
        ("before the cadre's time", f"{_AWARD} Person C1 HOLDS_POST U1 post=局长 valid_from=2025-03-02; {_WIFE} W1 KIN_OF X1; X1 HOLDS_SHARE F1", ""),
        ("sold the day before", f"{_AWARD} {_LEADER} {_WIFE} W1 KIN_OF X1; X1 HOLDS_SHARE F1 valid_to=2025-02-28", ""),
    ),
    "K3": (
        ("joined three years after exactly", f"{_AWARD} {_LEFT} C1 OFFICER_OF F1 valid_from=2028-06-30", "F1"),
        ("a day later", f"{_AWARD} {_LEFT} C1 OFFICER_OF F1 valid_from=2028-07-01", ""),
        ("in it before he left, which K4 tells", f"{_AWARD} {_LEFT} C1 OFFICER_OF F1 valid_from=2025-06-29", ""),
        ("it won only when he had left",
         f"Project P1 opened_on=2025-07-01 TENDERED_BY U1 AWARDED_TO F1; {_LEFT} C1 OFFICER_OF F1 valid_from=2025-08-01", ""),
        ("somebody of the same name joined", f"{_AWARD} {_LEFT} Person C1 name=张伟; Person C2 name=张伟 OFFICER_OF F1 valid_from=2025-08-01", ""),
        ("nobody knows when", f"{_AWARD} {_LEFT} C1 OFFICER_OF F1", ""),
    ),
    "K4": (
        ("holds a share", f"{_PAID} C1 HOLDS_SHARE F1", "F1"),
        ("share and office are told once", f"{_PAID} C1 HOLDS_SHARE F1 OFFICER_OF F1", "F1"),
        ("gave it up before the post", "Person C1 HOLDS_POST U1 on_payroll=true valid_from=2021-01-01; C1 HOLDS_SHARE F1 valid_to=2020-12-31", ""),
        ("took it after the post", "Person C1 HOLDS_POST U1 on_payroll=true valid_to=2020-12-31; C1 HOLDS_SHARE F1 valid_from=2021-01-01", ""),
        ("leads the hospital that pays him", "Unit U1 unit_kind=INSTITUTION; Person C1 HOLDS_POST U1 OFFICER_OF U1 role=LEGAL_PERSON", ""),
        ("sits for the state in its firm", f"{_PAID} Unit F1 unit_kind=STATE_ENTERPRISE; C1 OFFICER_OF F1", ""),
        ("works for a firm", "Unit U1 unit_kind=FIRM; Person C1 HOLDS_POST U1 HOLDS_SHARE F1", ""),
        ("somebody of the same name", f"{_PAID} Person C1 name=张伟; Person C2 name=张伟 HOLDS_SHARE F1", ""),
    ),
    "K6": (
        ("three firms of one person each at one address", times(3, _SMALL + "LOCATED_AT A1"), "A1"),
        ("on one phone", times(3, _SMALL + "USES_PHONE N1"), "N1"),
        ("two", times(2, _SMALL + "LOCATED_AT A1"), ""),
        ("of three people each", times(3, _SMALL.replace("staff=1", "staff=3") + "LOCATED_AT A1"), ""),
        ("staff not known", times(3, "Unit F{n} unit_kind=FIRM LOCATED_AT A1"), ""),
        ("offices of the state", times(3, "Unit F{n} unit_kind=INSTITUTION staff=1 LOCATED_AT A1"), ""),
        ("one moved away", times(2, _SMALL + "LOCATED_AT A1") + "\nUnit F3 unit_kind=FIRM staff=1 LOCATED_AT A1 valid_to=2020-12-31", ""),
    ),
}  # fmt: skip
