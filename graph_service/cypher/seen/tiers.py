"""The tier of single matters for one viewer, where it differs from what the readers say: opened for a time, or shut.

A text that reads the graph is rewritten for who has any: wherever the predicate on the viewer stands, a thing that is opened
fulfils it, one that is shut does not. Everybody else's texts stay as they are, at no cost.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph_service.cypher.states import is_of_request, is_of_task
from graph_service.cypher.visibility import open_to_viewer, visible

_READABLE = re.compile(r"(?:coalesce\((\w+)\.own_audience, \w+\.audience\)|\b(\w+)\.audience) IN \$viewer_audiences")
_HIT = re.compile(r"(?:coalesce\((\w+)\.own_audience, \w+\.audience\)|\b(\w+)\.audience) IN \$viewer_hits\.audiences")
_PARTS = re.compile(r"all\(audience IN (\w+)\.audiences WHERE audience IN \$viewer_audiences\)")
_REQUEST = re.compile(re.escape(is_of_request("REQUEST")).replace("REQUEST", r"(\w+)", 1).replace("REQUEST", r"\w+"))
_TASK = re.compile(re.escape(is_of_task("TASK")).replace("TASK", r"(\w+)", 1).replace("TASK", r"\w+"))
_ON_SHUT = "-[:RESTS_ON]->(part) WHERE NOT $viewer_tiers[part.uid]"
_OF_NOBODY = -1
_EVEN = 100  # audiences in a parameter: Neo4j plans anew for a list of another order of size


@dataclass(frozen=True)
class Tiers:
    """Uids of what is opened to a viewer, the audiences that these are of, and uids of what is shut to the viewer."""

    opened: frozenset[str] = frozenset()
    audiences: frozenset[int] = frozenset()
    shut: frozenset[str] = frozenset()

    def joined(self, other: "Tiers") -> "Tiers":
        """Return what is opened or shut by either."""
        return Tiers(self.opened | other.opened, self.audiences | other.audiences, self.shut | other.shut)

    @property
    def differ(self) -> bool:
        """Return whether anything is opened or shut."""
        return bool(self.opened or self.shut)

    @property
    def params(self) -> dict[str, Any]:
        """Return the parameters of a text that is rewritten for these: by uid, whether it is opened (true) or shut (false)."""
        tiers = dict.fromkeys(sorted(self.opened), True) | dict.fromkeys(sorted(self.shut), False)
        evened = [*sorted(self.audiences), *[_OF_NOBODY] * (_EVEN - len(self.audiences))]
        return {"viewer_tiers": tiers, "viewer_opened_audiences": evened}


BY_READERS = Tiers()


@lru_cache(maxsize=512)
def by_tiers(text: str) -> str:
    """Return the text as it is run for a viewer to whom something is opened or shut.

    What is added is short: Neo4j keeps no plan of a text of more than 65,535 signs.
    """
    asked = _TASK.sub(_unless_on_shut, text)
    return _REQUEST.sub(_unless_shut, _HIT.sub(_unless_opened, _PARTS.sub(_parts, _READABLE.sub(_readable, asked))))


def _readable(found: re.Match[str]) -> str:
    thing = found[1] or found[2]
    if f"({thing}:Change" in found.string:  # an entry of the journal is of a thing, for the readers of a row
        tier = f"$viewer_tiers[{thing}.of]"
        opened = f"{tier} AND {thing}.audience IN $viewer_opened_audiences"
        return f"(({found[0]} OR {opened}) AND coalesce({tier}, true))"
    return f"coalesce($viewer_tiers[{thing}.uid], {found[0]})"


def _unless_opened(found: re.Match[str]) -> str:
    return f"({found[0]} AND $viewer_tiers[{found[1] or found[2]}.uid] IS NULL)"


def _unless_shut(found: re.Match[str]) -> str:
    """Return the condition on a request for access: one behind which all matters are shut is there for who made it alone."""
    asked = found[1]
    open_one = f"any(uid IN {asked}.matters WHERE coalesce($viewer_tiers[uid], true))"
    return f"({found[0]} AND ({asked}.by = $viewer_officer OR {open_one}))"


def _unless_on_shut(found: re.Match[str]) -> str:
    """Return the condition on a task: one that rests on a matter that is shut is there for nobody to whom that is shut."""
    return f"({found[0]} AND all(rest IN {found[1]}.rests_on WHERE coalesce($viewer_tiers[rest], true)))"


def _parts(found: re.Match[str]) -> str:
    """Return the condition on what rests on several things: of those that only the opening shows, each opened end brings one."""
    thing, rests = found[1], ""
    if f"({thing}:Notice" in found.string:
        return f"({found[0]} AND NOT EXISTS {{ MATCH (:Link {{uid: {thing}.link}}){_ON_SHUT} }})"
    is_link = f"({thing}:Link" in found.string
    if is_link:
        ends = f"COUNT {{ MATCH ({thing})-[:JOINS]->(end) WHERE $viewer_tiers[end.uid] }}"
        unseen = f"NOT ({visible('rest')} OR coalesce($viewer_tiers[rest.uid], false))"
        rests = f" AND NOT EXISTS {{ MATCH ({thing})-[:RESTS_ON]->(rest) WHERE {unseen} }}"
    else:
        ends = f"size([end IN [startNode({thing}), endNode({thing})] WHERE $viewer_tiers[end.uid]])"
    beside = f"[audience IN {thing}.audiences WHERE NOT {open_to_viewer('audience')}]"
    of_opened = f"all(audience IN {beside} WHERE audience IN $viewer_opened_audiences)"
    unshut = f" AND NOT EXISTS {{ MATCH ({thing}){_ON_SHUT} }}" if is_link else ""
    return f"(({found[0]} OR {of_opened} AND size({beside}) <= {ends}{rests}){unshut})"
