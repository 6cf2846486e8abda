"""`python -m bench.desk.pictures --url http://127.0.0.1:8000`: the pictures of the README, from a demo that runs there."""

import argparse
from pathlib import Path

from playwright.sync_api import Page

from bench.desk.browser import chromium, enter
from bench.desk.pages import CLERK, INVESTIGATOR, TOUR, opened, pages

_FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
_MOST_BYTES = 300 * 1024
# What is shown of which page (bench/desk/pages.py), to the investigator, the inspection team and the data clerk.
_SHOWN = {
    "inbox": ("inbox", INVESTIGATOR),
    "search": ("search", INVESTIGATOR),
    "matter": ("matter-clue", INVESTIGATOR),
    "graph": ("graph-table", INVESTIGATOR),
    "focuses": ("pack-focuses", TOUR),
    "issues": ("pack-issues", TOUR),
    "loads": ("loads", CLERK),
    "identity": ("identity", CLERK),
}


def take(url: str, language: str) -> None:
    """Take each picture in one language; refuse one that is too large for a README."""
    known = {each.name: each for each in pages(url)}
    with chromium() as browser:
        for name, (of, officer) in _SHOWN.items():
            page = enter(browser, officer, language)
            opened(page, url, known[of])
            page.mouse.move(0, 400)
            _keep(page, f"{name}.{language}")
            page.context.close()


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
