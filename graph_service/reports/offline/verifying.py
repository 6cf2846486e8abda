"""Reads a signed pack and says what is wrong with it: signature, digests, files that do not belong there, sizes."""

import json
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from graph_service.errors import BadInput
from graph_service.reports.offline.signed import DATA, FORMAT, MANIFEST, PUBLIC_KEY, SIGNATURE
from graph_service.reports.offline.signing import is_signed

_MOST_BYTES = 256 * 1024**2  # of all files together, unpacked
_MOST_FILES = 50
_BESIDE = {MANIFEST, SIGNATURE, PUBLIC_KEY}


@dataclass(frozen=True)
class Verified:
    """What was found in a pack: its manifest, its data, and what is wrong; nothing of the data counts where anything is."""

    manifest: Mapping[str, Any]
    pack: Mapping[str, Any]
    wrong: tuple[str, ...]


def verify(path: Path, public: Ed25519PublicKey) -> Verified:
    """Return what a pack holds and what is wrong with it; refuse what is no pack at all."""
    files = _files(path)
    if not {MANIFEST, SIGNATURE, DATA} <= files.keys():
        raise BadInput("this is no signed pack", str(path), "give the zip as it was made")
    if not is_signed(public, files[MANIFEST], _signature(files[SIGNATURE])):
        return Verified({}, {}, ("the manifest is not signed with this key",))
    manifest = json.loads(files[MANIFEST])
    if manifest["format"] != FORMAT:
        return Verified(
            manifest, {}, (f"the pack is of format {manifest['format']}, which this version does not know",)
        )
    stated: Mapping[str, Mapping[str, Any]] = manifest["files"]
    wrong = [f"{name} is not in the manifest" for name in sorted(files.keys() - stated.keys() - _BESIDE)]
    for name, each in sorted(stated.items()):
        if name not in files:
            wrong.append(f"{name} is missing")
        elif sha256(files[name]).hexdigest() != each["sha256"]:
            wrong.append(f"{name} was changed")
    return Verified(manifest, {} if wrong else json.loads(files[DATA]), tuple(wrong))


def _signature(text: bytes) -> bytes:
    try:
        return b64decode(text, validate=False)
    except ValueError:
        return b""


def _files(path: Path) -> dict[str, bytes]:
    """Return the files of a zip; refuse one that holds too much, or one name twice."""
    try:
        with ZipFile(path) as packed:
            names = packed.namelist()
            size = sum(each.file_size for each in packed.infolist())
            if len(names) > _MOST_FILES or len(set(names)) < len(names) or size > _MOST_BYTES:
                raise BadInput("the zip holds what no pack holds", str(path), "give the zip as it was made")
            return {name: packed.read(name) for name in names}
    except (OSError, BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise BadInput("the file cannot be read as a pack", str(path), "give the zip as it was made") from error
