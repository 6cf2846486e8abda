"""The vault's file: what goes in comes out, nothing of it lies in the clear, every change is found, keys can be exchanged."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from graph_service.errors import BadInput, Conflict
from graph_service.vault.ciphers import FORMS
from graph_service.vault.entry import Entry, Reporter
from graph_service.vault.keys import MATCH, SEAL, VaultPlace
from graph_service.vault.store import Vault
from graph_service.vault.upkeep import rotate, verify
from tests.unit.tree import ROOT

_WHO = Reporter("邵桂花", "360502198001011237", "13800001111", "柳溪村3组", "县农机公司", (("职业", "农机手"),))
_ONE = Entry(
    "letters", "row-X1-of-letters", "clue_1", "Clue", _WHO, (("反映内容", "我叫邵桂花，反映陶建国"),), ("只有我知道",)
)
_OTHER = Entry("letters", "X2", "clue_2", "Clue", Reporter("", "", "+86 138-0000-1111"))
_THIRD = Entry("hotline", "1", "ticket_1", "Ticket", Reporter("邵桂花", "", "", "另一处"))
_CANARIES = ("邵桂花", "360502198001011237", "13800001111", "柳溪村", "农机", "row-X1-of-letters")


@pytest.fixture(params=list(FORMS))
def vault(request: pytest.FixtureRequest, tmp_path: Path) -> Vault:
    """A vault of three entries."""
    made = Vault(VaultPlace(tmp_path, request.param))
    assert made.put([_ONE, _OTHER, _THIRD]) == 3
    return made


def test_what_goes_in_comes_out_and_lies_nowhere_in_the_clear(vault: Vault) -> None:
    assert vault.open("clue_1") == [_ONE]
    assert vault.open("clue_3") == []
    whole = verify(vault).whole
    assert (vault.put([_ONE, _OTHER]), vault.lacking([_ONE, replace(_ONE, key="X9")])) == (0, 1)
    assert verify(vault).whole == whole
    vault.drop("hotline", ["1"])
    assert verify(vault).whole != whole
    vault.put([_THIRD])
    data = vault.place.file.read_bytes()
    assert [each for each in _CANARIES if each.encode() in data] == []
    assert vault.place.file.stat().st_mode & 0o777 == 0o600
    assert len(_ONE.plain()) % 256 == len(_OTHER.plain()) % 256 == 0


def test_a_reporter_is_known_again_by_number_and_never_by_name_alone(vault: Vault) -> None:
    assert vault.same_reporter("clue_1") == ["clue_2"]
    assert vault.same_reporter("ticket_1") == []
    other = Vault(VaultPlace(vault.place.home / "other"))
    other.put([_ONE])
    marks = [_asked(each, "SELECT mark FROM mark") for each in (vault, other)]
    assert not set(marks[0]) & set(marks[1]), "without the key nobody can try numbers"


def test_what_a_source_takes_back_is_gone_from_the_file_too(vault: Vault) -> None:
    assert (vault.drop("letters", ["X2", "X7"]), vault.open("clue_2"), vault.same_reporter("clue_1")) == (1, [], [])
    assert (vault.drop_source("letters"), vault.open("clue_1"), len(vault.open("ticket_1"))) == (1, [], 1)
    assert verify(vault).faults == []


_CHANGES: dict[str, Callable[[sqlite3.Connection], object]] = {
    "taken out": lambda file: file.execute("DELETE FROM entry WHERE record = 'ticket_1'"),
    "of another record": lambda file: file.execute("UPDATE entry SET record = 'clue_9' WHERE record = 'clue_1'"),
    "of another kind": lambda file: file.execute("UPDATE entry SET kind = 'Ticket' WHERE record = 'clue_1'"),
    "exchanged": lambda file: file.execute(
        "UPDATE entry SET sealed = (SELECT sealed FROM entry WHERE record = 'clue_2') WHERE record = 'clue_1'"
    ),
    "cut": lambda file: file.execute("UPDATE entry SET sealed = substr(sealed, 1, 40) WHERE record = 'clue_1'"),
    "marked as another": lambda file: file.execute("UPDATE mark SET record = 'ticket_1' WHERE record = 'clue_2'"),
}


@pytest.mark.parametrize("change", _CHANGES)
def test_every_change_is_found(change: str, vault: Vault) -> None:
    with closing(sqlite3.connect(vault.place.file)) as file:
        _CHANGES[change](file)
        file.commit()

    assert verify(vault).faults
    if change in ("of another kind", "exchanged", "cut"):
        with pytest.raises(Conflict, match="changed"):
            vault.open("clue_1")


def test_keys_are_exchanged_and_the_old_ones_open_nothing(vault: Vault) -> None:
    secrets = vault.place.home / "secrets"
    old = {name: (secrets / name).read_text(encoding="utf-8") for name in (SEAL, MATCH)}
    before = vault.place.file.read_bytes()

    assert rotate(vault) == 3

    assert sorted(each.name for each in secrets.iterdir()) == [SEAL, MATCH]
    assert {name: (secrets / name).read_text(encoding="utf-8") for name in old}.items().isdisjoint(old.items())
    assert (vault.open("clue_1"), vault.same_reporter("clue_2"), verify(vault).faults) == ([_ONE], ["clue_1"], [])
    bodies = set(_asked(vault, "SELECT sealed FROM entry"))
    assert not any(bytes(body) in before for (body,) in bodies)
    for name, text in old.items():
        (secrets / name).write_text(text, encoding="utf-8")
        with pytest.raises(Conflict, match="is not the key with which the vault was written"):
            vault.open("clue_1")


def test_a_rotation_that_was_cut_off_before_its_keys_took_their_place_is_completed(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut:
        cut.setattr(VaultPlace, "promote", lambda *_: None)
        rotate(vault)
    assert (vault.open("clue_1"), vault.put([replace(_OTHER, key="X3", record="clue_3")])) == ([_ONE], 1)

    assert rotate(vault) == 4

    assert not list((vault.place.home / "secrets").glob("*.next"))
    assert verify(vault).faults == []


def test_given_keys_are_exchanged_by_giving_the_next_beside_the_present_one(tmp_path: Path) -> None:
    first, second = (tmp_path.name + "1").encode() * 3, (tmp_path.name + "2").encode() * 3
    Vault(VaultPlace(tmp_path, given=((SEAL, (first,)), (MATCH, (first,))))).put([_ONE])

    with pytest.raises(BadInput, match="is the key that the vault has already"):
        rotate(Vault(VaultPlace(tmp_path, given=((SEAL, (first,)), (MATCH, (first,))))))
    with pytest.raises(Conflict, match="LEADLINK_VAULT_KEY is not the key"):
        Vault(VaultPlace(tmp_path, given=((SEAL, (second,)), (MATCH, (first,))))).open("clue_1")
    both = Vault(VaultPlace(tmp_path, given=((SEAL, (second, first)), (MATCH, (second, first)))))
    assert (both.open("clue_1"), rotate(both)) == ([_ONE], 1)
    assert Vault(VaultPlace(tmp_path, given=((SEAL, (second,)), (MATCH, (second,))))).open("clue_1") == [_ONE]
    assert not (tmp_path / "secrets").exists()


def _asked(vault: Vault, text: str) -> list[tuple[bytes, ...]]:
    with closing(sqlite3.connect(vault.place.file)) as file:
        return file.execute(text).fetchall()


def test_every_setting_and_command_of_the_vault_is_in_its_page() -> None:
    page = (ROOT / "docs" / "vault.md").read_text(encoding="utf-8")

    for word in (
        "LEADLINK_VAULT_KEY",
        "LEADLINK_VAULT_CIPHER",
        "LEADLINK_SMALL_SET",
        "vault verify",
        "vault rotate",
        "openVault",
    ):
        assert word in page
