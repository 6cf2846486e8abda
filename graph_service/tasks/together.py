"""What several teams may all read: the ground on which something is put before them together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.cypher.seen.tiers import Tiers
from graph_service.cypher.seen.view import View
from graph_service.graph import Statements
from graph_service.rights.audiences import of_kinds
from graph_service.work.acts import Worker


@dataclass(frozen=True)
class Common:
    """How several teams look at the graph together: of fields and matters what each of them sees."""

    view: View
    params: dict[str, Any]

    def read(self, statements: Statements, file: str, **given: Any) -> list[dict[str, Any]]:
        """Return the rows of a file of queries as they see it."""
        text = self.view.text(filled(query(file).body))
        return [dict(row) for row in statements.run_read(text, **self.params, **self.view.params, **given)[0]]


def common_to(worker: Worker, statements: Statements, teams: Iterable[str]) -> Common:
    """Return what an officer and every one of these teams may read by right: nothing that was opened to one of them alone."""
    viewer, roles = worker.viewer, worker.roles
    audiences, sight = set(viewer.audiences), viewer.sight
    for team in teams:
        asked = {"viewer_tokens": roles.tokens([team]), "has_hits": False}
        found = statements.run_read(query("rights/audiences_of").body, **asked)[0][0]["audiences"]
        seen = roles.sight([team])
        audiences &= set(of_kinds(found, seen.classes))
        sight = sight.shared(seen)
    params = viewer.params | {
        "viewer_audiences": sorted(audiences),
        "viewer_classes": sorted(map(str, sight.classes)),
    }
    return Common(View(sight, Tiers(shut=viewer.tiers.shut)), params)
