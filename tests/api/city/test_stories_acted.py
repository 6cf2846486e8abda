"""The nine stories acted on the small city by officers of different teams, through the API alone, by a clock that is set."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest

from graph_service.demo.acted.intake import Intake
from graph_service.demo.acted.playing import plays, stage_of, take_in
from graph_service.demo.acted.stage import Stage
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.settings import Settings
from tests.api.city.conftest import LoadedCity

_CASES = int(os.environ.get("LEADLINK_TEST_FUEL_CASES", "3"))  # 42 is the story's figure
Played = Callable[[str], Awaitable[Any]]


@pytest.fixture(scope="module")
async def stage(settings: Settings, server: Running, city: LoadedCity) -> AsyncIterator[Stage]:
    """A service whose clock is set, on the loaded city."""
    async with stage_of(settings, server) as stage:
        yield stage


@pytest.fixture(scope="module")
async def intake(stage: Stage, settings: Settings, city: LoadedCity, writer: Writer) -> AsyncIterator[Intake]:
    """What came in on the days of the stories; it is gone afterwards, with what was done."""
    yield await take_in(stage, settings, city.truth, _CASES)
    writer.run_write("MATCH (s:ClueStep|ClueBook|Task|TaskItem|TaskStep|TaskBook|AlertCheck) DETACH DELETE s")


@pytest.fixture
def played(stage: Stage, intake: Intake) -> Played:
    """What plays a story, and gives its figures."""

    async def play(name: str) -> Any:
        stage.lines.clear()
        return (await plays(_CASES)[name](stage, intake)).figures

    return play


async def test_f1_a_call_is_with_the_stationed_team_the_same_day_and_its_caller_is_told(
    played: Played, stage: Stage
) -> None:
    figures = await played("F1")

    assert (figures["team"], figures["same_day"], figures["stage"]) == ("STATIONED_HEALTH", True, "FIRST_FORM")
    assert figures["hours_to_team"] == pytest.approx(1.83, abs=0.02)
    assert figures["vault"] == "VaultContent"
    assert {one.team for one in stage.lines} == {"PETITION", "CASE_MGMT", "CHIEF", "STATIONED_HEALTH"}


async def test_f2_five_hours_from_a_report_to_its_verified_result(played: Played) -> None:
    figures = await played("F2")

    assert (figures["hours"], figures["team"], figures["stage"]) == (
        pytest.approx(5, abs=0.02),
        "TOWNSHIP_1",
        "REMINDER_TALK",
    )


async def test_f3_a_ticket_goes_to_its_unit_alone_and_a_poor_answer_comes_back(played: Played) -> None:
    figures = await played("F3")

    assert (figures["units"], figures["stage"], figures["rating"]) == (140, "CLOSED", 5)
    assert set(figures["deadlines"].values()) == {"MET"}


async def test_f4_safe_power_in_fifteen_days(played: Played) -> None:
    figures = await played("F4")

    assert (figures["days"], figures["stage"], figures["items"]) == (15, "CLOSED", ["SOLD_OFF", "SOLD_OFF"])
    assert figures["residents"] > 2000
    assert set(figures["deadlines"].values()) == {"MET"}


async def test_f5_the_sweep_of_23_compounds(played: Played) -> None:
    figures = await played("F5")

    assert (figures["compounds"], figures["looked_at"], figures["stage"]) == (23, 23, "CLOSED")
    assert figures["residents"] > 50_000


async def test_f6_one_alert_becomes_a_case_against_host_and_guests(played: Played) -> None:
    figures = await played("F6")

    assert (figures["alerts"], figures["people"], figures["stage"]) == (1, 4, "ARCHIVED")


async def test_f7_each_alert_is_checked_and_each_person_dealt_with(played: Played) -> None:
    figures = await played("F7")

    assert figures["problems"] == _CASES
    assert figures["sanctioned"] + figures["reminded"] == figures["people"]
    if _CASES == 42:
        assert (figures["people"], figures["sanctioned"]) == (37, 35)


async def test_f8_what_audit_found_is_in_the_focus_and_what_is_handed_over_is_answered(played: Played) -> None:
    figures = await played("F8")

    assert figures["from_audit"] > 0
    assert (figures["echo"], figures["stage"]) == ("MET", "REMINDER_TALK")


async def test_f9_a_list_of_duties_leads_to_a_matter(played: Played) -> None:
    figures = await played("F9")

    assert (figures["units"], figures["good"], figures["problems"], figures["to_check"]) == (11, 3, 1, 0)
