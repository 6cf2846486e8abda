"""The jars of Neo4j: named and hashed in a committed lock, kept once per user, downloaded when missing."""

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

from graph_service.disk import require_space
from graph_service.errors import BadInput, GraphUnavailable
from graph_service.server.maven import Coordinate, download, local_repository, resolve

LOCK = Path(__file__).with_name("neo4j.lock")
# Bytes on disk of all jars together, with room to spare.
_SPACE = 400 * 1024**2
_CONNECTIONS = 8

Advance = Callable[[int, int], None]


@dataclass(frozen=True)
class Jar:
    """One jar of the lock."""

    coordinate: Coordinate
    sha256: str

    @property
    def name(self) -> str:
        """Return the file name of the jar."""
        return self.coordinate.file_name


@dataclass(frozen=True)
class Lock:
    """The Neo4j version and every jar it needs."""

    version: str
    jars: tuple[Jar, ...]


def read_lock(path: Path = LOCK) -> Lock:
    """Return the committed lock, or refuse one whose lines are not `coordinate sha256`."""
    text = path.read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    if bad := next((line for line in lines if len(line) != 2), None):
        what = f"a line is not a coordinate and its sha256: {' '.join(bad)}"
        raise BadInput(what, str(path), "run `python -m graph_service.server.jars lock`")
    jars = tuple(Jar(Coordinate.read(name), digest) for name, digest in lines)
    version = next(jar.coordinate.version for jar in jars if jar.coordinate.artifact == "neo4j")
    return Lock(version, jars)


def cache_folder(cache: Path | None, version: str) -> Path:
    """Return the folder that keeps the jars of one version for every project of this user."""
    base = cache or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "leadlink"
    return base / f"neo4j-{version}"


def missing_jars(folder: Path, lock: Lock) -> list[Jar]:
    """Return the jars that the folder lacks or that differ from the lock."""
    with ThreadPoolExecutor(_CONNECTIONS) as pool:
        good = pool.map(_is_good, repeat(folder), lock.jars)
        return [jar for jar, is_good in zip(lock.jars, good, strict=True) if not is_good]


def read_jars(folder: Path, lock: Lock, repository: str | None, advance: Advance) -> list[Path]:
    """Return the path of every jar, downloading those the folder lacks; each is checked against the lock."""
    if missing := missing_jars(folder, lock):
        folder.mkdir(parents=True, exist_ok=True)
        require_space(folder, _SPACE, "the jars of Neo4j")
        for stale in folder.glob("*.aot"):
            # Java compares a warm-start file with the jars it was made from.
            stale.unlink(missing_ok=True)
        _fill(folder, missing, repository, advance)
    return [folder / jar.name for jar in lock.jars]


def _fill(folder: Path, missing: list[Jar], repository: str | None, advance: Advance) -> None:
    # Downloads land beside the folder first: a killed or concurrent run never leaves half a jar under its final name.
    with (
        tempfile.TemporaryDirectory(prefix=".download-", dir=folder.parent) as staging,
        ThreadPoolExecutor(_CONNECTIONS) as pool,
    ):
        fetched = pool.map(_fetch, missing, repeat(Path(staging)), repeat(repository))
        for count, path in enumerate(fetched, 1):
            size = path.stat().st_size
            os.replace(path, folder / path.name)
            advance(count, size)


def _fetch(jar: Jar, staging: Path, repository: str | None) -> Path:
    kept = local_repository() / jar.coordinate.path
    if kept.is_file() and sha256(kept) == jar.sha256:
        return Path(shutil.copyfile(kept, staging / jar.name))
    path = download(jar.coordinate, staging, repository)
    if (found := sha256(path)) != jar.sha256:
        raise GraphUnavailable(
            f"the downloaded {jar.name} has sha256 {found[:16]}… and not {jar.sha256[:16]}…",
            "graph_service/server/neo4j.lock",
            "do not use it; check the Maven mirror and try again",
        )
    return path


def _is_good(folder: Path, jar: Jar) -> bool:
    path = folder / jar.name
    return path.is_file() and sha256(path) == jar.sha256


def sha256(path: Path) -> str:
    """Return the sha256 of the file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_lock(version: str, path: Path = LOCK) -> int:
    """Resolve Neo4j afresh, write the lock, and return how many jars it names."""
    coordinates = resolve(version)
    with tempfile.TemporaryDirectory() as staging, ThreadPoolExecutor(_CONNECTIONS) as pool:
        paths = pool.map(download, coordinates, repeat(Path(staging)), repeat(None))
        pairs = sorted(f"{name} {sha256(file)}" for name, file in zip(coordinates, paths, strict=True))
    head = (
        f"# Neo4j {version}: coordinate and sha256 of every jar; written by `python -m graph_service.server.jars lock`"
    )
    path.write_text("\n".join([head, *pairs]) + "\n", encoding="utf-8")
    return len(pairs)


def main(arguments: list[str]) -> int:
    """Write the lock anew for the version given, or for the version it names today."""
    if not arguments or arguments[0] != "lock":
        print("usage: python -m graph_service.server.jars lock [VERSION]", file=sys.stderr)
        return 2
    version = arguments[1] if len(arguments) > 1 else read_lock().version
    print(f"{write_lock(version)} jars of Neo4j {version} in {LOCK.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
