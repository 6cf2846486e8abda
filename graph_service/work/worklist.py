"""What waits for one officer: of the clues that the graph found, why each is on the worklist, its day, and their order."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from graph_service.work.acting import Deadline, DeadlineState, deadlines_of
from graph_service.work.life import WorkKind
from graph_service.work.limits import OWED_BY
from graph_service.work.next_acts import Hand, refusal
from graph_service.work.standing import Facts

_NO_DAY = "9999-12-31"  # what is due on no day comes last


@dataclass(frozen=True)
class WorkItem:
    """A clue that waits for an officer: why, for which acts, since when, and the time limit that counts for the officer."""

    clue: str
    number: str
    kinds: tuple[WorkKind, ...]
    actions: tuple[str, ...]
    since: str | None
    look_again_on: str | None
    deadline: Deadline | None

    @property
    def place(self) -> tuple[str, str, str]:
        """Return what it is sorted by: its day, its number, the clue itself."""
        day = self.deadline.due_on if self.deadline else self.look_again_on
        return day or _NO_DAY, self.number, self.clue


@dataclass(frozen=True)
class Worklist:
    """Everything that waits for one officer, in order."""

    items: tuple[WorkItem, ...]

    def of(self, kinds: Iterable[str], since: datetime | None) -> list[WorkItem]:
        """Return what is of one of these kinds (of any without one), and came to the officer after a moment of the graph's clock."""
        wanted = set(kinds)
        return [
            each
            for each in self.items
            if (not wanted or wanted.intersection(each.kinds)) and (since is None or _came_after(each, since))
        ]

    @property
    def counts(self) -> dict[str, int]:
        """Return how many there are of each kind; one of two kinds counts in both."""
        found = Counter(kind.value for each in self.items for kind in each.kinds)
        return {kind.value: found[kind] for kind in WorkKind if found[kind]}


def _came_after(item: WorkItem, moment: datetime) -> bool:
    return item.since is not None and datetime.fromisoformat(item.since) > moment


def worklist(things: Iterable[tuple[str, str, Facts]], hand: Hand, day: date) -> Worklist:
    """Return the worklist of an officer on a day: of each clue or task its uid, what it is called and its facts."""
    items = (item_of(uid, called, facts, hand, day) for uid, called, facts in things)
    return Worklist(tuple(sorted(filter(None, items), key=lambda each: each.place)))


def item_of(clue: str, number: str, known: Facts, hand: Hand, day: date) -> WorkItem | None:
    """Return why a clue waits for an officer, or nothing where it does not."""
    life, newest = known.rules.life, known.newest
    stage = life.stages[known.standing.stage]
    acts = tuple(each for each in stage.waits_for if refusal(life, each, known.standing, hand) is None)
    kinds = {life.acts[each].work_of(hand.duties) for each in acts}
    again_on = newest.look_again_on if newest else None
    if WorkKind.LOOK_AGAIN in kinds and again_on is not None and again_on > day:
        kinds, acts = set(), ()
    if stage.in_hand and known.standing.holder in hand.teams:
        kinds.add(WorkKind.HANDLE)
    if kinds and newest and life.acts[newest.act].hands_back:
        kinds.add(WorkKind.HANDED_BACK)
    deadline, kind = _pressing(known, hand, day)
    if not (kinds or kind):
        return None
    if deadline and kind in _PRESSING.values():
        meets = known.rules.limits.limits[deadline.limit].met_by
        acts += tuple(each for each in meets if each not in acts and refusal(life, each, known.standing, hand) is None)
    told = tuple(each for each in WorkKind if each in kinds or each is kind)
    shown = again_on.isoformat() if again_on and stage.waits_for else None
    return WorkItem(clue, number, told, acts, newest.at if newest else None, shown, deadline)


def _pressing(known: Facts, hand: Hand, day: date) -> tuple[Deadline | None, WorkKind | None]:
    """Return the time limit that counts for the officer: the first that the officer owes, else one that was put before the officer."""
    running = [each for each in deadlines_of(known, day) if each.met_on is None]
    running.sort(key=lambda each: (each.state is DeadlineState.PAUSED, each.due_on))
    own = next((each for each in running if is_owed_by(each.limit, known, hand)), None)
    if own is not None and own.state in _PRESSING:
        return own, _PRESSING[own.state]
    put = next((each for each in running if _was_put_before(each, hand)), None)
    return (put, WorkKind.ESCALATED) if put is not None else (own, None)


_PRESSING = {DeadlineState.WARNING: WorkKind.DUE_SOON, DeadlineState.OVERDUE: WorkKind.LATE}


def is_owed_by(limit: str, known: Facts, hand: Hand) -> bool:
    """Return whether it is for this officer to meet a limit: by the duty that it names, the team that holds it, or the acts."""
    named, holder = known.rules.limits.limits[limit], known.standing.holder
    if named.owed_by:
        return named.owed_by in hand.duties
    if holder:
        return holder in hand.teams
    acts = known.rules.life.acts
    return any(hand.duties.intersection(acts[each].by) for each in named.met_by)


def _was_put_before(deadline: Deadline, hand: Hand) -> bool:
    reached = [each for each in deadline.escalation if each.is_reached]
    return bool(reached) and bool(hand.duties.intersection(set(reached[-1].tells) - {OWED_BY}))
