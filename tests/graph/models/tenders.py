"""Tenders: what each model is to find, and the neighbouring cases that it is to leave alone."""

from tests.graph.models.notation import times

_RIVALS = "Bid B1 BID_FOR P1 BID_BY F1; Bid B2 BID_FOR P1 BID_BY F2;"
_NEWBORN = "Unit F1 founded_on=2024-06-01 staff=2 tax_fen=0;"
_AWARD = "Project P1 opened_on=2025-03-01 ceiling_fen=100000000 TENDERED_BY U1 AWARDED_TO F1;"
_AREAS = "Unit U1 area_code=360502; Unit U2 area_code=360521;"
_AT_HOME = times(4, "Project P{n} TENDERED_BY U1 AWARDED_TO F1; Bid B{n} BID_FOR P{n} BID_BY F1")
_AWAY = times(4, "Project Q{n} TENDERED_BY U2; Bid C{n} BID_FOR Q{n} BID_BY F1")


def _won(count: int, tried: int, total: int) -> str:
    others = "\n".join(f"Project P{n} TENDERED_BY U1" for n in range(1, total + 1))
    bids = "\n".join(f"Bid B{n} BID_FOR P{n} BID_BY F1" for n in range(1, tried + 1))
    return "\n".join([others, bids, *(f"P{n} AWARDED_TO F1" for n in range(1, count + 1))])


def _prices(*fen: int) -> str:
    return "\n".join(f"Bid B{n} price_fen={price} BID_FOR P1" for n, price in enumerate(fen, 1))


def _circle(meetings: int, winners: int, firms: int = 3) -> str:
    lines = [f"Bid B{p}x{f} BID_FOR P{p} BID_BY F{f}" for p in range(meetings) for f in range(firms)]
    return "\n".join([*lines, *(f"P{p} AWARDED_TO F{p % winners}" for p in range(meetings))])


def _parts(*parts: tuple[str, int], more: str = "category=WORKS method=直接发包") -> str:
    return "\n".join(
        f"Project P{n} opened_on={day} ceiling_fen={wan * 1_000_000} {more} TENDERED_BY U1 AWARDED_TO F1"
        for n, (day, wan) in enumerate(parts, 1)
    )


