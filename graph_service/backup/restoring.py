"""Brings a backup back: it is read through before anything of the home is touched, then loaded, then the files take their places."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from graph_service.backup.contents import DUMP, KEPT, LOG, LOG_KEY, MANIFEST, VAULT, secret_of
from graph_service.backup.dumping import stopped
from graph_service.backup.sealed import Piece, unsealed
from graph_service.disk import require_space
from graph_service.errors import BadInput, Conflict
from graph_service.keys import private_folder
from graph_service.migrations import fingerprint_of
from graph_service.progress import Steps
from graph_service.server.config import Folders
from graph_service.settings import Settings
from graph_service.vault.keys import MATCH, SEAL

_ROOM = 4  # what a database takes on disk, for each byte of its dump


@dataclass
class Verified:
    """A backup that was read through: what it says of itself, and the bytes of each entry."""

    manifest: dict[str, Any]
    sizes: dict[str, int] = field(default_factory=dict)


def verify(source: Path, secret: bytes) -> Verified:
    """Return what a backup holds, or refuse one that is not whole."""
    said = bytearray()
    sizes: dict[str, int] = {}
    with _opened(source) as file:
        for piece in unsealed(file, secret, str(source)):
            sizes[piece.entry] = sizes.get(piece.entry, 0) + len(piece.data or b"")
            said += (piece.data or b"") if piece.entry == MANIFEST else b""
    found: dict[str, Any] = json.loads(said or b"{}")
    if found.get("v") != 1 or DUMP not in sizes:
        raise BadInput("the backup is of another version", str(source), "restore it with the version that made it")
    return Verified(found, sizes)


def restore(settings: Settings, source: Path, dump_to: Path | None, overwrite: bool, steps: Steps) -> Verified:
    """Bring a backup back into this home, whose server is stopped; its dump goes into the database, or to a file.

    A home that holds a database or another key is refused unless it is to be overwritten; an access log that is there stays.
    """
    secret = secret_of(settings)
    steps.say("reading the backup through")
    verified = verify(source, secret)
    _require_fitting(settings, verified, overwrite or dump_to is not None)
    with _staged(private_folder(settings.home.absolute())) as staging, _opened(source) as file:
        pieces = _staging(unsealed(file, secret, str(source)), staging)
        if dump_to is not None:
            _write(dump_to, pieces)
        else:
            require_space(settings.home, verified.sizes[DUMP] * _ROOM, "the database of the backup")
            with stopped(settings, steps) as database:
                steps.say("loading the database")
                database.load(pieces)
        _place(staging, settings.home.absolute(), overwrite)
    return verified


def _require_fitting(settings: Settings, verified: Verified, overwrite: bool) -> None:
    home, wanted = settings.home.absolute(), verified.manifest["uid_key"]
    if settings.uid_key and fingerprint_of(settings.read_uid_key()) != wanted:
        what = "the key of the uids is not the one with which this graph was made"
        raise Conflict(what, "LEADLINK_UID_KEY", "give the key of that time, or unset it if the backup holds it")
    if overwrite:
        return
    folders = Folders.of(settings)
    if folders.has_database or (folders.root / "data" / "databases" / settings.neo4j_database).exists():
        raise Conflict("this home holds a database", str(home), "give an empty LEADLINK_HOME, or --overwrite")
    if (home / "secrets" / "uid_key").exists() and fingerprint_of(settings.read_uid_key()) != wanted:
        raise Conflict("this home holds another key of uids", str(home), "give an empty LEADLINK_HOME, or --overwrite")


def _staging(pieces: Iterator[Piece], staging: Path) -> Iterator[bytes]:
    """Write the entries that are files into the staging folder, and yield those of the dump."""
    for piece in pieces:
        if piece.entry == DUMP:
            if piece.data:
                yield piece.data
            continue
        path = PurePosixPath(piece.entry)
        if path.parts[0] not in KEPT or ".." in path.parts:
            continue
        private_folder((staging / path).parent)
        with (staging / path).open("ab") as file:
            (staging / path).chmod(0o600)
            file.write(piece.data or b"")


def _place(staging: Path, home: Path, overwrite: bool) -> None:
    # A log goes on with its own key, or is another one.
    stays = {(LOG,), ("secrets", LOG_KEY)} if any((home / LOG).glob("*.jsonl")) else set()
    # A vault comes with its keys, or what is here stays with its own.
    of_vault = {(VAULT,), *(("secrets", name + end) for name in (SEAL, MATCH) for end in ("", ".next"))}
    if any((home / VAULT).glob("*.db")) and not overwrite:
        stays |= of_vault
    for path in sorted(each for each in staging.rglob("*") if each.is_file()):
        place = path.relative_to(staging)
        target = home / place
        parts = {place.parts[:1], place.parts[:2]}
        if parts & stays or (target.exists() and not overwrite and not parts & of_vault):
            continue
        private_folder(target.parent)
        path.replace(target)


@contextmanager
def _staged(home: Path) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="restoring-", dir=home))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise BadInput(
            f"the backup cannot be read ({error.strerror})", str(path), "give the file of a backup"
        ) from error


def _write(path: Path, pieces: Iterator[bytes]) -> None:
    try:
        with path.open("xb") as file:
            for piece in pieces:
                file.write(piece)
    except OSError as error:
        raise BadInput(
            f"the dump cannot be written ({error.strerror})", str(path), "give the name of a new file"
        ) from error
