"""Numbers of the city: valid in form with right check digits, and none comes twice."""

import re

from loaders.city.world.numbers import account_number, credit_code, fuel_card_number, mobile_number, plate_number
from loaders.city.world.people import Population
from schema.identifiers import NORMALISERS
from schema.identifiers.check_digits import luhn_check, org_code_check

COUNT = 20_000
_PLATE = re.compile(r"赣K(?:[A-HJ-NP-Z0-9]{5}|[A-HJK][A-HJ-NP-Z0-9][0-9]{4})")


def test_ids_of_the_whole_register_come_once() -> None:
    people = list(Population(7, 60_000))

    assert len({person.id_number for person in people}) == len(people) == 60_000
    assert all(NORMALISERS["resident_id"](person.id_number) == person.id_number for person in people[:5_000])
    assert all(int(person.id_number[16]) % 2 == person.is_male for person in people)


def test_person_is_the_same_by_index_and_in_order() -> None:
    people = Population(7, 5_000)

    assert [people.person(index) for index in (0, 17, 4_999)] == [list(people)[index] for index in (0, 17, 4_999)]


def test_credit_codes_are_sound_inside_and_come_once() -> None:
    codes = [credit_code(prefix, "360502", index) for prefix in ("91", "11", "54") for index in range(3_000)]

    assert len(set(codes)) == len(codes)
    for code in codes:
        assert NORMALISERS["uscc"](code) == code
        assert org_code_check(code[8:16]) == code[16]


def test_accounts_satisfy_luhn_and_come_once() -> None:
    accounts = {account_number(index) for index in range(COUNT)}

    assert len(accounts) == COUNT
    assert all(luhn_check(account) for account in accounts)


def test_phones_cards_and_plates_come_once() -> None:
    for make, normaliser in ((mobile_number, "phone"), (fuel_card_number, "fuel_card"), (plate_number, "plate")):
        numbers = {make(index) for index in range(COUNT)}
        assert len(numbers) == COUNT
        assert all(NORMALISERS[normaliser](number) == number for number in numbers)
    assert all(_PLATE.fullmatch(plate_number(index)) for index in range(COUNT))
