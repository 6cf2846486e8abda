"""A copy of the program, changed as its recipes say, at work on the Neo4j of a test."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_service.embedded import Running

ROOT = Path(__file__).resolve().parents[1]
Changes = Mapping[str, tuple[tuple[str, str], ...]]  # file to what is replaced in it


@dataclass(frozen=True)
class Grown:
    """The changed copy of the program and the Neo4j that it works on."""

    root: Path
    server: Running
    uid_key: str

    def run(self, *command: str, codes: tuple[int, ...] = (0,)) -> str:
        """Return what a Python command prints in the copy; it must end with one of the exit codes."""
        known = {"HOME": self.root / "home", "UID_KEY": self.uid_key, "NEO4J_URI": self.server.uri,
                 "NEO4J_USER": self.server.user, "NEO4J_PASSWORD": self.server.password, "DEMO": "true",
                 "WARM_START": "false", "LINK_SECONDS": "0"}  # fmt: skip
        ran = subprocess.run(
            [sys.executable, *command],
            cwd=self.root,
            env=os.environ | {f"LEADLINK_{name}": str(value) for name, value in known.items()},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode in codes, ran.stderr
        return ran.stdout

    def leadlink(self, *command: str) -> str:
        """Return what a command of leadlink prints in the copy."""
        return self.run("-m", "graph_service.cli", *command, codes=(0, 1))

    def load(self, folder: Path) -> dict[str, dict[str, Any]]:
        """Run `leadlink load` on every source of a folder and return what it says of each."""
        said = self.leadlink("load", *map(str, sorted(folder.glob("*.yaml"))), "--data", str(folder), "--json")
        return {each["source"]: each for each in map(json.loads, said.splitlines())}


def grow(root: Path, changes: Changes, files: Mapping[str, str]) -> Path:
    """Return the root of a copy of the program with these texts replaced and these files added."""
    # What Python compiled comes with its source: of the files that are changed below it is made anew.
    for folder in ("schema", "loaders", "graph_service", "queries", "examples"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("node_modules", "*.pyc.*"))
    for name, replaced in changes.items():
        text = (root / name).read_text(encoding="utf-8")
        for old, new in replaced:
            assert text.count(old) == 1, (name, old)
            text = text.replace(old, new)
        (root / name).write_text(text, encoding="utf-8")
    write_files(root, files)
    return root


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts into a folder by their names."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
