"""`python -m bench.desk.live --url http://127.0.0.1:8000 --events 300`: an open desk that hears what happens, against a demo that runs.

One officer looks at the inbox; a member of the same team judges links, each of which is told to the team. In the middle the
connection is cut for some events. Told is whether the desk counted every notice, and how its memory stood.
"""

import argparse

from playwright.sync_api import Page, WebSocketRoute

from bench.desk.api import Api
from bench.desk.browser import WAIT, chromium, enter, settle

_WATCHER, _JUDGE = "o-sup4-01", "o-sup4-02"
_LINKS = "{ links(filter: {state: [PROPOSED]}, first: 40) { nodes { id } } }"
_TOLD = "{ notices(first: 0) { totalCount } }"
_JUDGED = 'mutation($id: ID!, $v: LinkVerdict!) { judgeLink(id: $id, verdict: $v, reason: "bench") { __typename } }'


class Line:
    """The WebSockets of a page, which can be cut and let through again."""

    def __init__(self, page: Page) -> None:
        self.is_cut = False
        self._open: list[WebSocketRoute] = []
        page.route_web_socket("**/graphql", self._connect)

    def cut(self) -> None:
        """Break every connection and refuse new ones."""
        self.is_cut = True
        for each in self._open:
            each.close()
        self._open.clear()

    def _connect(self, socket: WebSocketRoute) -> None:
        if self.is_cut:
            socket.close()
            return
        socket.connect_to_server()
        self._open.append(socket)


def measure(url: str, events: int) -> None:
    """Print what the desk heard of so many events, and its memory before and after."""
    judge = Api(url, _JUDGE)
    links = [each["id"] for each in judge.ask(_LINKS)["links"]["nodes"]]
    with chromium() as browser:
        page = enter(browser, _WATCHER, "en")
        line = Line(page)
        page.goto(f"{url}/?of=links")
        settle(page)
        page.wait_for_timeout(2_000)
        before, begun = _memory(page), judge.ask(_TOLD)["notices"]["totalCount"]
        for at in range(events):
            if at == events // 3:
                line.cut()
                page.get_by_role("alert").wait_for(timeout=WAIT)
            if at == events // 2:
                line.is_cut = False
            verdict = "UNSURE" if at // len(links) % 2 else "CONFIRMED"
            judge.ask(_JUDGED, id=links[at % len(links)], v=verdict)
            page.wait_for_timeout(1)  # lets the page's connection be served
        told = judge.ask(_TOLD)["notices"]["totalCount"] - begun
        page.get_by_title(f"New notices: {told}").wait_for(timeout=60_000)
        page.wait_for_timeout(3_000)
        print(f"{events} events, {told} notices, {told} counted, one broken connection healed")
        print(f"memory of the page after collecting: {before:.1f} MB, then {_memory(page):.1f} MB")


def _memory(page: Page) -> float:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    found = session.send("Runtime.getHeapUsage")["usedSize"]
    session.detach()
    return float(found) / 1024**2


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--events", type=int, default=300)
    given = parser.parse_args()
    measure(given.url, given.events)