CASES = {
    "T1": (
        ("three bids for one unit, all won", _won(3, 3, 3), "F1"),
        ("the awards stand with the bids", times(3, "Project P{n} TENDERED_BY U1; Bid B{n} won=true BID_FOR P{n} BID_BY F1"), "F1"),
        ("two bids", _won(2, 2, 2), ""),
        ("lost one", _won(3, 4, 4), ""),
        ("for two units", f"{_won(3, 3, 3)}\nProject P4 TENDERED_BY U2 AWARDED_TO F1; Bid B4 BID_FOR P4 BID_BY F1", ""),
    ),
    "T2": (
        ("nine months old, two people, no tax, a million", f"{_AWARD} {_NEWBORN}", "P1"),
        ("the contract says how much",
         f"{_NEWBORN} Project P1 opened_on=2025-03-01 AWARDED_TO F1; Contract C1 amount_fen=150000000 UNDER_PROJECT P1", "P1"),
        ("a year old", f"{_AWARD} Unit F1 founded_on=2024-03-01 staff=2 tax_fen=0", ""),
        ("three people", f"{_AWARD} {_NEWBORN} Unit F1 staff=3", ""),
        ("paid tax", f"{_AWARD} {_NEWBORN} Unit F1 tax_fen=1", ""),
        ("a little less", f"{_AWARD} {_NEWBORN} Project P1 ceiling_fen=99999900", ""),
        ("neither staff nor tax is known", f"{_AWARD} Unit F1 founded_on=2024-06-01", ""),
        ("founded nobody knows when", f"{_AWARD} Unit F1 staff=0", ""),
    ),
    "T3": (
        ("wins at home, never elsewhere", f"{_AREAS}\n{_AT_HOME}\n{_AWAY}", "F1"),
        ("one won elsewhere", f"{_AREAS}\n{_AT_HOME}\n{_AWAY}\nQ1 AWARDED_TO F1", ""),
        ("tried elsewhere three times", f"{_AREAS}\n{_AT_HOME}\n" + times(3, "Project Q{n} TENDERED_BY U2; Bid C{n} BID_FOR Q{n} BID_BY F1"), ""),
        ("nobody knows where the units are", f"{_AT_HOME}\n{_AWAY}", ""),
    ),
    "T4": (
        ("one phone", f"{_RIVALS} B1 CONTACT_AT N1; B2 CONTACT_AT N1", "P1"),
        ("three rivals are told once", times(3, "Bid B{n} BID_FOR P1 BID_BY F{n} CONTACT_AT N1"), "P1"),
        ("in two tenders", times(2, "Bid B{n} BID_FOR P{n} BID_BY F{n} CONTACT_AT N1"), ""),
        ("one firm's two bids", times(2, "Bid B{n} BID_FOR P1 BID_BY F1 CONTACT_AT N1"), ""),
        ("two phones", times(2, "Bid B{n} BID_FOR P1 BID_BY F{n} CONTACT_AT N{n}"), ""),
    ),
    "T5": (
        ("one owner", f"{_RIVALS} Person O1 HOLDS_SHARE F1 HOLDS_SHARE F2", "P1"),
        ("the manager of one owns the other", f"{_RIVALS} Person O1 OFFICER_OF F1 HOLDS_SHARE F2", "P1"),
        ("one holds the other", f"{_RIVALS} Unit F1 HOLDS_SHARE F2", "P1"),
        ("one address", f"{_RIVALS} Unit F1 LOCATED_AT A1; Unit F2 LOCATED_AT A1", "P1"),
        ("one phone of the firms", f"{_RIVALS} Unit F1 USES_PHONE N1; Unit F2 USES_PHONE N1", "P1"),
        ("owner, address and phone are told once",
         f"{_RIVALS} Person O1 HOLDS_SHARE F1 HOLDS_SHARE F2; Unit F1 LOCATED_AT A1 USES_PHONE N1; Unit F2 LOCATED_AT A1 USES_PHONE N1", "P1"),
        ("owners of one name", f"{_RIVALS} Person O1 name=罗敏菊 HOLDS_SHARE F1; Person O2 name=罗敏菊 HOLDS_SHARE F2", ""),
        ("sold a share the day before",
         f"{_RIVALS} Project P1 opened_on=2025-03-01; Person O1 HOLDS_SHARE F1 HOLDS_SHARE F2 valid_to=2025-02-28", ""),
        ("both belong to the state", f"{_RIVALS} Unit O1 unit_kind=ORGAN HOLDS_SHARE F1 HOLDS_SHARE F2", ""),
        ("a house of six firms", f"{_RIVALS}" + times(6, "Unit F{n} LOCATED_AT A1"), ""),
        ("in two tenders", times(2, "Bid B{n} BID_FOR P{n} BID_BY F{n}") + "\nPerson O1 HOLDS_SHARE F1 HOLDS_SHARE F2", ""),
        ("the phone of the bids, which T4 tells", f"{_RIVALS} B1 CONTACT_AT N1; B2 CONTACT_AT N1; Unit F1 USES_PHONE N1; Unit F2 USES_PHONE N1", ""),
    ),
    "T6": (
        ("one machine", times(2, "Bid B{n} file_machine=M1 BID_FOR P1 BID_BY F{n}"), "P1"),
        ("one firm's two bids", times(2, "Bid B{n} file_machine=M1 BID_FOR P1 BID_BY F1"), ""),
        ("in two tenders", times(2, "Bid B{n} file_machine=M1 BID_FOR P{n} BID_BY F{n}"), ""),
        ("not stated", _RIVALS, ""),
    ),
    "T7": (
        ("one account", times(2, "Bid B{n} BID_FOR P1 BID_BY F{n} DEPOSIT_FROM A1"), "P1"),
        ("two accounts", times(2, "Bid B{n} BID_FOR P1 BID_BY F{n} DEPOSIT_FROM A{n}"), ""),
        ("in two tenders", times(2, "Bid B{n} BID_FOR P{n} BID_BY F{n} DEPOSIT_FROM A1"), ""),
    ),
    "T8": (
        ("equal steps", _prices(100000, 110000, 120000, 130000), "P1"),
        ("equal ratios", _prices(100000, 110000, 121000, 133100), "P1"),
        ("three bids", _prices(100000, 110000, 120000), ""),
        ("a step 1 % off", _prices(100000, 110000, 120100, 130000), ""),
        ("all alike", _prices(100000, 100000, 100000, 100000), ""),
        ("no prices", times(4, "Bid B{n} BID_FOR P1"), ""),
    ),
    "T9": (
        ("three firms met five times, two won", _circle(5, 2), "unit_F0+unit_F1+unit_F2"),
        ("the bids say who won", _circle(5, 1).replace("P1 AWARDED_TO F0", "Bid B1x1 won=true"), "unit_F0+unit_F1+unit_F2"),
        ("four times", _circle(4, 2), ""),
        ("one always won", _circle(5, 1), ""),
        ("two firms", _circle(5, 2, firms=2), ""),
        ("a fourth came once", f"{_circle(5, 2)}\nBid B9 BID_FOR P1 BID_BY F9", ""),
    ),
    "T10": (
        ("four of five bids won, of six projects", _won(4, 5, 6), "F1|U1"),
        ("three won", _won(3, 3, 6), ""),
        ("four of six bids", _won(4, 6, 6), ""),
        ("a unit of five projects", _won(4, 5, 5), ""),
        ("four of eleven projects", _won(4, 4, 11), ""),
    ),
    "T11": (
        ("signed the day before", "Project P1 opened_on=2025-03-02; Contract C1 signed_on=2025-03-01 UNDER_PROJECT P1", "P1"),
        ("on the day", "Project P1 opened_on=2025-03-02; Contract C1 signed_on=2025-03-02 UNDER_PROJECT P1", ""),
        ("not stated when", "Project P1 opened_on=2025-03-02; Contract C1 UNDER_PROJECT P1", ""),
    ),
    "T12": (
        ("250 and 250 of works in a month", _parts(("2025-03-01", 250), ("2025-03-31", 250)), "P1"),
        ("400 together exactly, from which a tender is due", _parts(("2025-03-01", 200), ("2025-03-31", 200)), "P1"),
        ("in 90 days exactly", _parts(("2025-03-01", 250), ("2025-05-30", 250)), "P1"),
        ("91 days", _parts(("2025-03-01", 250), ("2025-05-31", 250)), ""),
        ("399 together", _parts(("2025-03-01", 199), ("2025-03-31", 200)), ""),
        ("services of 120 together", _parts(("2025-03-01", 60), ("2025-03-31", 60), more="category=SERVICES method=询价"), "P1"),
        ("the same, of a kind that is not known", _parts(("2025-03-01", 60), ("2025-03-31", 60), more="method=询价"), ""),
        ("one that was due a tender by itself", _parts(("2025-03-01", 400), ("2025-03-31", 100)), ""),
        ("both were tendered", _parts(("2025-03-01", 250), ("2025-03-31", 250), more="category=WORKS method=公开招标"), ""),
        ("nobody knows how", _parts(("2025-03-01", 250), ("2025-03-31", 250), more="category=WORKS"), ""),
        ("to two firms",
         _parts(("2025-03-01", 250)) + "\nProject P2 opened_on=2025-03-31 ceiling_fen=250000000 category=WORKS method=询价"
         " TENDERED_BY U1 AWARDED_TO F2", ""),
    ),
}  # fmt: skip
