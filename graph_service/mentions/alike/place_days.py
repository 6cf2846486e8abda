"""Pairs of matters whose texts put something at one place on one day, whether or not any register knows the place.

The day is compared first; then a name of the one has to stand in the words around the day of the other, whole, or without
the street before it. A place where hundreds come on any day (a big hotel, a hospital) never connects surely, an office not at all.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from graph_service.mentions.alike.kinds import AlikeKind
from graph_service.mentions.alike.outings import SHORTEST, Outing, PlaceName
from graph_service.mentions.alike.pairs import MOST, Alike, SaidIn
from graph_service.mentions.alike.place_kinds import VILLAGE, place_weight
from graph_service.mentions.alike.said import Said

_PART = 0.85  # of a place whose street or town only one of the two names
_VILLAGE_AND_DEED = 0.85  # where both tell of one kind of problem too
_ELSEWHERE = 0.6  # of that, where the matters are of two districts and no register knows one house of that name
_LONG = 5  # signs from which on a name tells where it begins
_EDGE = "在到于去往赴进入乘晚午上下夜天日号间街路道县区市镇乡村岸边旁头东南西北里的了是那请约点半"
_OUTSIDE = re.compile(r"[^\u4e00-\u9fff]")

OpenTo = Callable[[int], frozenset[int]]


class _Met(NamedTuple):
    name: str
    certainty: float


def place_days(everything: Iterable[Outing], open_to: OpenTo, cap: int) -> Iterator[Alike]:
    """Yield the pairs whose texts tell of one place on one day, each once, by the name that tells most."""
    best: dict[tuple[str, str], Alike] = {}
    for group in _groups(everything):
        seen: dict[int, bool] = {}
        for audience in {each.audience for each in group}:
            readable = {each.matter for each in group if each.audience in open_to(audience)}
            seen[audience] = len(readable) <= cap
        for one, other in combinations(sorted(group, key=lambda each: (each.matter, each.start)), 2):
            if one.matter == other.matter or not (seen[one.audience] and seen[other.audience]):
                continue
            met, at = _met(one, other), (one.matter, other.matter)
            if met and (at not in best or best[at].certainty < met.certainty):
                best[at] = Alike(_said(one, met.name), _said(other, met.name), met.certainty)
    yield from (best[at] for at in sorted(best))


def _groups(everything: Iterable[Outing]) -> Iterator[list[Outing]]:
    """Yield those of one day in whose words one ending of a name stands: only they can meet."""
    days: defaultdict[str, list[Outing]] = defaultdict(list)
    for each in everything:
        days[each.day].append(each)
    for day in sorted(days):
        told = days[day]
        ends = {one.name[-SHORTEST:] for each in told for one in each.names if place_weight(one.name)}
        groups: dict[str, list[Outing]] = {end: [] for end in sorted(ends)}
        for each in told if len(told) > 1 else ():
            runs = {each.window[at : at + SHORTEST] for at in range(len(each.window) - SHORTEST + 1)}
            for end in runs & ends:
                groups[end].append(each)
        yield from (group for group in groups.values() if 1 < len({each.matter for each in group}) <= MOST)


def _met(one: Outing, other: Outing) -> _Met | None:
    if _apart(one.areas, other.areas):
        return None
    found = [
        met for here, there in ((one, other), (other, one)) for name in here.names if (met := _in(name, here, there))
    ]
    return max(found, key=lambda met: (met.certainty, len(met.name)), default=None)


def _in(place: PlaceName, here: Outing, there: Outing) -> _Met | None:
    if place.uid and any(each.name == place.name and each.uid not in (None, place.uid) for each in there.names):
        return None
    weight, name = place_weight(place.name), _ending(place.name, there.window)
    if not weight or not name:
        return None
    if name != place.name:
        weight = min(weight, _PART)
    if weight == VILLAGE and here.problems & there.problems:
        weight = _VILLAGE_AND_DEED
    if not place.is_only_one and _are_far(here, there):
        weight *= _ELSEWHERE
    return _Met(name, round(weight * min(here.certainty, there.certainty), 3))


def _are_far(here: Outing, there: Outing) -> bool:
    is_known = here.district is not None and there.district is not None
    return is_known and here.district != there.district and not here.areas & there.areas


def _ending(name: str, window: str) -> str:
    """Return the longest ending of the name that stands in the words as a name of its own, empty without one."""
    for at in range(len(name) - SHORTEST + 1):
        part = name[at:]
        if at and not _begins(name, at):
            continue
        if not place_weight(part):
            continue
        places = (found.start() for found in re.finditer(re.escape(part), window))
        if any(len(part) >= _LONG or _begins(window, place) for place in places):
            return part
    return ""


def _begins(words: str, at: int) -> bool:
    return at == 0 or words[at - 1] in _EDGE or _OUTSIDE.match(words, at - 1) is not None


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether both name a town, county or city of one level and no such name is the same."""
    for level in ("市", "县", "区", "镇", "乡", "街道"):
        here, there = ({each.removeprefix(level) for each in areas if each.startswith(level)} for areas in (one, other))
        if here and there and not any(a[-1] == b[-1] for a in here for b in there):
            return True
    return False


def _said(outing: Outing, name: str) -> SaidIn:
    words = " … ".join(each for each in (outing.words, name) if each)
    value = f"{name} {outing.day}"
    said = Said(AlikeKind.PLACE_AND_DAY, value, words, outing.start, outing.certainty)
    return SaidIn(outing.matter, outing.audience, said)
