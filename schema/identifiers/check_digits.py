"""Check characters of Chinese numbers, for validation here and for the makers of fictional data."""

from operator import mul

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_VALUE = {letter: value for value, letter in enumerate(USCC_ALPHABET)}
_USCC_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ORG_VALUE = {letter: value for value, letter in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
_ORG_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORG_CHECK = "0X987654321"
_RIC_CHECK = "10X98765432"
_LUHN_DOUBLED = str.maketrans("0123456789", "0246813579")


def ric_check(body17: str) -> str:
    """Returns the check character of a resident id (GB 11643) from its first 17 digits."""
    # The weights are powers of two modulo 11, and 13 is two modulo 11: reading the digits in
    # base 13 sums them in one step. The last weight is 2, hence the doubling.
    return _RIC_CHECK[2 * int(body17, 13) % 11]


def uscc_check(body17: str) -> str:
    """Returns the check character of a unified social credit code (GB 32100) from its first 17 characters."""
    total = sum(map(mul, _USCC_WEIGHTS, map(_USCC_VALUE.__getitem__, body17)))
    return USCC_ALPHABET[-total % 31]


def org_code_check(body8: str) -> str:
    """Returns the check character of an organisation code (GB 11714) from its first 8 characters."""
    return _ORG_CHECK[sum(map(mul, _ORG_WEIGHTS, map(_ORG_VALUE.__getitem__, body8))) % 11]


def registration_check(body14: str) -> str:
    """Returns the check digit of an old 15-digit registration number (ISO 7064 mod 11,10)."""
    carry = 10
    for digit in body14:
        carry = ((carry + int(digit)) % 10 or 10) * 2 % 11
    return str((11 - carry) % 10)


def luhn_check(digits: str) -> bool:
    """Returns whether the digits of a bank card, check digit included, satisfy the Luhn rule."""
    backwards = digits[::-1]
    return (sum(map(int, backwards[::2])) + sum(map(int, backwards[1::2].translate(_LUHN_DOUBLED)))) % 10 == 0
