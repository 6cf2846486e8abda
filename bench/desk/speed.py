"""`python -m bench.desk.speed --url http://127.0.0.1:8000`: how fast the desk is in a Chromium without a graphics card.

First page from a cold cache, script compressed, and graphs of 500 and 5,000 nodes, for which the answer of the service is
replaced by one of that size: what is measured is the desk.
"""

import argparse
import json
import random

from playwright.sync_api import Browser, Page, Route

from bench.desk.browser import WAIT, chromium, enter, settle

_SIZES = ((500, 1_000), (5_000, 10_000))
_KINDS = ("Person", "Unit", "Clue", "Vehicle", "Phone")
_SCRIPT = """() => performance.getEntriesByType('resource').filter((each) => each.name.endsWith('.js'))
  .reduce((sum, each) => sum + each.encodedBodySize, 0)"""
_FRAMES = """() => new Promise((done) => { let frames = 0; const begun = performance.now();
  const count = () => { frames += 1; const now = performance.now();
    if (now - begun < 3000) requestAnimationFrame(count); else done(frames / (now - begun) * 1000); };
  requestAnimationFrame(count); })"""


def first_page(browser: Browser, url: str) -> tuple[float, float]:
    """Return the milliseconds until the sign-in page can be used from a cold cache, and the kB of script until the inbox stands."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector(".choice", timeout=WAIT)
    usable = page.evaluate("() => performance.now()")
    context.close()
    page = enter(browser, "o-case-01", "zh")
    page.goto(f"{url}/")
    settle(page)
    script = page.evaluate(_SCRIPT) / 1024
    page.context.close()
    return usable, script


def graph(browser: Browser, url: str, nodes: int, ties: int) -> tuple[float, float, float]:
    """Return seconds until so many nodes are drawn and until they have settled, and frames a second while one pans and zooms."""
    page = enter(browser, "o-case-01", "zh")
    centre = {"__typename": "Person", "id": "person_n0", "caption": "起点"}
    page.route("**/graphql", lambda route: _answer(route, centre, nodes, ties))
    page.goto(f"{url}/graph?of=person_n0")
    button = page.locator(".expanding .ant-btn-primary")
    page.locator(".counts input").first.wait_for(timeout=WAIT)
    page.locator(".counts input").first.check()
    # On a quiet machine the layout may have settled before anybody looks: what it said of one node is wiped first.
    begun = page.evaluate("() => { document.documentElement.dataset.layout = ''; return performance.now(); }")
    button.click()
    page.wait_for_function(
        f"() => document.querySelector('.graph-count').textContent.includes('{nodes}')", timeout=WAIT, polling=50
    )
    page.wait_for_function("() => document.documentElement.dataset.layout !== ''", timeout=WAIT)
    opened = page.evaluate("() => performance.now()") - begun
    page.wait_for_function("() => document.documentElement.dataset.layout === 'settled'", timeout=WAIT, polling=50)
    settled = page.evaluate("() => performance.now()") - begun
    frames = _moved(page)
    page.context.close()
    return opened / 1000, settled / 1000, frames


def _moved(page: Page) -> float:
    box = page.locator(".canvas").bounding_box() or {"x": 0, "y": 0, "width": 600, "height": 400}
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.evaluate(f"() => {{ window.counted = ({_FRAMES})(); }}")
    for step in range(10):
        page.mouse.wheel(0, -120 if step % 2 else 120)
        page.mouse.down()
        page.mouse.move(x + 12 * step, y + 6 * step, steps=4)
        page.mouse.up()
    return float(page.evaluate("() => window.counted"))


def _answer(route: Route, centre: dict[str, str], nodes: int, ties: int) -> None:
    asked = json.loads(route.request.post_data or "{}")
    if "DeskGraphNode" in asked["query"]:
        route.fulfill(json={"data": {"node": centre}})
    elif "DeskAround" in asked["query"]:
        route.fulfill(json={"data": {"expand": {"__typename": "Neighbourhood", **_around(asked, centre, nodes, ties)}}})
    else:
        route.continue_()


def _around(asked: dict[str, object], centre: dict[str, str], nodes: int, ties: int) -> dict[str, object]:
    page = {"__typename": "PageInfo", "hasNextPage": False, "endCursor": None}
    count = {"__typename": "TypeCount", "type": "KNOWS", "outgoing": True, "count": ties, "neighbours": nodes - 1}
    if asked["variables"]["first"] == 0:  # type: ignore[index]
        return {"totalCount": ties, "counts": [count], "nodes": [], "edges": [], "pageInfo": page}
    drawn = random.Random(7)  # noqa: S311 - a picture, no secret
    found = [{"__typename": _KINDS[at % 5], "id": f"person_n{at}", "caption": f"对象{at}"} for at in range(1, nodes)]
    ends = [
        (drawn.randrange(max(1, at)) if at < nodes else drawn.randrange(nodes), at % nodes) for at in range(1, ties + 1)
    ]
    edges = [
        {"__typename": "Relationship", "id": f"t{at}", "type": "KNOWS", "source": f"person_n{one}", "target": f"person_n{other}", "properties": {}}
        for at, (one, other) in enumerate(ends)
    ]  # fmt: skip
    return {"totalCount": ties, "counts": [count], "nodes": [centre, *found], "edges": edges, "pageInfo": page}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    address = parser.parse_args().url
    with chromium() as running:
        milliseconds, kilobytes = first_page(running, address)
        print(
            f"first page usable {milliseconds / 1000:.2f} s; script {kilobytes:.0f} kB compressed until the inbox stands"
        )
        for size in _SIZES:
            opened, settled, frames = graph(running, address, *size)
            print(
                f"{size[0]} nodes, {size[1]} ties: open {opened:.2f} s, settled {settled:.2f} s, {frames:.0f} frames/s"
            )
