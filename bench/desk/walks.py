"""`python -m bench.desk.walks --url http://127.0.0.1:8000`: the nine stories and a day of each of five people, in Chinese and in English.

Against a demo that runs, with the network cut to loopback. Told is what each walk came to, how long it took, what the console
said and what was asked outside. The days of people change the demo: what one registers, another approves.
"""

import argparse
import time

from playwright.sync_api import Browser

from bench.desk.api import Api
from bench.desk.browser import chromium
from bench.desk.pages import CASE
from bench.desk.people import DAYS
from bench.desk.stories import stories
from bench.desk.walking import Steps, Walk, walking


def walk_all(browser: Browser, url: str, only: list[str], languages: tuple[str, ...]) -> int:
    """Return how many walks failed, printing one line for each."""
    told = Api(url, CASE)
    walks = [(name, CASE, steps) for name, steps in stories(told).items()]
    walks += [(name, officer, steps) for name, (officer, steps) in DAYS.items()]
    failed = 0
    for language in languages:
        for name, officer, steps in walks:
            if not only or name in only:
                failed += not _walked(walking(browser, url, officer, language), f"{name} {language}", steps)
    return failed


def _walked(walk: Walk, name: str, steps: Steps) -> bool:
    begun = time.monotonic()
    fault = ""
    try:
        steps(walk)
    except Exception as error:
        fault = str(error).splitlines()[0][:300]
    told = [*([fault] if fault else []), *walk.faults, *walk.outside]
    print(f"{name}: {time.monotonic() - begun:.0f} s, {'; '.join(told) or 'walked'}", flush=True)
    walk.page.context.close()
    return not told


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--only", default="", help="names of walks, with commas")
    parser.add_argument("--language", choices=("zh", "en"), default=None)
    given = parser.parse_args()
    spoken = (given.language,) if given.language else ("zh", "en")
    with chromium() as running:
        raise SystemExit(walk_all(running, given.url, [each for each in given.only.split(",") if each], spoken))
