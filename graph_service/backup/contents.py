"""What a backup holds of a home, and what it says of itself."""

import json
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from graph_service.errors import BadInput
from graph_service.migrations import fingerprint_of
from graph_service.migrations.state import program_version
from graph_service.server.jars import read_lock
from graph_service.settings import Settings
from graph_service.vault.keys import VaultPlace
from graph_service.vault.store import Vault
from graph_service.vault.upkeep import copy_of, count

MANIFEST = "manifest.json"
DUMP = "neo4j.dump"
LOG = "access_log"
LOG_KEY = "access_log_key"
VAULT = "vault"
KEPT = ("secrets", LOG, "rejects", "loads", VAULT)  # folders of a home that nothing else brings back
_LOG_FILES = "access-*.jsonl"
_GIVEN = {
    "uid_key": "LEADLINK_UID_KEY", "token_key": "LEADLINK_TOKEN_KEY", "vault_key": "LEADLINK_VAULT_KEY",
    "vault_match_key": "LEADLINK_VAULT_MATCH_KEY",
}  # fmt: skip


def secret_of(settings: Settings) -> bytes:
    """Return the key of backups, or refuse: one that is made here would be lost with the home."""
    if settings.backup_key is None:
        mend = "make one with `openssl rand -hex 32`, keep it outside this machine, and name its file in LEADLINK_BACKUP_KEY_FILE"
        raise BadInput("there is no key for backups", "LEADLINK_BACKUP_KEY_FILE", mend)
    return settings.backup_key.get_secret_value().encode()


def kept_files(home: Path) -> Iterator[Path]:
    """Yield the files of a home that a backup holds."""
    for name in KEPT:
        found = (each for each in (home / name).rglob("*") if each.is_file() and not each.is_symlink())
        yield from sorted(each for each in found if not each.name.endswith("-journal"))


def manifest(settings: Settings) -> dict[str, Any]:
    """Return what a backup says of itself: when, of what, and which keys are not in it."""
    home = settings.home.absolute()
    missing = ["LEADLINK_BACKUP_KEY: its own"]
    missing += [f"{said}: given by setting" for name, said in _GIVEN.items() if getattr(settings, name)]
    missing += [
        "LEADLINK_NEO4J_PASSWORD: given by setting" if settings.neo4j_uri else "neo4j/password: a restore makes its own"
    ]
    return {
        "v": 1,
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "program": program_version(),
        "neo4j": read_lock().version,
        "database": settings.neo4j_database,
        "uid_key": fingerprint_of(settings.read_uid_key()),
        "keys": sorted(each.name for each in (home / "secrets").glob("*") if each.is_file()),
        "keys_not_in_it": missing,
        "access_log": _head(home / LOG),
        "vault_entries": count(Vault(VaultPlace.of(settings))),
    }


def at_one_moment(path: Path) -> bytes | None:
    """Return a file that a service or a load may be writing: the vault as it is between two changes, the access log to the end of
    its last whole line; nothing for others."""
    if path.parent.name == VAULT and path.suffix == ".db":
        return copy_of(path)
    return whole_lines(path)


def whole_lines(path: Path) -> bytes | None:
    """Return a file of the access log to the end of its last whole line; nothing for others."""
    if path.parent.name != LOG or not path.match(_LOG_FILES):
        return None
    data = path.read_bytes()
    return data[: data.rfind(b"\n") + 1]


def _head(folder: Path) -> dict[str, Any] | None:
    """Return how far the access log goes: the number and the digest of its last whole line."""
    files = sorted(folder.glob(_LOG_FILES))
    lines = (whole_lines(files[-1]) or b"").splitlines() if files else []
    return {"seq": json.loads(lines[-1])["seq"], "sha256": sha256(lines[-1]).hexdigest()} if lines else None
