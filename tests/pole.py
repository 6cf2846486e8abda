"""A crime graph as an export of nodes and link tables: persons, objects, locations and events of an invented town."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

POLE = Path(__file__).parent / "data" / "pole"
_FIRST = ("Ada", "Bruno", "Cleo", "Dario", "Elsa", "Femi", "Gita", "Hugo", "Ines", "Jonas", "Kaya", "Liam")
_LAST = ("Marlow", "Nadir", "Okoro", "Pell", "Quist", "Rowe", "Sand", "Thorn", "Udal", "Vane", "West", "Yarrow")
_STREETS = ("Mill Lane", "Quay Street", "Orchard Road", "Station Approach", "Kiln Hill")
_CRIMES = ("Burglary", "Vehicle crime", "Public order", "Drugs", "Shoplifting")
_KNOWS = ("KNOWS", "KNOWS_LW", "KNOWS_SN", "KNOWS_PHONE")
_RELATIVES = ("SIBLING", "PARENT", "GRANDPARENT")
COUNTS = {
    "persons": 120,
    "locations": 90,
    "crimes": 200,
    "officers": 15,
    "phones": 80,
    "phone_calls": 160,
    "vehicles": 40,
}
LINKS = {"knows": 220, "family_rel": 60, "current_address": 120, "has_phone": 80, "party_to": 90, "occurred_at": 200,
         "investigated_by": 200, "caller": 160, "called": 160, "involved_in": 40}  # fmt: skip
Rows = list[list[object]]


def pole() -> dict[str, str]:
    """Return the files by name, the same each time."""
    draws = random.Random(7)  # noqa: S311 - a town, not secrets
    places = {name: 100_000 + 10_000 * number for number, name in enumerate(COUNTS)}
    ids = {name: [places[name] + each for each in range(count)] for name, count in COUNTS.items()}
    heads, rows = _nodes(draws, ids)
    texts = {f"{name}.csv": _text([*heads[name], ":LABEL"], rows[name]) for name in COUNTS}
    return texts | {f"{name}.csv": _text(head, found) for name, (head, found) in _links(draws, ids).items()}


def _text(head: list[str], rows: Rows) -> str:
    lines: Rows = [list(head), *rows]
    return "".join(",".join(f'"{each}"' if "," in str(each) else str(each) for each in line) + "\n" for line in lines)


def _day(number: int) -> str:
    day = date(2017, 8, 1) + timedelta(days=number)
    return f"{day.day}/{day.month:02}/{day.year}"


def _nodes(draws: random.Random, ids: dict[str, list[int]]) -> tuple[dict[str, list[str]], dict[str, Rows]]:
    heads = {
        "persons": [":ID", "name", "surname", "nhs_no", "age"],
        "locations": [":ID", "address", "postcode", "latitude", "longitude"],
        "crimes": [":ID", "id", "date", "type", "last_outcome", "charge", "note"],
        "officers": [":ID", "badge_no", "rank", "name", "surname"],
        "phones": [":ID", "phoneNo"],
        "phone_calls": [":ID", "call_date", "call_time", "call_duration", "call_type"],
        "vehicles": [":ID", "make", "model", "reg", "year"],
    }
    made: dict[str, Callable[[int], list[object]]] = {
        "persons": lambda n: [_FIRST[n % 12], _LAST[n // 10 % 12], f"{400 + n:03}-{n * 7 % 97:02}-{1000 + n * 13}", 20 + n % 60],
        "locations": lambda n: [f"{n + 1} {_STREETS[n % 5]}", f"OX{n % 9} {n % 7}AB", 51.7 + n / 1000, -1.26 + n / 2000],
        "crimes": lambda n: [f"{n * 2654435761 % 2**40:010x}", _day(n % 31), _CRIMES[n % 5], "Under investigation", "", ""],
        "officers": lambda n: [f"26-{5234182 + n * 77}", ("Constable", "Sergeant")[n % 2], _FIRST[n % 12], _LAST[-1 - n % 12]],
        "phones": lambda n: [f"{n % 9 + 1}-({600 + n}){n * 7 % 900 + 100}-{n * 37 % 9000 + 1000}"],
        "phone_calls": lambda n: [_day(n % 31), f"{n % 24:02}:{n % 60:02}", 20 + n * 3 % 900, ("CALL", "SMS")[n % 2]],
        "vehicles": lambda n: [("Ford", "Kia")[n % 2], "Model " + "XYZ"[n % 3], f"{'ABC'[n % 3]}{n + 10} {'QRS'[n % 3]}TU", 2000 + n % 18],
    }  # fmt: skip
    labels = ("Person", "Location", "Crime", "Officer", "Phone", "PhoneCall", "Vehicle")
    rows: dict[str, Rows] = {
        name: [[node, *made[name](place), label] for place, node in enumerate(ids[name])]
        for name, label in zip(ids, labels, strict=True)
    }
    draws.shuffle(rows["crimes"])
    return heads, rows


def _links(draws: random.Random, ids: dict[str, list[int]]) -> dict[str, tuple[list[str], Rows]]:
    people, places, crimes = ids["persons"], ids["locations"], ids["crimes"]
    head = [":START_ID", ":END_ID", ":TYPE"]
    pairs = draws.sample(
        [(one, other) for one in people for other in people if one < other], LINKS["knows"] + LINKS["family_rel"]
    )
    knows, kin = pairs[: LINKS["knows"]], pairs[LINKS["knows"] :]
    found: dict[str, tuple[list[str], Rows]] = {
        "knows": (head, [[one, other, _KNOWS[place % 4]] for place, (one, other) in enumerate(knows)]),
        "family_rel": (
            [*head, "rel_type"],
            [[one, other, "FAMILY_REL", _RELATIVES[place % 3]] for place, (one, other) in enumerate(kin)],
        ),
    }

    def tied(name: str, starts: list[int], ends: list[int]) -> None:
        found[name] = (
            head,
            [[starts[place % len(starts)], ends[place % len(ends)], name.upper()] for place in range(LINKS[name])],
        )

    tied("current_address", people, places)
    tied("has_phone", people, ids["phones"])
    tied("party_to", people[:90], crimes)
    tied("occurred_at", crimes, places)
    tied("investigated_by", crimes, ids["officers"])
    tied("caller", ids["phone_calls"], ids["phones"])
    tied("called", ids["phone_calls"], list(reversed(ids["phones"])))
    tied("involved_in", ids["vehicles"], crimes)
    return found
