"""The clock of the acted stories: what a text calls now is moved, with one text however the clock stands; other texts stay as they are."""

from datetime import datetime

import pytest

from graph_service.cypher.files import query
from graph_service.cypher.states import TODAY
from graph_service.demo.acted.clock import SetClock


def test_now_and_today_are_moved_by_one_text() -> None:
    clock = SetClock()
    clock.set(datetime(2026, 11, 5, 9, 10))
    text, given = clock.told(f"RETURN datetime() AS at, {TODAY} AS day", {"uid": "x"})
    clock.set(datetime(2031, 1, 1))
    later, moved = clock.told(f"RETURN datetime() AS at, {TODAY} AS day", {"uid": "x"})

    assert (
        text
        == later
        == (
            "RETURN (datetime() + duration({seconds: $clock_ahead})) AS at, "
            "date(datetime({timezone: '+08:00'}) + duration({seconds: $clock_ahead})) AS day"
        )
    )
    assert (given["uid"], moved["clock_ahead"] > given["clock_ahead"]) == ("x", True)


@pytest.mark.parametrize("text", ["MATCH (c:Clue) RETURN c", "RETURN datetime($at) AS at, localdatetime($at) AS here"])
def test_a_text_that_asks_for_no_time_goes_out_as_it_is(text: str) -> None:
    assert SetClock(7).told(text, {"at": "x"}) == (text, {"at": "x"})


@pytest.mark.parametrize("name", ["work/turn", "tasks/turn", "work/teams", "rights/viewer"])
def test_the_texts_of_acts_and_rights_live_by_it(name: str) -> None:
    assert "clock_ahead" in SetClock(7).told(query(name).body, {})[1]
