"""The form of a backup: records encrypted one by one with AES-256-GCM, in an order and to an end that nobody can change.

head = name of the form, salt, check of the key; record = length, then nonce-counted ciphertext of one kind byte and up to 1 MiB.
The keys of a file come of the secret and its salt by HKDF-SHA-256 (RFC 5869), so that no nonce is used twice under one key.
"""

import hmac
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from graph_service.errors import BadInput

PIECE = 1024 * 1024  # most bytes of one record
_FORM = b"leadlink backup 1\n"
_SALT, _KEY, _CHECK, _TAG = 32, 32, 16, 16
_LENGTH = struct.Struct(">I")
_ENTRY, _DATA, _END = b"N", b"D", b"E"


@dataclass(frozen=True)
class Piece:
    """Some bytes of an entry; an entry begins with a piece that has none."""

    entry: str
    data: bytes | None = None


def _keys(secret: bytes, salt: bytes) -> tuple[AESGCM, bytes]:
    derived = HKDF(SHA256(), _KEY + _CHECK, salt, _FORM).derive(secret)
    return AESGCM(derived[:_KEY]), derived[_KEY:]


def _nonce(number: int) -> bytes:
    return number.to_bytes(12)


class Sealer:
    """Writes a backup; without `end` what it wrote is no whole one."""

    def __init__(self, file: BinaryIO, secret: bytes) -> None:
        salt = os.urandom(_SALT)
        self._cipher, check = _keys(secret, salt)
        self._head = _FORM + salt + check
        self._file, self._number = file, 0
        file.write(self._head)

    def begin(self, entry: str) -> None:
        """Begin an entry."""
        self._write(_ENTRY + entry.encode())

    def add(self, data: bytes) -> None:
        """Add bytes to the entry."""
        for start in range(0, len(data), PIECE):
            self._write(_DATA + data[start : start + PIECE])

    def end(self) -> None:
        """Say that this is all."""
        self._write(_END)

    def _write(self, plain: bytes) -> None:
        length = _LENGTH.pack(len(plain) + _TAG)
        self._file.write(length + self._cipher.encrypt(_nonce(self._number), plain, self._head + length))
        self._number += 1


def unsealed(file: BinaryIO, secret: bytes, name: str) -> Iterator[Piece]:
    """Yield the pieces of a backup; refuse another key, and by its place each byte that is changed, missing or too many."""
    head = file.read(len(_FORM) + _SALT + _CHECK)
    if not head.startswith(_FORM) or len(head) < len(_FORM) + _SALT + _CHECK:
        raise BadInput("this is no backup of leadlink, or not the beginning of one", name, "give the file of a backup")
    cipher, check = _keys(secret, head[len(_FORM) : len(_FORM) + _SALT])
    if not hmac.compare_digest(check, head[-_CHECK:]):
        what = "the key is not the one with which the backup was made, or its head were changed"
        raise BadInput(what, name, "give the key of that time as LEADLINK_BACKUP_KEY_FILE")
    number, entry = 0, ""
    while (plain := _opened(file, cipher, head, _nonce(number), name))[:1] != _END:
        if plain[:1] == _ENTRY:
            entry = plain[1:].decode()
        yield Piece(entry, plain[1:] if plain[:1] == _DATA else None)
        number += 1
    if file.read(1):
        raise _faulty(f"there are bytes after its end, from byte {file.tell() - 1:,}", name)


def _opened(file: BinaryIO, cipher: AESGCM, head: bytes, nonce: bytes, name: str) -> bytes:
    start = file.tell()
    length = file.read(_LENGTH.size)
    size = _LENGTH.unpack(length)[0] if len(length) == _LENGTH.size else 0
    if size > PIECE + 1 + _TAG:
        raise _faulty(f"it was changed at byte {start:,}", name)
    sealed = file.read(size)
    if not size or len(sealed) < size:
        raise _faulty(f"it is cut off after byte {file.tell():,}", name)
    try:
        return cipher.decrypt(nonce, sealed, head + length)
    except InvalidTag as error:
        raise _faulty(f"it was changed between bytes {start:,} and {file.tell():,}", name) from error


def _faulty(what: str, name: str) -> BadInput:
    return BadInput(f"the backup is not whole: {what}", name, "take another copy of it, or an earlier one")
