"""What a reviewer looks at first: per officer how much, how widely, when and how often in vain, and entries to look into."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from hashlib import sha256
from statistics import median
from typing import Any

import orjson

NIGHT_FROM, NIGHT_UNTIL = 22, 6  # hours of the clock on the wall
_TIMES = 3  # of what is usual among officers, from where on a number is odd
_LEAST = {"refused": 20, "empty": 30, "night": 10, "records": 200, "people": 100}
_WITHOUT_RECORDS = frozenset(
    {"viewer", "models", "modelScoreboard", "scoreboard", "sources", "loads", "changes", "notices"}
)


@dataclass
class OfficerReview:
    """The numbers of one officer: answers, refusals, look-ups that found nothing, answers at night, distinct records and people."""

    answers: int = 0
    refused: int = 0
    empty: int = 0
    night: int = 0
    without_purpose: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    days: dict[str, set[str]] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)

    @property
    def records(self) -> int:
        """Return how many different records were seen."""
        return len(set().union(*self.days.values())) if self.days else 0

    def numbers(self) -> dict[str, int]:
        """Return what is compared among officers."""
        return {
            "refused": self.refused, "empty": self.empty, "night": self.night,
            "records": self.records, "people": len(self.people),
        }  # fmt: skip

    def take(self, entry: dict[str, Any], zone: tzinfo | None) -> None:
        """Count one entry."""
        at = datetime.fromisoformat(entry["at"]).astimezone(zone)
        self.answers += 1
        self.codes[entry["code"]] += 1
        self.refused += entry["code"] != "OK"
        self.empty += _is_empty(entry)
        self.night += at.hour >= NIGHT_FROM or at.hour < NIGHT_UNTIL
        self.without_purpose += entry["purpose"] is None
        seen = self.days.setdefault(at.date().isoformat(), set())
        for uids in entry["records"].values():
            seen.update(uids)
        self.people.update(entry["records"].get("Person", ()))


def _is_empty(entry: dict[str, Any]) -> bool:
    return entry["code"] == "OK" and not entry["number"] and not set(entry["operation"]) <= _WITHOUT_RECORDS


def review(entries: Iterable[dict[str, Any]], samples: int, zone: tzinfo | None = None) -> dict[str, Any]:
    """Return the officers with their numbers and what is odd about them, and entries drawn to be looked into.

    Odd is what is at least three times as much as is usual among the officers, and more than a floor. The entries are drawn by
    their hashes: the same log gives the same ones, and nobody can see to it that his is not among them.
    """
    found: dict[str, OfficerReview] = {}
    drawn: list[tuple[str, bytes]] = []
    for entry in entries:
        found.setdefault(entry["officer"] or "nobody", OfficerReview()).take(entry, zone)
        line = orjson.dumps(entry, option=orjson.OPT_SORT_KEYS)
        drawn = sorted([*drawn, (sha256(line).hexdigest(), line)])[:samples]
    usual = {name: median(each.numbers()[name] for each in found.values()) for name in _LEAST} if found else {}
    officers = [_told(name, each, usual) for name, each in found.items()]
    return {
        "officers": sorted(officers, key=lambda each: (-len(each["odd"]), -each["answers"], each["officer"])),
        "samples": [orjson.loads(line) for _, line in drawn],
    }


def _told(officer: str, found: OfficerReview, usual: dict[str, float]) -> dict[str, Any]:
    numbers = found.numbers()
    odd = [name for name, least in _LEAST.items() if numbers[name] >= max(least, _TIMES * usual[name])]
    widest = max(found.days.items(), key=lambda each: (len(each[1]), each[0]), default=("", set()))
    return {
        "officer": officer, "answers": found.answers, **numbers, "withoutPurpose": found.without_purpose,
        "codes": dict(found.codes.most_common()), "widestDay": {"day": widest[0], "records": len(widest[1])}, "odd": odd,
    }  # fmt: skip
