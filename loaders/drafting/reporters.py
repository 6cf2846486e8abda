"""Columns about who made a report, as a draft proposes them for the vault."""

import re
from collections.abc import Sequence

from loaders.drafting.column import Column
from loaders.drafting.guess import Part
from loaders.drafting.quoting import listed
from loaders.reporters import names_reporter
from schema import MATTER

_SAYS = (
    ("id_number", re.compile(r"身份证|证件|id_?(?:card|number|no)", re.IGNORECASE)),
    ("phone", re.compile(r"电话|手机|联系方式|phone|mobile|tel", re.IGNORECASE)),
    ("address", re.compile(r"住址|地址|住所|address", re.IGNORECASE)),
    ("unit", re.compile(r"单位|employer|company", re.IGNORECASE)),
    ("name", re.compile(r"(?:人|者)(?:的?(?:姓名|名字|名称))?$|name$|^(?:reporter|complainant)$", re.IGNORECASE)),
)


def reporter_columns(columns: Sequence[Column], parts: Sequence[Part]) -> dict[str, list[str]]:
    """Return the columns of each part of a reporter; none where the rows are not of one matter, so that nobody reported them."""
    if sum(part.kind in MATTER and not part.each for part in parts) != 1:
        return {}
    found: dict[str, list[str]] = {}
    for column in columns:
        if names_reporter(column.name):
            said = next((name for name, words in _SAYS if words.search(column.name)), "details")
            found.setdefault(said, []).append(column.name)
    return found


def reporter_line(found: dict[str, list[str]]) -> str:
    """Return the line of the draft."""
    said = ", ".join(f"{name}: {listed(columns)}" for name, columns in sorted(found.items()))
    return f"reporter: {{{said}}}  # ? who made the report: these go to the vault and nowhere else (docs/vault.md)"
