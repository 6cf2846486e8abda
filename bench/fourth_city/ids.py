"""Synthetic identifiers with valid check digits: resident ids, credit codes, phones, accounts."""

import random
from typing import NamedTuple

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
AREAS = {"b": "652701", "a": "652702", "j": "652722", "w": "652723", "t": "659007", "": "652701"}


class Birthday(NamedTuple):
    """A day of birth."""

    year: int
    month: int
    day: int


def resident_id(rng: random.Random, area: str, born: Birthday, male: bool) -> str:
    """Returns an 18-digit number of this area, birthday and sex."""
    head = f"{area}{born.year:04}{born.month:02}{born.day:02}{rng.randrange(1, 99):02}{rng.randrange(5) * 2 + male}"
    return head + check_digit(head)


def check_digit(head: str) -> str:
    """Returns the eighteenth sign of GB 11643."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(c) * w for c, w in zip(head, weights, strict=True)) % 11]


def credit_code(rng: random.Random, head: str, area: str) -> str:
    """Returns an 18-sign code of GB 32100 whose organisation code is valid too."""
    body = "".join(rng.choice("0123456789") for _ in range(7))
    body = "M" + body if rng.random() < 0.5 else rng.choice("0123456789") + body
    rest = (11 - sum(ALPHABET_36.index(c) * w for c, w in zip(body, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)) % 11) % 11
    code = head + area + body + ("X" if rest == 10 else str(rest))
    total = sum(ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(code))
    return code + ALPHABET[(31 - total % 31) % 31]


ALPHABET_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def phone(rng: random.Random) -> str:
    """Returns a mobile number."""
    return (
        rng.choice(("136", "137", "139", "150", "152", "158", "159", "178", "186", "188"))
        + f"{rng.randrange(10**8):08}"
    )


def account(rng: random.Random) -> str:
    """Returns a bank card number."""
    return rng.choice(("621700", "622848", "621081")) + f"{rng.randrange(10**13):013}"


def forms(value: str) -> dict[str, str]:
    """Returns the ways in which a text writes a resident id."""
    return {
        "#id": value.lower(),
        "#id15": value[:6] + value[8:17],
        "#ids": f"{value[:6]} {value[6:14]} {value[14:]}",
        "#mask": value[:6] + "********" + value[14:],
    }
