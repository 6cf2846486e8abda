"""Benefits and medical insurance: what each model is to find, and the neighbouring cases that it is to leave alone."""

from tests.graph.models.notation import times

_RELIEF = "SubsidyPayment S1 scheme=农村低保金 occurred_on=2025-03-10 PAID_TO P1;"
_OTHER = "SubsidyPayment S2 scheme=特困供养 occurred_on=2025-03-20 PAID_TO P1;"
_CADRE = "Unit V1 unit_kind=VILLAGE; Person C1 HOLDS_POST V1 post=主任 valid_from=2021-01-01;"
_NAMESAKES = "Person P1 name=张伟; Person P2 name=张伟;"
_HOME = "Household H1 land_mu=5; Person P1 LIVES_IN H1;"
_MOVED = "Person P1 born_on=1960-01-01 LIVES_IN H1 valid_from=2025-01-10;"
_STAY = "HospitalStay M1 occurred_on=2025-03-01 ended_on=2025-03-10 STAY_OF P1;"
_PATIENT = "HospitalStay M{n} occurred_on=2025-0{n}-01 amount_fen=500000 own_fen=20000 STAY_OF P1 STAYED_AT "


def _one_account(people: int, more: str = "") -> str:
    return times(people, "SubsidyPayment S{n} occurred_on=2025-03-10 PAID_TO P{n} PAID_INTO A1") + "\n" + more


