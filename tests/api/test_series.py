"""People make one story of judged links: series with members, lead team, board, timeline, suggestions, split and join."""

import asyncio
from typing import Any

import orjson
import pytest

from graph_service.graph import Writer
from tests.api.conftest import Caller
from tests.series import NOTICES, SERIES, document_of, draw_link, draw_matters
from tests.sketch import Sketch
from tests.world import BOTH, DISC


@pytest.fixture
def city(world: Sketch, writer: Writer) -> Writer:
    """The city, drawn anew for the next module."""
    writer.run_write("MATCH (w:TestWorld) DELETE w")
    return writer


async def done(caller: Caller, act: str, **given: Any) -> dict[str, Any]:
    usual = {"reason": "同一物业", "text": "同一物业", "title": "物业加价"}
    return dict((await caller.ask(document_of(act), usual | given))["done"])


async def shown(caller: Caller, series: str) -> dict[str, Any] | None:
    found = (await caller.ask(SERIES, {"id": series}))["done"]
    return None if found is None else dict(found)


def members(series: dict[str, Any], present: bool = True) -> list[str]:
    return [each["matter"]["id"] for each in series["members"] if (each["leftBy"] is None) is present]


async def told(caller: Caller, kind: str) -> list[tuple[str, str | None]]:
    nodes = (await caller.ask(NOTICES))["notices"]["nodes"]
    return [(each["one"]["id"], each["other"] and each["other"]["id"]) for each in nodes if each["kind"] == kind]


async def drawn(city: Writer, disc: Caller, key: str, state: str) -> tuple[str, list[str], str]:
    """Return a series of a clue and a finding, these with an issue and a ticket that are linked on, and the link to the issue."""
    matters = draw_matters(city, key, ("Clue", BOTH, "DISC_1"), ("AuditFinding", BOTH, "TOUR_1"), ("InspectionIssue", BOTH, "TOUR_1"),
                           ("Ticket", BOTH, "DISC_1"))  # fmt: skip
    clue, finding, issue, ticket = matters
    draw_link(city, clue, finding)
    draw_link(city, issue, ticket)
    to_issue = draw_link(city, finding, issue, state)
    opened = await done(disc, "openSeries", matters=[clue, finding])
    return str(opened["id"]), matters, to_issue


async def test_a_series_grows_over_three_channels(disc: Caller, tour: Caller, city: Writer) -> None:
    series, (clue, finding, issue, ticket), proposed = await drawn(city, disc, "grow", "PROPOSED")

    opened = await shown(disc, series)
    assert opened
    assert (opened["caption"], opened["state"], opened["leadTeam"], opened["openedBy"]) == (
        "物业加价",
        "OPEN",
        "DISC_1",
        "o_disc",
    )
    assert members(opened) == [clue, finding]
    assert all(each["isJoined"] and each["matter"]["series"] == [{"id": series}] for each in opened["members"])
    assert opened["suggestions"] == [{
        "matter": {"id": issue}, "joinedTo": {"id": finding}, "link": proposed, "state": "PROPOSED",
        "sentence": f"Both name one person: {finding}", "score": 0.6, "isDemoted": False,
    }]  # fmt: skip
    refused = await done(disc, "addToSeries", id=series, matters=[issue])
    assert (refused["__typename"], issue in refused["mend"]) == ("SeriesNotJoined", True)
    await tour.ask(
        f'mutation {{ judgeLink(id: "{proposed}", verdict: CONFIRMED, reason: "同一合同") {{ __typename }} }}'
    )
    added = await done(tour, "addToSeries", id=series, matters=[issue])
    assert members(added) == [clue, finding, issue]
    assert [each["matter"]["id"] for each in added["suggestions"]] == [ticket]
    assert [each["kind"] for each in added["timeline"]] == ["CAME_IN"] * 3 + [
        "OPENED",
        "ADDED",
        "ADDED",
        "LINK_JUDGED",
        "ADDED",
    ]
    await done(disc, "noteOnSeries", id=series, text="先查电费")
    noted = await done(tour, "noteOnSeries", id=series, text="再查合同")
    assert noted["notes"] == [{"text": "再查合同", "by": "o_tour"}, {"text": "先查电费", "by": "o_disc"}]
    for caller in (disc, tour):
        assert (clue, finding) in await told(caller, "SERIES_OPENED")
        assert await told(caller, "SERIES_ADDED") == [(issue, None)]


