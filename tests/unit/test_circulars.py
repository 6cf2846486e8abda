"""Figures of a circular follow from the facts alone, and a count that would give somebody away is not told."""

from datetime import date
from typing import Any

from graph_service.circulars.figures import circular_of
from graph_service.circulars.meter import meter_of
from graph_service.circulars.period import Period
from graph_service.circulars.small_cells import without_small

_PERIOD = Period(date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 15), 3)
_NOTHING: dict[str, list[Any]] = {"clues": [], "tasks": [], "tickets": [], "links": []}


def _ticket(on: str, stage: str, *ratings: int) -> dict[str, Any]:
    facts: list[Any] = ["Ticket", None, [], [], "SOLVED", on]
    return {"on": on, "stage": stage, "facts": facts, "ratings": [[each, "2026-03-20"] for each in ratings]}


def _clue(channel: str, on: str = "2026-03-02") -> dict[str, Any]:
    """Return a clue that was registered by one team and handed on eight days later, and stands with another."""
    step = [None, None, None, None, None]
    steps: list[Any] = [
        ["SCREEN", "o_1", [], "2026-03-02", *step[:4], "ASSIGNED", "T_1", None, "2026-03-02T01:00:00Z"],
        ["SIGN_FOR", "o_2", [], "2026-03-10", *step[:4], "SIGNED_FOR", "T_2", None, "2026-03-10T01:00:00Z"],
    ]
    return {
        "channel": channel,
        "stage": "SIGNED_FOR",
        "on": on,
        "facts": [steps, None, None, None, None, on, False, None],
    }


def test_tickets_are_counted_by_what_came_of_them() -> None:
    tickets = [_ticket("2026-03-05", "CLOSED", 5, 4) for _ in range(6)]
    tickets += [_ticket("2026-03-06", "ANSWERED") for _ in range(4)] + [
        _ticket("2026-02-01", "CLOSED", 1) for _ in range(3)
    ]

    told = circular_of(_NOTHING | {"tickets": tickets}, _PERIOD)["tickets"]

    assert (told["received"], told["solved"], told["solved_share"], told["rated"]) == (10, 6, 0.6, 15)
    assert told["mean_rating"] == round((5 * 6 + 4 * 6 + 3) / 15, 2)
    assert {each["rating"]: each["count"] for each in told["by_rating"]} == {1: 3, 2: 0, 3: 0, 4: 6, 5: 6}


def test_clues_by_channel_and_how_long_stages_took() -> None:
    clues = [_clue("PETITION") for _ in range(4)] + [_clue("AUDIT") for _ in range(3)] + [_clue("AUDIT", "2026-02-02")]

    told = circular_of(_NOTHING | {"clues": clues}, _PERIOD)

    assert [(each["channel"], each["count"]) for each in told["clues"]] == [("AUDIT", 3), ("PETITION", 4)]
    (time,) = told["stage_times"]
    assert (time["stage"], time["team"], time["count"], time["median_days"], time["longest_days"]) == (
        "ASSIGNED",
        "T_1",
        8,
        6.0,
        6,
    )


def test_a_small_count_is_not_told_nor_what_it_could_be_worked_out_from() -> None:
    rows = [
        {"name": "a", "count": 2, "share": 0.5},
        {"name": "b", "count": 9, "share": 0.9},
        {"name": "c", "count": 40, "share": 0.1},
    ]

    told = without_small(rows, ("count",), ("share",), 3)

    assert [(each["count"], each["share"]) for each in told] == [(None, None), (None, None), (40, 0.1)], (
        "the total tells no 2"
    )
    assert without_small(rows, ("count",), ("share",), 1) == rows
    few = circular_of(_NOTHING | {"tickets": [_ticket("2026-03-05", "CLOSED", 5)] * 2}, _PERIOD)["tickets"]
    assert (few["received"], few["solved"], few["solved_share"], few["mean_rating"]) == (None, None, None, None)
    nearly = [_ticket("2026-03-05", "CLOSED")] * 20 + [_ticket("2026-03-05", "ANSWERED")]
    assert circular_of(_NOTHING | {"tickets": nearly}, _PERIOD)["tickets"]["solved_share"] is None, "one is not solved"


def test_links_are_told_by_the_two_channels_whichever_stands_first() -> None:
    links = [
        {"one": "PALM", "other": "AUDIT", "state": "CONFIRMED"},
        {"one": "AUDIT", "other": "PALM", "state": "CONFIRMED"},
    ] * 2

    told = circular_of(_NOTHING | {"links": links}, _PERIOD)["links"]

    assert told == [{"one": "AUDIT", "other": "PALM", "proposed": 0, "confirmed": 4, "rejected": 0, "unsure": 0}]


def test_the_meter_tells_when_several_were_there_and_who_asked_about_the_same() -> None:
    common = {"until": None, "called": "x", "problem": None}
    contacts = [
        common | {"what": "ROUND", "channel": "INSPECTION_TOUR", "on": "2025-12-20", "until": "2026-03-05"},
        common | {"what": "AUDIT", "channel": "AUDIT", "on": "2026-03-04"},
        common | {"what": "MATTER", "channel": "AUDIT", "on": "2026-03-04", "problem": "PROCUREMENT"},
        common | {"what": "MATTER", "channel": "PETITION", "on": "2026-03-20", "problem": "PROCUREMENT"},
        common | {"what": "CHECK", "channel": None, "on": "2026-03-21"},
    ]

    told = meter_of(contacts, Period(date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1)))

    assert told["months"] == [{"month": "2026-03", "count": 5, "by": ["AUDIT", "CHECK", "INSPECTION_TOUR", "PETITION"]}]
    assert told["repeated"] == [{"problem": "PROCUREMENT", "count": 2, "channels": ["AUDIT", "PETITION"]}]
    assert [(each["what"], each["count"]) for each in told["contacts"]] == [
        ("AUDIT", 1),
        ("CHECK", 1),
        ("MATTER", 1),
        ("MATTER", 1),
        ("ROUND", 1),
    ]
