"""The entry of an answer: who asked what, as whom, why, and which records came of it; no value of any of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from graph_service.cypher.project.own import PREFIXES_OF_OWN
from schema import PREFIXES

_KINDS = PREFIXES | PREFIXES_OF_OWN
_UID = re.compile(r"([a-z]+)_[\w:-]+", re.ASCII)  # of a candidate and what else is no kind
LONGEST_PURPOSE = 200


@dataclass
class Asked:
    """What is known of a request for the log; nothing of it is a value that the client sent, but the purpose."""

    officer: str | None = None
    teams: tuple[str, ...] = ()
    grants: tuple[str, ...] = ()
    purpose: str | None = None
    channel: str = "HTTP"
    document: str | None = None
    name: str | None = None
    returned: list[str] = field(default_factory=list)  # uids, as they were shown


def entry_of(asked: Asked, request: str, fields: Iterable[str], code: str) -> dict[str, Any]:
    """Return the entry of one answer or refusal."""
    records = by_kind(asked.returned)
    return {
        "kind": "answer", "request": request, "officer": asked.officer, "teams": list(asked.teams),
        "grants": list(asked.grants), "purpose": asked.purpose, "channel": asked.channel, "operation": list(fields),
        "name": asked.name, "document": asked.document, "code": code, "records": records,
        "number": sum(map(len, records.values())),
    }  # fmt: skip


def by_kind(uids: Iterable[str]) -> dict[str, list[str]]:
    """Return each uid once under its kind, in the order in which they were shown; what is no uid is left out."""
    found: dict[str, list[str]] = {}
    for uid in dict.fromkeys(uids):
        if kind := _kind_of(uid):
            found.setdefault(kind, []).append(uid)
    return found


def _kind_of(uid: str) -> str | None:
    found = _UID.fullmatch(uid)
    return _KINDS.get(found[1], found[1]) if found else None


def purpose_of(given: Any) -> str | None:
    """Return the purpose that was stated, cut to its length, or nothing."""
    text = given.strip() if isinstance(given, str) else ""
    return text[:LONGEST_PURPOSE] or None