CASES = {
    "B1": (
        ("a month and a day after death", f"{_RELIEF} Person P1 died_on=2025-02-09", "S1"),
        ("a month exactly", f"{_RELIEF} Person P1 died_on=2025-02-10", ""),
        ("somebody of the same name died", f"{_RELIEF} {_NAMESAKES} Person P2 died_on=2020-01-01", ""),
        ("alive", _RELIEF, ""),
        ("the day of the payment is not stated", "SubsidyPayment S1 PAID_TO P1; Person P1 died_on=2020-01-01", ""),
    ),
    "B2": (
        ("eight days after death", f"{_STAY} Person P1 died_on=2025-02-21", "M1"),
        ("seven exactly", f"{_STAY} Person P1 died_on=2025-02-22", ""),
        ("died in that stay", f"{_STAY} Person P1 died_on=2025-03-05", ""),
    ),
    "B3": (
        ("paid by a bureau", f"{_RELIEF} Unit U1 unit_kind=ORGAN; Person P1 HOLDS_POST U1", "S1"),
        ("by two: told once", f"{_RELIEF} Person P1 HOLDS_POST U1 on_payroll=true HOLDS_POST U2 on_payroll=true", "S1"),
        ("hired without a post of the state", f"{_RELIEF} Unit U1 unit_kind=ORGAN; Person P1 HOLDS_POST U1 on_payroll=false", ""),
        ("left the day before", f"{_RELIEF} Person P1 HOLDS_POST U1 on_payroll=true valid_to=2025-03-09", ""),
        ("a grant for tilling",
         "SubsidyPayment S1 scheme=耕地地力保护补贴 occurred_on=2025-03-10 PAID_TO P1; Person P1 HOLDS_POST U1 on_payroll=true", ""),
        ("somebody of the same name", f"{_RELIEF} {_NAMESAKES} P2 HOLDS_POST U1 on_payroll=true", ""),
        ("a unit of unknown kind", f"{_RELIEF} Person P1 HOLDS_POST U1", ""),
    ),
    "B4": (
        ("the mother of a cadre", f"{_RELIEF} {_CADRE} P1 KIN_OF C1 relation=CHILD", "S1"),
        ("the cadre's brother's son", f"{_RELIEF} {_CADRE} C1 KIN_OF X relation=SIBLING; X KIN_OF P1 relation=CHILD", "S1"),
        ("the cadre", f"{_RELIEF} Unit V1 unit_kind=VILLAGE; Person P1 HOLDS_POST V1", "S1"),
        ("kin that both sides registered is told once", f"{_RELIEF} {_CADRE} P1 KIN_OF C1 relation=CHILD; C1 KIN_OF P1 relation=PARENT", "S1"),
        ("filed", f"{_RELIEF} {_CADRE} P1 KIN_OF C1 relation=CHILD; KinFiling F1 FILED_FOR P1 FILED_BY C1", ""),
        ("an in-law", f"{_RELIEF} {_CADRE} P1 KIN_OF C1 relation=IN_LAW", ""),
        ("the brother of the cadre's wife", f"{_RELIEF} {_CADRE} C1 KIN_OF X relation=SPOUSE; X KIN_OF P1 relation=SIBLING", ""),
        ("three steps away", f"{_RELIEF} {_CADRE} C1 KIN_OF X; X KIN_OF Y; Y KIN_OF P1", ""),
        ("divorced before", f"{_RELIEF} {_CADRE} C1 KIN_OF P1 relation=SPOUSE valid_to=2024-12-31", ""),
        ("before the cadre's time",
         "SubsidyPayment S1 scheme=农村低保金 occurred_on=2020-12-31 PAID_TO P1;" f"{_CADRE} P1 KIN_OF C1 relation=CHILD", ""),
        ("kin of an official of a bureau", f"{_RELIEF} Unit U1 unit_kind=ORGAN; Person C1 HOLDS_POST U1 KIN_OF P1", ""),
    ),
    "B5": (
        ("has a car", f"{_RELIEF} Vehicle C1 OWNED_BY P1", "S1"),
        ("a firm of 100,000", f"{_RELIEF} Unit F1 capital_fen=10000000; P1 HOLDS_SHARE F1", "S1"),
        ("a car and a firm are told once", f"{_RELIEF} Unit F1 capital_fen=10000000; P1 HOLDS_SHARE F1; Vehicle C1 OWNED_BY P1", "S1"),
        ("sold it the day before", f"{_RELIEF} Vehicle C1 OWNED_BY P1 valid_to=2025-03-09", ""),
        ("it was scrapped", f"{_RELIEF} Vehicle C1 retired_on=2024-01-01 OWNED_BY P1", ""),
        ("a firm of less", f"{_RELIEF} Unit F1 capital_fen=9999900; P1 HOLDS_SHARE F1", ""),
        ("somebody of the same name", f"{_RELIEF} {_NAMESAKES} Vehicle C1 OWNED_BY P2", ""),
        ("a shop whose capital is not known", f"{_RELIEF} P1 HOLDS_SHARE F1", ""),
    ),
    "B6": (
        ("two in a month", f"{_RELIEF} {_OTHER}", "S1"),
        ("one from two counties",
         "SubsidyPayment S1 scheme=农村低保金 period=2025-03 PAID_TO P1 GRANTED_BY U1;"
         "SubsidyPayment S2 scheme=农村低保金 period=2025-03 PAID_TO P1 GRANTED_BY U2", "S1"),
        ("one paid in two parts", times(2, "SubsidyPayment S{n} scheme=农村低保金 period=2025-03 PAID_TO P1 GRANTED_BY U1"), ""),
        ("one month, then the other", f"{_RELIEF} SubsidyPayment S2 scheme=特困供养 occurred_on=2025-04-01 PAID_TO P1", ""),
        ("arrears for another month", f"{_RELIEF} {_OTHER} SubsidyPayment S2 period=2025-02", ""),
        ("another person", f"{_RELIEF} SubsidyPayment S2 scheme=特困供养 occurred_on=2025-03-20 PAID_TO P2", ""),
        ("with a grant for tilling", f"{_RELIEF} SubsidyPayment S2 scheme=耕地地力保护补贴 occurred_on=2025-03-20 PAID_TO P1", ""),
        ("neither day nor period", "SubsidyPayment S1 scheme=农村低保金 PAID_TO P1; SubsidyPayment S2 scheme=特困供养 PAID_TO P1", ""),
    ),
    "B7": (
        ("three people of two households", _one_account(3, "P1 LIVES_IN H1; P2 LIVES_IN H1; P3 LIVES_IN H2"), "S1"),
        ("no register of households", _one_account(3), "S1"),
        ("one family", _one_account(3, times(3, "P{n} LIVES_IN H1")), ""),
        ("one family since she married into it", _one_account(3, times(3, "P{n} LIVES_IN H1") + "\nP3 LIVES_IN H2 valid_to=2020-01-01"), ""),
        ("two people", _one_account(2), ""),
        ("one person three times", times(3, "SubsidyPayment S{n} PAID_TO P1 PAID_INTO A1"), ""),
    ),
    "B8": (
        ("6 mu where there are 5", f"{_HOME} SubsidyPayment S1 area_mu=6 PAID_TO P1", "S1"),
        ("5 of 5", f"{_HOME} SubsidyPayment S1 area_mu=5 PAID_TO P1", ""),
        ("the household that she left has less",
         f"{_HOME} Household H2 land_mu=1; SubsidyPayment S1 area_mu=4 occurred_on=2025-03-10 PAID_TO P1; P1 LIVES_IN H2 valid_to=2024-12-31", ""),
        ("the land is not known", "Person P1 LIVES_IN H1; SubsidyPayment S1 area_mu=6 PAID_TO P1", ""),
        ("no area is stated", f"{_HOME} SubsidyPayment S1 PAID_TO P1", ""),
    ),
    "B9": (
        ("came in January, drew in March", f"{_MOVED} {_RELIEF}", "S1"),
        ("every month is told once", f"{_MOVED} {_RELIEF} SubsidyPayment S2 scheme=农村低保金 occurred_on=2025-04-10 PAID_TO P1", "S1"),
        ("181 days after", f"{_MOVED} SubsidyPayment S1 scheme=农村低保金 occurred_on=2025-07-10 PAID_TO P1", ""),
        ("born into it", f"Person P1 born_on=2025-01-10 LIVES_IN H1 valid_from=2025-01-10; {_RELIEF}", ""),
        ("drew before", f"{_MOVED} SubsidyPayment S1 scheme=农村低保金 occurred_on=2025-01-09 PAID_TO P1", ""),
        ("nobody knows since when", f"Person P1 born_on=1960-01-01 LIVES_IN H1; {_RELIEF}", ""),
    ),
    "M1": (
        ("at work in the middle of a stay", f"{_STAY} AttendanceDay D1 occurred_at=2025-03-05T08:00 PRESENT P1", "M1"),
        ("on three days: told once", _STAY + times(3, "AttendanceDay D{n} occurred_at=2025-03-0{n}T08:00 PRESENT P1"), "M1"),
        ("on the days of coming and leaving",
         f"{_STAY} AttendanceDay D1 occurred_at=2025-03-01T08:00 PRESENT P1; AttendanceDay D2 occurred_at=2025-03-10T08:00 PRESENT P1", ""),
        ("somebody of the same name", f"{_STAY} {_NAMESAKES} AttendanceDay D1 occurred_at=2025-03-05T08:00 PRESENT P2", ""),
    ),
    "M2": (
        ("six stays in two hospitals", times(6, _PATIENT + "U{n}"), "M1"),
        ("five", times(5, _PATIENT + "U{n}"), ""),
        ("in one hospital", times(6, _PATIENT + "U1"), ""),
        ("paid a good part", times(6, _PATIENT.replace("own_fen=20000", "own_fen=60000") + "U{n}"), ""),
        ("nobody knows what was paid", times(6, _PATIENT.replace("own_fen=20000", "") + "U{n}"), ""),
        ("over more than a year",
         times(5, _PATIENT + "U{n}") + "\n" + times(1, _PATIENT.replace("M{n}", "M6").replace("2025-0{n}-01", "2026-01-01") + "U6"), ""),
    ),
}  # fmt: skip