async def test_members_part_and_two_series_become_one(disc: Caller, city: Writer) -> None:
    series, (clue, finding, issue, _), _ = await drawn(city, disc, "part", "CONFIRMED")
    await done(disc, "addToSeries", id=series, matters=[issue])

    apart = await done(disc, "splitSeries", id=series, matters=[issue], title="另案")
    assert (apart["title"], members(apart), apart["id"] != series) == ("另案", [issue], True)
    rest = await shown(disc, series)
    assert rest
    assert (members(rest), members(rest, present=False)) == ([clue, finding], [issue])
    whole = await done(disc, "joinSeries", id=series, absorbed=apart["id"])
    assert members(whole) == [clue, finding, issue]
    assert await shown(disc, apart["id"]) == await shown(disc, series)
    node = await disc.ask(f'{{ node(id: "{apart["id"]}") {{ id __typename caption }} }}')
    assert node["node"] == {"id": series, "__typename": "Series", "caption": "物业加价"}
    kinds = "OPENED ADDED ADDED ADDED SPLIT SPLIT REMOVED ADDED JOINED"
    assert [each["kind"] for each in whole["timeline"]][3:] == kinds.split()


async def test_a_series_is_led_by_a_team_and_closed(disc: Caller, tour: Caller, city: Writer) -> None:
    series, (clue, finding, issue, _), _ = await drawn(city, disc, "close", "CONFIRMED")

    led = await done(disc, "setLeadTeam", id=series, team="TOUR_1")
    assert led["leadTeam"] == "TOUR_1"
    found = await disc.ask('{ seriesList(filter: {leadTeam: "TOUR_1", state: [OPEN]}) { totalCount nodes { id } } }')
    assert found["seriesList"] == {"totalCount": 1, "nodes": [{"id": series}]}
    closed = await done(tour, "closeSeries", id=series)
    assert (closed["state"], closed["closedAt"] is None) == ("CLOSED", False)
    assert (await done(disc, "addToSeries", id=series, matters=[issue]))["__typename"] == "SeriesClosed"
    assert (await done(disc, "noteOnSeries", id=series, text="归档"))["notes"][0]["text"] == "归档"
    again = await done(disc, "openSeries", matters=[clue, finding])
    assert again["id"] != series, "what is in a closed series may come into another"


async def test_an_act_counts_once_by_its_clients_key(disc: Caller, city: Writer) -> None:
    one, other, third = draw_matters(city, "once", *[("Clue", BOTH, "DISC_1")] * 3)
    draw_link(city, one, other)
    draw_link(city, other, third)

    first = await done(disc, "openSeries", matters=[one, other], clientKey="once")
    again = await done(disc, "openSeries", matters=[one, other], clientKey="once")
    assert first == again
    assert (await told(disc, "SERIES_OPENED"))[:2].count((one, other)) == 1
    other_words = {"matters": [one, third], "title": "物业加价", "reason": "同一物业", "clientKey": "once"}
    assert await disc.code(document_of("openSeries"), other_words) == "CONFLICT"
    noted = [await done(disc, "noteOnSeries", id=first["id"], text="一次", clientKey="note") for _ in range(2)]
    assert [len(each["notes"]) for each in noted] == [1, 1]
    taken = await done(disc, "openSeries", matters=[other, third])
    assert (taken["__typename"], first["id"] in taken["mend"]) == ("SeriesMatterTaken", True)


async def test_of_two_who_open_at_once_one_is_refused(disc: Caller, tour: Caller, city: Writer) -> None:
    one, other = draw_matters(city, "both", *[("Clue", BOTH, "DISC_1")] * 2)
    draw_link(city, one, other)

    answers = await asyncio.gather(*(done(caller, "openSeries", matters=[one, other]) for caller in (disc, tour)))

    assert sorted(each["__typename"] for each in answers) == ["Series", "SeriesMatterTaken"]


@pytest.fixture
async def half_hidden(disc: Caller, city: Writer) -> tuple[str, list[str]]:
    """A series of which the inspection team may read one member of two, with a third hidden matter and a fourth that is not."""
    city.run_write("MATCH (n) WHERE n:SeriesMember OR n.number STARTS WITH 'hid-' DETACH DELETE n")
    drawn = draw_matters(city, "hid", *[("Clue", audience, "TOUR_1") for audience in (BOTH, DISC, DISC, BOTH)])
    both, hidden, later, alone = drawn
    for one, other in ((both, hidden), (hidden, later), (both, alone)):
        draw_link(city, one, other)
    return str((await done(disc, "openSeries", matters=[both, hidden]))["id"]), drawn


