"""Marks: keyed digests by which the same reporter is known again without anything being opened.

The digest is HMAC-SHA-256 under a key of its own: without that key nobody can try the thousand numbers that an identity
card of known area and birth date may have.
"""

import re
from collections.abc import Callable, Iterator
from hmac import digest

from graph_service.mentions.text.folded import fold_name
from graph_service.vault.entry import Reporter
from schema.identifiers import NORMALISERS
from schema.identifiers.refused import Refused

MARK_BYTES = 16
_SEVERAL = re.compile(r"[、,，;；/\n]|\s或\s|或")
_ADDRESS_SIGNS = re.compile(r"[\W_]+")
_NOBODY = re.compile(r"(?:匿名|佚名|不详|不愿透露|保密|未知|无|群众|网友|市民|[-—/?*]+)")


def marks_of(reporter: Reporter, key: bytes) -> list[bytes]:
    """Return the marks of a reporter: of the id number, each phone, and the name together with the address."""
    return [digest(key, said.encode(), "sha256")[:MARK_BYTES] for said in dict.fromkeys(_said(reporter))]


def _said(reporter: Reporter) -> Iterator[str]:
    for number in _each(reporter.id_number):
        yield f"id_number|{_normal('resident_id', number)}"
    for number in _each(reporter.phone):
        yield f"phone|{_normal('phone', number)}"
    name = fold_name(reporter.name)
    place = _ADDRESS_SIGNS.sub("", fold_name(reporter.address))
    # A name alone is shared by many.
    if name and place and not _NOBODY.fullmatch(name):
        yield f"name|{name}|{place}"


def _each(cell: str) -> list[str]:
    parts = (part.strip() for part in _SEVERAL.split(cell))
    return [part for part in parts if part and not _NOBODY.fullmatch(part)]


def _normal(normaliser: str, value: str) -> str:
    read: Callable[[object], object] = NORMALISERS[normaliser]
    try:
        found = read(value)
    except Refused:
        found = None  # a wrong number is the same wrong number the next time
    return str(found) if found else "".join(fold_name(value).split())
