"""The meter of supervision on one unit: how often which channels were there, in which months several were, on which problems more than one asked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from graph_service.circulars.period import Period

Contact = Mapping[str, Any]


def meter_of(contacts: Sequence[Contact], period: Period) -> dict[str, Any]:
    """Return how often each kind of contact came from each channel, the months with several of them, and problems asked about twice."""
    return {
        "total": len(contacts),
        "contacts": _counted(contacts),
        "months": _months(contacts, period),
        "repeated": _repeated(contacts),
    }


def _counted(contacts: Iterable[Contact]) -> list[dict[str, Any]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in contacts:
        found[each["what"], each["channel"] or ""].append(each["on"])
    return [
        {"what": what, "channel": channel or None, "count": len(days), "first_on": min(days), "last_on": max(days)}
        for (what, channel), days in sorted(found.items())
    ]


def _months(contacts: Iterable[Contact], period: Period) -> list[dict[str, Any]]:
    """Return the months in which more than one was there: a round is there from its first month to its last one."""
    there: dict[str, list[str]] = defaultdict(list)
    for each in contacts:
        for month in _of_months(
            max(each["on"], period.since.isoformat()), min(each["until"] or each["on"], period.until.isoformat())
        ):
            there[month].append(each["channel"] or each["what"])
    return [
        {"month": month, "count": len(who), "by": sorted(set(who))}
        for month, who in sorted(there.items())
        if len(who) > 1
    ]


def _of_months(first: str, last: str) -> list[str]:
    since, until = date.fromisoformat(first), date.fromisoformat(max(first, last))
    count = (until.year - since.year) * 12 + until.month - since.month
    return [f"{since.year + (since.month - 1 + n) // 12}-{(since.month - 1 + n) % 12 + 1:02}" for n in range(count + 1)]


def _repeated(contacts: Iterable[Contact]) -> list[dict[str, Any]]:
    """Return the problems on which matters of more than one channel came."""
    found: dict[str, list[Contact]] = defaultdict(list)
    for each in contacts:
        if each["problem"] and each["channel"]:
            found[each["problem"]].append(each)
    return [
        {"problem": problem, "count": len(matters), "channels": channels}
        for problem, matters in sorted(found.items())
        if len(channels := sorted({each["channel"] for each in matters})) > 1
    ]
