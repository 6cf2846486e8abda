"""Dates that write the month as a word, as English texts and some databases do: no doubt which part is the day."""

import re

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_NAMES = (
    r"(?P<month>JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?"
    r"|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.?"
)
_WEEKDAY = r"(?:(?:MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]*,?\s+)?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:ST|ND|RD|TH)?", r"(?P<year>\d{4})(?!\d)"
_FORMS = (
    re.compile(rf"{_WEEKDAY}{_DAY}[-\s]\s*{_NAMES}[-,\s]\s*{_YEAR}", re.IGNORECASE | re.ASCII),
    re.compile(rf"{_WEEKDAY}{_NAMES}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE | re.ASCII),
    re.compile(rf"{_YEAR}[-\s]{_NAMES}[-\s]{_DAY}", re.IGNORECASE | re.ASCII),
    re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})月\s*-(?P<year>\d{4})(?!\d)", re.ASCII),
)


def year_first(line: str) -> str:
    """Returns the line with a date at its head such as 5 Jan 2024, Jan 5, 2024 or 05-1月-2024 as 2024-01-05."""
    for form in _FORMS:
        if found := form.match(line):
            word = found["month"]
            month = int(word) if word.isdigit() else _MONTHS.index(word[:3].upper()) + 1
            return f"{found['year']}-{month}-{found['day']}{line[found.end() :]}"
    return line