async def test_what_hangs_on_a_hidden_member_changes_no_byte(
    disc: Caller, tour: Caller, half_hidden: tuple[str, list[str]]
) -> None:
    series, (both, hidden, later, alone) = half_hidden

    partial = await shown(tour, series)
    assert partial
    assert (members(partial), partial["title"], partial["reason"], partial["notes"]) == ([both], None, None, [])
    assert partial["caption"] == "串案"
    assert [(each["isJoined"], each["why"]) for each in partial["members"]] == [(False, None)]
    assert [(each["kind"], each["text"]) for each in partial["timeline"]] == [("CAME_IN", None), ("ADDED", None)]
    assert [each["matter"]["id"] for each in partial["suggestions"]] == [alone]
    notices = await tour.ask(NOTICES)
    assert both not in orjson.dumps(notices).decode(), "the team owns all, but may not read all that it was told of"
    added = await done(disc, "addToSeries", id=series, matters=[later])
    await done(disc, "noteOnSeries", id=series, text="不得外传")
    assert members(added) == [both, hidden, later]
    assert orjson.dumps(await shown(tour, series)) == orjson.dumps(partial)
    assert await tour.ask(NOTICES) == notices


async def test_who_reads_some_members_writes_of_these(
    disc: Caller, tour: Caller, half_hidden: tuple[str, list[str]]
) -> None:
    series, (both, hidden, _, alone) = half_hidden
    await done(disc, "noteOnSeries", id=series, text="不得外传")

    noted = await done(tour, "noteOnSeries", id=series, text="我方意见")
    assert [each["text"] for each in noted["notes"]] == ["我方意见"]
    whole = await shown(disc, series)
    assert whole
    assert [each["text"] for each in whole["notes"]] == ["我方意见", "不得外传"]
    assert members(await done(tour, "addToSeries", id=series, matters=[alone])) == [both, alone]
    assert (await done(tour, "removeFromSeries", id=series, matters=[hidden]))["__typename"] == "SeriesNotMember"


async def test_a_series_of_hidden_members_is_as_if_it_were_not_there(
    disc: Caller, tour: Caller, half_hidden: tuple[str, list[str]]
) -> None:
    series, (_, hidden, later, _) = half_hidden
    await done(disc, "removeFromSeries", id=series, matters=[hidden])
    secret = (await done(disc, "openSeries", matters=[hidden, later], title="密案"))["id"]

    assert await shown(tour, secret) is None
    assert await tour.code(f'{{ node(id: "{secret}") {{ id }} }}') == "NOT_FOUND"
    assert secret not in orjson.dumps(await tour.ask("{ seriesList(first: 200) { nodes { id } } }")).decode()
    assert await done(tour, "closeSeries", id=secret) == await done(tour, "closeSeries", id="series_nobody")
    listed = "query($m: ID!) { seriesList(filter: {matter: $m}) { totalCount } }"
    counts = [(await caller.ask(listed, {"m": hidden}))["seriesList"]["totalCount"] for caller in (tour, disc)]
    assert counts == [0, 1]


async def test_a_member_whose_link_lost_its_ground_stays_and_is_marked(disc: Caller, city: Writer) -> None:
    one, other = draw_matters(city, "ground", *[("Clue", BOTH, "DISC_1")] * 2)
    link = draw_link(city, one, other)
    opened = await done(disc, "openSeries", matters=[one, other])

    city.run_write("MATCH (l:Link {uid: $link}) SET l.review = 'GROUND_GONE'", link=link)

    doubted = await shown(disc, opened["id"])
    assert doubted
    assert members(doubted) == [one, other]
    assert [each["isJoined"] for each in doubted["members"]] == [False, False]


async def test_a_withdrawn_member_leaves_no_trace_and_is_there_again_when_it_comes_back(
    disc: Caller, city: Writer
) -> None:
    one, other = draw_matters(city, "gone", *[("Clue", BOTH, "DISC_1")] * 2)
    draw_link(city, one, other)
    opened = await done(disc, "openSeries", matters=[one, other])
    await done(disc, "noteOnSeries", id=opened["id"], text="查合同")
    before = await shown(disc, opened["id"])

    city.run_write("MATCH (n:Matter {uid: $uid}) DETACH DELETE n", uid=other)
    without = await shown(disc, opened["id"])
    assert without
    assert (members(without), without["title"], without["notes"], without["suggestions"]) == ([one], None, [], [])
    assert other not in orjson.dumps(without).decode()
    city.run_write("MATCH (n:Matter {uid: $uid}) DETACH DELETE n", uid=one)
    assert await shown(disc, opened["id"]) is None

    draw_matters(city, "gone", *[("Clue", BOTH, "DISC_1")] * 2)
    draw_link(city, one, other)
    assert await shown(disc, opened["id"]) == before
