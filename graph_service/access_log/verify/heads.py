"""Signed heads of a log, and the tree (RFC 6962) whose root they sign."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

WRONG = (InvalidSignature, ValueError, KeyError, TypeError, IndexError)


class Key:
    """The public key, and the name that a log has by it."""

    def __init__(self, pem: bytes) -> None:
        loaded = load_pem_public_key(pem)
        if not isinstance(loaded, Ed25519PublicKey):
            raise ValueError("it is no Ed25519 key")
        self.key = loaded
        self.raw = loaded.public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.origin = f"leadlink/access-log/{sha256(self.raw).hexdigest()[:16]}"
        self.mark = sha256(f"{self.origin}\n".encode() + b"\x01" + self.raw).digest()[:4]

    def require(self, size: int, root: bytes, at: str, signature: bytes) -> None:
        """Refuse a head that this key has not signed."""
        self.key.verify(signature, f"{self.origin}\n{size}\n{b64encode(root).decode()}\nat {at}\n".encode())

    def read_head(self, note: bytes) -> tuple[int, str]:
        """Return size and root of a signed note."""
        text, signed = note.decode().split("\n\n")
        origin, size, root, at = text.split("\n")
        dash, name, blob = signed.removesuffix("\n").split(" ")
        signature = b64decode(blob, validate=True)
        self.key.verify(signature[4:], f"{text}\n".encode())
        if (origin, name, dash, signature[:4], at[:3]) != (self.origin, self.origin, "\u2014", self.mark, "at "):
            raise ValueError("it is of another log")
        return int(size), b64decode(root, validate=True).hex()


def grown(peaks: list[bytes], size: int, text: bytes) -> list[bytes]:
    """Return the tree with one more leaf (RFC 6962)."""
    node = sha256(b"\0" + text).digest()
    while size & 1:
        node = sha256(b"\1" + peaks.pop() + node).digest()
        size >>= 1
    peaks.append(node)
    return peaks


def root_of(peaks: Sequence[bytes]) -> bytes:
    """Return the root of the whole tree."""
    if not peaks:
        return sha256().digest()
    node = peaks[-1]
    for left in reversed(peaks[:-1]):
        node = sha256(b"\1" + left + node).digest()
    return node
