"""Jars come from a Maven repository that the test itself serves."""

import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph_service.errors import BadInput, GraphUnavailable
from graph_service.server.jars import Jar, Lock, cache_folder, missing_jars, read_jars, read_lock
from graph_service.server.maven import Coordinate, remote_repositories

PLAIN = Coordinate("org.example.graph", "store", "1.0")
NATIVE = Coordinate("org.example", "transport", "2.1", "linux-x86_64")
CONTENT = {PLAIN: b"the store", NATIVE: b"the transport"}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    monkeypatch.delenv("M2_REPO", raising=False)
    root = tmp_path / "repository"
    for coordinate, content in CONTENT.items():
        (root / coordinate.path).parent.mkdir(parents=True)
        (root / coordinate.path).write_bytes(content)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def lock() -> Lock:
    return Lock("1.0", tuple(Jar(name, hashlib.sha256(content).hexdigest()) for name, content in CONTENT.items()))


def ignore(_count: int, _size: int) -> None:
    pass


def test_the_lock_names_neo4j_and_a_hash_for_every_jar() -> None:
    found = read_lock()

    assert found.version >= "2026.02"
    assert len({jar.name for jar in found.jars}) == len(found.jars) > 200
    assert all(len(jar.sha256) == 64 for jar in found.jars)


def test_a_damaged_lock_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("org.neo4j:neo4j:1\n")

    with pytest.raises(BadInput, match=r"not a coordinate and its sha256: org\.neo4j:neo4j:1"):
        read_lock(tmp_path / "lock")


def test_jars_are_downloaded_once_and_kept(tmp_path: Path, repository: str, lock: Lock) -> None:
    seen: list[tuple[int, int]] = []

    paths = read_jars(tmp_path / "cache", lock, repository, lambda count, size: seen.append((count, size)))
    again = read_jars(tmp_path / "cache", lock, "http://127.0.0.1:9", ignore)

    assert [path.read_bytes() for path in paths] == list(CONTENT.values())
    assert [path.name for path in again] == ["store-1.0.jar", "transport-2.1-linux-x86_64.jar"]
    assert seen == [(1, len(CONTENT[PLAIN])), (2, len(CONTENT[NATIVE]))]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "repository"]


def test_a_jar_cut_short_or_changed_is_downloaded_again(tmp_path: Path, repository: str, lock: Lock) -> None:
    first, _ = read_jars(tmp_path / "cache", lock, repository, ignore)
    first.write_bytes(b"the st")
    warm = first.with_name("java.aot")
    warm.touch()

    assert [jar.name for jar in missing_jars(tmp_path / "cache", lock)] == [first.name]
    read_jars(tmp_path / "cache", lock, repository, ignore)

    assert first.read_bytes() == CONTENT[PLAIN]
    assert not warm.exists()


def test_a_jar_with_another_hash_never_reaches_the_cache(tmp_path: Path, repository: str, lock: Lock) -> None:
    served = tmp_path / "repository" / PLAIN.path
    served.write_bytes(b"something else")

    with pytest.raises(GraphUnavailable, match=r"store-1\.0\.jar has sha256"):
        read_jars(tmp_path / "cache", lock, repository, ignore)

    assert not (tmp_path / "cache" / "store-1.0.jar").exists()


def test_a_jar_that_maven_has_already_is_reused(tmp_path: Path, repository: str, lock: Lock) -> None:
    kept = tmp_path / "person" / ".m2" / "repository"
    for coordinate, content in CONTENT.items():
        (kept / coordinate.path).parent.mkdir(parents=True)
        (kept / coordinate.path).write_bytes(content)

    paths = read_jars(tmp_path / "cache", lock, "http://127.0.0.1:9", ignore)

    assert all(path.exists() for path in paths)


def test_a_repository_that_is_not_there_is_named(tmp_path: Path, repository: str, lock: Lock) -> None:
    with pytest.raises(GraphUnavailable, match=r"cannot be downloaded; .*LEADLINK_MAVEN_REPOSITORY"):
        read_jars(tmp_path / "cache", lock, "http://127.0.0.1:9", ignore)


def test_a_mirror_of_the_users_maven_settings_is_used(tmp_path: Path, repository: str, lock: Lock) -> None:
    settings = tmp_path / "person" / ".m2" / "settings.xml"
    settings.parent.mkdir(parents=True)
    mirror = f"<mirror><id>m</id><mirrorOf>central</mirrorOf><url>{repository}/</url></mirror>"
    settings.write_text(f"<settings><mirrors>{mirror}</mirrors></settings>")

    assert remote_repositories() == {"central": repository}
    assert remote_repositories("http://127.0.0.1:9") == {"central": "http://127.0.0.1:9"}
    assert all(path.exists() for path in read_jars(tmp_path / "cache", lock, None, ignore))


def test_damaged_maven_settings_are_named(tmp_path: Path, repository: str) -> None:
    settings = tmp_path / "person" / ".m2" / "settings.xml"
    settings.parent.mkdir(parents=True)
    settings.write_text("<settings>")

    with pytest.raises(BadInput, match="Maven's settings cannot be read"):
        remote_repositories()


def test_the_cache_is_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    assert cache_folder(None, "2026.09.0") == tmp_path / "leadlink" / "neo4j-2026.09.0"
    assert cache_folder(tmp_path / "own", "2026.09.0") == tmp_path / "own" / "neo4j-2026.09.0"
