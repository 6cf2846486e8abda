"""What is done at the desk in its tests: how one comes in, and the steps of an investigator and of an inspection team."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import WatchedPage
from tests.served import Served

WAIT = 300_000  # a machine that runs other work plans each question slowly when it is first asked


def entered(watched: WatchedPage, desk: Served, officer: str, language: str = "en") -> Page:
    page = watched.page
    page.goto(desk.url)
    page.evaluate("(language) => localStorage.setItem('leadlink.preferences', JSON.stringify({language}))", language)
    page.reload()
    team = page.locator(".ant-card", has_text="DISC_1" if officer == "o_disc" else "TOUR_1")
    team.get_by_role("button", name=officer).click(timeout=WAIT)
    expect(page.locator(".viewer-name")).to_have_text(f"干部 {officer}", timeout=WAIT)
    return page


def settled(page: Page) -> None:
    """Return once no part of the page waits for an answer."""
    page.wait_for_timeout(400)
    expect(page.locator(".ant-skeleton, .graph-wait")).to_have_count(0, timeout=WAIT)


def still_text(page: Page) -> str:
    """Return the text of the page once it has stayed the same for half a second: what is asked for late has come too."""
    settled(page)
    told, again = "", page.locator("main").inner_text()
    while told != again:
        page.wait_for_timeout(500)
        told, again = again, page.locator("main").inner_text()
    return told


def judge_a_link(page: Page) -> None:
    """Confirm a link of the inbox, which leaves it."""
    page.get_by_role("link", name="Inbox", exact=True).click()
    page.get_by_role("tab", name="Links to judge").click()
    rows = page.locator(".inbox-row")
    expect(rows.first).to_be_visible(timeout=WAIT)
    waiting = rows.count()
    page.keyboard.press("j")
    page.keyboard.press("1")
    page.keyboard.type("same person, same firm")
    rows.first.get_by_role("button", name="Confirm (1)").click()
    expect(page.get_by_text("Kept: ")).to_be_visible(timeout=WAIT)
    expect(rows).to_have_count(waiting - 1, timeout=WAIT)


def take_into_the_series(page: Page) -> None:
    """Take the suggested matter into the series that is shown, and hear of it as it happens."""
    page.get_by_role("button", name="Take in").first.click(timeout=WAIT)
    page.get_by_label("Reason").fill("one story")
    page.locator("form").get_by_role("button", name="Take in").click()
    expect(page.locator(".series-channels li")).to_have_count(3, timeout=WAIT)
    page.get_by_title("New notices: ").click(timeout=WAIT)
    expect(page.locator(".inbox-row").first).to_be_visible(timeout=WAIT)
    expect(page.get_by_title("New notices: ")).to_have_count(0)


def taken_out(page: Page, desk: Served) -> bytes:
    """Return the workbook of a unit's pack."""
    page.goto(f"{desk.url}/unit/unit_0/pack")
    page.get_by_role("button", name="Take it along").click(timeout=WAIT)
    page.get_by_role("radio", name="Excel").check()
    page.get_by_label("What it is for").fill("巡察进驻")
    with page.expect_download(timeout=WAIT) as taken:
        page.get_by_role("button", name="Make the file").click()
    return taken.value.path().read_bytes()
