"""What is done at the desk, in a real browser: a picture is saved and shared, a model is tried with other numbers, a task is drafted."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Page, expect

from tests.browser.conftest import WatchedPage
from tests.browser.desk_steps import WAIT, entered, settled
from tests.browser.test_desk import HIDDEN, THEIRS, desk
from tests.clients.packages import desk_modules
from tests.served import Served

__all__ = ["desk"]

PAGES = (
    "/tasks",
    "/tasks?of=recommendations",
    "/tasks?of=sweeps",
    "/tasks?of=lists",
    "/tasks?of=tickets",
    "/tasks?of=interventions",
    "/task/recommendation_1",
    "/task/sweep_1",
    "/task/supervisionlist_1",
    "/task/ticket_00",
    "/models/V1",
    "/graph?of=clue_02&group=unit&size=BETWEENNESS",
)


def drawn(page: Page, desk: Served) -> None:
    """Draw what is around a clue, held in its place with its groups."""
    page.goto(f"{desk.url}/graph?of=clue_02&group=kind&size=DEGREE")
    draw = page.get_by_role("button", name="Draw")
    expect(draw).to_be_enabled(timeout=WAIT)
    draw.click()
    expect(page.locator(".graph-count")).not_to_have_text("1 things, 0 ties", timeout=WAIT)
    page.get_by_role("button", name="Pin").click()


def rows_of(page: Page) -> list[str]:
    """Return the rows of the table beside the picture."""
    if page.locator(".graph-table").count() == 0:
        page.get_by_role("button", name="Table", exact=True).click()
    return sorted(page.locator(".graph-table .ant-table-row").all_inner_texts())


def test_a_picture_is_saved_shared_and_opened_again(watched: WatchedPage, desk: Served) -> None:
    page = entered(watched, desk, "o_disc")
    drawn(page, desk)
    rows, counted = rows_of(page), page.locator(".graph-count").inner_text()
    page.get_by_role("tab", name="Views").click()
    page.get_by_label("Name of the view").fill("线索周边")
    page.get_by_label("Teams that may open it").click()
    page.keyboard.type("TOUR_1")
    page.locator(".ant-select-item-option", has_text="TOUR_1").click(
        timeout=WAIT
    )  # teams are asked for when the field is opened
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Save the picture").click()
    expect(page.get_by_text("The view is saved")).to_be_visible(timeout=WAIT)
    address = page.url
    assert "view=view_" in address
    assert "of=" not in address

    page.goto("about:blank")
    page.goto(address.split("?")[0] + "?view=" + address.split("view=")[1].split("&")[0])
    expect(page.locator(".graph-count")).to_have_text(counted, timeout=WAIT)
    settled(page)
    assert rows_of(page) == rows
    assert "group=kind" in page.url
    assert "size=DEGREE" in page.url
    assert out_as(page, "XLSX", "xl/worksheets/sheet1.xml").count("<row>") == len(rows) + 1
    assert "o_disc" in out_as(page, "XLSX", "xl/worksheets/sheet3.xml")
    assert out_as(page, "SVG").count("<path ") == len(rows)
    shared(watched, desk, address, len(rows))


def shared(watched: WatchedPage, desk: Served, address: str, most: int) -> None:
    """See what the other team sees of the view: what it may, and nothing to change; then drop it."""
    watched.page.evaluate("() => sessionStorage.clear()")
    page = entered(watched, desk, "o_tour")
    page.goto(address)
    expect(page.locator(".graph-count")).not_to_have_text("0 things, 0 ties", timeout=WAIT)
    page.get_by_role("button", name="Table", exact=True).click()
    expect(page.locator(".graph-table .ant-table-row").first).to_be_visible(timeout=WAIT)
    assert 0 < len(rows_of(page)) <= most
    page.get_by_role("tab", name="Views").click()
    one = page.locator(".view-row", has=page.locator("[aria-current]"))
    expect(one).to_have_count(1, timeout=WAIT)
    expect(one.get_by_role("button", name="Copy the link")).to_be_visible()
    expect(one.get_by_role("button", name="Drop")).to_have_count(0)
    page.evaluate("() => sessionStorage.clear()")
    page = entered(watched, desk, "o_disc")
    page.goto(address)
    page.get_by_role("tab", name="Views").click(timeout=WAIT)
    one = page.locator(".view-row", has_text="线索周边")
    one.get_by_role("button", name="Drop").click(timeout=WAIT)
    page.get_by_role("tooltip").get_by_role("button", name="Drop").click()
    expect(one).to_have_count(0, timeout=WAIT)
    assert "view=" not in page.url
    assert watched.faults == []
    assert watched.outside == []


def out_as(page: Page, form: str, inside: str | None = None) -> str:
    """Return the text of what is taken out of the graph, or of a file inside it."""
    page.get_by_role("button", name="Export", exact=True).click()
    with page.expect_download(timeout=WAIT) as taken:
        page.get_by_role("menuitem", name=form, exact=True).click()
    content = Path(taken.value.path()).read_bytes()
    return ZipFile(io.BytesIO(content)).read(inside).decode() if inside else content.decode()


def test_a_model_is_tried_with_other_numbers(watched: WatchedPage, desk: Served) -> None:
    page = entered(watched, desk, "o_disc")
    page.goto(f"{desk.url}/models/V1")
    number = page.get_by_label("Share of the tank above which")
    number.fill("much", timeout=WAIT)
    expect(page.get_by_role("button", name="Run without writing")).to_be_disabled()
    number.fill("0.001")
    page.get_by_role("button", name="Run without writing").click()
    expect(page.get_by_role("status").filter(has_text="found:")).to_contain_text("found", timeout=WAIT)
    page.get_by_role("button", name="Try the values around it").click()
    expect(page.locator(".dry-plot tbody tr")).to_have_count(8, timeout=WAIT)
    assert watched.faults == []
    assert watched.outside == []


def test_a_task_is_drafted_and_found(watched: WatchedPage, desk: Served) -> None:
    page = entered(watched, desk, "o_disc")
    page.goto(f"{desk.url}/tasks?of=lists")
    page.get_by_role("button", name="New supervision list").click(timeout=WAIT)
    page.get_by_label("Unit", exact=True).fill("住建局")
    page.locator(".ant-select-item-option").first.click(timeout=WAIT)
    page.get_by_label("What it is about").fill("监督要点")
    page.get_by_label("Items, one in each line").fill("查看台账 2099-03-05\n抽查单据")
    page.get_by_label("Reason").fill("日常监督")
    page.get_by_role("button", name="Draft it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("监督要点", timeout=WAIT)
    expect(page.locator(".ant-table-row")).to_have_count(2)
    expect(page.get_by_text("Proposed", exact=True)).to_be_visible()
    page.get_by_role("link", name="All tasks").click()
    page.get_by_role("tab", name="Supervision lists").click()
    expect(page.get_by_role("link", name="监督要点")).to_be_visible(timeout=WAIT)
    assert watched.faults == []


def test_pages_of_work_hold_nothing_hidden_and_nothing_that_axe_finds(watched: WatchedPage, desk: Served) -> None:
    axe = (desk_modules() / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    page, shown, found = entered(watched, desk, "o_disc", "zh"), "", {}
    for path in PAGES:
        page.goto(desk.url + path)
        page.wait_for_selector(".viewer-name", timeout=WAIT)
        settled(page)
        shown += page.content()
        page.evaluate(axe)
        told = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
        serious = [each for each in told if each["impact"] in ("serious", "critical")]
        found[path] = [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in serious]

    assert [each for each in (*HIDDEN, *THEIRS["o_disc"]) if each in shown] == []
    assert "小区用电" in shown
    assert found == {path: [] for path in PAGES}
    assert watched.faults == []
    assert watched.outside == []
