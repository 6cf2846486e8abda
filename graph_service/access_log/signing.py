"""Signed tree heads: what is anchored outside says how long the log was and what stood in it, in the form of C2SP checkpoints."""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from graph_service.errors import BadInput
from graph_service.keys import read_or_create_key

_ED25519 = b"\x01"  # number of the algorithm in a signed note


@dataclass(frozen=True)
class Head:
    """What the log was at one time: entries, root of their tree, when that was."""

    size: int
    root: bytes
    at: str


class Signer:
    """Signs heads with the key of this installation; the origin names the log by that key."""

    def __init__(self, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self._public = self._key.public_key()
        self.public = self._public.public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.origin = f"leadlink/access-log/{sha256(self.public).hexdigest()[:16]}"

    def signature(self, head: Head) -> bytes:
        """Return the signature of a head."""
        return self._key.sign(self._text(head))

    def note(self, head: Head) -> str:
        """Return the head as a signed note, to be kept where nobody here can change it."""
        name = sha256(f"{self.origin}\n".encode() + _ED25519 + self.public).digest()[:4]
        signed = b64encode(name + self.signature(head)).decode()
        return f"{self._text(head).decode()}\n\u2014 {self.origin} {signed}\n"

    def pem(self) -> bytes:
        """Return the public key for whoever verifies."""
        return self._public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def _text(self, head: Head) -> bytes:
        return f"{self.origin}\n{head.size}\n{b64encode(head.root).decode()}\nat {head.at}\n".encode()


def read_signer(home: Path) -> Signer:
    """Return who signs for this home, with a key made on first use; refuse a key that is none."""
    path = home / "secrets" / "access_log_key"
    try:
        return Signer(bytes.fromhex(read_or_create_key(path).decode()))
    except ValueError as error:
        raise BadInput("this is no key of the access log", str(path), "put the kept copy of the key back") from error
