"""Time limits over whatever was done, stopped, lengthened and set, held against a second calculation that walks day by day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from graph_service.work.deadlines import Clock, Done
from graph_service.work.life import read_life
from graph_service.work.limits import read_limits
from tests.owed import Said, counted

_LIFE, _LIMITS = read_life(), read_limits()
_ACTS = st.one_of(st.sampled_from(sorted(_LIFE.acts)), st.sampled_from(["PAUSE", "RESUME", "SET_DUE", "EXTEND"]))
_CONDITIONS = {"REAL_NAME": "real name", "TRANSFERRED": "handed over"}
_DRAWN = st.tuples(_ACTS, st.integers(0, 9), st.sampled_from(sorted(_LIMITS.limits)), st.integers(0, 60))


def _said(received_on: date, drawn: list[tuple[str, int, str, int]]) -> list[Said]:
    """Return the acts, each so many days after the one before; what is said of a limit with those that say it."""
    day, found = received_on, []
    for act, later, limit, ahead in drawn:
        day += timedelta(days=later)
        act_to = _LIFE.acts[act].to
        named = limit if act in ("SET_DUE", "EXTEND") else None
        set_on = day + timedelta(days=ahead) if act == "SET_DUE" else None
        found.append(Said(act, day, named, set_on, act_to is not None and _LIFE.stages[act_to].ends))
    return found


@given(
    start=st.dates(date(2023, 1, 1), date(2025, 8, 1)),
    drawn=st.lists(_DRAWN, max_size=40),
    holds=st.sets(st.sampled_from(sorted(_CONDITIONS))),
)
def test_every_limit_is_counted_alike_twice(
    start: date, drawn: list[tuple[str, int, str, int]], holds: set[str]
) -> None:
    said = _said(start, drawn)

    owed = Clock(_LIMITS).owed(
        start, holds, [Done(each.act, each.on, each.limit, each.due_on, each.ends) for each in said]
    )

    found = sorted(((each.limit, each.started_on, each.due_on, each.met_on) for each in owed), key=str)
    assert found == counted(start, {_CONDITIONS[each] for each in holds}, said)
