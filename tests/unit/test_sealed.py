"""The form of backups: another key, a cut, a byte changed or added, records in another order are refused by name."""

import io
from typing import Any

import pytest

from graph_service.backup import sealed
from graph_service.backup.sealed import Sealer, unsealed
from graph_service.errors import BadInput

SECRET, OTHER = b"k" * 32, b"l" * 32
HEAD = 18 + 32 + 16


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records of 16 bytes, so that there are many."""
    monkeypatch.setattr(sealed, "PIECE", 16)


def made(secret: bytes = SECRET) -> bytes:
    file = io.BytesIO()
    sealer = Sealer(file, secret)
    for entry, data in (("manifest.json", b"{}"), ("neo4j.dump", "张芳".encode() * 20), ("empty", b"")):
        sealer.begin(entry)
        sealer.add(data)
    sealer.end()
    return file.getvalue()


def read(data: bytes, secret: bytes = SECRET) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for piece in unsealed(io.BytesIO(data), secret, "the file"):
        found[piece.entry] = found.get(piece.entry, b"") + (piece.data or b"")
    return found


def test_what_was_sealed_comes_back_and_shows_nothing() -> None:
    one, other = made(), made()

    assert read(one) == read(other) == {"manifest.json": b"{}", "neo4j.dump": "张芳".encode() * 20, "empty": b""}
    assert one != other
    assert [each for each in ("张芳".encode(), b"manifest", b"neo4j.dump") if each in one] == []
    assert one[:18] == b"leadlink backup 1\n"


def test_another_key_is_refused_by_name() -> None:
    with pytest.raises(BadInput, match="the key is not the one"):
        read(made(), OTHER)


def test_every_changed_byte_is_found() -> None:
    whole = made()
    for place in range(len(whole)):
        changed = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        with pytest.raises(BadInput) as refused:
            read(changed)
        wanted = "no backup" if place < 18 else "the key is not" if place < HEAD else "not whole"
        assert wanted in str(refused.value), place


def test_every_cut_is_found() -> None:
    whole = made()
    for length in range(len(whole)):
        with pytest.raises(BadInput, match="no backup" if length < HEAD else f"cut off after byte {length}|cut off"):
            read(whole[:length])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda one, other: one + b"x", "bytes after its end"),
        (lambda one, other: one[:HEAD] + other[HEAD:], "changed between"),
        (lambda one, other: one[:HEAD] + one[HEAD + 34 :], "changed"),
        (lambda one, other: one[: HEAD + 34] + one[HEAD:], "changed"),
    ],
    ids=["added", "of another backup", "taken out", "twice"],
)
def test_records_stay_in_their_order(change: Any, told: str) -> None:
    assert made()[HEAD : HEAD + 4] == (30).to_bytes(4), "the first record: its kind, its name, its tag"
    with pytest.raises(BadInput, match=told):
        read(change(made(), made()))
