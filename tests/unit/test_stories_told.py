"""How an acted story is told: a line for each act, one for all that an officer does at one moment, and no more than are read."""

from datetime import datetime

from graph_service.demo.acted.outcome import Outcome
from graph_service.demo.acted.stage import Line
from graph_service.demo.acted.telling import as_text

_MORNING, _NOON = datetime(2026, 11, 2, 9), datetime(2026, 11, 2, 12)


def _line(at: datetime, what: str, officer: str = "o-1", came: str = "SENT") -> Line:
    return Line(at, officer, f"TEAM_{officer}", what, came)


def _told(*lines: Line) -> list[str]:
    return as_text("F1", Outcome("YL-1", {}, "told"), list(lines)).splitlines()[2:]


def test_what_is_done_to_many_at_one_moment_is_one_line() -> None:
    checked, passed = _told(*[_line(_MORNING, "CHECK")] * 42, _line(_MORNING, "PASS"))

    assert checked.endswith("SENT  × 42")
    assert passed.endswith("SENT")


def test_the_same_act_again_later_or_by_another_is_a_line_of_its_own() -> None:
    """An answer that was sent back and given again are two; so is what two officers see at one moment."""
    told = _told(
        _line(_MORNING, "ANSWER"), _line(_NOON, "ANSWER"), _line(_NOON, "LOOK"), _line(_NOON, "LOOK", "o-2", "nothing")
    )

    assert [line.split()[4] for line in told] == ["ANSWER", "ANSWER", "LOOK", "LOOK"]


def test_a_long_story_is_told_by_its_acts() -> None:
    many = [_line(_MORNING, "SIGN", f"o-{place}", f"with {place}") for place in range(30)]

    (told,) = _told(*many)

    assert told.split()[2:4] == ["o-0", "+29"]
    assert told.endswith("with 0 and 29 more  × 30")


def test_what_is_too_long_even_so_says_how_much_is_left_out() -> None:
    told = _told(*[_line(_MORNING, f"ACT_{place}") for place in range(30)])

    assert (len(told), told[-1].strip()) == (25, "… 6 more")
