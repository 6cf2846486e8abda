"""Brings the fictional city into the graph, once per home."""

import json
from pathlib import Path
from typing import Any

from graph_service.demo.settled import settle_city
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.progress import Steps
from graph_service.rights.roles import read_roles
from graph_service.settings import Settings
from loaders.city.making import make_city
from loaders.session import load_all

SOURCES = Path(__file__).resolve().parent.parent.parent / "loaders" / "sources" / "city"
SEED = 7


def bring_city(settings: Settings, running: Running, size: str, steps: Steps) -> dict[str, Any]:
    """Return the truth of the city that the graph holds, writing, loading, settling and linking it if it is not there yet."""
    folder = settings.home / f"city-{size}"
    done = folder / ".loaded"
    if not done.exists():
        if not (folder / "truth.json").exists():
            steps.say(f"writing the fictional city ({size}) …")
            make_city(size, SEED, folder)
        _load(settings, folder)
        with Writer(running, settings.neo4j_database) as writer:
            settle_city(writer, settings.read_uid_key(), read_roles(settings.roles_file), steps)
            writer.run_schema("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
        done.touch()
    truth: dict[str, Any] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return truth


def _load(settings: Settings, folder: Path) -> None:
    from loaders.show import Shown

    with Shown(False) as shown:
        outcomes = load_all(sorted(SOURCES.glob("*.yaml")), folder, settings, False, shown)
    shown.table(outcomes, False)
