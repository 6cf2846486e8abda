"""Numbers that are valid in form and belong to nobody: each is derived from an index, so none comes twice."""

from datetime import date

from loaders.city.world.draws import scattered
from schema.identifiers.check_digits import USCC_ALPHABET, luhn_check, org_code_check, ric_check, uscc_check

# Series that operators hardly use, so that an invented number is rarely anybody's.
_MOBILE_SERIES = ("154", "160", "161", "163", "164", "168", "169", "179")
_PLATE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
_ORG_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_MOBILES = 10**8
_ACCOUNTS = 10**12
PLANTED_FROM = 50_000_000  # indexes of phones and accounts that no person or firm derives


def resident_number(area: str, born: date, order: int) -> str:
    """Return a resident id; the order is 0 to 999, odd for men."""
    body = f"{area}{born:%Y%m%d}{order:03d}"
    return body + ric_check(body)


def credit_code(prefix: str, area: str, index: int) -> str:
    """Return the unified social credit code of the unit with this index."""
    place, letters = scattered(index, 31**5, 3), ""
    for _ in range(5):
        place, rest = divmod(place, 31)
        letters = _ORG_LETTERS[rest] + letters
    body = ("MA5" if prefix[0] == "9" else "MB1") + letters
    code = prefix + area + body + org_code_check(body)
    return code + uscc_check(code)


def mobile_number(index: int) -> str:
    """Return the mobile number with this index."""
    return f"{_MOBILE_SERIES[index % 8]}{scattered(index, _MOBILES, 11):08d}"


def land_line(index: int) -> str:
    """Return the land line with this index."""
    return f"0790-6{scattered(index, 10**6, 5):06d}"


def account_number(index: int) -> str:
    """Return the bank card number with this index, 19 digits with its Luhn digit."""
    body = f"623099{scattered(index, _ACCOUNTS, 17):012d}"
    return next(body + str(digit) for digit in range(10) if luhn_check(body + str(digit)))


def fuel_card_number(index: int) -> str:
    """Return the fuel card number with this index, 19 digits."""
    return f"10001136050{scattered(index, 10**8, 23):08d}"


def plate_number(index: int) -> str:
    """Return the plate with this index; every fifteenth car takes electricity and has six characters."""
    if index % 15 == 14:
        return f"赣KD{scattered(index // 15, 10**5, 29):05d}"
    place, text = scattered(index, 24 * 34 * 10**3, 31), ""
    place, digits = divmod(place, 1000)
    place, second = divmod(place, 34)
    text = _PLATE_LETTERS[place] + _PLATE_LETTERS[second] + f"{digits:03d}"
    return f"赣K{text}"


def vin_number(index: int) -> str:
    """Return a vehicle identification number of 17 characters."""
    return f"LSVX{USCC_ALPHABET[index % 31]}{scattered(index, 10**12, 37):012d}"
