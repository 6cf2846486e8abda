"""npm's packages and ariadne-codegen, installed once per user and per state of their locks, never into the project."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from graph_service.disk import require_space
from graph_service.errors import Conflict
from graph_service.progress import Silent
from graph_service.web.build import alone_in, digest_of, web_cache
from graph_service.web.desk import DESK
from graph_service.web.node import find_node

LOCKS = Path(__file__).parent
_SPACE = 400 * 1024**2
_NO_INDEX = re.compile("Failed to establish a new connection|Temporary failure in name resolution|timed out")


def npm_modules() -> Path:
    """Return the folder `node_modules` of the clients; a test that cannot have it is skipped."""
    return _installed("npm", _install_modules) / "node_modules"


def desk_modules() -> Path:
    """Return the folder `node_modules` of the desk with the tools of its makers; a test that cannot have it is skipped."""
    return _installed("desk", _install_modules, DESK.sources, ("package.json", "package-lock.json")) / "node_modules"


def ariadne_python() -> Path:
    """Return a Python with ariadne-codegen, which needs an older graphql-core and ruff than the project has."""
    return _python(_installed("ariadne", _install_ariadne))


def _installed(
    name: str, install: Callable[[Path], None], locks: Path | None = None, files: Sequence[str] = ()
) -> Path:
    """Return the folder of the cache with what `name` locks; of several processes one installs, and only whole ones count.

    Of a folder that holds more than locks, `files` names what counts.
    """
    cache = web_cache(None)
    cache.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as staging, alone_in(cache, Silent()):
        copied = Path(staging) / name
        _copy(locks or LOCKS / name, copied, files)
        place = cache / f"clients-{name}-{digest_of(copied)}"
        whole = place / "whole"
        if not whole.is_file():
            shutil.rmtree(place, ignore_errors=True)
            require_space(cache, _SPACE, f"installing the packages of {name}")
            shutil.copytree(copied, place)
            install(place)
            whole.touch()
    return place


def _copy(source: Path, target: Path, files: Sequence[str]) -> None:
    if not files:
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("node_modules"))
        return
    target.mkdir()
    for each in files:
        shutil.copy(source / each, target / each)


def _install_modules(folder: Path) -> None:
    try:
        find_node().install(folder)
    except Conflict as error:
        if "npm cannot reach" in str(error):
            pytest.skip(str(error))
        raise


def _install_ariadne(folder: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    command = [str(_python(folder)), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", "requirements.txt"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if _NO_INDEX.search(done.stderr):
        pytest.skip("pip cannot reach its package index")
    assert done.returncode == 0, done.stderr


def _python(folder: Path) -> Path:
    return folder / "venv" / "bin" / "python"
