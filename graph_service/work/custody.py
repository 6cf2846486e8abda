"""Whose hands a clue was in, from its receipt on without a gap: each keeper with the act that gave it the clue and who signed for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph_service.work.life import Life, WorkKind, read_life

OUTSIDE, SOURCE = "OUTSIDE", "SOURCE"  # another body has it; its source had it there


@dataclass(frozen=True)
class Keeping:
    """One keeper of a clue: a team, or whoever has a duty; since when and until when (days of Beijing), by whose act, and who signed for it."""

    team: str | None
    duty: str | None
    since: str | None
    action: str
    by: str | None = None
    until: str | None = None
    signed_for_by: str | None = None
    signed_for_on: str | None = None


def custody(facts: Sequence[Any]) -> list[Keeping]:
    """Return the keepers of a clue in order, by its facts in the graph; the first is where its source had it, the last has it now.

    One whose life ended is kept by nobody any more: the last keeping then ends with the act that ended it.
    """
    steps, status, came_by, stated_holder, _, received_on, *_ = facts
    life = read_life()
    stage = life.begin_of(status, came_by, stated_holder is not None)
    found = [Keeping(*_keeper(life, stage, stated_holder), since=received_on, action=SOURCE)]
    for act, by, _, on, _, _, _, _, led_to, held_by, _, _ in steps:
        if not led_to:
            continue
        if life.acts[act].work is WorkKind.SIGN_FOR and found[-1].signed_for_by is None:
            found[-1] = replace(found[-1], signed_for_by=by, signed_for_on=on)
        following = Keeping(*_keeper(life, led_to, held_by or None), since=on, action=act, by=by)
        if life.stages[led_to].ends:
            found[-1] = replace(found[-1], until=on)
        elif found[-1].until is not None or (following.team, following.duty) != (found[-1].team, found[-1].duty):
            found[-1] = replace(found[-1], until=found[-1].until or on)
            found.append(following)
    return found


def _keeper(life: Life, stage: str, holder: str | None) -> tuple[str | None, str | None]:
    """Return the team that has a clue, and the duty of who does where no team has it."""
    team = holder if stage in life.held else None
    return team, None if team else _duty_at(life, stage)


def _duty_at(life: Life, stage: str) -> str:
    """Return the duty of who has what no team holds; what is with another body outside is there."""
    if life.stages[stage].outside:
        return OUTSIDE
    waited = life.stages[stage].waits_for
    return next((life.acts[each].by[0].value for each in waited if not life.acts[each].by[0].approves), "KEEP_REGISTER")
