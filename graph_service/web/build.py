"""Pages built from their npm packages, once per user and per state of their sources: GraphiQL and the desk."""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph_service.disk import require_space
from graph_service.errors import Conflict
from graph_service.progress import Silent, Steps
from graph_service.web.node import find_node

# Bytes that the packages and the page take while building.
_SPACE = 400 * 1024**2
_STAGING = ".build-"
_MADE = ("node_modules", "dist", "types")  # what the packages' own commands write beside the sources
_LEFT_OUT = shutil.ignore_patterns(*_MADE)
_SILENT = Silent()


@dataclass(frozen=True)
class Recipe:
    """What a page is built from, how it is called, and whether the build needs the tools of its makers too."""

    sources: Path
    name: str
    with_tools: bool = True


GRAPHIQL = Recipe(Path(__file__).with_name("graphiql"), "GraphiQL")


def web_cache(cache_root: Path | None) -> Path:
    """Return the folder that keeps built pages for every checkout of this user."""
    base = cache_root or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "leadlink"
    return base / "web"


def find_built(cache_root: Path | None, recipe: Recipe = GRAPHIQL) -> Path | None:
    """Return the folder of the built page, or None if it has not been built from these sources."""
    page = web_cache(cache_root) / digest_of(recipe.sources)
    return page if (page / "index.html").is_file() else None


def ensure_built(cache_root: Path | None, steps: Steps = _SILENT, recipe: Recipe = GRAPHIQL) -> Path:
    """Return the folder of the built page, building it first if need be; of several processes one builds."""
    if page := find_built(cache_root, recipe):
        return page
    cache = web_cache(cache_root)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with alone_in(cache, steps):
            return find_built(cache_root, recipe) or _build(cache, recipe, steps)
    except OSError as error:
        what = f"the page cannot be written ({error.strerror or error})"
        raise Conflict(what, str(cache), "make the folder writable or set LEADLINK_CACHE") from error


def digest_of(sources: Path) -> str:
    """Return the digest of every source file and of the lock, which names the built page."""
    whole = hashlib.sha256()
    top = [path for path in sources.iterdir() if path.name not in _MADE]
    inner = [each for path in top for each in ([path] if path.is_file() else path.rglob("*")) if each.is_file()]
    for path in sorted(inner):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(sources).as_posix()}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()[:16]


@contextmanager
def alone_in(folder: Path, steps: Steps) -> Iterator[None]:
    """Hold the folder's lock, which the kernel drops with the process; waits for another holder."""
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            steps.say("waiting for another process that builds the same page")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _build(cache: Path, recipe: Recipe, steps: Steps) -> Path:
    for left in cache.glob(f"{_STAGING}*"):
        # The lock is ours, so whoever made it was killed.
        shutil.rmtree(left, ignore_errors=True)
    require_space(cache, _SPACE, f"building {recipe.name}")
    node = find_node()
    with tempfile.TemporaryDirectory(prefix=_STAGING, dir=cache, ignore_cleanup_errors=True) as staging:
        work = Path(shutil.copytree(recipe.sources, Path(staging) / recipe.sources.name, ignore=_LEFT_OUT))
        steps.say(f"fetching the packages of {recipe.name} with npm (once per user, about 15 s)")
        node.install(work, with_tools=recipe.with_tools)
        steps.say(f"building {recipe.name}")
        node.run(["node_modules/vite/bin/vite.js", "build", "--logLevel", "error"], work)
        page = cache / digest_of(recipe.sources)
        shutil.rmtree(page, ignore_errors=True)
        os.replace(work / "dist", page)
    return page
