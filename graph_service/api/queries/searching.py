"""How the arguments of a search become a request, and how each hit of a page says why it was found."""

from collections.abc import Mapping
from typing import Any

from graph_service.api.arguments.conditions import AskedId
from graph_service.api.arguments.normal_form import normal
from graph_service.api.arguments.sought import plain, sought
from graph_service.api.plan.root import Request, bounded
from graph_service.cypher.project.bounds import matches_of
from graph_service.errors import BadInput, TooMuch
from graph_service.search.normal import signs
from graph_service.search.typed import Typed, read_typed, read_value
from graph_service.search.why import why
from schema import KINDS
from schema.identifiers.fold import written_forms

MOST_LETTERS = 200
MOST_VALUES = 10_000
_ENOUGH = 10  # hits of strict ways, from which on no looser ones are tried
_MOST = 500  # hits per word that are joined with those of the other words, and hits that are sorted by who names them
_FIELDS = tuple(
    dict.fromkeys(name for kind in KINDS.values() for name in (*kind.SOUGHT, *kind.SOUGHT_FROM_FOUR, *kind.TEXT))
)


def read_search(given: Mapping[str, Any]) -> Request:
    """Return the request for what somebody typed; refuse a text without anything to seek, and one that is too long."""
    text = "".join(letter if letter.isprintable() else " " for letter in given["text"]).strip()
    if not text or len(text) > MOST_LETTERS:
        what = f"the text is empty or longer than {MOST_LETTERS} characters"
        raise BadInput(what, "argument text", "search for a few words")
    typed = read_typed(text)
    unit = sought(given["unit"], "unit", "Unit") if given.get("unit") else None
    params = {
        **typed.sent,
        **{name: plain(given.get(name)) for name in ("kinds", "channels", "problems")},
        **{name: given.get(name) for name in ("since", "until")},
        "unit": None,
        "enough": _ENOUGH, "most": _MOST, "fields": list(_FIELDS), "labels": list(KINDS),
    }  # fmt: skip
    first = bounded("first", 20 if given.get("first") is None else given["first"], 100)
    named = (AskedId(unit, "unit", "unit"),) if unit else ()
    return Request(params, order="RANK", first=first, after=given.get("after"), wanted=typed, named=named)


def read_lookup(given: Mapping[str, Any]) -> Request:
    """Return the request for a pasted list; refuse one that is too long."""
    values = given["values"]
    if len(values) > MOST_VALUES:
        raise TooMuch(f"{len(values)} values", "argument values", f"give at most {MOST_VALUES}")
    read = [
        {
            "given": value,
            "value": normal(value),
            "signs": [signs(each) for each in written_forms(value)],
            "ways": [way.sent for way in read_value(value[:MOST_LETTERS])],
        }
        for value in values
    ]
    return Request(
        params={"given": {"values": read, "fields": list(_FIELDS), "most": matches_of(len(values))}}, first=len(values)
    )


def explain(rows: list[Any], request: Request) -> list[Any]:
    """Return the rows as they are shown, each with why it was found and where."""
    typed: Typed = request.wanted
    return [
        {**{name: row[name] for name in ("node", "sort", "place")}, "hit": why(typed, row["rank"], row["values"])}
        for row in rows
    ]
