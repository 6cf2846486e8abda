"""Makes a backup: a file that is whole and was read once through, or none."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from graph_service.backup.contents import DUMP, MANIFEST, at_one_moment, kept_files, manifest, secret_of
from graph_service.backup.dumping import stopped
from graph_service.backup.restoring import Verified, verify
from graph_service.backup.sealed import PIECE, Sealer
from graph_service.errors import BadInput, NotFound
from graph_service.progress import Steps
from graph_service.server.config import Folders
from graph_service.settings import Settings
from graph_service.vault.keys import VaultPlace, keys_held


def back_up(settings: Settings, target: Path, dump: Path | None, steps: Steps) -> Verified:
    """Write a backup of this home to a new file and return what reading it again tells.

    The database is that of the home, which must be stopped, or the dump that another neo4j-admin has made.
    """
    secret = secret_of(settings)
    if target.exists():
        raise BadInput("there is a file already", str(target), "give the name of a new file")
    settings.read_uid_key()
    if dump is not None:
        with _opened(dump) as file:
            _write(settings, target, secret, _pieces(file))
    elif not settings.neo4j_uri and not Folders.of(settings).has_database:
        raise NotFound("this home has no database yet", str(settings.home), "give the LEADLINK_HOME that holds it")
    else:
        with stopped(settings, steps) as database:
            steps.say("backing up")
            _write(settings, target, secret, database.dumped())
    steps.say("reading the backup again")
    return verify(target, secret)


def _write(settings: Settings, target: Path, secret: bytes, dump: Iterable[bytes]) -> None:
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            _seal(Sealer(file, secret), settings, dump)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, target)
    except OSError as error:
        what = f"the backup cannot be written ({error.strerror})"
        raise BadInput(what, str(target), "give a name in a folder with room that may be written") from error
    finally:
        with suppress(OSError):
            draft.unlink()


def _seal(sealer: Sealer, settings: Settings, dump: Iterable[bytes]) -> None:
    home = settings.home.absolute()
    sealer.begin(MANIFEST)
    sealer.add(json.dumps(manifest(settings), sort_keys=True).encode())
    with keys_held(VaultPlace.of(settings)):
        _seal_files(sealer, home)
    sealer.begin(DUMP)
    for piece in dump:
        sealer.add(piece)
    sealer.end()


def _seal_files(sealer: Sealer, home: Path) -> None:
    for path in kept_files(home):
        sealer.begin(path.relative_to(home).as_posix())
        whole = at_one_moment(path)
        if whole is not None:
            sealer.add(whole)
            continue
        with path.open("rb") as file:
            for piece in _pieces(file):
                sealer.add(piece)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise BadInput(f"the dump cannot be read ({error.strerror})", str(path), "give the file of a dump") from error


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece
