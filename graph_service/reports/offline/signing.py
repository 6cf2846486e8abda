"""Who signs packs: a key of this home (Ed25519), made on first use; who verifies keeps a copy of the public half elsewhere."""

from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from graph_service.errors import BadInput
from graph_service.keys import read_or_create_key

_SIGNED_AS = b"leadlink/unit-pack/1\n"  # so that a signature of ours on anything else is none on a pack


class PackSigner:
    """Signs the manifests of packs."""

    def __init__(self, home: Path) -> None:
        path = home / "secrets" / "pack_key"
        try:
            self._key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(read_or_create_key(path).decode()))
        except ValueError as error:
            raise BadInput("this is no key of packs", str(path), "put the kept copy of the key back") from error

    @property
    def public(self) -> Ed25519PublicKey:
        """Return the public half."""
        return self._key.public_key()

    def pem(self) -> bytes:
        """Return the public half for whoever verifies."""
        return self.public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def sign(self, manifest: bytes) -> bytes:
        """Return the signature of a manifest."""
        return self._key.sign(_SIGNED_AS + manifest)


def is_signed(public: Ed25519PublicKey, manifest: bytes, signature: bytes) -> bool:
    """Return whether a manifest was signed by who has the other half of the key."""
    try:
        public.verify(signature, _SIGNED_AS + manifest)
    except InvalidSignature:
        return False
    return True


def read_public_key(path: Path) -> Ed25519PublicKey:
    """Return the public key of a PEM file; refuse what is none."""
    try:
        key = load_pem_public_key(path.read_bytes())
    except (OSError, ValueError) as error:
        raise BadInput(
            "this is no public key", str(path), "give the PEM file that came from who made the pack"
        ) from error
    if not isinstance(key, Ed25519PublicKey):
        raise BadInput("the key is of another kind", str(path), "give the PEM file that came from who made the pack")
    return key
