"""The middle tier: what somebody may not read but may know that it is there, by the numbers of audiences and by channels."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph_service.cypher.seen.sight import Sight
from graph_service.rights.audiences import of_kinds
from graph_service.rights.roles import Roles


@dataclass(frozen=True)
class Hits:
    """Audiences that a viewer does not read and whose matters are hits, their channels, and the codes of owners that conceal.

    Of a kind that is closed to the viewer there is no hit: these audiences are those of open kinds.
    """

    audiences: tuple[int, ...] = ()
    channels: tuple[str, ...] = ()
    concealing: tuple[str, ...] = ()

    @property
    def params(self) -> dict[str, Any]:
        """Return the value of $viewer_hits."""
        return {
            "audiences": list(self.audiences),
            "channels": list(self.channels),
            "concealing": list(self.concealing),
        }


NO_HITS = Hits()


def hits_among(others: Iterable[Sequence[Any]], channels: Collection[str], roles: Roles, sight: Sight) -> Hits:
    """Return the hits among audiences that the viewer does not read, each its number and its readers: none that conceals."""
    if not channels:
        return NO_HITS
    numbers = (int(number) for number, readers in others if roles.may_be_known(readers))
    return Hits(of_kinds(numbers, sight.classes), tuple(sorted(channels)), roles.concealing)
