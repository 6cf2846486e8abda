"""The desk in a real browser, on a real service that answers its listed operations only, on a graph of two teams."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import httpx
import pytest
from playwright.sync_api import expect

from graph_service.embedded import Running
from graph_service.errors import Conflict
from graph_service.graph import Writer
from graph_service.migrations import fingerprint_of, migrate
from graph_service.progress import Silent
from graph_service.settings import Settings
from graph_service.web.build import ensure_built
from graph_service.web.desk import DESK
from tests.browser.conftest import WatchedPage
from tests.browser.desk_steps import WAIT, entered, judge_a_link, settled, still_text, take_into_the_series, taken_out
from tests.clients.packages import desk_modules
from tests.series import draw_link, draw_matters
from tests.served import Served, serving
from tests.world import BOTH, DISC, NOBODY, TOUR, draw_world, write_world

HIDDEN = ("XS-SECRET", "内部", "V1-secret", "110101198001019999")  # from everybody
THEIRS = {"o_disc": ("XS-TOUR-9", "巡察组自己的线索"), "o_tour": ("XS-DISC-9", "室里自己的线索")}
PAGES = (
    "/",
    "/?of=links",
    "/matter/clue_03",
    "/entity/person_3",
    "/entity/unit_0",
    "/graph?of=person_3",
    "/lookup",
    "/rounds",
    "/queues/identity",
    "/alerts",
    "/sources",
    "/series",
    "/models",
    "/access",
    "/city?behind=DISCIPLINARY+CLUE",
    "/unit/unit_0/pack?of=issues",
)


@pytest.fixture(scope="module")
def desk(settings: Settings, server: Running, empty_graph: Writer) -> Iterator[Served]:
    """The service as it is in production, but that officers are chosen."""
    try:
        ensure_built(None, Silent(), DESK)
    except Conflict as error:
        pytest.skip(f"the desk cannot be built here: {error}")
    migrate(empty_graph, fingerprint_of(settings.read_uid_key()))
    sketch = draw_world()
    for officer, audience in (("o_tour", DISC), ("o_disc", TOUR)):
        number, title = THEIRS[officer]
        clue = sketch.node("Clue", number, audience, number=number, title=title, channel="DISCIPLINARY")
        sketch.names(clue, "person_3", "unit_0", audience=audience, role="SUBJECT")
    write_world(sketch, empty_graph)
    clue, finding, issue = draw_matters(
        empty_graph,
        "desk",
        ("Clue", BOTH, "DISC_1"),
        ("AuditFinding", BOTH, "DISC_1"),
        ("InspectionIssue", BOTH, "TOUR_1"),
    )
    draw_link(empty_graph, clue, finding)
    draw_link(empty_graph, finding, issue, "PROPOSED")
    empty_graph.run_write(
        "MERGE (b:NoticeBook {uid: 'notices'}) SET b.last = 1000000"
    )  # beyond the notices of the world, which are drawn
    with serving(settings, server, "o_disc", OPERATIONS="listed") as found:
        yield found


@pytest.fixture(scope="module")
def series(desk: Served) -> str:
    """A series of two matters, to which a third one may belong."""
    document = (DESK.sources / "src" / "series" / "acts" / "open.graphql").read_text(encoding="utf-8")
    given = {"matters": ["clue_desk0", "auditfinding_desk1"], "title": "物业串案", "reason": "同一人"}
    answer = httpx.post(
        f"{desk.url}/graphql",
        json={"query": document, "variables": given},
        headers={"Authorization": f"Bearer {desk.token}"},
        timeout=60,
    )
    return str(answer.json()["data"]["openSeries"]["id"])


def test_an_officer_finds_a_matter_draws_it_and_judges_a_link(watched: WatchedPage, desk: Served, series: str) -> None:
    page = entered(watched, desk, "o_disc")
    page.keyboard.press("/")
    page.keyboard.type("反映物业公司 3")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="反映物业公司 3", exact=True).first.click(timeout=WAIT)
    expect(page.get_by_role("heading", level=1)).to_have_text("反映物业公司 3", timeout=WAIT)
    assert "物业" not in page.url + page.title()
    settled(page)

    page.get_by_role("link", name="Open in the graph").click()
    draw, counted = page.get_by_role("button", name="Draw"), page.locator(".graph-count")
    expect(draw).to_be_enabled(timeout=WAIT)
    before = counted.inner_text()
    draw.click()
    expect(counted).not_to_have_text(before, timeout=WAIT)
    page.get_by_role("button", name="Table").click()
    expect(page.locator(".graph-table").get_by_role("button", name="张丁")).to_be_visible(timeout=WAIT)
    page.keyboard.press("Control+z")
    expect(counted).to_have_text(before, timeout=WAIT)

    judge_a_link(page)
    page.goto(f"{desk.url}/series/{series}")
    take_into_the_series(page)
    assert taken_out(page, desk).startswith(b"PK")
    assert watched.outside == []
    assert watched.faults == []


@pytest.mark.parametrize(
    "who", [("o_disc", "en", "light"), pytest.param(("o_tour", "zh", "dark"), marks=pytest.mark.long)]
)
def test_pages_hold_nothing_hidden_and_nothing_that_axe_finds(
    who: tuple[str, str, Literal["light", "dark"]], watched: WatchedPage, desk: Served, series: str
) -> None:
    officer, language, shade = who
    paths = (*PAGES, f"/series/{series}")
    axe = (desk_modules() / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    watched.page.emulate_media(color_scheme=shade)
    page = entered(watched, desk, officer, language)
    other, shown, found = "o_tour" if officer == "o_disc" else "o_disc", "", {}
    for path in paths:
        page.goto(desk.url + path)
        page.wait_for_selector(".viewer-name", timeout=WAIT)
        settled(page)
        shown += page.content()
        page.evaluate(axe)
        told = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
        found[path] = [
            f"{each['id']}: {each['nodes'][0]['html'][:200]}"
            for each in told
            if each["impact"] in ("serious", "critical")
        ]

    assert THEIRS[other][1] in shown  # what is one's own is there, so the next lines could fail
    assert [each for each in (*HIDDEN, *THEIRS[officer]) if each in shown] == []
    assert found == {path: [] for path in paths}
    assert page.evaluate("() => document.documentElement.lang") == {"en": "en", "zh": "zh-CN"}[language]
    assert watched.faults == []
    assert watched.outside == []


def test_what_is_hidden_looks_like_what_does_not_exist(watched: WatchedPage, desk: Served) -> None:
    page = entered(watched, desk, "o_disc")
    texts = []
    for number in (THEIRS["o_disc"][0], "XS-NONE"):
        page.goto(f"{desk.url}/matter/clue_{number}")
        page.wait_for_selector(".viewer-name", timeout=WAIT)
        texts.append(still_text(page))

    assert "open to your team" in texts[0]
    assert texts[0] == texts[1]


def test_pages_look_alike_in_a_world_without_what_is_hidden(
    watched: WatchedPage, desk: Served, empty_graph: Writer
) -> None:
    page = entered(watched, desk, "o_disc")
    paths = ("/matter/clue_03", "/entity/person_3", "/entity/unit_0", "/alerts", "/city", "/unit/unit_0/pack?of=issues")

    def texts() -> list[str]:
        found = []
        for path in paths:
            page.goto(desk.url + path)
            page.wait_for_selector(".viewer-name", timeout=WAIT)
            found.append(still_text(page))
        return found

    whole = texts()
    held = "MATCH (n) WHERE n.audience = $hidden"
    assert empty_graph.run_read(f"{held} RETURN count(n) AS many", hidden=NOBODY)[0][0]["many"] > 0
    empty_graph.run_write("MATCH ()-[r]->() WHERE r.audience = $hidden DELETE r", hidden=NOBODY)
    empty_graph.run_write(f"{held} DETACH DELETE n", hidden=NOBODY)

    assert texts() == whole
    assert len(set(whole)) == len(paths)


def test_nobody_enters_by_an_address_alone(watched: WatchedPage, desk: Served) -> None:
    page = watched.page
    page.goto(f"{desk.url}/matter/clue_03")

    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=WAIT)
    assert "反映" not in page.content()
    assert desk.token not in page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])")
