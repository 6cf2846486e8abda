"""What loads are made with."""

from dataclasses import dataclass
from pathlib import Path

from graph_service.graph import Writer
from graph_service.vault.keys import VaultPlace
from graph_service.vault.store import Vault


@dataclass(frozen=True)
class LoadEnvironment:
    """What loads are made with: the graph, the key of the uids, where rejected rows are kept, who asks; loads of a file that
    are kept can be rolled back, `operator` has names and numbers of the person who loads.

    `vault_place` is where reporters go; without it the vault of the home, under keys of its own.
    """

    writer: Writer
    uid_key: bytes
    home: Path
    by: str
    dry_run: bool = False
    chunk: int = 30_000  # rows between two waits for both sessions; each row on its way takes some kilobytes
    operator: tuple[str, ...] = ()
    kept_loads: int = 20
    vault_place: VaultPlace | None = None

    @property
    def vault(self) -> Vault:
        """Return where reporters go."""
        return Vault(self.vault_place or VaultPlace(self.home))
