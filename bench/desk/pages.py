"""Every page of the desk as somebody has it before them: who, at which address, and what is done there first."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from playwright.sync_api import Page

from bench.desk.api import Api
from bench.desk.browser import WAIT, settle
from graph_service.web.desk import DESK

CASE, CHIEF, CLERK, SYSTEM = "o-case-01", "o-chief-01", "o-case-02", "o-it-01"
INVESTIGATOR, TOUR, TOWNSHIP = "o-sup7-01", "o-tour4-01", "o-town01-01"
CLUE, ALERT = "clue:XS-2025-00101", "alert:YJ-2025-00032"
LINKED = "clue:XS-2025-00072"  # one of the compounds of the sweep, which links join with others
UNIT = "unit:11360502MB1BAU6N50"
INSPECTED = "unit:11360502MB1A0Y733H"  # to which the team goes in the coming round
_TITLE = "小区施工临时用电串案"


@dataclass(frozen=True)
class PageOf:
    """One page: its name among the pictures, the officer before it, its address, and what is done there first."""

    name: str
    officer: str | None
    path: str
    begin: Callable[[Page], None] | None = None


def pages(url: str) -> list[PageOf]:
    """Return every page of the desk; what a page needs to have something on it is done in the demo first."""
    case = Api(url, CASE)
    person = case.ask('{ search(text: "刘子欣", kinds: [PERSON], first: 1) { nodes { id } } }')["search"]["nodes"][0][
        "id"
    ]
    car = case.ask("{ vehicles(first: 1) { nodes { id } } }")["vehicles"]["nodes"][0]["id"]
    found = {"person": person, "car": car, "series": _series(case)}
    _asked_access(url)
    return [replace(each, path=each.path.format(**found)) for each in _PAGES]


def opened(page: Page, url: str, wanted: PageOf) -> None:
    """Show the page and wait until all of it stands."""
    page.goto(url + wanted.path)
    if wanted.officer is None:
        page.wait_for_selector(".choice", timeout=WAIT)
        return
    settle(page)
    if wanted.begin:
        wanted.begin(page)
        settle(page)


def _series(case: Api) -> str:
    """Return the series of the pages, opened from a link that is confirmed for it."""
    known = case.ask("{ seriesList(first: 1) { nodes { id } } }")["seriesList"]["nodes"]
    if known:
        return str(known[0]["id"])
    links = case.ask(
        "query($m: ID!) { links(filter: {matter: $m}, first: 100) { nodes { id one { id number } other { id number } } } }",
        m=case.ask("query($n: String!) { clue(number: $n) { id } }", n=LINKED.split(":")[1])["clue"]["id"],
    )["links"]["nodes"]
    link = links[0]
    case.ask(_operation("matter/judge"), id=link["id"], verdict="CONFIRMED", reason="同一家电力安装企业，同一做法")
    made = case.ask(
        _operation("series/acts/open"),
        matters=[link["one"]["id"], link["other"]["id"]],
        title=_TITLE,
        reason="多个小区由同一企业施工，反映的问题相同",
        clientKey="bench-series",
    )
    return str(made["openSeries"]["id"])


def _asked_access(url: str) -> None:
    """Have an investigator ask for what another team holds, once."""
    asker = Api(url, INVESTIGATOR)
    hits = asker.ask(_operation("hits/hits"), id=CLUE)["hits"]
    if hits:
        asker.ask(
            _operation("hits/ask"),
            hit=hits[0]["id"],
            until="2027-01-31T00:00:00Z",
            forTeam=False,
            reason="与本室在办线索涉及同一人员",
            clientKey="bench-access",
        )


def _operation(path: str) -> str:
    return (DESK.sources / "src" / f"{path}.graphql").read_text(encoding="utf-8")


def _type(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("恒光", delay=60)
    page.locator(".suggested").first.wait_for(timeout=WAIT)


def _search(text: str) -> Callable[[Page], None]:
    def begin(page: Page) -> None:
        page.keyboard.press("/")
        page.keyboard.type(text)
        page.keyboard.press("Enter")

    return begin


def _compare(page: Page) -> None:
    page.locator("form textarea").fill(
        "XS-2025-00101\n91360502MA5EJYXH44\n刘子欣\n张芳\n360502199003070016\n赣K00001\n没有此人"
    )
    page.locator("form button[type=submit]").click()
    page.wait_for_timeout(500)


def _act(page: Page) -> None:
    page.locator(".matter-columns .ant-btn-primary, .matter-columns .bar > .ant-btn").last.wait_for(timeout=WAIT)
    page.locator("section:has(h2:text-matches('下一步|do next')) .bar .ant-btn").first.click()
    page.locator(".ant-modal").wait_for(timeout=WAIT)


def _draw(page: Page) -> None:
    button = page.locator(".expanding .ant-btn-primary:not([disabled])")
    button.wait_for(timeout=WAIT)
    button.click()
    page.wait_for_timeout(5_000)


def _table(page: Page) -> None:
    _draw(page)
    page.locator(".graph-bar button").nth(6).click()
    page.wait_for_timeout(2_000)


_PARTS = ("focuses", "findings", "issues", "transfers", "clues", "alerts", "holders", "connected", "sums")
# With the ids of a person, a car and a series where they stand in braces.
_PAGES = (
    PageOf("door", None, "/"),
    PageOf("inbox", INVESTIGATOR, "/"),
    PageOf("inbox-case", CASE, "/"),
    PageOf("inbox-chief", CHIEF, "/"),
    PageOf("inbox-links", INVESTIGATOR, "/?of=links"),
    PageOf("inbox-access", INVESTIGATOR, "/?of=access"),
    PageOf("inbox-notices", CASE, "/?of=notices"),
    PageOf("inbox-clues", CASE, "/?of=clues"),
    PageOf("inbox-empty", SYSTEM, "/"),
    PageOf("suggestions", CASE, "/", _type),
    PageOf("search", CASE, "/", _search("刘子欣")),
    PageOf("search-nothing", CASE, "/", _search("没有这样的东西")),
    PageOf("lookup", CASE, "/lookup"),
    PageOf("lookup-done", CASE, "/lookup", _compare),
    PageOf("matter-clue", CASE, f"/matter/{CLUE}"),
    PageOf("matter-clue-own", INVESTIGATOR, "/matter/clue:XF-2025-00015"),
    PageOf("matter-linked", CASE, f"/matter/{LINKED}"),
    PageOf("matter-alert", CASE, f"/matter/{ALERT}"),
    PageOf("matter-finding", CASE, "/matter/auditfinding:SJ-2025-0077-01"),
    PageOf("matter-issue", CASE, "/matter/issue:XC-2026-00020"),
    PageOf("matter-ticket", CASE, "/matter/ticket:ZS-2025-00056"),
    PageOf("matter-none", TOWNSHIP, f"/matter/{CLUE}"),
    PageOf("act", CASE, f"/matter/{CLUE}", _act),
    PageOf("person", CASE, "/entity/{person}"),
    PageOf("unit", CASE, f"/entity/{UNIT}"),
    PageOf("team", CASE, "/entity/team:SUPERVISION_1"),
    PageOf("vehicle", CASE, "/entity/{car}"),
    PageOf("graph-empty", CASE, "/graph"),
    PageOf("graph", CASE, f"/graph?of={CLUE}", _draw),
    PageOf("graph-table", CASE, f"/graph?of={CLUE}", _table),
    PageOf("rounds", TOUR, "/rounds"),
    *(PageOf(f"pack-{of}", TOUR, f"/unit/{INSPECTED}/pack?of={of}") for of in _PARTS),
    PageOf("alerts", CASE, "/alerts"),
    PageOf("alert-open", CASE, f"/alerts?alert={ALERT}"),
    PageOf("identity", CLERK, "/queues/identity"),
    PageOf("identity-none", SYSTEM, "/queues/identity"),
    PageOf("series-list", CASE, "/series"),
    PageOf("series", CASE, "/series/{series}"),
    PageOf("models", CASE, "/models"),
    PageOf("model", CASE, "/models/V1"),
    PageOf("access", INVESTIGATOR, "/access"),
    PageOf("city", CHIEF, "/city"),
    PageOf("city-behind", CHIEF, "/city?behind=DISCIPLINARY+CLUE"),
    PageOf("sources", CLERK, "/sources"),
    PageOf("loads", CLERK, "/sources?of=loads"),
    PageOf("missing", CASE, "/no/such/page"),
)
