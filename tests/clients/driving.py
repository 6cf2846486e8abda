"""Clients at work: a project as a user would have it, of the snippets that the docs show, driven by a script of the tests."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph_service.web.examples import Example, read_examples
from graph_service.web.node import find_node
from tests.clients.packages import ariadne_python, npm_modules

ROOT = Path(__file__).resolve().parents[2]
SNIPPETS = ROOT / "examples" / "clients"
NOTICES = SNIPPETS / "notices.graphql"
SDL = ROOT / "schema" / "api.graphql"
_DRIVERS = Path(__file__).with_name("drivers")
_SECONDS = 180
_NAMED = re.compile(r"^query (\w+)", re.MULTILINE)


def examples() -> list[Example]:
    """Return every example operation, its head of comments left out."""
    return read_examples(ROOT / "examples")


def jobs() -> list[dict[str, Any]]:
    """Return the examples as the drivers take them, each with the name of its operation and of its generated method."""
    return [
        {
            "name": each.name,
            "query": each.query,
            "variables": each.variables,
            "operation": name_of(each),
            "method": re.sub(r"(?<!^)(?=[A-Z])", "_", name_of(each)).lower(),
            "arguments": {
                f"{key}_" if key in {"from"} else key: value for key, value in (each.variables or {}).items()
            },
        }
        for each in examples()
    ]


def name_of(example: Example) -> str:
    """Return the name of an example's operation."""
    found = _NAMED.search(example.query)
    assert found, example.name
    return found[1]


def javascript_project(folder: Path) -> Path:
    """Return the folder, with the snippets, the drivers and npm's packages in it."""
    shutil.copytree(SNIPPETS, folder, dirs_exist_ok=True)
    shutil.copytree(_DRIVERS, folder / "drivers")
    (folder / "node_modules").symlink_to(npm_modules())
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    return folder


def compile_relay(project: Path) -> None:
    """Let relay-compiler make the artifacts of the snippets and of every example, a module for each."""
    relay = project / "relay"
    shutil.copy(SDL, relay)
    (relay / "package.json").write_text('{"type": "commonjs"}', encoding="utf-8")
    for each in examples():
        name = name_of(each)
        text = _NAMED.sub(f"query {name}Query", "".join(_uncommented(each.query)))
        (relay / "src" / f"{name}.js").write_text(f"export const query = graphql`\n{text}`;\n", encoding="utf-8")
    compiler = project / "node_modules" / "relay-compiler" / "cli.js"
    find_node().run([str(compiler), "relay.config.json"], relay, _SECONDS)


def drive(project: Path, driver: str, job: dict[str, Any]) -> dict[str, Any]:
    """Return what a driver in JavaScript tells of its job."""
    command = [str(find_node().program), f"drivers/{driver}.mjs"]
    return _told(command, project, job)


def drive_ariadne(folder: Path, job: dict[str, Any]) -> dict[str, Any]:
    """Let ariadne-codegen make a client of the examples, and return the answers that it gets."""
    shutil.copytree(SNIPPETS / "ariadne", folder, dirs_exist_ok=True)
    shutil.copy(SDL, folder)
    shutil.copy(_DRIVERS / "ariadne.py", folder)
    python = str(ariadne_python())
    files = [str(path) for path in [*sorted((ROOT / "examples").glob("*.graphql")), NOTICES]]
    operations = _run([python, "spread.py", SDL.name, *files], folder, "")
    (folder / "operations.graphql").write_text(operations, encoding="utf-8")
    _run([python, "-m", "ariadne_codegen"], folder, "")
    return _told([python, "ariadne.py"], folder, job)


def like(given: Any, wanted: Any) -> Any:
    """Return what was given without the `__typename` that a client asks for by itself."""
    if isinstance(given, dict) and isinstance(wanted, dict):
        kept = {key: value for key, value in given.items() if key in wanted or key != "__typename"}
        return {key: like(value, wanted.get(key)) for key, value in kept.items()}
    if isinstance(given, list) and isinstance(wanted, list) and len(given) == len(wanted):
        return [like(one, other) for one, other in zip(given, wanted, strict=True)]
    return given


def _uncommented(text: str) -> Iterator[str]:
    return (line for line in text.splitlines(keepends=True) if not line.startswith("#"))


def _told(command: list[str], folder: Path, job: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(_run(command, folder, json.dumps(job)))
    return told


def _run(command: list[str], folder: Path, given: str) -> str:
    done = subprocess.run(
        command, cwd=folder, input=given, capture_output=True, text=True, timeout=_SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout
