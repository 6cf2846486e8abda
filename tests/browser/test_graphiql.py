from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import WatchedPage
from tests.served import Served

WAIT = 60_000
# The last that the page fetches by itself; Playwright's "networkidle" may never come while a worker's request is routed.
ASKED_FOR_THE_SCHEMA = "() => performance.getEntriesByType('resource').some(entry => entry.name.endsWith('/graphql'))"
ASK = "query Ask { viewer { __typename } }"
TABS = "JSON.parse(sessionStorage.getItem('graphiql:tabState'))?.tabs"  # written a moment after the tab is there
KEPT = "() => JSON.stringify([{...localStorage}, {...sessionStorage}])"


@pytest.fixture
def opened(watched: WatchedPage, served: Served) -> WatchedPage:
    watched.page.goto(f"{served.url}/graphiql#token={served.token}")
    expect(watched.page.locator(".graphiql-container")).to_be_visible(timeout=WAIT)
    return watched


def test_the_page_loads_without_a_request_outside_loopback(opened: WatchedPage) -> None:
    expect(opened.page.locator(".graphiql-query-editor .monaco-editor").first).to_be_visible(timeout=WAIT)
    expect(opened.page).to_have_title("leadlink · GraphiQL 图查询台")
    opened.page.wait_for_function(ASKED_FOR_THE_SCHEMA, timeout=WAIT)
    opened.page.wait_for_timeout(1000)  # what would ask for more has had the time to

    assert opened.outside == []
    assert opened.faults == []


def test_the_docs_come_from_introspection(opened: WatchedPage) -> None:
    opened.page.get_by_role("button", name="Show Documentation Explorer").click()
    docs = opened.page.locator(".graphiql-doc-explorer")

    expect(docs.locator(".graphiql-doc-explorer-title")).to_have_text("Node", timeout=WAIT)
    expect(docs.get_by_role("link", name="Clue", exact=True)).to_be_visible(timeout=WAIT)
    expect(docs.get_by_role("link", name="Person", exact=True)).to_be_visible()
    docs.get_by_role("link", name="Docs").click()

    docs.get_by_role("link", name="Query", exact=True).click(timeout=WAIT)

    expect(docs.get_by_role("link", name="viewer", exact=True)).to_be_visible(timeout=WAIT)


def test_a_query_runs_with_the_token_of_the_address(opened: WatchedPage, served: Served) -> None:
    answer = ask(opened.page, ASK)

    assert isinstance(answer, dict)
    assert answer["data"] == {"viewer": {"__typename": "Officer"}}
    sent = [request for request in opened.requests if request.url.endswith("/graphql")]
    assert {request.headers.get("authorization") for request in sent} == {f"Bearer {served.token}"}


def test_the_token_leaves_the_address_and_dies_with_the_tab(opened: WatchedPage, served: Served) -> None:
    page = opened.page

    assert page.url == f"{served.url}/graphiql"
    assert served.token not in page.evaluate("() => JSON.stringify({...localStorage})")
    assert [request.url for request in opened.requests if served.token in request.url] == []
    page.get_by_role("button", name="forget").click()
    assert served.token not in page.evaluate(KEPT)


def test_a_token_that_is_not_good_is_said_at_once(watched: WatchedPage, served: Served) -> None:
    page = watched.page
    page.goto(f"{served.url}/graphiql#token={served.token}x")

    expect(page.locator(".session.refused")).to_contain_text("token refused 令牌无效", timeout=WAIT)
    page.get_by_role("button", name="forget").click()
    expect(page.locator(".session")).to_contain_text("no token")

    page.goto(f"{served.url}/graphiql#token={served.token}")
    expect(page.locator(".session")).to_contain_text("token kept", timeout=WAIT)
    ask(page, ASK)
    expect(page.locator(".session.refused")).to_have_count(0)


def test_chinese_signs_are_not_marked_and_long_lines_wrap(opened: WatchedPage) -> None:
    page = opened.page
    fill(page, "Query", "query Ask { viewer { __typename } } # （一），：；！？“二”" + "很长的一行" * 60)
    lines = page.locator(".graphiql-query-editor .monaco-editor .view-line")

    expect(lines).not_to_have_count(1)
    page.wait_for_timeout(1_500)  # the editor looks for odd signs a moment after the typing
    assert page.locator(".graphiql-query-editor .unicode-highlight").count() == 0


def test_a_header_that_is_pasted_is_sent_and_kept_nowhere(watched: WatchedPage, served: Served) -> None:
    page = watched.page
    page.goto(f"{served.url}/graphiql")
    page.get_by_role("button", name="Headers").click(timeout=WAIT)
    fill(page, "Headers", json.dumps({"Authorization": f"Bearer {served.token}"}))

    answer = ask(page, ASK)

    assert isinstance(answer, dict)
    assert answer["data"] == {"viewer": {"__typename": "Officer"}}
    # The tab and the history are written a moment after the run.
    page.wait_for_timeout(1_500)
    assert "Ask" in page.evaluate(KEPT)
    assert served.token not in page.evaluate(KEPT) + page.url


def test_an_example_opens_in_a_tab_of_its_own(opened: WatchedPage) -> None:
    page = opened.page
    example = page.locator(".example").last
    name = example.get_attribute("data-example")
    listed = page.evaluate("() => fetch('/graphiql/examples.json').then((answer) => answer.json())")
    text = next(entry["query"] for entry in listed if entry["name"] == name)

    example.click()

    expect(page.locator(".graphiql-tab")).to_have_count(2)
    page.wait_for_function(f"(text) => {TABS}?.[1]?.query === text", arg=text)


def fill(page: Page, label: str, text: str) -> None:
    area = page.locator(f"section[aria-label='{label}'] .monaco-editor, .graphiql-query-editor .monaco-editor")
    editor = area.last if label == "Headers" else area.first
    expect(editor).to_be_visible(timeout=WAIT)
    editor.click()
    page.keyboard.press("ControlOrMeta+A")
    # Inserted, not typed: the editor closes brackets by itself while typing.
    page.keyboard.insert_text(text)


def ask(page: Page, text: str) -> object:
    fill(page, "Query", text)
    # GraphiQL reads the operation's name a moment after the typing.
    expect(page.locator(".graphiql-tab").first).to_contain_text("Ask", timeout=WAIT)
    with page.expect_response(lambda response: "viewer" in (response.request.post_data or "")) as caught:
        page.keyboard.press("ControlOrMeta+Enter")
    return caught.value.json()
