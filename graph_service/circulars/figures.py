"""The figures of a circular, made of what one query read for its reader; nothing in them that the reader could not count."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from graph_service.circulars.lives import limits_kept, of_clue, of_task, stage_times
from graph_service.circulars.period import Period
from graph_service.circulars.small_cells import is_small, without_small

_FOUND, _FIXED = {"FOUND", "FIXED", "CHECKED"}, {"FIXED", "CHECKED"}
_SOLVED, _OUT = {"CLOSED"}, {"NOT_TAKEN"}
_JUDGED = ("proposed", "confirmed", "rejected", "unsure")
Found = Mapping[str, Sequence[Mapping[str, Any]]]


def circular_of(found: Found, period: Period) -> dict[str, Any]:
    """Return the parts of a circular; small counts are left out, and what rests on them."""
    lives = [of_clue(each["facts"]) for each in found["clues"]]
    lives += [of_task(each["facts"]) for each in (*found["tasks"], *found["tickets"])]
    least = period.smallest
    kept = limits_kept(lives, period)
    return {
        "tickets": _tickets(found["tickets"], period),
        "clues": without_small(_clues(found["clues"], period), ("count",), (), least),
        "deadlines": without_small(kept, ("kept", "over", "running"), ("share",), least),
        "sweeps": _sweeps(found["tasks"], least),
        "links": without_small(_links(found["links"]), _JUDGED, (), least),
        "stage_times": without_small(stage_times(lives, period), ("count",), ("median_days", "longest_days"), least),
    }  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _clues(clues: Sequence[Mapping[str, Any]], period: Period) -> list[dict[str, Any]]:
    """Return how many clues that came in the period stand where, by channel."""
    counted = Counter((each["channel"] or "", each["stage"]) for each in clues if period.holds(_day(each["on"])))
    return [
        {"channel": channel or None, "stage": stage, "count": counted[channel, stage]}
        for channel, stage in sorted(counted)
    ]


def _tickets(tickets: Sequence[Mapping[str, Any]], period: Period) -> dict[str, Any]:
    """Return what came of the tickets of the period, and how the answers that were rated in it were rated."""
    came = [each for each in tickets if period.holds(_day(each["on"]))]
    solved = sum(each["stage"] in _SOLVED for each in came)
    ratings = [rating for each in tickets for rating, on in each["ratings"] if period.holds(_day(on))]
    counted = Counter(ratings)
    least = period.smallest
    rows = without_small(
        ({"rating": rating, "count": counted[rating]} for rating in range(1, 6)), ("count",), (), least
    )
    told = {"received": len(came), "solved": solved, "rated": len(ratings)}
    told |= {"not_taken": sum(each["stage"] in _OUT for each in came)}
    shown: dict[str, Any] = {name: None if is_small(count, least) else count for name, count in told.items()}
    is_whole = shown["received"] is not None and shown["solved"] is not None
    share = round(solved / len(came), 3) if came and is_whole and not is_small(len(came) - solved, least) else None
    mean = round(sum(ratings) / len(ratings), 2) if ratings and shown["rated"] is not None else None
    return shown | {"solved_share": share, "mean_rating": mean, "by_rating": rows}


def _sweeps(tasks: Sequence[Mapping[str, Any]], least: int) -> dict[str, Any]:
    """Return what the sweeps looked at, found and put right."""
    sweeps = [each for each in tasks if each["facts"][0] == "Sweep"]
    items = [item for each in sweeps for item in each["items"]]
    states = Counter(state for state, _ in items)
    told = {
        "sweeps": len(sweeps), "looked_at": sum(count for state, count in states.items() if state != "TO_CHECK"),
        "found": sum(states[each] for each in _FOUND), "fixed": sum(states[each] for each in _FIXED),
        "people": sum(people or 0 for state, people in items if state in _FOUND),
    }  # fmt: skip
    # Sweeps name nobody: how many there are gives nobody away, those whom a defect touched may be few.
    return told | {"people": None if is_small(told["people"], least) else told["people"]}


def _links(links: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return what people said of the new links between matters of two channels, by the two."""
    counted = Counter((*sorted((each["one"], each["other"])), each["state"].lower()) for each in links)
    pairs = sorted({(one, other) for one, other, _ in counted})
    return [
        {"one": one, "other": other} | {state: counted[one, other, state] for state in _JUDGED} for one, other in pairs
    ]
