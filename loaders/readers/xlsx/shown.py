"""What a cell shows: the day or moment that its number counts to, its share in per cent."""

import datetime as dt
from decimal import Decimal

from loaders.rejection import PHANTOM_DAY, UNREADABLE

_LAST_DAY = 2_958_466  # 31 December 9999
_PHANTOM = 60  # 29 February 1900, which never was


def percent_shown(number: float) -> str:
    """Return the text of a number in per cent, as its cell shows it; beyond fifteen digits a double says nothing."""
    return f"{(Decimal(format(number, '.15g')) * 100).normalize():f}%"


def day_written(text: str) -> object:
    """Return the day, time or moment of an ISO text, or the reason why it is none."""
    kind = dt.time if text[2:3] == ":" else dt.datetime if "T" in text else dt.date
    try:
        found = kind.fromisoformat(text)
    except ValueError:
        return UNREADABLE
    if isinstance(found, dt.datetime) and found.time() == dt.time():
        return found.date()
    return found


def moment_counted(count: float, is_1904: bool) -> object:
    """Return the day, time or moment of a day count, or the reason why it is none."""
    if 0 <= count < 1 and not is_1904:
        return (dt.datetime.min + dt.timedelta(seconds=round(count * 86400))).time()
    if count < 0 or count >= _LAST_DAY or (not is_1904 and _PHANTOM <= count < _PHANTOM + 1):
        return PHANTOM_DAY
    epoch = dt.datetime(1904, 1, 1) if is_1904 else dt.datetime(1899, 12, 30 if count > _PHANTOM else 31)
    try:
        moment = epoch + dt.timedelta(seconds=round(count * 86400))
    except OverflowError:
        return PHANTOM_DAY
    return moment.date() if count == int(count) else moment
