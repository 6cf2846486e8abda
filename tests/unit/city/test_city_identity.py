"""The city's hard names: units as citizens write them, masked id numbers, and which subjects the registers tell."""

from collections import Counter
from typing import Any

from schema.identifiers import fold
from tests.unit.city.conftest import WrittenCity


def fits(shown: str, name: str) -> bool:
    """Return whether a name, or a masked one, can stand for the full name."""
    if "某" not in shown:
        return shown == name
    plain = name.replace("·", "")
    compound = plain[:2] in {"欧阳", "上官", "诸葛", "司徒", "皇甫", "尉迟", "万俟", "令狐"}
    size = 2 if compound else 1
    return shown == plain[:size] + "某" * min(len(plain) - size, 2)


def test_every_ticket_on_a_unit_has_its_true_code_in_the_truth(city: WrittenCity) -> None:
    rows = {row["ticket_no"]: row for row in city.rows("palm_tickets")}
    units = {row["统一社会信用代码"]: row for row in city.rows("units")}
    convert = fold
    known: Counter[str] = Counter()

    for each in city.truth["units_named"]:
        row, unit = rows[each["key"]], units[each["uscc"]]
        assert (row["被反映单位"], row["被反映单位代码"]) == (each["as_named"], each["uscc"])
        name = unit["单位名称"]
        local = name.removeprefix("云江市" if not name.startswith("云江市委") else "云江")
        names = {name, local, unit["单位简称"], unit["曾用名"]}
        assert convert(each["as_named"]) in {convert(name) for name in names if name}
        known[each["how"]] += 1
    assert known["name"] > known["variant"] > 50


def hidden(row: dict[str, Any]) -> str:
    """Return the masked number that a row of a ledger shows."""
    return str(row.get("身份证号(脱敏)") or "")


def agrees(shown: str, number: str) -> bool:
    """Return whether a masked number can stand for the number."""
    return len(shown) == len(number) and all(one in ("*", other) for one, other in zip(shown, number, strict=True))


def test_masked_numbers_fit_who_is_meant(city: WrittenCity) -> None:
    numbers = {each["person"]: each["id_number"] for each in city.truth["people"]}
    subjects = {(each["source"], each["key"]): each for each in city.truth["subjects"]}
    shown: Counter[tuple[str, bool]] = Counter()

    for source in ("own_staff_clues", "clue_register"):
        for row in city.rows(source):
            subject, number = subjects.get((source, str(row["线索编号"]))), hidden(row)
            assert not number or (subject and subject["how"] == "masked")
            if subject and subject["how"] == "masked":
                shown[source, bool(number)] += 1
                assert not number or (number.count("*") == 8 and agrees(number, numbers[subject["person"]]))
    assert shown["own_staff_clues", True] == len(city.rows("own_staff_clues"))
    assert shown["clue_register", True] > shown["clue_register", False] > 0


def test_tellable_is_who_alone_fits_the_name_and_the_post_or_the_masked_number(city: WrittenCity) -> None:
    numbers = {each["person"]: each["id_number"] for each in city.truth["people"]}
    posts = [row for row in city.rows("posts") if not str(row["任职编号"]).startswith("RZ9")]
    ledgers: dict[str, dict[str, Any]] = {
        source: {str(row["线索编号"]): row for row in city.rows(source)}
        for source in ("petition_clues", "clue_register")
    }
    told: Counter[bool] = Counter()

    for each in city.truth["subjects"]:
        if each["how"] == "id" or each["source"] not in ledgers:
            continue
        row = ledgers[each["source"]][each["key"]]
        holders = {
            str(post["身份证号"])
            for post in posts
            if (post["单位代码"], post["职务"]) == (row["被反映单位代码"], row["被反映人职务"])
            and fits(each["as_named"], str(post["姓名"]))
        }
        number, known = numbers[each["person"]], hidden(row)
        alone = {other for other in holders if not known or agrees(known, other)} == {number}
        assert not alone or each["tellable"], "nobody else fits, whatever the term"
        assert not each["tellable"] or number in holders or agrees(known, number)
        told[each["tellable"]] += 1
    assert told[True] > told[False] > 0
