"""What is wanted of a search for paths, and what it found as the query that shows it is given it."""

from collections.abc import Collection
from typing import Any

from graph_service.api.plan.page import Page
from graph_service.api.plan.root import Root
from graph_service.cypher.project.selection import Scope, SelectedField
from graph_service.paths.bounds import TOLD_STATEMENTS, TOLD_TIES
from graph_service.paths.question import FoundWays, Key, LeftOut, Wanted, Way

_COUNTED = {"totalCount", "totalIsExact"}


def wanted_of(first: int, after: Any, selected: Collection[str]) -> Wanted:
    """Return how much of the ways is needed: one more than is shown where the page says whether more follow."""
    is_counted = not _COUNTED.isdisjoint(selected)
    return Wanted(first + bool(selected), None if after is None else _key(after), is_counted)


def told_of(found: FoundWays, wanted: Wanted, page: Page) -> dict[str, Any]:
    """Return the ways of one page, and what stands beside them in a connection."""
    after = wanted.after
    following = [way for way in found.ways if after is None or way.key > after]
    shown = following[: page.first]
    ways = [_way(place, way, found, page) for place, way in enumerate(shown)]
    cursors = [each["cursor"] for each in ways]
    return {
        "ways": ways,
        "beneath": TOLD_TIES,
        "statements": TOLD_STATEMENTS,
        "left_out": [_left_out(each) for each in found.left_out],
        "page": {
            "total_count": len(found.ways),
            "total_is_exact": not found.left_out,
            "searched_hops": found.hops,
            "page_info": {
                "has_next_page": len(following) > page.first,
                "has_previous_page": page.follows,
                "start_cursor": cursors[0] if cursors else None,
                "end_cursor": cursors[-1] if cursors else None,
            },
        },
    }


def _way(place: int, way: Way, found: FoundWays, page: Page) -> dict[str, Any]:
    cursor = page.cursor([way.key])
    return {"place": place, "nodes": found.address(way), "most_ties": way.most_ties, "cursor": cursor}


def _left_out(told: LeftOut) -> dict[str, Any]:
    return {"node": told.node, "ties": told.ties, "sentence": told.sentence, "sentence_zh": told.sentence_zh}


def _key(values: Any) -> Key:
    hops, most_ties, between = values
    return hops, most_ties, tuple(tuple(each) for each in between)


def selected_names(root: Root, chosen: SelectedField, scope: Scope) -> frozenset[str]:
    """Return the names of the fields that are selected of a root's one row."""
    return frozenset(each.name for each in scope.fields(chosen.sets, root.type))
