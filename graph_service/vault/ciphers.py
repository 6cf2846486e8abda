"""Authenticated encryption of entries: AES-256-GCM (NIST SP 800-38D), or SM4-GCM (GB/T 32907, RFC 8998) where OpenSSL has it."""

import os
from dataclasses import dataclass

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.ciphers import BlockCipherAlgorithm, Cipher, modes
from cryptography.hazmat.primitives.ciphers.algorithms import AES, SM4

from graph_service.errors import BadInput

NONCE, _TAG = 12, 16  # bytes


@dataclass(frozen=True)
class CipherForm:
    """One way to seal: its name, its block cipher and the bytes of its key."""

    name: str
    block: type[AES] | type[SM4]
    key_bytes: int

    def _cipher(self, key: bytes, mode: modes.GCM) -> Cipher[modes.GCM]:
        block: BlockCipherAlgorithm = self.block(key)
        return Cipher(block, mode)

    def seal(self, key: bytes, plain: bytes, bound: bytes) -> bytes:
        """Return nonce, ciphertext and tag; `bound` has to be given again to open it."""
        return self.seal_with(key, os.urandom(NONCE), plain, bound)

    def seal_with(self, key: bytes, nonce: bytes, plain: bytes, bound: bytes) -> bytes:
        """Return the same under a nonce that nobody may use twice: for test vectors."""
        sealing = self._cipher(key, modes.GCM(nonce)).encryptor()
        sealing.authenticate_additional_data(bound)
        sealed = sealing.update(plain) + sealing.finalize()
        return nonce + sealed + sealing.tag

    def open(self, key: bytes, sealed: bytes, bound: bytes) -> bytes:
        """Return what was sealed; raise InvalidTag where a byte of it, the key or what it is bound to is another."""
        nonce, body, tag = sealed[:NONCE], sealed[NONCE:-_TAG], sealed[-_TAG:]
        opening = self._cipher(key, modes.GCM(nonce, tag)).decryptor()
        opening.authenticate_additional_data(bound)
        return opening.update(body) + opening.finalize()


FORMS = {form.name: form for form in (CipherForm("AES-256-GCM", AES, 32), CipherForm("SM4-GCM", SM4, 16))}


def form_of(name: str) -> CipherForm:
    """Return the form of this name, or refuse one that OpenSSL of this installation does not have."""
    form = FORMS[name]
    try:
        form.seal(bytes(form.key_bytes), b"", b"")
    except UnsupportedAlgorithm as error:
        what = f"OpenSSL of this installation has no {name}"
        mend = "take AES-256-GCM, or a build of cryptography whose OpenSSL has SM4"
        raise BadInput(what, "LEADLINK_VAULT_CIPHER", mend) from error
    return form
