"""`python -m bench.desk_pictures --url http://127.0.0.1:8000`: the pictures of the README, from a demo that runs there."""

import argparse
from pathlib import Path

from playwright.sync_api import Page

from bench.desk_browser import WAIT, chromium, enter, settle

_FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
_MOST_BYTES = 300 * 1024
_CLUE = "clue:XS-2025-00101"


def take(url: str, language: str) -> None:
    """Take each picture in one language; refuse one that is too large for a README."""
    with chromium() as browser:
        page = enter(browser, url, "o-case-01", language)
        page.goto(f"{url}/")
        settle(page)
        page.get_by_role("searchbox").or_(page.locator(".search-box input")).first.fill("刘子欣")
        page.keyboard.press("Enter")
        settle(page)
        _keep(page, f"search.{language}")
        page.goto(f"{url}/matter/{_CLUE}")
        settle(page)
        _keep(page, f"matter.{language}")
        page.goto(f"{url}/graph?of={_CLUE}")
        _draw(page)
        page.locator(".graph-bar button").nth(6).click()
        page.locator(".graph-table").get_by_role("button", name="刘子欣", exact=True).click()
        _draw(page)
        page.wait_for_timeout(4_000)
        _keep(page, f"graph.{language}")


def _draw(page: Page) -> None:
    button = page.locator(".expanding .ant-btn-primary:not([disabled])")
    button.wait_for(timeout=WAIT)
    button.click()
    page.wait_for_timeout(3_000)


def _keep(page: Page, name: str) -> None:
    picture = page.screenshot(type="png")
    if len(picture) > _MOST_BYTES:
        raise SystemExit(f"{name}: {len(picture)} bytes are too many")
    _FOLDER.mkdir(exist_ok=True)
    (_FOLDER / f"{name}.png").write_bytes(picture)
    print(f"{name}: {len(picture) // 1024} kB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--language", choices=("en", "zh"), default=None)
    given = parser.parse_args()
    for each in (given.language,) if given.language else ("en", "zh"):
        take(given.url, each)
