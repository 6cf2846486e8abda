"""Why the embedded server did not come up, in words that name what to do."""

from graph_service.errors import Conflict, GraphServiceError, GraphUnavailable, NotAllowed
from graph_service.server.config import Folders

_TAIL_BYTES = 20_000
_SMALLER = "lower LEADLINK_NEO4J_HEAP_MAX and LEADLINK_NEO4J_PAGE_CACHE"


def refused_password(folders: Folders) -> NotAllowed:
    """Return the refusal for a password file that does not fit the database."""
    return NotAllowed(
        "the password file does not fit the database of this home",
        str(folders.password),
        f"put the kept copy of the file back, or remove {folders.root} and load again",
    )


def explain(folders: Folders, port: int) -> GraphServiceError:
    """Return the reason, read from what the server wrote before it ended."""
    written = _tail(folders)
    home = str(folders.root)
    if "already in use" in written:
        return GraphUnavailable(f"port {port} was taken while Neo4j started", f"127.0.0.1:{port}", "start again")
    if "FileLockException" in written or "Lock file has been locked" in written:
        return Conflict("another process uses the database of this home", home, "end that process first")
    if "No space left on device" in written:
        return GraphUnavailable("the disk is full", home, "free some space")
    if "OutOfMemoryError" in written or "Could not reserve enough space" in written:
        return GraphUnavailable("not enough memory for Neo4j", home, _SMALLER)
    reason = next((line for line in written.splitlines() if _tells(line)), "it wrote no reason")
    return GraphUnavailable(f"Neo4j ended while starting: {reason[:300]}", str(folders.logs), "read the files there")


def _tells(line: str) -> bool:
    return "ERROR" in line or "Exception" in line or line.startswith(("Error", "Invalid"))


def _tail(folders: Folders) -> str:
    files = (folders.console, folders.logs / "neo4j.log")
    tails = (file.read_bytes()[-_TAIL_BYTES:].decode("utf-8", "replace") for file in files if file.exists())
    # An earlier run's words stand before the last start in neo4j.log.
    return "\n".join(tail.rsplit("INFO  Starting...", 1)[-1] for tail in tails)
