"""Numbers that fill a mandatory field and identify nobody: known ones as data, the rest by their pattern.

`KNOWN` are dummies that no pattern gives away, by the class of value.
"""

import re

KNOWN = {"phone": frozenset(("13800138000", "12345678", "1234567", "87654321", "7654321"))}
# A number that does not begin so is no filler by its pattern: what is plain at once needs no second look.
NO_FILLER_HEAD = (
    r"(?!([0-9])\1{4}|([0-9]{2,4})\2|01234|12345|23456|34567|45678|56789|67890|78901|89012|90123"
    r"|09876|98765|87654|76543|65432|54321|43210|32109|21098|10987)"
)
_DIGITS = "0123456789"
_LEAST = 5
_LEAST_RUN = 9
_MOST_BLOCK = 4
_UP, _DOWN = "0123456789" * 5, "9876543210" * 5
# A mobile number is 3 signs of the network and 8 of the subscriber; a plate has a province, an office and a serial.
_ONE_SUBSCRIBER = re.compile(r"1[0-9]{2}([0-9])\1{7}")
# A code of 18 signs with nothing after its head but one sign, the check character aside.
_HEAD_ONLY = re.compile(r"(?=.{18}$)[0-9A-Z]{0,8}?([0-9])\1{9,}[0-9A-Z]?")
_NO_SERIAL = re.compile(r"[\u4e00-\u9fff][A-Z]{1,2}0{5,6}[A-Z]?")


def is_filler(text: str, value_class: str) -> bool:
    """Returns whether a compact number is one sign throughout, a run, a repeated block, or a known dummy of its class."""
    if len(text) < _LEAST:
        return False
    if text in KNOWN.get(value_class, ()):
        return True
    if value_class == "phone" and _ONE_SUBSCRIBER.fullmatch(text):
        return True
    if value_class == "plate":
        return _NO_SERIAL.fullmatch(text) is not None or _is_one_sign(text)
    if value_class in ("uscc", "resident_id") and _HEAD_ONLY.fullmatch(text):
        return True
    return _is_one_sign(text) or (text.isascii() and text.isdigit() and (_is_run(text) or _is_block(text)))


def _is_one_sign(text: str) -> bool:
    return text[0] in _DIGITS and text.count(text[0]) == len(text)


def _is_run(text: str) -> bool:
    return len(text) >= _LEAST_RUN and (text in _UP or text in _DOWN)


def _is_block(text: str) -> bool:
    # Three full turns at least; the last one may be cut, as in 121212121212121.
    most = min(_MOST_BLOCK, len(text) // 3)
    return len(text) >= _LEAST_RUN and any(text[size:] == text[:-size] for size in range(2, most + 1))
