"""`python -m bench.desk.gallery --to FOLDER`: every page of the desk as a picture, in both languages, light and dark, small and large.

What is looked at one by one before a release. Each picture shows what is on the page, below the edge of the screen too.
"""

import argparse
from pathlib import Path

from playwright.sync_api import Browser, Page

from bench.desk.browser import chromium, enter
from bench.desk.pages import PageOf, opened, pages

_SIZES = ((1280, 720), (1920, 1080))
_SHADES = ("light", "dark")


def take(url: str, folder: Path, language: str, only: list[str]) -> None:
    """Take the pictures of every page, or of those whose name begins as one of `only`."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [each for each in pages(url) if not only or any(each.name.startswith(name) for name in only)]
    with chromium() as browser:
        for each in wanted:
            _pictures(browser, url, folder, each, language)


def _pictures(browser: Browser, url: str, folder: Path, wanted: PageOf, language: str) -> None:
    page = enter(browser, wanted.officer, language)
    try:
        opened(page, url, wanted)
        for size in _SIZES:
            page.set_viewport_size({"width": size[0], "height": size[1]})
            for shade in _SHADES:
                _wear(page, shade)
                name = f"{wanted.name}.{language}.{shade}.{size[0]}.png"
                page.screenshot(path=folder / name, full_page=True)
        print(wanted.name, language, flush=True)
    except Exception as fault:
        print(f"{wanted.name} {language}: {fault}", flush=True)
    finally:
        page.context.close()


def _wear(page: Page, shade: str) -> None:
    if page.evaluate("() => document.documentElement.dataset.shade") != shade:
        page.evaluate("() => document.querySelectorAll('.switches button')[1].click()")  # what is open may lie over it
    page.wait_for_timeout(700)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--language", choices=("en", "zh"), default=None)
    parser.add_argument("--only", default="", help="beginnings of names, with commas")
    given = parser.parse_args()
    for spoken in (given.language,) if given.language else ("en", "zh"):
        take(given.url, given.to, spoken, [each for each in given.only.split(",") if each])
