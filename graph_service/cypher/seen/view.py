"""How one viewer looks at the graph: what is seen of fields, and which matters are opened or shut beside what readers say."""

from dataclasses import dataclass
from typing import Any

from graph_service.cypher.seen.sight import EVERYTHING, Sight
from graph_service.cypher.seen.text import as_seen
from graph_service.cypher.seen.tiers import BY_READERS, Tiers, by_tiers


@dataclass(frozen=True)
class View:
    """What every text that reads the graph for somebody is rewritten for."""

    sight: Sight = EVERYTHING
    tiers: Tiers = BY_READERS

    @property
    def is_plain(self) -> bool:
        """Return whether texts are run as they are."""
        return not (self.sight.hides or self.tiers.differ)

    def text(self, query: str) -> str:
        """Return the text as it is run for this viewer; refuse one that finds something by a field that is not seen.

        Tiers come first: what is opened is opened in whichever kind, what is shut is shut.
        """
        return as_seen(by_tiers(query) if self.tiers.differ else query, self.sight)

    @property
    def params(self) -> dict[str, Any]:
        """Return the parameters that such a text takes beside those of the query."""
        return self.tiers.params if self.tiers.differ else {}


WHOLE = View()
