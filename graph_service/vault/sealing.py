"""An entry as it is sealed, and the digests beside it."""

from dataclasses import dataclass
from hashlib import sha256
from hmac import digest

from cryptography.exceptions import InvalidTag

from graph_service.errors import Conflict
from graph_service.vault.ciphers import FORMS, CipherForm
from graph_service.vault.entry import Bound, Entry
from graph_service.vault.keys import VaultSecret

DIGEST = 16  # bytes


@dataclass(frozen=True)
class SealedRow:
    """One row of the file: where it lies, what it belongs to, how it is sealed, and a digest of what it says."""

    place: bytes
    record: str
    kind: str
    source: str
    cipher: str
    said: bytes
    sealed: bytes


@dataclass(frozen=True)
class Secrets:
    """The secrets that the entries of a file need, and the form in which new ones are sealed."""

    seal: VaultSecret
    match: VaultSecret
    form: CipherForm

    def place(self, source: str, key: str) -> bytes:
        """Return where the entries of a row lie."""
        return self.digest("place", source.encode(), key.encode())

    def digest(self, what: str, *parts: bytes) -> bytes:
        """Return a digest under the key of the marks."""
        message = b"".join(len(part).to_bytes(4) + part for part in (what.encode(), *parts))
        return digest(self.match.match, message, "sha256")[:DIGEST]

    def sealed(self, entry: Entry) -> SealedRow:
        """Return the row of the file."""
        plain = entry.plain()
        body = self.form.seal(self.seal.sealing(self.form), plain, entry.bound.data(self.form.name))
        said = self.digest("said", plain)
        place = self.place(entry.source, entry.key)
        return SealedRow(place, entry.record, entry.kind, entry.source, self.form.name, said, body)

    def opened(self, row: SealedRow) -> Entry:
        """Return a sealed entry, or refuse one that was changed or stands where another was."""
        form, bound = FORMS[row.cipher], Bound(row.record, row.kind, row.source)
        try:
            return bound.entry(form.open(self.seal.sealing(form), row.sealed, bound.data(row.cipher)))
        except InvalidTag as error:
            what = f"the entry of {row.record} was changed, or was sealed for another record"
            raise Conflict(what, "the vault", "bring the vault back from a backup") from error


def part_of_whole(secrets: Secrets, row: SealedRow) -> bytes:
    """Return what an entry adds to the digest over all, in whatever order they came."""
    named = [row.record, row.kind, row.source, row.cipher]
    return secrets.digest("part", row.place, *map(str.encode, named), row.said, sha256(row.sealed).digest())


def together(one: bytes, other: bytes) -> bytes:
    """Return two digests put together."""
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
