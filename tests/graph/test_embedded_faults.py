"""What can go wrong with the embedded server, each in a home of its own."""

import socket
from pathlib import Path

import pytest

from graph_service import embedded
from graph_service.errors import Conflict, GraphUnavailable, NotAllowed
from graph_service.server import homelock
from graph_service.server.config import Folders
from graph_service.settings import Settings, read_settings
from tests.neo4j_admin import admin


def test_a_note_left_by_a_dead_server_means_nothing(own: Settings) -> None:
    folders = Folders.of(own)
    folders.root.mkdir(parents=True)
    stale = homelock.State("leadlink demo", 1, True, "yesterday", 1, 1, 1)
    homelock.write_state(folders, stale)

    assert not embedded.status(own).running
    assert embedded.stop(own) is False
    with embedded.ensure(own) as running:
        assert running.pid != stale.pid


@pytest.mark.long
def test_a_note_cut_short_means_nothing(own: Settings) -> None:
    folders = Folders.of(own)
    folders.root.mkdir(parents=True)
    folders.state.write_text('{"owner": "leadl')

    with embedded.ensure(own) as running:
        assert embedded.status(own).uri == running.uri


def test_a_taken_port_is_named(own: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(GraphUnavailable, match=f"port {port} is taken"):
            embedded.start(own.model_copy(update={"neo4j_bolt_port": port}))

    assert not embedded.status(own).running


def test_a_password_file_of_another_database_is_named(own: Settings) -> None:
    with embedded.ensure(own):
        pass
    Folders.of(own).password.write_text("0" * 64)

    with pytest.raises(NotAllowed, match="password file does not fit"):
        embedded.ensure(own)

    Folders.of(own).password.unlink()
    with pytest.raises(NotAllowed, match="password file does not fit"):
        embedded.ensure(own)
    assert not embedded.status(own).running


@pytest.mark.long
def test_a_start_broken_off_after_the_password_is_taken_up_again(own: Settings) -> None:
    admin(own, "dbms", "set-default-admin", "neo4j")
    password = Folders.of(own).password.read_text()

    with embedded.ensure(own) as running:
        assert running.password == password.strip()


def test_too_much_memory_is_named(own: Settings) -> None:
    with pytest.raises(GraphUnavailable, match="not enough memory"):
        embedded.ensure(own.model_copy(update={"neo4j_heap_initial": "900000g", "neo4j_heap_max": "900000g"}))


def test_a_full_disk_is_named_before_anything_is_written(own: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "_SPACE", 1 << 60)

    with pytest.raises(
        GraphUnavailable, match=r"not enough disk space for the embedded Neo4j: \d+ MiB needed, \d+ MiB"
    ):
        embedded.ensure(own)

    assert not (own.home / "neo4j" / "data").exists()


def test_a_remote_neo4j_is_never_started_or_stopped(tmp_path: Path) -> None:
    remote = read_settings(home=tmp_path / "home", neo4j_uri="neo4j://db.example:7687", neo4j_password="its own")

    running = embedded.ensure(remote)

    assert (running.uri, running.user, running.password) == ("neo4j://db.example:7687", "neo4j", "its own")
    running.close()
    assert not (tmp_path / "home").exists()
    with pytest.raises(Conflict, match="not ours"):
        embedded.start(remote)
