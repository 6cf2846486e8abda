"""Time limits of a clue: what is due when, by which rule, with pauses and extensions; pure, over the acts that were done."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from graph_service.work.calendar import WorkCalendar, months_after
from graph_service.work.limits import RECEIVED, Limit, Limits, Span


class SetBy(StrEnum):
    """Who set the day that counts: the earliest of the three does."""

    STATUTORY = "STATUTORY"
    LOCAL = "LOCAL"
    LEADER = "LEADER"


@dataclass(frozen=True)
class Done:
    """One act that was done with a clue, on a day: the limit and the day that it speaks of, and whether the clue's life ends with it."""

    act: str
    on: date
    limit: str | None = None
    due_on: date | None = None
    ends: bool = False


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


@dataclass(frozen=True)
class Running:
    """One limit from one start on: its name and rule, the day it runs from, what was done while it ran, and how the clock stood."""

    name: str
    limit: Limit
    on: date
    during: tuple[Done, ...]
    stops: tuple[Stop, ...]

    @property
    def longer(self) -> list[Span]:
        """Return by what the limit was lengthened, no more often than its rule allows."""
        asked = sum(each.act == "EXTEND" and each.limit == self.name for each in self.during)
        extend = self.limit.extend
        return [Span.read(extend.by)] * min(asked, extend.times) if extend else []


@dataclass(frozen=True)
class Clock:
    """What time limits are counted by: the table of limits and the calendar."""

    limits: Limits
    calendar: WorkCalendar = field(default_factory=WorkCalendar)

    def owed(self, received_on: date | None, holds: Collection[str], done: Sequence[Done]) -> list[Owed]:
        """Return every time limit that started with these acts and was not dropped, by the days of their starts; which conditions hold is given."""
        found: list[Owed] = []
        for name, limit in self.limits.limits.items():
            if limit.only_if and limit.only_if not in holds:
                continue
            starts = [(place, each.on) for place, each in enumerate(done) if each.act in limit.starts]
            if RECEIVED in limit.starts and received_on is not None:
                starts.insert(0, (-1, received_on))
            found += filter(
                None, (self._one(name, limit, on, done[: place + 1], done[place + 1 :]) for place, on in starts)
            )
        return sorted(found, key=lambda each: (each.started_on, each.due_on, each.limit))

    def _one(self, name: str, limit: Limit, on: date, before: Sequence[Done], after: Sequence[Done]) -> Owed | None:
        end = next((each for each in after if each.act in limit.met_by or _drops(limit, each)), None)
        if end is not None and end.act not in limit.met_by:
            return None
        during = tuple(after if end is None else after[: after.index(end)])
        running = Running(name, limit, on, during, tuple(_pauses(stands(before), on, during)))
        due = self._due(running)
        warns = self.calendar.before(due.on, self.limits.warns)
        foreseen = any(self.calendar.is_foreseen(year) for year in range(on.year, due.on.year + 1))
        stops = running.stops
        paused = bool(stops) and stops[-1].until is None and stops[-1].since <= due.on and end is None
        return Owed(name, on, due.on, due.set_by, due.rule, warns, end.on if end else None, foreseen, paused)

    def _due(self, running: Running) -> Due:
        """Return the earliest of the statutory day, the local one, and the newest day that a leader set."""
        limit = running.limit
        stated = [Due(self._last(limit.limit, running), SetBy.STATUTORY, limit.rule)]
        if limit.local:
            stated.append(Due(self._last(limit.local.limit, running), SetBy.LOCAL, limit.local.rule))
        due = min(stated, key=lambda each: each.on)
        said = [
            each.due_on
            for each in running.during
            if each.act == "SET_DUE" and each.limit == running.name and each.due_on
        ]
        return Due(said[-1], SetBy.LEADER, due.rule) if said and said[-1] < due.on else due

    def _last(self, limit: str, running: Running) -> date:
        """Return the last day of a span with what it was lengthened and stood still by; a holiday is passed over once, at the end."""
        spans = [Span.read(limit), *running.longer]
        months = sum(each.count for each in spans if each.unit == "m")
        days = sum(each.count for each in spans if each.unit == "d")
        worked = sum(each.count for each in spans if each.unit == "wd")
        day = months_after(running.on, months) + timedelta(days=days)
        for stop in running.stops:
            if stop.until is None:
                continue
            since = max(stop.since, running.on)
            if worked:
                if since < self.calendar.ahead(day, worked):
                    worked += self.calendar.between(since, stop.until)
            elif since < day:
                day += stop.until - since
        return self.calendar.ahead(day, worked) if worked else self.calendar.on_or_after(day)


def _drops(limit: Limit, done: Done) -> bool:
    return done.act in limit.dropped_by or (done.ends and not limit.goes_on)


def stands(done: Sequence[Done]) -> bool:
    """Return whether the clock stands after these acts."""
    return next((each.act == "PAUSE" for each in reversed(done) if each.act in ("PAUSE", "RESUME")), False)


def _pauses(is_paused: bool, start: date, during: Iterable[Done]) -> Iterator[Stop]:
    since = start if is_paused else None
    for each in during:
        if each.act == "PAUSE" and since is None:
            since = each.on
        elif each.act == "RESUME" and since is not None:
            yield Stop(since, each.on)
            since = None
    if since is not None:
        yield Stop(since, None)
