"""Both ciphers against published vectors; a cipher that OpenSSL lacks is refused by name."""

import pytest
from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm

from graph_service.errors import BadInput
from graph_service.vault.ciphers import FORMS, CipherForm, form_of

# Test case 16 of the GCM specification (McGrew, Viega), and appendix A.1 of RFC 8998.
_VECTORS = {
    "AES-256-GCM": (
        "feffe9928665731c6d6a8f9467308308" * 2, "cafebabefacedbaddecaf888",
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
        "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        "76fc6ece0f4e1768cddf8853bb2d551b",
    ),
    "SM4-GCM": (
        "0123456789abcdeffedcba9876543210", "00001234567800000000abcd",
        "a" * 16 + "b" * 16 + "c" * 16 + "d" * 16 + "e" * 16 + "f" * 16 + "e" * 16 + "a" * 16,
        "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
        "83de3541e4c2b58177e065a9bf7b62ec",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_a_cipher_gives_its_published_vector_and_opens_nothing_else(name: str) -> None:
    key, nonce, plain, bound, sealed = map(bytes.fromhex, _VECTORS[name])
    form = form_of(name)

    assert form.seal_with(key, nonce, plain, bound) == nonce + sealed
    assert form.open(key, nonce + sealed, bound) == plain
    for at in range(0, len(sealed) + 12, 7):
        changed = bytearray(nonce + sealed)
        changed[at] ^= 1
        with pytest.raises(InvalidTag):
            form.open(key, bytes(changed), bound)
    with pytest.raises(InvalidTag):
        form.open(key, nonce + sealed, bound + b"x")
    assert len({form.seal(key, b"", b"")[:12] for _ in range(2_000)}) == 2_000


def test_a_cipher_that_openssl_lacks_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(*_: object) -> bytes:
        raise UnsupportedAlgorithm("no SM4")

    monkeypatch.setattr(CipherForm, "seal", lacking)

    with pytest.raises(BadInput, match="OpenSSL of this installation has no SM4-GCM"):
        form_of("SM4-GCM")
