"""Credit codes, organisation codes, registration numbers and their check characters."""

import pytest

from schema.identifiers import (
    Refused,
    luhn_check,
    org_code,
    org_code_check,
    registration_check,
    registration_number,
    uscc,
    uscc_check,
)

FIRM = "91350100M000100Y43"


def whole(body: str) -> str:
    return body + uscc_check(body)


VILLAGE = whole("N2360502MF0000001")
ARMY, OTHER = whole("A1360500MF0000001"), whole("Y1360500MF0000001")
BUREAU = whole("11360500MB1234567")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (FIRM, FIRM),
        ("91350100m000100y43", FIRM),
        ("９１３５０１００Ｍ０００１００Ｙ４３", FIRM),
        ("9135 0100 M000 100Y 43", FIRM),
        ("91350100-M000100Y4-3", FIRM),
        (" 91350100M000100Y43\u200b", FIRM),
        ("'91350100M000100Y43", FIRM),
        (VILLAGE, VILLAGE),
        (VILLAGE.lower(), VILLAGE),
        (ARMY, ARMY),
        (OTHER, OTHER),
        (BUREAU, BUREAU),
        ("/", None),
    ],
)
def test_uscc(value: object, expected: str | None) -> None:
    assert uscc(value) == expected


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("91350100M000100Y44", "wrong check"),
        ("91350100M000100Y4Z", "never uses"),
        ("9135O100M000100Y43", "never uses"),
        ("91350100MI00100Y43", "never uses"),
        ("91350100MS00100Y43", "never uses"),
        ("91350100MV00100Y43", "never uses"),
        ("91350A00M000100Y43", "places 3 to 8"),
        ("B1350100M000100Y43", "registrar"),
        ("01350100M000100Y43", "registrar"),
        ("360502200012345", "registration_number"),
        ("91350100M000100Y4", "18 characters"),
        ("新余市教育局", "18 characters"),
        (9.135e17, "lost its last digits"),
        (True, "not text"),
    ],
)
def test_uscc_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        uscc(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("D2143569X", "D2143569X"),
        ("D2143569-X", "D2143569X"),
        ("d2143569-x", "D2143569X"),
        ("Ｄ２１４３５６９－Ｘ", "D2143569X"),
        ("D2143569—X", "D2143569X"),
        (" D214 3569 X", "D2143569X"),
        ("M000100Y4", "M000100Y4"),
        ("N/A", None),
    ],
)
def test_org_code(value: object, expected: str | None) -> None:
    assert org_code(value) == expected


@pytest.mark.parametrize("value", ["D21435690", "D2143569", "D2143569XX", "D2143569A", "局", "D2143569Y", 1.5, True])
def test_org_code_refuses(value: object) -> None:
    with pytest.raises(Refused):
        org_code(value)


def test_registration_number() -> None:
    number = "36050221000123" + registration_check("36050221000123")

    assert registration_number(number) == number
    assert registration_number(int(number)) == number
    for wrong in (number[:-1] + str((int(number[-1]) + 1) % 10), number[:-1], "ABC", FIRM):
        with pytest.raises(Refused):
            registration_number(wrong)


def test_check_characters() -> None:
    assert uscc_check(FIRM[:17]) == "3"
    assert org_code_check("D2143569") == "X"
    assert luhn_check("79927398713")
    assert not luhn_check("79927398710")
