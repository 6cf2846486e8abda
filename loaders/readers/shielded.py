"""Cells that a program has shielded from spreadsheets: ="0123", '0123, `0123, and quotes that follow a blank."""

import re

_FORMULA = re.compile(r'\s*=\s*"((?:[^"]|"")*)"\s*', re.DOTALL)
_QUOTED = re.compile(r'\s+"((?:[^"]|"")*)"\s*', re.DOTALL)
_TORN = re.compile(r'\s*=\s*"[^"]*|\s+"[^"]*', re.DOTALL)
_MARKS = "'`"
_GUARDED = "=+-@"  # what a spreadsheet would take for the begin of a formula


def unshielded(cell: str) -> str | None:
    """Return the cell without its shield; None where a delimiter inside the quotes has torn it."""
    if found := _FORMULA.fullmatch(cell) or _QUOTED.fullmatch(cell):
        return found[1].replace('""', '"')
    if _TORN.fullmatch(cell):
        return None
    bare = cell.strip()
    if bare[:1] not in _MARKS or not bare:
        return cell
    rest = bare[1:].removesuffix(bare[0])
    # A mark that comes again further on, or stands before a bracket, quotes a word of a sentence.
    is_shield = not rest or ((rest[0].isalnum() or rest[0] in _GUARDED) and not any(mark in rest for mark in _MARKS))
    return rest if is_shield else cell
