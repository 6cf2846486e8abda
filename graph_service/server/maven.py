"""Maven through jgo, its ordinary Python client: where artifacts come from, and how one is fetched."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from graph_service.errors import BadInput, GraphUnavailable
from graph_service.user import user_home

_NEO4J = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server")
_TIMEOUT_SECONDS = 60
_TRIES = 3


@dataclass(frozen=True)
class Coordinate:
    """The Maven name of one jar: group, artifact, version and, for native parts, the platform."""

    group: str
    artifact: str
    version: str
    classifier: str = ""

    @classmethod
    def read(cls, text: str) -> "Coordinate":
        """Return the coordinate written as `group:artifact:version[:classifier]`."""
        parts = text.split(":")
        if len(parts) not in (3, 4) or not all(parts):
            mend = "write group:artifact:version[:classifier]"
            raise BadInput(f"not a Maven coordinate: {text}", "graph_service/server/neo4j.lock", mend)
        return cls(*parts)

    def __str__(self) -> str:
        """Return the coordinate as the lock writes it."""
        return ":".join(part for part in (self.group, self.artifact, self.version, self.classifier) if part)

    @property
    def file_name(self) -> str:
        """Return the name of the jar."""
        return "-".join(part for part in (self.artifact, self.version, self.classifier) if part) + ".jar"

    @property
    def path(self) -> Path:
        """Return the place of the jar inside a Maven repository."""
        return Path(*self.group.split("."), self.artifact, self.version, self.file_name)


def local_repository() -> Path:
    """Return Maven's own local repository, whose jars are reused when their sha256 is right."""
    return Path(os.environ.get("M2_REPO") or user_home() / ".m2" / "repository")


def remote_repositories(given: str | None = None) -> dict[str, str]:
    """Return the repository given, else the mirror of Maven's settings.xml, else the client's own default."""
    from jgo.constants import MAVEN_CENTRAL_URL

    address = given or _mirror(user_home() / ".m2" / "settings.xml") or MAVEN_CENTRAL_URL
    return {"central": address.rstrip("/")}


def download(coordinate: Coordinate, folder: Path, repository: str | None = None) -> Path:
    """Fetch one jar into the folder and return its path."""
    import requests
    from jgo.maven import MavenContext

    tree = folder / ".maven"
    remote = remote_repositories(repository)
    maven = MavenContext(repo_cache=tree, local_repos=[], remote_repos=remote, timeout=_TIMEOUT_SECONDS)
    component = maven.project(coordinate.group, coordinate.artifact).at_version(coordinate.version)
    artifact = component.artifact(coordinate.classifier)
    for attempt in range(1, _TRIES + 1):
        try:
            return Path(shutil.move(artifact.resolve(), folder / coordinate.file_name))
        except (requests.RequestException, RuntimeError) as error:
            # jgo writes straight under the final name, so what a broken connection left must go before the next try.
            (tree / coordinate.path).unlink(missing_ok=True)
            if attempt == _TRIES:
                raise GraphUnavailable(f"{coordinate.file_name} cannot be downloaded", _reason(error), _MEND) from error
    raise AssertionError("unreachable")


def resolve(version: str) -> list[Coordinate]:
    """Return every jar that Neo4j of this version needs; slow, only for writing the lock."""
    from jgo.maven import MavenContext

    maven = MavenContext(remote_repos=remote_repositories(), timeout=_TIMEOUT_SECONDS)
    roots, rest = maven.resolver.resolve([maven.create_dependency(f"{name}:{version}") for name in _NEO4J])
    return [Coordinate(each.groupId, each.artifactId, each.version, each.classifier) for each in (*roots, *rest)]


_MEND = "check the network, or name a reachable mirror in LEADLINK_MAVEN_REPOSITORY"


def _reason(error: Exception) -> str:
    cause = error.__cause__ or error
    return f"Maven repository ({type(cause).__name__})"


def _mirror(settings: Path) -> str | None:
    if not settings.is_file():
        return None
    try:
        root = ElementTree.parse(settings).getroot()  # noqa: S314 - the user's own Maven settings
    except ElementTree.ParseError as error:
        what = f"Maven's settings cannot be read ({error})"
        raise BadInput(what, str(settings), "correct or remove the file") from error
    for mirror in root.iterfind(".//{*}mirror"):
        if mirror.findtext("{*}mirrorOf", "").strip() in ("*", "central", "external:*"):
            return mirror.findtext("{*}url", "").strip() or None
    return None
