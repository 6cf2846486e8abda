"""A day of five of the people who sit at the desk: what each comes for, to where each leaves. The unit's information officer has no page yet."""

from collections.abc import Mapping

from playwright.sync_api import Locator, expect

from bench.desk.browser import WAIT, settle
from bench.desk.pages import CASE, CHIEF, CLERK, INSPECTED, INVESTIGATOR, TOUR
from bench.desk.walking import Steps, Walk

_TABS = 60  # keys that are pressed at most to come to something
_HELD = "(it) => it === document.activeElement || it.contains(document.activeElement)"
_PROPOSE = {"zh": "提出处置意见", "en": "Propose the way of disposal"}
_WHY = {"zh": "按程序办理", "en": "as the rules have it"}


def _investigator(walk: Walk) -> None:
    """By keyboard alone: a clue of one's own is taken a step on, a link is judged, somebody is found, drawn and undone."""
    page, keys = walk.page, walk.page.keyboard
    _reach(walk, page.get_by_role("tab", selected=True))
    wanted = page.get_by_role("tab", name=walk.t("work.HANDLE"))
    _reach(walk, wanted, "ArrowDown")
    keys.press("Enter")
    settle(page)
    _work_on(walk, act=_PROPOSE[walk.language])
    walk.go("/?of=links")
    first = page.locator(".inbox-row").first.inner_text()
    keys.press("j")
    keys.press("3")
    keys.type(_WHY[walk.language])
    keys.press("Tab")
    keys.press("Enter")
    expect(page.locator(".inbox-row").first).not_to_have_text(first)
    keys.press("/")
    keys.type("刘子欣")
    keys.press("Enter")
    _reach(walk, page.get_by_role("link", name="刘子欣", exact=True).first)
    keys.press("Enter")
    settle(page)
    _reach(walk, page.get_by_role("link", name=walk.t("graph.openThis")).first)
    keys.press("Enter")
    draw = page.locator(".expanding .ant-btn-primary:not([disabled])")
    draw.wait_for(timeout=WAIT)
    before = page.locator(".graph-count").inner_text()
    _reach(walk, draw)
    keys.press("Enter")
    expect(page.locator(".graph-count")).not_to_have_text(before)
    keys.press("Control+z")
    expect(page.locator(".graph-count")).to_have_text(before)


def _team(walk: Walk) -> None:
    """The own unit of the coming round, what stands open there and since when, who led it then, and the file to take along."""
    page = walk.page
    page.get_by_role("link", name=walk.t("nav.rounds"), exact=True).click()
    settle(page)
    expect(page.locator("details[open] .round-own").first).to_be_visible()
    walk.go(f"/unit/{INSPECTED}/pack")
    for part in ("findings", "issues", "holders", "sums"):
        page.get_by_role("tab", name=walk.t(f"pack.{part}")).click()
        expect(page.locator("main .ant-table-row").first).to_be_visible()
    walk.press("pack.export")
    page.get_by_role("radio", name="Excel").check()
    page.get_by_label(walk.t("pack.purpose")).fill(_WHY[walk.language])
    with page.expect_download(timeout=WAIT) as taken:
        page.get_by_role("button", name=walk.t("pack.make")).click()
    if not taken.value.path().read_bytes().startswith(b"PK"):
        raise AssertionError("the pack is no workbook")


def _case_office(walk: Walk) -> None:
    """What nobody has yet is given to a team, by name."""
    walk.go("/?of=REGISTER")
    _work_on(walk, team={"zh": "第七监督检查室", "en": "第七监督检查室"}[walk.language])


def _clerk(walk: Walk) -> None:
    """The loads are looked at; two records are told apart, or left open, with a reason."""
    page = walk.page
    page.get_by_role("link", name=walk.t("nav.sources"), exact=True).click()
    settle(page)
    page.get_by_role("tab", name=walk.t("sources.loads")).click()
    expect(page.locator(".ant-table-row").first).to_be_visible()
    page.get_by_role("link", name=walk.t("nav.identity"), exact=True).click()
    settle(page)
    waiting = page.locator(".pair")
    many = waiting.count()
    page.keyboard.press("j")
    page.keyboard.press("3")
    page.keyboard.type(_WHY[walk.language])
    walk.press("identity.send")
    expect(waiting).to_have_count(many - 1)


def _leader(walk: Walk) -> None:
    """What waits for a decision is approved; a number of the city opens the list behind it."""
    page = walk.page
    walk.go("/?of=DECIDE")
    _work_on(walk)
    page.get_by_role("link", name=walk.t("nav.city"), exact=True).click()
    settle(page)
    page.locator(".heat button").first.click()
    expect(page.locator(".behind [data-row]").first).to_be_visible()


DAYS: Mapping[str, tuple[str, Steps]] = {
    "investigator": (INVESTIGATOR, _investigator),
    "inspection team": (TOUR, _team),
    "case office": (CASE, _case_office),
    "data clerk": (CLERK, _clerk),
    "leader": (CHIEF, _leader),
}


def _work_on(walk: Walk, team: str | None = None, act: str = "") -> None:
    """Do the first act of the first row that has one, or this one, by keyboard, and see it leave the list."""
    page, keys = walk.page, walk.page.keyboard
    row = page.locator(".work-row").filter(has=page.locator("[aria-keyshortcuts='1']", has_text=act)).first
    number = row.locator(".numbers.soft").first.inner_text()
    _reach(walk, row, "j")
    keys.press("1")
    form = page.locator(".ant-modal form")
    form.wait_for(timeout=WAIT)
    if act:
        form.get_by_role("combobox").first.focus()
        keys.press("ArrowDown")
        keys.press("Enter")
    if team:
        form.get_by_role("combobox").first.focus()
        keys.type(team)
        keys.press("Enter")
    for field in form.locator("input[type=text]:not([role=combobox])").all():
        field.focus()
        keys.type(_WHY[walk.language])
    form.locator("textarea").focus()
    keys.type(_WHY[walk.language])
    _reach(walk, page.locator(".ant-modal-footer .ant-btn-primary"))
    keys.press("Enter")
    expect(page.locator(".ant-modal form")).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text(number)


def _reach(walk: Walk, wanted: Locator, key: str = "Tab") -> None:
    """Press a key until the thing is held."""
    wanted.wait_for(timeout=WAIT)
    for _ in range(_TABS):
        if wanted.evaluate(_HELD):
            return
        walk.page.keyboard.press(key)
    raise AssertionError(f"the keyboard does not come to {wanted}")
