"""The nine stories of the trade (F1 to F9) walked at the desk, each to what it ends in."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import expect

from bench.desk.api import Api
from bench.desk.browser import WAIT, settle
from bench.desk.walking import Steps, Walk

_CLUE = "query($n: String!) { it: clue(number: $n) { caption handledBy(first: 1) { team { teamName } } } }"
_TICKET = "query($n: String!) { it: ticket(number: $n) { caption names(first: 10) { entity { __typename caption } } } }"


def stories(api: Api) -> Mapping[str, Steps]:
    """Return the walks by the names of their stories; `api` tells what each has to end in."""
    return {
        "F1": lambda walk: _petition(walk, api),
        "F2": lambda walk: _mahjong(walk, api),
        "F3": _platform,
        "F4": lambda walk: _estate(walk, api),
        "F5": _sweep,
        "F6": _dinner,
        "F7": _fuel,
        "F8": _back_again,
        "F9": _lists,
    }


def _petition(walk: Walk, api: Api) -> None:
    """The complaint is found by its number; its chain of custody says that the stationed team had it the same day."""
    clue = _of(api, _CLUE, "XF-2025-00011")
    walk.find("XF-2025-00011", clue["caption"])
    custody = walk.page.locator(".custody")
    expect(custody).to_contain_text(clue["handledBy"][0]["team"]["teamName"])
    expect(custody).to_contain_text(walk.t("custody.received"))
    day = {"zh": "2025年5月14日", "en": "14 May 2025"}[walk.language]
    expect(custody.get_by_text(day)).to_have_count(2)  # received, and handled


def _mahjong(walk: Walk, api: Api) -> None:
    """The ticket says when it came in and when it was answered, five hours later."""
    ticket = _of(api, _TICKET, "ZS-2025-00056")
    walk.find("ZS-2025-00056", ticket["caption"])
    walk.sees(*(each["entity"]["caption"] for each in ticket["names"] if each["entity"]["__typename"] == "Person"))
    walk.sees(walk.t("ticket.tookHours", count=5))


def _platform(walk: Walk) -> None:
    """The city page says how many tickets came in, how many were solved, and opens the list behind the number."""
    walk.page.get_by_role("link", name=walk.t("nav.city"), exact=True).click()
    settle(walk.page)
    walk.sees("400", "374", "93.5%")


def _estate(walk: Walk, api: Api) -> None:
    """The ticket on the estate was answered within fifteen days, and the place says how many people live there."""
    ticket = _of(api, _TICKET, "ZS-2025-00023")
    walk.find("ZS-2025-00023", ticket["caption"])
    walk.sees(walk.t("ticket.tookDays", count=15))
    place = next(each["entity"]["caption"] for each in ticket["names"] if each["entity"]["__typename"] == "Place")
    walk.page.get_by_role("link", name=place, exact=True).first.click()
    settle(walk.page)
    walk.sees("2,136")


def _sweep(walk: Walk) -> None:
    """The firm behind many of the compounds, its owner, and the owner's kin in office."""
    walk.find("恒光电力", "云江市恒光电力安装有限公司")
    walk.sees("周琳霞", "80")
    walk.page.get_by_role("link", name="周琳霞", exact=True).first.click()
    settle(walk.page)
    kin = walk.page.locator(".relation", has_text=walk.t("relations.kin"))
    kin.get_by_role("link").first.click(timeout=WAIT)
    settle(walk.page)
    walk.sees(walk.t("entity.posts"))


def _dinner(walk: Walk) -> None:
    """The clue belongs with the alert on the same dinner, and a sentence says why; the graph draws who was there."""
    walk.go("/matter/clue:XS-2025-00101")
    card = walk.page.locator(".card", has_text="YJ-2025-00032")
    expect(card).to_contain_text("刘子欣")
    walk.press("graph.openThis")
    walk.page.locator(".expanding .ant-btn-primary:not([disabled])").click(timeout=WAIT)
    walk.press("graph.table")
    expect(walk.page.locator(".graph-table")).to_contain_text("刘子欣")


def _fuel(walk: Walk) -> None:
    """The alerts of a model on vehicles, the rows that fired, and what explains one innocently."""
    walk.page.get_by_role("link", name=walk.t("nav.alerts"), exact=True).click()
    settle(walk.page)
    walk.page.get_by_role("button").filter(has=walk.page.locator(".ant-tag", has_text="V1")).first.click(timeout=WAIT)
    settle(walk.page)
    walk.page.locator("tr[data-row]").first.click()
    drawer = walk.page.locator(".alert-drawer")
    expect(drawer.locator(".fired").first).to_be_visible()
    expect(drawer).to_contain_text(walk.t("alerts.innocent"))


def _back_again(walk: Walk) -> None:
    """The inspection issue says which audit finding it repeats, and that had been checked off."""
    walk.go("/matter/issue:XC-2026-00020")
    walk.sees(walk.t("custody.repeats"), "SJ-2025-0077-01")
    walk.page.locator(".custody").get_by_role("link", name="SJ-2025-0077-01").click()
    settle(walk.page)
    walk.sees({"zh": "已销号", "en": "Checked off"}[walk.language])


def _lists(walk: Walk) -> None:
    """What a supervision office watches over: its page lists its units."""
    walk.go("/entity/team:SUPERVISION_1")
    walk.sees("云江市委办公室")


def _of(api: Api, text: str, number: str) -> dict[str, Any]:
    return dict(api.ask(text, n=number)["it"])
