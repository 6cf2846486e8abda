import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph_service.errors import BadInput
from graph_service.keys import read_or_create_key
from graph_service.settings import Settings, read_settings


def test_without_environment_the_embedded_server_and_loopback_are_used() -> None:
    settings = read_settings()

    assert settings.home == Path(".leadlink")
    assert settings.neo4j_uri is None
    assert (settings.host, settings.port, settings.workers, settings.demo) == ("127.0.0.1", 8000, 1, False)


def test_the_environment_is_read_when_settings_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADLINK_PORT", "8123")
    monkeypatch.setenv("LEADLINK_NEO4J_URI", "neo4j://db.example:7687")

    settings = read_settings()

    assert (settings.port, settings.neo4j_uri) == (8123, "neo4j://db.example:7687")


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADLINK_NEO4J_URI", "")

    assert read_settings().neo4j_uri is None


def test_a_secret_may_come_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("from a file\n")
    monkeypatch.setenv("LEADLINK_NEO4J_PASSWORD_FILE", str(tmp_path / "password"))

    password = read_settings().neo4j_password

    assert password is not None
    assert password.get_secret_value() == "from a file"
    assert "from a file" not in repr(read_settings())


def test_the_variable_itself_wins_over_its_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "user").write_text("from a file")
    monkeypatch.setenv("LEADLINK_NEO4J_USER_FILE", str(tmp_path / "user"))
    monkeypatch.setenv("LEADLINK_NEO4J_USER", "direct")

    assert read_settings().neo4j_user == "direct"


def test_a_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LEADLINK_TOKEN_KEY_FILE", str(tmp_path / "none"))

    with pytest.raises(BadInput, match="LEADLINK_TOKEN_KEY_FILE cannot be read"):
        read_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "70000"),
        ("WORKERS", "0"),
        ("NEO4J_URI", "http://db:7474"),
        ("NEO4J_HEAP_MAX", "plenty"),
        ("TOKEN_KEY", "short"),
        ("READ_TIMEOUT_SECONDS", "-1"),
    ],
)
def test_a_wrong_value_is_refused_by_name_and_never_shown(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"LEADLINK_{name}", value)

    with pytest.raises(BadInput, match=f"setting LEADLINK_{name} is wrong") as refusal:
        read_settings()

    assert value not in str(refusal.value)


def test_keys_are_made_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")

    uid_key, token_key = settings.read_uid_key(), settings.read_token_key()

    assert uid_key != token_key
    assert len(uid_key) >= 32
    assert Settings(home=tmp_path / "home").read_uid_key() == uid_key
    for file in (tmp_path / "home" / "secrets").iterdir():
        assert file.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "home" / "secrets").stat().st_mode & 0o777 == 0o700


def test_a_key_of_the_settings_is_used_as_it_is(tmp_path: Path) -> None:
    settings = read_settings(home=tmp_path, uid_key="k" * 40)

    assert settings.read_uid_key() == b"k" * 40
    assert not (tmp_path / "secrets").exists()


def test_of_many_that_make_a_key_at_once_one_wins(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(lambda _: read_or_create_key(tmp_path / "key"), range(64)))

    assert len(keys) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["key"]


def test_a_key_cut_short_is_refused(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("half")

    with pytest.raises(BadInput, match="too short"):
        read_or_create_key(tmp_path / "key")


def test_importing_reads_nothing_from_the_environment() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import graph_service.settings, graph_service.embedded"],
        env={"PATH": os.environ["PATH"], "LEADLINK_PORT": "not a number"},
        check=False,
    )

    assert done.returncode == 0
