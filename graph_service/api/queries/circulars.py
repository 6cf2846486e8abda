"""The root fields of circulars and of the meter of supervision: how their arguments become a request, and what was read becomes figures."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import strawberry

from graph_service.api.arguments.sought import uid_if, uid_of
from graph_service.api.plan.root import Request, Root, RootForm, bounded
from graph_service.api.queries.given import Given, field
from graph_service.api.types.made import TYPES
from graph_service.api.types.scalars import Day
from graph_service.circulars.figures import circular_of
from graph_service.circulars.meter import meter_of
from graph_service.circulars.period import MOST_DAYS, MOST_THINGS, USUAL_SMALLEST, Period
from graph_service.clock import BEIJING
from graph_service.errors import BadInput, TooMuch

_MOST_SMALLEST = 20
_READ = ("clues", "tasks", "tickets", "links")


def circular_fields() -> dict[str, Any]:
    """Return the root field, by its name in Python."""
    about = (
        "A circular: figures of a period, of what you may see, with no count so small that it gives somebody away 通报"
    )
    return {
        "circular": field(TYPES["Circular"], about, {
            "since": Given(Day, "First day that is counted"),
            "until": Given(Day, f"Last day that is counted, at most {MOST_DAYS} days later"),
            "unit": Given(strawberry.ID | None, "Only what is on this unit", strawberry.UNSET),
            "team": Given(str | None, "Only what this team holds or held, by its code; tickets, which units hold, are left out", strawberry.UNSET),
            "smallest": Given(int | None, f"The least count that is told, 1 to {_MOST_SMALLEST}", USUAL_SMALLEST)}),
        "supervision_of_unit": field(TYPES["SupervisionOfUnit"], "How often which channels were at a unit in a time 单位被监督频次", {
            "unit": Given(strawberry.ID, "Id of the unit"),
            "since": Given(Day, "First day that is looked at"),
            "until": Given(Day, f"Last day that is looked at, at most {MOST_DAYS} days later")}),
    }  # fmt: skip


def _time(given: Mapping[str, Any]) -> tuple[date, date]:
    since, until = (date.fromisoformat(given[name]) for name in ("since", "until"))
    if not since <= until <= since + timedelta(days=MOST_DAYS):
        mend = f"give a day from since on, at most {MOST_DAYS} days later"
        raise BadInput("the time is none, or too long", "argument until", mend)
    return since, until


def read_supervision(given: Mapping[str, Any]) -> Request:
    """Return the request for what came to a unit; refuse a time that is none, or too long."""
    since, until = _time(given)
    params = {
        "unit": uid_of(given["unit"], "unit", "Unit").value, "since": since.isoformat(), "until": until.isoformat(),
        "most": MOST_THINGS,
    }  # fmt: skip
    return Request(params=params, wanted=Period(since, until, datetime.now(BEIJING).date()))


def supervision_found(values: Sequence[Any], request: Request) -> dict[str, Any] | None:
    """Return the meter, or nothing where the viewer may see no such unit."""
    if not values:
        return None
    unit, contacts = values
    days = {name: getattr(request.wanted, name).isoformat() for name in ("since", "until")}
    return {"unit": unit, **days, **meter_of(contacts, request.wanted)}


def read_circular(given: Mapping[str, Any]) -> Request:
    """Return the request for a circular; refuse a time that is none, or too long."""
    since, until = _time(given)
    smallest = given.get("smallest")
    least = bounded("smallest", USUAL_SMALLEST if smallest is None else smallest, _MOST_SMALLEST, least=1)
    params = {
        "since": since.isoformat(), "until": until.isoformat(), "unit": uid_if(given.get("unit"), "unit", "Unit"),
        "team": given.get("team"), "most": MOST_THINGS + 1,
    }  # fmt: skip
    return Request(params=params, wanted=Period(since, until, datetime.now(BEIJING).date(), least))


def figures_found(values: Sequence[Any], request: Request) -> dict[str, Any] | None:
    """Return the figures, or nothing where the viewer may see no such unit; refuse more than is counted at once."""
    period: Period = request.wanted
    *read, unit = values
    if request.params["unit"] and unit is None:
        return None
    found = dict(zip(_READ, read, strict=True))
    for name, rows in found.items():
        if len(rows) > MOST_THINGS:
            raise TooMuch(f"more than {MOST_THINGS} {name}", "circular", "give a shorter time, a unit or a team")
    days = {name: getattr(period, name).isoformat() for name in ("since", "until", "on")}
    beside = {"unit": unit, "team": request.params["team"], "smallest": period.smallest}
    return days | beside | circular_of(found, period)


def circular_roots() -> tuple[Root, Root]:
    """Return the roots of circulars and of the meter."""
    meter = Root("supervisionOfUnit", "read/circulars/supervision_of_unit", "SupervisionOfUnit", RootForm.ONE, read_supervision, row="row",
                 missing=True, show="show/circulars/supervision_of_unit", work_out=supervision_found)  # fmt: skip
    return meter, Root("circular", "read/circulars/circular", "Circular", RootForm.ONE, read_circular, row="row", missing=True,
                show="show/circulars/circular", work_out=figures_found)  # fmt: skip
