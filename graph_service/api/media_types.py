"""In which form an answer goes out, by what a client says it accepts: as GraphQL over HTTP has it, draft of 2025."""

import re
from functools import lru_cache

JSON = "application/json"
GRAPHQL = "application/graphql-response+json"
_WEIGHT = re.compile(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", re.IGNORECASE)
_LONGEST = 1000


@lru_cache(maxsize=256)
def accepted(header: str) -> str | None:
    """Return the media type that an Accept header asks for, or nothing where it takes neither.

    A client that says nothing, or takes anything, gets plain JSON as ever; of two that are liked as much, the one that
    belongs to GraphQL, if it is named.
    """
    ranges = _ranges(header[:_LONGEST])
    if not ranges:
        return JSON
    plain, graphql = (_liking(media, ranges) for media in (JSON, GRAPHQL))
    if not plain and not graphql:
        return None
    return GRAPHQL if graphql > plain or (graphql == plain and GRAPHQL in ranges) else JSON


def _ranges(header: str) -> dict[str, float]:
    ranges: dict[str, float] = {}
    for each in filter(str.strip, header.split(",")):
        name, *parameters = each.split(";")
        weights = [float(match[1]) for match in map(_WEIGHT.fullmatch, parameters) if match]
        ranges[name.strip().lower()] = weights[-1] if weights else 1.0
    return ranges


def _liking(media: str, ranges: dict[str, float]) -> float:
    """Return how much a media type is liked, by the closest range that holds it."""
    return next((ranges[each] for each in (media, "application/*", "*/*") if each in ranges), 0.0)
