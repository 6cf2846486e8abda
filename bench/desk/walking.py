"""What a walk through the desk needs: the words of its buttons in the language of the walk, and a look at what is shown."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Route, expect

from bench.desk.browser import WAIT, enter, settle
from graph_service.web.desk import DESK

_ENTRY = re.compile(r"^  '([^']+)':\s+['\"](.*)['\"],$", re.MULTILINE)
expect.set_options(timeout=WAIT)


@cache
def catalogue(language: str) -> dict[str, str]:
    """Return the words of the desk in a language, by their keys."""
    text = (DESK.sources / "src" / "text" / f"{language}.ts").read_text(encoding="utf-8")
    return {key: said.replace("\\'", "'") for key, said in _ENTRY.findall(text)}


@dataclass
class Walk:
    """One officer at the desk with the network cut to loopback: what is pressed, what is seen, what went wrong."""

    page: Page
    url: str
    language: str
    faults: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def t(self, key: str, **given: object) -> str:
        """Return what the desk calls something in the language of the walk."""
        said = catalogue(self.language)[key]
        for name, value in given.items():
            said = said.replace("{{" + name + "}}", str(value))
        return said

    def go(self, path: str) -> None:
        """Open an address of the desk and wait until all of it stands."""
        self.page.goto(self.url + path)
        settle(self.page)

    def press(self, key: str, within: Locator | None = None) -> None:
        """Press the button or link that bears these words."""
        place = within or self.page.locator("body")
        name = re.compile(f"^{re.escape(self.t(key))}")
        place.get_by_role("button", name=name).or_(place.get_by_role("link", name=name)).first.click(timeout=WAIT)

    def find(self, text: str, caption: str) -> None:
        """Find something by the search box and open it by its name."""
        self.page.keyboard.press("/")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")
        self.page.get_by_role("link", name=caption, exact=True).first.click(timeout=WAIT)
        settle(self.page)

    def sees(self, *texts: str) -> None:
        """Refuse a page that does not show each of the texts."""
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)


def walking(browser: Browser, url: str, officer: str, language: str) -> Walk:
    """Return a walk that begins at the inbox of an officer; what is asked outside loopback is refused and kept."""
    page = enter(browser, officer, language)
    walk = Walk(page, url, language)

    def admit(route: Route) -> None:
        if urlsplit(route.request.url).hostname == "127.0.0.1":
            route.continue_()
        else:
            walk.outside.append(route.request.url)
            route.abort()

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            walk.faults.append(message.text)

    page.context.route("**/*", admit)
    page.on("console", listen)
    page.on("pageerror", lambda error: walk.faults.append(str(error)))
    walk.go("/")
    return walk


Steps = Callable[[Walk], None]
