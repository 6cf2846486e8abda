"""Receptions and allowances: what each model is to find, and the neighbouring cases that it is to leave alone."""

from tests.graph.models.notation import times

_BILL = "ReceptionBill B1 occurred_at=2025-03-03T18:00 HOSTED_BY U1 SERVED_BY S1;"
_LETTER = "ReceptionBill B0 letter_number=L0 occurred_at=2025-01-03T18:00 HOSTED_BY U1;"
_BUREAU = "Unit U1 unit_kind=ORGAN;"
_BOOKED = "ReceptionBill B0 invoice=I0 HOSTED_BY U1;"
_SUPPLIER = "Project P1 TENDERED_BY U1 AWARDED_TO F1;"
_QUARTER = times(3, "ReceptionBill A{n} amount_fen=100000 occurred_at=2024-03-0{n}T18:00 HOSTED_BY U1")

CASES = {
    "R1": (
        ("4 hosts for 10 guests", f"{_BILL} ReceptionBill B1 guests=10 hosts=4", "B1"),
        ("4 hosts for 11 guests", f"{_BILL} ReceptionBill B1 guests=11 hosts=4", "B1"),
        ("3 for 10", f"{_BILL} ReceptionBill B1 guests=10 hosts=3", ""),
        ("4 for 12", f"{_BILL} ReceptionBill B1 guests=12 hosts=4", ""),
        ("hosts not stated", f"{_BILL} ReceptionBill B1 guests=10", ""),
    ),
    "R2": (
        ("151 yuan a head", f"{_BILL} ReceptionBill B1 guests=8 hosts=2 amount_fen=151000", "B1"),
        ("cheap, with a banned spirit", f"{_BILL} ReceptionBill B1 guests=8 hosts=2 amount_fen=50000 items=菜品、茅台2瓶", "B1"),
        ("spirit of a town that a banned one is called after", f"{_BILL} ReceptionBill B1 guests=8 hosts=2 amount_fen=50000 items=茅台镇酱香酒", ""),
        ("150 exactly", f"{_BILL} ReceptionBill B1 guests=8 hosts=2 amount_fen=150000", ""),
        ("heads not stated", f"{_BILL} ReceptionBill B1 amount_fen=900000 items=菜品", ""),
    ),
    "R3": (
        ("the invoice is two days younger", f"{_BILL} ReceptionBill B1 invoice_on=2025-03-05", "B1"),
        ("the slip is two days older", f"{_BILL} ReceptionBill B1 paid_at=2025-03-01T12:00", "B1"),
        ("amounts differ", f"{_BILL} ReceptionBill B1 amount_fen=100000 invoice_fen=120000", "B1"),
        ("a day, and 50 fen", f"{_BILL} ReceptionBill B1 invoice_on=2025-03-04 amount_fen=100000 invoice_fen=100050", ""),
        ("no invoice", f"{_BILL} ReceptionBill B1 amount_fen=100000", ""),
    ),
    "R4": (
        ("no letter where others have one", f"{_LETTER} {_BILL}", "B1"),
        ("one letter on two days", times(2, "ReceptionBill B{n} letter_number=L1 occurred_at=2025-03-0{n}T18:00 HOSTED_BY U1"), "B1"),
        ("on seven bills, told once", times(7, "ReceptionBill B{n} letter_number=L1 occurred_at=2025-03-0{n}T18:00 HOSTED_BY U1"), "B1"),
        ("two meals of one day", times(2, "ReceptionBill B{n} letter_number=L1 occurred_at=2025-03-03T1{n}:00 HOSTED_BY U1"), ""),
        ("a platform that keeps no letters", _BILL, ""),
        ("the letters stand in another register", f"{_LETTER} ReceptionBill B1 source=other HOSTED_BY U1", ""),
        ("bills without a day", times(2, "ReceptionBill B{n} letter_number=L1 HOSTED_BY U1"), ""),
    ),
    "R5": (
        ("two of 1,500 at one shop on one day",
         times(2, "ReceptionBill B{n} amount_fen=150000 occurred_at=2025-03-03T1{n}:00 HOSTED_BY U1 SERVED_BY S1"), "B1"),
        ("2,000 together exactly", times(2, "ReceptionBill B{n} amount_fen=100000 occurred_at=2025-03-03T1{n}:00 HOSTED_BY U1 SERVED_BY S1"), ""),
        ("on two days", times(2, "ReceptionBill B{n} amount_fen=150000 occurred_at=2025-03-0{n}T18:00 HOSTED_BY U1 SERVED_BY S1"), ""),
        ("at two shops", times(2, "ReceptionBill B{n} amount_fen=150000 occurred_at=2025-03-03T18:00 HOSTED_BY U1 SERVED_BY S{n}"), ""),
        ("of two units", times(2, "ReceptionBill B{n} amount_fen=150000 occurred_at=2025-03-03T18:00 HOSTED_BY U{n} SERVED_BY S1"), ""),
        ("without a day", times(2, "ReceptionBill B{n} amount_fen=150000 HOSTED_BY U1 SERVED_BY S1"), ""),
    ),
    "R6": (
        ("3,000 a year ago, 9,000 now",
         f"{_QUARTER}\n" + times(3, "ReceptionBill B{n} amount_fen=300000 occurred_at=2025-03-0{n}T18:00 HOSTED_BY U1"), "2025Q1|U1"),
        ("6,000 now: 3,000 more exactly",
         f"{_QUARTER}\n" + times(3, "ReceptionBill B{n} amount_fen=200000 occurred_at=2025-03-0{n}T18:00 HOSTED_BY U1"), ""),
        ("the next quarter", f"{_QUARTER}\n" + times(3, "ReceptionBill B{n} amount_fen=300000 occurred_at=2025-04-0{n}T18:00 HOSTED_BY U1"), ""),
        ("nothing a year ago", times(3, "ReceptionBill B{n} amount_fen=300000 occurred_at=2025-03-0{n}T18:00 HOSTED_BY U1"), ""),
        ("another unit", f"{_QUARTER}\n" + times(3, "ReceptionBill B{n} amount_fen=300000 occurred_at=2025-03-0{n}T18:00 HOSTED_BY U2"), ""),
    ),
    "R7": (
        ("a restaurant's invoice that no bill has", f"{_BUREAU} {_BOOKED} Invoice I1 items=餐饮服务 BOUGHT_BY U1 SOLD_BY S1", "I1"),
        ("it is booked", f"{_BUREAU} ReceptionBill B1 invoice=I1 HOSTED_BY U1; Invoice I1 items=餐饮服务 BOUGHT_BY U1 SOLD_BY S1", ""),
        ("bought by a firm", f"Unit U1 unit_kind=FIRM; {_BOOKED} Invoice I1 items=餐饮服务 BOUGHT_BY U1 SOLD_BY S1", ""),
        ("paper", f"{_BUREAU} {_BOOKED} Invoice I1 items=办公用纸 BOUGHT_BY U1 SOLD_BY S1", ""),
        ("bills that do not say which invoice they have", f"{_BUREAU} {_BILL} Invoice I1 items=餐饮服务 BOUGHT_BY U1 SOLD_BY S1", ""),
    ),
    "R8": (
        ("the bureau above came to check", f"{_BILL} B1 GUESTS_FROM G1; ReceptionBill B1 purpose=安全生产检查; Unit U1 UNDER M1; M1 UNDER G1", "B1"),
        ("two units from above came: told once",
         f"{_BILL} B1 GUESTS_FROM G1 GUESTS_FROM G2; ReceptionBill B1 purpose=检查; Unit U1 UNDER G1 UNDER G2", "B1"),
        ("a unit beside it came", f"{_BILL} B1 GUESTS_FROM G1; ReceptionBill B1 purpose=检查; Unit U1 UNDER M1; G1 UNDER M1", ""),
        ("those below came", f"{_BILL} B1 GUESTS_FROM G1; ReceptionBill B1 purpose=检查; Unit G1 UNDER U1", ""),
        ("they came to learn", f"{_BILL} B1 GUESTS_FROM G1; ReceptionBill B1 purpose=学习交流; Unit U1 UNDER G1", ""),
        ("it was under them until last year", f"{_BILL} B1 GUESTS_FROM G1; ReceptionBill B1 purpose=检查; Unit U1 UNDER G1 valid_to=2024-12-31", ""),
        ("the purpose is not stated", f"{_BILL} B1 GUESTS_FROM G1; Unit U1 UNDER G1", ""),
    ),
    "R9": (
        ("supplier and unit at one shop on two days",
         _SUPPLIER + times(2, "ReceptionBill B{n} occurred_at=2025-03-0{n}T18:00 HOSTED_BY U1 SERVED_BY S1")
         + "\n" + times(2, "Invoice I{n} occurred_on=2025-03-0{n} SOLD_BY S1 BOUGHT_BY F1"), "U1|F1"),
        ("once", f"{_SUPPLIER} {_BILL} Invoice I1 occurred_on=2025-03-03 SOLD_BY S1 BOUGHT_BY F1", ""),
        ("two bills of one evening", _SUPPLIER + times(2, "ReceptionBill B{n} occurred_at=2025-03-03T1{n}:00 HOSTED_BY U1 SERVED_BY S1")
         + "\nInvoice I1 occurred_on=2025-03-03 SOLD_BY S1 BOUGHT_BY F1", ""),
        ("a firm that never won there", times(2, "ReceptionBill B{n} occurred_at=2025-03-0{n}T18:00 HOSTED_BY U1 SERVED_BY S1")
         + "\n" + times(2, "Invoice I{n} occurred_on=2025-03-0{n} SOLD_BY S1 BOUGHT_BY F1"), ""),
        ("the days after", _SUPPLIER + times(2, "ReceptionBill B{n} occurred_at=2025-03-0{n}T18:00 HOSTED_BY U1 SERVED_BY S1")
         + "\n" + times(2, "Invoice I{n} occurred_on=2025-04-0{n} SOLD_BY S1 BOUGHT_BY F1"), ""),
    ),
    "R10": (
        ("tea 15 days before Spring Festival", f"{_BUREAU} Invoice I1 items=茶叶礼盒 occurred_on=2025-01-14 BOUGHT_BY U1", "I1"),
        ("16 days before", f"{_BUREAU} Invoice I1 items=茶叶礼盒 occurred_on=2025-01-13 BOUGHT_BY U1", ""),
        ("on the day itself", f"{_BUREAU} Invoice I1 items=茶叶礼盒 occurred_on=2025-01-29 BOUGHT_BY U1", ""),
        ("bought by a firm", "Unit U1 unit_kind=FIRM; Invoice I1 items=茶叶礼盒 occurred_on=2025-01-20 BOUGHT_BY U1", ""),
        ("goods not stated", f"{_BUREAU} Invoice I1 occurred_on=2025-01-20 BOUGHT_BY U1", ""),
    ),
    "A2": (
        ("two journeys overlap",
         "TravelClaim T1 occurred_on=2025-03-01 ended_on=2025-03-05 CLAIMED_BY P1;"
         "TravelClaim T2 occurred_on=2025-03-04 ended_on=2025-03-06 CLAIMED_BY P1", "T1"),
        ("one day claimed twice", times(2, "TravelClaim T{n} occurred_on=2025-03-01 CLAIMED_BY P1"), "T1"),
        ("one ends where the next begins",
         "TravelClaim T1 occurred_on=2025-03-01 ended_on=2025-03-04 CLAIMED_BY P1;"
         "TravelClaim T2 occurred_on=2025-03-04 ended_on=2025-03-06 CLAIMED_BY P1", ""),
        ("two people of one name",
         "Person P1 name=张伟; Person P2 name=张伟;" + times(2, "TravelClaim T{n} occurred_on=2025-03-01 ended_on=2025-03-05 CLAIMED_BY P{n}"), ""),
        ("no days", times(2, "TravelClaim T{n} CLAIMED_BY P1"), ""),
    ),
    "A3": (
        ("at work in the middle of a journey",
         "TravelClaim T1 occurred_on=2025-03-01 ended_on=2025-03-05 CLAIMED_BY P1; AttendanceDay D1 occurred_at=2025-03-03T08:00 PRESENT P1", "T1"),
        ("on the days of going and coming", "TravelClaim T1 occurred_on=2025-03-01 ended_on=2025-03-05 CLAIMED_BY P1;"
         "AttendanceDay D1 occurred_at=2025-03-01T08:00 PRESENT P1; AttendanceDay D2 occurred_at=2025-03-05T08:00 PRESENT P1", ""),
        ("somebody of the same name",
         "Person P1 name=张伟; Person P2 name=张伟; TravelClaim T1 occurred_on=2025-03-01 ended_on=2025-03-05 CLAIMED_BY P1;"
         "AttendanceDay D1 occurred_at=2025-03-03T08:00 PRESENT P2", ""),
        ("the end is not stated",
         "TravelClaim T1 occurred_on=2025-03-01 CLAIMED_BY P1; AttendanceDay D1 occurred_at=2025-03-03T08:00 PRESENT P1", ""),
    ),
}  # fmt: skip
