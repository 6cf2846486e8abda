"""The groups of a list: what a request groups by, as text that follows the list's own rows."""

from collections.abc import Mapping
from typing import Any

from graph_service.api.arguments.sought import plain
from graph_service.cypher.lists.groupings import Grouping, groupings, numbers
from graph_service.cypher.order import sorting
from graph_service.cypher.project.nested import GroupedList
from graph_service.errors import BadInput, TooMuch

MOST_GROUPS = 1000
MOST_KEYS = 2
MOST_NUMBERS = 5
_MEASURES = ("sum", "min", "max", "avg")


def filled_groups(grouped: GroupedList, given: Mapping[str, Any]) -> "FilledGroups":
    """Return what a request gives the groups of a list; refuse too many keys, numbers or groups."""
    by, summed, number = list(plain(given["by"])), list(plain(given.get("numbers") or ())), grouped.number
    first = given["first"]
    where = f"{grouped.place}, argument"
    if not 1 <= len(by) <= MOST_KEYS or len(set(by)) < len(by):
        raise BadInput(f"by names {len(by)} ways to group", f"{where} by", f"give one, or {MOST_KEYS} that differ")
    if len(summed) > MOST_NUMBERS:
        raise TooMuch(f"{len(summed)} numbers", f"{where} numbers", f"give at most {MOST_NUMBERS}")
    if not isinstance(first, int) or not 0 <= first <= MOST_GROUPS:
        raise TooMuch(f"first of the groups is {first}", f"{where} first", f"give 0 to {MOST_GROUPS}")
    if plain(given.get("orderBy")) == "SUM" and not summed:
        raise BadInput(
            "the groups are to be sorted by a sum, but numbers names none", f"{where} orderBy", "name it in numbers"
        )
    params = {grouped.first: first, f"by_{number}": by, f"numbers_{number}": summed}
    return FilledGroups(params, _texts(grouped, by, summed, plain(given.get("orderBy"))))


class FilledGroups:
    """The parameters of the groups of one list, and the texts in the places of its tokens."""

    def __init__(self, params: dict[str, Any], texts: dict[str, str]) -> None:
        self.params, self.texts = params, texts


def _texts(grouped: GroupedList, by: list[str], summed: list[str], order: str | None) -> dict[str, str]:
    row, number = grouped.row, grouped.number
    known, stored = groupings(grouped.type_name), numbers(grouped.type_name)
    ways = [known[name] for name in by]
    keys = [f"k{number}_{place}" for place in range(len(ways))]
    found = "".join(way.found(row, f"{key}_far" if way.walk else key) for way, key in zip(ways, keys, strict=True))
    each = ", ".join(f"{_key(way, row, key)} AS {key}" for way, key in zip(ways, keys, strict=True))
    distinct = f"{found}WITH DISTINCT {row}, {each}\n"
    measured = [
        f"{measure}({row}.{stored[name]}) AS s{number}_{place}_{measure}"
        for place, name in enumerate(summed) for measure in _MEASURES
    ]  # fmt: skip
    counted = f"WITH {', '.join([*keys, f'count(*) AS many{number}', *measured])}\n"
    ties = sorting([key for way, name in zip(ways, keys, strict=True) for key in way.order(name)])
    first_by = {"KEY": "", "SUM": f"s{number}_0_sum DESC, "}.get(order or "", f"many{number} DESC, ")
    told = ", ".join(
        grouped.key(place, way.told(name), name if way.walk else "null")
        for place, (way, name) in enumerate(zip(ways, keys, strict=True))
    )
    sums = ", ".join(
        f"[$numbers_{number}[{place}], {', '.join(f's{number}_{place}_{measure}' for measure in _MEASURES)}]"
        for place in range(len(summed))
    )
    return {
        grouped.token(
            "groups"
        ): f"{distinct}{counted}ORDER BY {first_by}{ties} LIMIT ${grouped.first}\nRETURN [many{number}, [{told}], [{sums}]]",
        grouped.token("total"): f"{distinct}RETURN DISTINCT {', '.join(keys)}",
    }


def _key(way: Grouping, row: str, key: str) -> str:
    return way.key(row, f"{key}_far" if way.walk else key)
