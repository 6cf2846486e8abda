"""How much a mutation of tasks takes at once."""

from collections.abc import Mapping
from typing import Any

from graph_service.api.arguments.sought import uid_of
from graph_service.errors import TooMuch

_MOST = {"items": 2000, "found": 200, "matters": 100, "units": 1000, "places": 1000, "topics": 100, "teams": 50}


def bounded(given: Mapping[str, Any], name: str) -> list[Any]:
    """Return what is given as a list; refuse too much of it."""
    found = list(given.get(name) or ())
    if len(found) > _MOST[name]:
        raise TooMuch(f"{len(found)} of {name}", f"argument {name}", f"give at most {_MOST[name]} at once")
    return found


def uids(given: Mapping[str, Any], name: str, kind: str) -> tuple[str, ...]:
    """Return the ids that are given of things of a kind, each once."""
    return tuple(uid_of(each, name, kind).value for each in dict.fromkeys(bounded(given, name)))
