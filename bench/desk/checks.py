"""`python -m bench.desk.checks`: axe, faults, outside requests and 200 % zoom on every page of the desk, and what the pages may not show.

Of three roles the text of every page is searched for what that officer may not see: numbers and titles of matters, and identity
numbers that the API shows the case office and not them. What a page shows of matters has to be in an answer of the API to this officer.
"""

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Response

from bench.desk.api import Api
from bench.desk.browser import chromium
from bench.desk.pages import CASE, PageOf, opened, pages
from bench.desk.walking import walking
from tests.clients.packages import desk_modules

_ROLES = ("o-town01-01", "o-audit-01", "o-tour1-01")
_GRAVE = ("serious", "critical")
_NUMBER = re.compile(r"\b[A-Z]{2}-\d{4}-\d{3,5}(?:-\d{2})?\b")
_KINDS = ("clues", "auditFindings", "inspectionIssues", "tickets", "alerts")
_AXE = "() => axe.run(document, {resultTypes: ['violations']})"
_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Found:
    """What was found on the pages, in a form to print."""

    pages: int = 0
    wrong: list[str] = field(default_factory=list)

    def note(self, name: str, *told: str) -> None:
        """Keep what is wrong with a page."""
        for each in told:
            self.wrong.append(f"{name}: {each}")
            print(self.wrong[-1], flush=True)


def check_manners(browser: Browser, url: str, language: str, shade: str, found: Found) -> None:
    """Look at every page with axe, at the console, at what was asked outside, and at its width at 200 %."""
    axe = (desk_modules() / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    for wanted in pages(url):
        if wanted.officer is None:
            continue
        walk = walking(browser, url, wanted.officer, language)
        page = walk.page
        if shade == "dark":
            page.locator(".switches button").nth(1).click()
        opened(page, url, wanted)
        page.evaluate(axe)
        grave = [each for each in page.evaluate(_AXE)["violations"] if each["impact"] in _GRAVE]
        found.note(wanted.name, *(f"{each['id']} {each['nodes'][0]['html'][:160]}" for each in grave))
        page.set_viewport_size({"width": 640, "height": 360})  # what a window of 1280 by 720 shows at 200 %
        page.wait_for_timeout(500)
        if (over := page.evaluate(_WIDE)) > 0:
            found.note(wanted.name, f"{over} pixels wider than the window at 200 %")
        found.note(wanted.name, *walk.faults, *walk.outside)
        found.pages += 1
        print(f"{wanted.name} {language} {shade}", flush=True)
        page.context.close()


def check_sight(browser: Browser, url: str, officer: str, found: Found) -> None:
    """Search every page, as this officer gets it, for what the officer may not see."""
    hidden, own = _hidden(url, officer)
    api = Api(url, officer)
    print(f"{officer}: {len(hidden)} values that may not be shown", flush=True)
    for wanted in pages(url):
        if wanted.officer is None:
            continue
        walk = walking(browser, url, officer, "zh")
        answers = _answers(walk.page)
        try:
            opened(walk.page, url, PageOf(wanted.name, officer, wanted.path))
        finally:
            content = walk.page.content()
        found.note(f"{officer} {wanted.name}", *(f"shows {each}" for each in hidden if each in content))
        told = json.dumps(answers, ensure_ascii=False)
        shown = set(_NUMBER.findall(walk.page.locator("main").inner_text()))
        found.note(
            f"{officer} {wanted.name}", *(f"shows {each}, which no answer holds" for each in shown if each not in told)
        )
        found.note(
            f"{officer} {wanted.name}",
            *(f"shows {each}, of which the API knows nothing" for each in shown - own if not _known(api, each)),
        )
        found.pages += 1
        walk.page.context.close()


def _answers(page: Page) -> list[str]:
    told: list[str] = []

    def keep(response: Response) -> None:
        if response.url.endswith("/graphql"):
            told.append(response.text())

    page.on("response", keep)
    return told


def _known(api: Api, number: str) -> bool:
    hits = api.ask("query($t: String!) { search(text: $t, first: 1) { totalCount } }", t=number)["search"]
    return bool(hits["totalCount"])


def _hidden(url: str, officer: str) -> tuple[set[str], set[str]]:
    """Return what the case office is shown and this officer is not, and the numbers that this officer is shown."""
    every, own = set(_values(Api(url, CASE))), set(_values(Api(url, officer)))
    longer = "\n".join(own)
    return {each for each in every - own if each not in longer}, {each for each in own if _NUMBER.fullmatch(each)}


def _values(api: Api) -> Iterator[str]:
    for root in _KINDS:
        title = "title" if root != "alerts" else "text"
        for node in _all(api, root, f"number {title}"):
            yield from (each for each in (node["number"], node[title]) if each and len(each) > 5)
    for node in _all(api, "people", "idNumber"):
        if node["idNumber"] and "*" not in node["idNumber"]:
            yield node["idNumber"]


def _all(api: Api, root: str, fields: str) -> Iterator[dict[str, str | None]]:
    after = None
    for _ in range(80):
        page = api.ask(
            f"query($after: String) {{ it: {root}(first: 100, after: $after) "
            f"{{ nodes {{ {fields} }} pageInfo {{ hasNextPage endCursor }} }} }}",
            after=after,
        )["it"]
        yield from page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--parts", default="manners,sight")
    given = parser.parse_args()
    result = Found()
    with chromium() as running:
        if "manners" in given.parts:
            check_manners(running, given.url, "zh", "light", result)
            check_manners(running, given.url, "en", "dark", result)
        if "sight" in given.parts:
            for each in _ROLES:
                check_sight(running, given.url, each, result)
    print(f"{result.pages} pages, {len(result.wrong)} faults")
    raise SystemExit(1 if result.wrong else 0)
