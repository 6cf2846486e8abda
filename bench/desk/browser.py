"""A Chromium at the desk of a running demo, for pictures and measurements."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

SWITCHES = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
WAIT = 240_000


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield Debian's Chromium, which draws without a graphics card."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        raise SystemExit("no Chromium on this machine: install the package `chromium`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=SWITCHES)
        yield browser
        browser.close()


def enter(browser: Browser, officer: str | None, language: str, size: tuple[int, ...] = (1280, 720)) -> Page:
    """Return a page at which the officer of the demo is signed in, or nobody."""
    locale = {"zh": "zh-CN", "en": "en-GB"}[language]  # in which the browser itself writes the days of date fields
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale=locale)
    chosen = json.dumps({"officer": officer, "language": language})
    # Before the first script of a page, once in a tab: what is switched there by hand stays.
    context.add_init_script(
        f"if (!sessionStorage.getItem('begun')) {{ const chosen = {chosen}; sessionStorage.setItem('begun', '1');"
        " if (chosen.officer) sessionStorage.setItem('leadlink.demo-officer', chosen.officer);"
        " localStorage.setItem('leadlink.preferences', JSON.stringify({language: chosen.language, shade: 'light'})); }"
    )
    page = context.new_page()
    return page


def settle(page: Page) -> None:
    """Return once no part of the page waits for an answer."""
    page.wait_for_selector(".viewer-name", timeout=WAIT)
    page.wait_for_timeout(600)
    page.wait_for_function("() => !document.querySelector('.ant-skeleton, .graph-wait')", timeout=WAIT)
    page.wait_for_timeout(400)
