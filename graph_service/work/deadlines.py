"""Time limits of a clue: what is due when, by which rule, with pauses and extensions; pure, over the acts that were done."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from graph_service.errors import BadInput
from graph_service.work.calendar import WorkCalendar, months_after

_FILE = Path(__file__).with_name("deadlines.yaml")
_MEND = f"write it like {_FILE.name} in graph_service/work"
_SPAN = re.compile(r"(\d{1,3}) (wd|d|m)")
RECEIVED = "RECEIVED"


class SetBy(StrEnum):
    """Who set the day that counts: the earliest of the three does."""

    STATUTORY = "STATUTORY"
    LOCAL = "LOCAL"
    LEADER = "LEADER"


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

    def after(self, day: date, known: WorkCalendar) -> date:
        """Return the last day: the day itself is not counted, and a last day that is a holiday goes to the next working day."""
        if self.unit == "wd":
            return known.ahead(day, self.count)
        last = months_after(day, self.count) if self.unit == "m" else day + timedelta(days=self.count)
        return known.on_or_after(last)


class _Stated(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Extension(_Stated):
    """By how much a limit may be lengthened, and how often."""

    by: str
    times: int = 1


class Limit(_Stated):
    """One time limit, with its rule and what is known of the rule's text."""

    zh: str
    starts: tuple[str, ...]
    met_by: tuple[str, ...]
    limit: str
    only_if: Literal["REAL_NAME"] | None = None
    extend: Extension | None = None
    rule: str
    status: Literal["text", "secondary", "unsourced", "local"]

    @field_validator("limit")
    @classmethod
    def _is_span(cls, value: str) -> str:
        Span.read(value)
        return value


class Limits(_Stated):
    """All limits of one file, and how many working days before the last day they warn."""

    version: str
    warns: int = 3
    limits: Mapping[str, Limit]


@dataclass(frozen=True)
class Done:
    """One act that was done with a clue, on a day; a day that was set, or the other end of a pause."""

    act: str
    on: date
    due_on: date | None = None


@dataclass(frozen=True)
class Owed:
    """One time limit of one clue: since when, until when, set by whom, by which rule, and when it was met."""

    limit: str
    started_on: date
    due_on: date
    set_by: SetBy
    rule: str
    warns_on: date
    met_on: date | None = None
    is_foreseen: bool = False
    is_paused: bool = False


@dataclass(frozen=True)
class Clock:
    """What time limits are counted by: the statutory ones, the city's own, and the calendar."""

    statutory: Limits
    local: Limits | None = None
    calendar: WorkCalendar = field(default_factory=WorkCalendar)

    def owed(self, received_on: date | None, is_real_name: bool, done: Sequence[Done]) -> list[Owed]:
        """Return every time limit that started with these acts, in the order of their days; each start is one of its own."""
        found: list[Owed] = []
        for name, limit in self.statutory.limits.items():
            if limit.only_if == "REAL_NAME" and not is_real_name:
                continue
            starts = [(place, each.on) for place, each in enumerate(done) if each.act in limit.starts]
            if RECEIVED in limit.starts and received_on is not None:
                starts.insert(0, (-1, received_on))
            found += (self._one(name, limit, Started(place, on), done) for place, on in starts)
        return sorted(found, key=lambda each: (each.started_on, each.due_on, each.limit))

    def _one(self, name: str, limit: Limit, start: "Started", done: Sequence[Done]) -> Owed:
        after = done[start.place + 1 :]
        met = next((each for each in after if each.act in limit.met_by), None)
        during = after if met is None else after[: after.index(met)]
        first = self._first(name, limit, start.on, during)
        due, set_by = first.on, first.set_by
        stops = _pauses(during, met.on if met else None)
        for stop in stops:
            due = self._later(due, stop, Span.read(limit.limit).unit)
        set_on = [each.due_on for each in during if each.act == "SET_DUE" and each.due_on]
        if set_on and min(set_on) < due:
            due, set_by = min(set_on), SetBy.LEADER
        warns = self.calendar.before(due, self.statutory.warns)
        foreseen = any(self.calendar.is_foreseen(year) for year in range(start.on.year, due.year + 1))
        paused = bool(stops) and stops[-1].until is None and met is None
        return Owed(name, start.on, due, set_by, first.rule, warns, met.on if met else None, foreseen, paused)

    def _first(self, name: str, limit: Limit, start: date, during: Iterable[Done]) -> "Due":
        longer = sum(each.act == "EXTEND" for each in during)
        stated = [(limit, SetBy.STATUTORY)]
        if self.local and name in self.local.limits:
            stated.append((self.local.limits[name], SetBy.LOCAL))
        days = []
        for each, set_by in stated:
            due = Span.read(each.limit).after(start, self.calendar)
            if each.extend:
                for _ in range(min(longer, each.extend.times)):
                    due = Span.read(each.extend.by).after(due, self.calendar)
            days.append(Due(due, set_by, each.rule))
        return min(days, key=lambda each: each.on)

    def _later(self, due: date, stop: "Stop", unit: str) -> date:
        if stop.until is None or stop.since >= due:
            return due
        if unit == "wd":
            return self.calendar.ahead(due, self.calendar.between(stop.since, stop.until))
        return self.calendar.on_or_after(due + (stop.until - stop.since))


@dataclass(frozen=True)
class Started:
    """Where and when a limit started: its place among the acts, -1 for the day of receipt."""

    place: int
    on: date


@dataclass(frozen=True)
class Stop:
    """A pause: its first day, and the day on which the clock ran again, if it does."""

    since: date
    until: date | None


@dataclass(frozen=True)
class Due:
    """A last day, who set it and by which rule."""

    on: date
    set_by: SetBy
    rule: str


def _pauses(during: Iterable[Done], met_on: date | None) -> list[Stop]:
    found: list[Stop] = []
    since: date | None = None
    for each in during:
        if each.act == "PAUSE" and since is None:
            since = each.on
        elif each.act == "RESUME" and since is not None:
            found.append(Stop(since, each.on))
            since = None
    return found if since is None else [*found, Stop(since, met_on)]


@cache
def read_limits(path: Path | None = None) -> Limits:
    """Return the limits of a file, of the one that comes with the service without a path; refuse one that says nonsense."""
    chosen = path or _FILE
    try:
        return Limits.model_validate(yaml.safe_load(chosen.read_text(encoding="utf-8")))
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        raise BadInput(f"the time limits cannot be read: {wrong}", str(chosen), _MEND) from error
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise BadInput("the time limits cannot be read", str(chosen), _MEND) from error
