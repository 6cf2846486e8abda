"""Resident ids, whole and masked."""

import pytest

from schema.identifiers import (
    Refused,
    mask_fits,
    masked_id,
    masked_phone,
    resident_id,
    ric_check,
)

MALE, FEMALE, TEXTBOOK = "360502199003070016", "360521198512310027", "11010519491231002X"


def whole(body: str) -> str:
    return body + ric_check(body)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (MALE, MALE),
        (FEMALE, FEMALE),
        (TEXTBOOK, TEXTBOOK),
        ("11010519491231002x", TEXTBOOK),
        ("１１０１０５１９４９１２３１００２Ｘ", TEXTBOOK),
        ("360502 19900307 0016", MALE),
        (" 360502199003070016\u200b", MALE),
        ("'360502199003070016", MALE),
        ("\ufeff360502199003070016", MALE),
        ("360502-19900307-0016", MALE),
        ("360502900307001", MALE),  # 15 digits: 19 and the check digit are added
        (360502900307001, MALE),
        (360521198512310027, FEMALE),  # an exact integer, as databases give it
        (whole("36222419490512031"), whole("36222419490512031")),  # Xinyu county before 1983
        (whole("36223019790101002"), whole("36223019790101002")),  # Fenyi county before 1983
        (whole("36050219490512031"), whole("36050219490512031")),  # born before the county code came into force
        (whole("81000019900307001"), whole("81000019900307001")),  # residence permit
        ("不详", None),
    ],
)
def test_resident_id(value: object, expected: str | None) -> None:
    assert resident_id(value) == expected


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("360502199003070017", "wrong check character"),
        ("360502199003070061", "wrong check character"),
        (whole("36050219900230001"), "does not exist"),
        (whole("36050219901307001"), "does not exist"),
        (whole("36050220990307001"), "future"),
        (whole("36050217000307001"), "does not exist"),
        ("360502901307001", "does not exist"),
        (3.60502e17, "lost its last digits"),
        (360502900307001.0, "lost its last digits"),
        ("3.60502E+17", "lost its last digits"),
        ("360502199003070000", "ends in zeros"),
        (360502199003070016, "lost its last digits"),  # a double holds this integer: nobody knows if it was rounded
        ("3605**********0016", "masked_id"),
        ("36050219900307001", "18 characters"),
        ("36050219900307001O", "cannot have"),
        ("O60502199003070016", "cannot have"),
        ("060502199003070016", "cannot have"),
        ("张三", "18 characters"),
        (True, "not text"),
        ("\ud800", "half"),
    ],
)
def test_resident_id_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        resident_id(value)


def test_check_digit_of_a_resident_id() -> None:
    assert ric_check(TEXTBOOK[:17]) == "X"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("3605**********0016", "3605**********0016"),
        ("3605＊＊＊＊＊＊＊＊＊＊0016", "3605**********0016"),
        ("3605××××××××××0016", "3605**********0016"),
        ("3605xxxxxxxxxx0016", "3605**********0016"),
        ("360502XXXXXXXX001X", "360502********001X"),
        ("3605●●●●●●●●●●0016", "3605**********0016"),
        ("3605****0016", "3605**********0016"),
        ("360502********0016", "360502********0016"),
        ("36050219900307****", "36050219900307****"),
        ("3605 **** **** **0016", "3605**********0016"),
        ("360502****0307***6", "360502****0307***6"),
        ("360502********", "360502************"),
        ("无", None),
    ],
)
def test_masked_id(value: object, expected: str | None) -> None:
    assert masked_id(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        MALE,
        "张**",
        "******************",
        "3*",
        "3605**********0016999",
        "3605*A*0016",
        "0605**********0016",
        "36*05*0016",
        "abc",
        360502,
        "3605X",
        "\ud800",
    ],
)
def test_masked_id_refuses(value: object) -> None:
    with pytest.raises(Refused):
        masked_id(value)


def test_masked_phone() -> None:
    assert masked_phone("138****1234") == "138****1234"
    assert masked_phone("138xxxx1234") == "138****1234"
    assert masked_phone("138**1234") == "138****1234"
    assert masked_phone("+86 138-****-1234") == "138****1234"
    for value in ("13879012345", "238****1234", "***********", "138****12345678", 138):
        with pytest.raises(Refused):
            masked_phone(value)


def test_a_mask_fits_what_it_can_hide() -> None:
    assert mask_fits("3605**********0016", MALE)
    assert mask_fits("3605**********0016", "360502********0016")
    assert not mask_fits("3605**********0016", FEMALE)
    assert not mask_fits("138****1234", "1387901234")
