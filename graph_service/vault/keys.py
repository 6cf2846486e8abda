"""The two secrets of the vault: one seals entries, one makes the marks by which a reporter is known again.

Each is given by setting or made once in the home. While a rotation goes from one to the next both are at hand: what is
in the store says by the id of its key which of them it needs.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import SecretStr

from graph_service.keys import private_folder, read_or_create_key
from graph_service.settings import Settings
from graph_service.vault.ciphers import CipherForm

SEAL, MATCH = "vault_key", "vault_match_key"
_OF = b"leadlink vault 1 "
_ID_BYTES = 8


@dataclass(frozen=True)
class VaultSecret:
    """One secret, of which every key is derived by HKDF-SHA-256 (RFC 5869)."""

    value: bytes

    @cached_property
    def id(self) -> str:
        """Return what it is called in the store; it tells nothing of the secret."""
        return self._derived(b"id", _ID_BYTES).hex()

    @cached_property
    def match(self) -> bytes:
        """Return the key of marks and digests."""
        return self._derived(b"match", 32)

    def sealing(self, form: CipherForm) -> bytes:
        """Return the key of a cipher."""
        return self._derived(form.name.encode(), form.key_bytes)

    def _derived(self, use: bytes, length: int) -> bytes:
        return _derived(self.value, use, length)


@lru_cache(64)
def _derived(secret: bytes, use: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, None, _OF + use).derive(secret)


@dataclass(frozen=True)
class VaultPlace:
    """Where a vault is, how it seals, and which of its secrets are given by setting; it can be sent to another process."""

    home: Path
    cipher: str = "AES-256-GCM"
    few: int = 10  # so many who could have known are told of
    given: tuple[tuple[str, tuple[bytes, ...]], ...] = ()  # the present secret and the one before, by name

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the vault of an installation."""
        stated = {
            SEAL: (settings.vault_key, settings.vault_key_before),
            MATCH: (settings.vault_match_key, settings.vault_match_key_before),
        }
        given = tuple((name, _values(*each)) for name, each in stated.items())
        return cls(settings.home, settings.vault_cipher, settings.small_set, given)

    @property
    def file(self) -> Path:
        """Return the file of the entries."""
        return self.home / "vault" / "entries.db"

    def is_given(self, name: str) -> bool:
        """Return whether a secret is given by setting, so that nobody here may make another."""
        return bool(dict(self.given).get(name))

    def ring(self, name: str) -> list[VaultSecret]:
        """Return the secrets of this name that may be needed, the one that is to be used from now on first."""
        if values := dict(self.given).get(name):
            return [VaultSecret(value) for value in values]
        found = [VaultSecret(read_or_create_key(self._path(name)))]
        waiting = self._next(name)
        return [*found, VaultSecret(read_or_create_key(waiting))] if waiting.exists() else found

    def new(self, name: str) -> VaultSecret:
        """Return the secret that a rotation goes to: the one given, or one made and kept beside the present one."""
        return self.ring(name)[0] if self.is_given(name) else VaultSecret(read_or_create_key(self._next(name)))

    def promote(self, name: str, secret: VaultSecret) -> None:
        """Have the secret that waits take the place of the present one, if it is this."""
        waiting = self._next(name)
        if not self.is_given(name) and waiting.exists() and read_or_create_key(waiting) == secret.value:
            os.replace(waiting, self._path(name))

    def _path(self, name: str) -> Path:
        return self.home / "secrets" / name

    def _next(self, name: str) -> Path:
        return self.home / "secrets" / f"{name}.next"


@contextmanager
def keys_held(place: VaultPlace) -> Iterator[None]:
    """Run the block while nobody else changes the secrets of a home: a backup holds them and the entries as they fit."""
    with (private_folder(place.home) / "vault.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _values(present: SecretStr | None, before: SecretStr | None) -> tuple[bytes, ...]:
    if present is None:
        return ()
    return tuple(each.get_secret_value().encode() for each in (present, before) if each is not None)
