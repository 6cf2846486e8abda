"""Time limits as data: what starts and meets each, how long it is, by which rule; read from one file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, Self

from pydantic import model_validator

from graph_service.work.life import Condition, Duty, Life, read_life
from graph_service.work.stated import Stated, read_stated

_FILE = Path(__file__).with_name("deadlines.yaml")
_SPAN = re.compile(r"(\d{1,3}) (wd|d|m)")
RECEIVED = "RECEIVED"
OWED_BY = "OWED_BY"  # who owes a limit


@dataclass(frozen=True)
class Span:
    """So many working days, days or months."""

    count: int
    unit: str

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what is written like `5 wd`; refuse anything else."""
        found = _SPAN.fullmatch(text)
        if not found:
            raise ValueError(f"{text} is no time limit: write `5 wd`, `10 d` or `1 m`")
        return cls(int(found[1]), found[2])


class Extension(Stated):
    """By how much a limit may be lengthened, and how often."""

    by: str
    times: int = 1


class LocalLimit(Stated):
    """A city's own, stricter limit, and its rule."""

    limit: str
    rule: str


class Escalation(Stated):
    """Who is told of a limit that is not met, so many working days after its last day; before it where the number is negative."""

    zh: str
    en: str
    at: int
    tell: tuple[str, ...]


class Limit(Stated):
    """One time limit, with its rule and what is known of the rule's text."""

    zh: str
    en: str
    starts: tuple[str, ...]
    met_by: tuple[str, ...]
    dropped_by: tuple[str, ...] = ()
    goes_on: bool = False
    limit: str
    local: LocalLimit | None = None
    only_if: Condition | None = None
    owed_by: Duty | None = None
    extend: Extension | None = None
    rule: str
    status: Literal["text", "secondary", "unsourced", "local"]

    @model_validator(mode="after")
    def _has_spans(self) -> Self:
        for each in (
            self.limit,
            *([self.local.limit] if self.local else []),
            *([self.extend.by] if self.extend else []),
        ):
            Span.read(each)
        return self


class Limits(Stated):
    """All limits of one file, and who is told when one is not met."""

    version: str
    escalation: Mapping[str, Escalation] = {}
    limits: Mapping[str, Limit]

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        days = [each.at for each in self.escalation.values()]
        if days != sorted(set(days)) or 0 in days:
            raise ValueError("the steps of an escalation are not in the order of their days")
        if strange := {who for each in self.escalation.values() for who in each.tell} - {OWED_BY, *Duty}:
            raise ValueError(f"nobody is called {min(strange)}")
        return self

    @property
    def warns(self) -> int:
        """Return how many working days before its last day a limit is due soon."""
        return max(0, *(-each.at for each in self.escalation.values()), 0)


@cache
def read_limits(path: Path | None = None) -> Limits:
    """Return the limits of a file, of the one that comes with the service without a path; refuse one that says nonsense."""
    return read_stated(Limits, path or _FILE, "the time limits", _FILE)


@dataclass(frozen=True)
class Rules:
    """By what something lives: its life and its time limits."""

    life: Life
    limits: Limits


def clue_rules() -> Rules:
    """Return the rules of clues."""
    return Rules(read_life(), read_limits())
