"""What plans ask with: the graph, who asks, what one may ask, and what the process keeps between requests."""

from dataclasses import dataclass, field

from graph_service.api.gate.gate import OPEN, Gate
from graph_service.api.plan.broad import BroadTexts
from graph_service.api.plan.counts import Counts
from graph_service.api.plan.newest_notice import NewestNotice
from graph_service.api.turns import Turns
from graph_service.cypher.seen.graph import seen
from graph_service.graph import Graph, Writer
from graph_service.probing.counting import Probing
from graph_service.rights.roles import Roles, read_roles
from graph_service.rights.viewer import Viewer
from graph_service.vault.store import Vault


@dataclass(frozen=True)
class WriteAccess:
    """What mutations write with."""

    writer: Writer
    uid_key: bytes
    access_days: int = 90
    roles: Roles = field(default_factory=read_roles)


@dataclass(frozen=True)
class Limits:
    """What one operation may answer, in rows by its price and in bytes, and whose turn it is."""

    rows: int = 200_000
    bytes: int = 32 * 1024 * 1024
    turns: Turns = field(default_factory=Turns)


@dataclass(frozen=True)
class QueryContext:
    """What plans ask with: the graph as the viewer sees it, the viewer, the key that signs cursors."""

    graph: Graph
    viewer: Viewer
    cursor_key: bytes
    write_access: WriteAccess | None = None
    newest_notice: NewestNotice = field(default_factory=NewestNotice)  # one for all who ask through this service
    counts: Counts = field(default_factory=Counts)  # one for all who ask through this service
    broad: BroadTexts = field(default_factory=BroadTexts)  # one for all who ask through this service
    limits: Limits = field(default_factory=Limits)
    gate: Gate = OPEN
    probing: Probing = field(default_factory=Probing)
    vault: Vault | None = None  # none where what is opened could not be written down

    def __post_init__(self) -> None:
        """Look at the graph as this viewer sees it, however the context was made."""
        object.__setattr__(self, "graph", seen(self.graph, self.viewer.view))
