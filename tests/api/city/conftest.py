"""The small fictional city, written, loaded and linked, with its truth."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph_service.app import create_app
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.linkage.propose import Proposed, propose_links
from graph_service.rights.viewer import Tokens
from graph_service.search.keeping import keep_search_keys
from graph_service.settings import Settings
from loaders.city.making import make_city
from loaders.load.one_source import Outcome
from loaders.session import load_all
from loaders.show import Shown
from tests.conftest import wipe

SOURCES = sorted((Path(__file__).parents[3] / "loaders" / "sources" / "city").glob("*.yaml"))


@dataclass(frozen=True)
class LoadedCity:
    """The city as it was written, its truth, and what came of loading and linking it."""

    folder: Path
    truth: dict[str, Any]
    first: list[Outcome]
    links: Proposed


def load(folder: Path, settings: Settings) -> list[Outcome]:
    with Shown(True) as shown:
        return load_all(SOURCES, folder, settings, False, shown)


@pytest.fixture(scope="package")
def city(
    tmp_path_factory: pytest.TempPathFactory, server: Running, writer: Writer, settings: Settings
) -> Iterator[LoadedCity]:
    folder = tmp_path_factory.mktemp("city")
    make_city("small", 7, folder)
    wipe(server, writer)
    first = load(folder, settings)
    links = propose_links(writer, settings.read_uid_key(), lambda *_: None)
    keep_search_keys(writer)
    writer.run_schema("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    yield LoadedCity(folder, truth, first, links)
    wipe(server, writer)


@asynccontextmanager
async def _asking(officer: str, settings: Settings, server: Running) -> AsyncIterator[httpx.AsyncClient]:
    changed = {"demo": False, "operations": "open", "link_seconds": 0, "most_misses": 1_000_000}
    app = create_app(settings.model_copy(update=changed), server)
    headers = {"Authorization": f"Bearer {Tokens(settings).sign(officer)}"}
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://x", headers=headers, timeout=60) as client:
            yield client


@pytest.fixture(scope="module")
async def officer(settings: Settings, server: Running, city: LoadedCity) -> AsyncIterator[httpx.AsyncClient]:
    """A client with a token of the case supervision office."""
    async with _asking("o-case-01", settings, server) as client:
        yield client


@pytest.fixture(scope="module")
async def chief(settings: Settings, server: Running, city: LoadedCity) -> AsyncIterator[httpx.AsyncClient]:
    """A client with a token of the chief, who sees every kind of data; a case supervision office sees no bank account."""
    async with _asking("o-chief-01", settings, server) as client:
        yield client
