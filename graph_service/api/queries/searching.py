"""How the arguments of a search become a request, and how each hit of a page says why it was found."""

from collections.abc import Mapping
from typing import Any

from graph_service.api.plan.root import Request, bounded
from graph_service.api.queries.sought import plain, sought
from graph_service.errors import BadInput
from graph_service.search.typed import Typed, read_typed
from graph_service.search.why import why
from schema import KINDS

MOST_LETTERS = 200
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
        "unit": unit and unit.value, "unit_key": unit and unit.field,
        "enough": _ENOUGH, "most": _MOST, "fields": list(_FIELDS), "labels": list(KINDS),
    }  # fmt: skip
    first = bounded("first", 20 if given.get("first") is None else given["first"], 100)
    return Request(params=params, order="RANK", first=first, after=given.get("after"), wanted=typed)


def explain(rows: list[Any], request: Request) -> list[Any]:
    """Return the rows as they are shown, each with why it was found and where."""
    typed: Typed = request.wanted
    return [
        {**{name: row[name] for name in ("node", "sort", "place")}, "hit": why(typed, row["rank"], row["values"])}
        for row in rows
    ]
