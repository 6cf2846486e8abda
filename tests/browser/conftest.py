"""A Chromium without a network: whatever is not on loopback is refused and remembered."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, sync_playwright

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.migrations import fingerprint_of, migrate
from graph_service.settings import Settings
from tests.served import Served, serving
from tests.sketch import Sketch

OFFICER = "B001"

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@dataclass
class WatchedPage:
    """A page and what it asked for, said and was refused."""

    page: Page
    requests: list[Request] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")  # not longer: while Playwright waits, its loop counts as running and no other may start
def chromium() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("no Chromium on this machine: install the package `chromium` to run the browser tests")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture
def watched(chromium: Browser) -> Iterator[WatchedPage]:
    context = chromium.new_context(viewport={"width": 1400, "height": 900})
    seen = WatchedPage(context.new_page())

    def admit(route: Route) -> None:
        host = urlsplit(route.request.url).hostname
        if host == "127.0.0.1":
            route.continue_()
        else:
            seen.outside.append(route.request.url)
            route.abort()

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            at = message.location
            seen.faults.append(f"{message.text} ({at['url']}:{at['lineNumber']}:{at['columnNumber']})")

    context.route("**/*", admit)

    def remember(request: Request) -> None:
        seen.requests.append(request)

    context.on("request", remember)
    seen.page.on("console", listen)
    seen.page.on("pageerror", lambda error: seen.faults.append(str(error)))
    yield seen
    context.close()


@pytest.fixture(scope="module")
def served(settings: Settings, server: Running, empty_graph: Writer) -> Iterator[Served]:
    """The service on a graph that holds one team with one officer."""
    migrate(empty_graph, fingerprint_of(settings.read_uid_key()))
    sketch = Sketch()
    team = sketch.node("Team", "browser", team_code="CASE_MGMT", team_name="案件监督管理室")
    officer = sketch.node("Officer", "browser", officer_id=OFFICER, officer_name="李雷")
    sketch.tie("MEMBER_OF", officer, team)
    sketch.write(empty_graph)
    with serving(settings, server, OFFICER) as found:
        yield found
