"""The journal tells each reader what became of what they may read, and nothing of the rest."""

import os
import random
from collections.abc import Collection
from typing import Any

import pytest

from graph_service.cypher.files import query
from graph_service.cypher.lists.changed import changed_since
from graph_service.cypher.rules import filled
from graph_service.graph import Writer
from graph_service.rights.audiences import of_every_kind
from loaders.sync.syncing import SyncOptions, Withdrawal, sync_source, withdraw
from schema import KINDS, MATTER
from tests.histories import draw_table
from tests.loading import CLUES, REGISTER, UNITS, Loading

_HISTORIES = int(os.environ.get("LEADLINK_TEST_JOURNALS", "2"))  # 200 is the full figure, run by hand
_DECLARED = {"register": REGISTER, "clues": CLUES, "units": UNITS}
_SEEN = """MATCH (n:LABEL_) WHERE n.audience IN $audiences
RETURN n.uid AS uid, CASE WHEN n.stub THEN [] ELSE [n.source, n.hash] END AS own,
  COLLECT { MATCH (s:SourceRecord)-[:DESCRIBES]->(n) WHERE s.audience IN $audiences RETURN [s.source, s.hash] } AS records,
  COLLECT { MATCH (n)-[r]->() WHERE $names AND r.audience IN $audiences RETURN [r.uid, r.hash] } AS ties,
  EXISTS { MATCH (s:SourceRecord)-[:DESCRIBES]->(n) } AS is_shared"""
_READ_BY = "MATCH (a:Audience) WHERE any(each IN a.readers WHERE each IN [$team, 'EVERYONE']) RETURN a.number AS number"
_Seen = dict[str, Any]
START = [0, "", 0, ""]


def told(
    writer: Writer, audiences: list[int], since: list[Any], bound: int = 500, closed: Collection[str] = ()
) -> tuple[dict[str, str], list[Any]]:
    """Return what became of which uid since a place, page by page, and up to where that tells."""
    text = f"{query('read/changes').body}\nRETURN row"
    forms: dict[str, str] = {}
    while True:
        asked = {"since": since, "of": None, "kinds": None, "bound": bound}
        row = writer.run_read(text, viewer_audiences=audiences, viewer_hits={"closed": list(closed)}, **asked)[0][0][
            "row"
        ]
        assert not forms.keys() & {each["id"] for each in row["changes"]}, "no page tells what another told"
        forms |= {each["id"]: each["form"] for each in row["changes"]}
        since = row["told"]
        if not row["has_more"]:
            return forms, since


def let_through(writer: Writer, audiences: list[int], since: list[Any]) -> set[str]:
    """Return the uids of what a filter on changes since a place lets through."""
    text = (
        f"MATCH (n) WHERE n.audience IN $viewer_audiences AND {changed_since('n', 'c', '$place')} RETURN n.uid AS uid"
    )
    kinds = filled("MATCH (n:LABEL_)", (("LABEL_", "|".join(KINDS)),))
    found = writer.run_read(text.replace("MATCH (n)", kinds), viewer_audiences=audiences, place=since)[0]
    return {row["uid"] for row in found}


def seen(writer: Writer, audiences: list[int]) -> _Seen:
    """Return what readers see of each node: what visible rows say of it, and of a matter whom it names."""
    found: _Seen = {}
    for label in KINDS:
        text = filled(_SEEN, (("LABEL_", label),))
        for row in writer.run_read(text, audiences=audiences, names=label in MATTER)[0]:
            said = row["records"] if row["is_shared"] else [row["own"]]
            found[row["uid"]] = (sorted(map(str, said)), sorted(map(str, row["ties"])))
    return found


def became(before: _Seen, after: _Seen) -> dict[str, str]:
    """Return what became of each node between two looks."""
    return {
        **{uid: "NEW" for uid in after.keys() - before.keys()},
        **{uid: "WITHDRAWN" for uid in before.keys() - after.keys()},
        **{uid: "CHANGED" for uid in after.keys() & before.keys() if after[uid] != before[uid]},
    }


def _sync(loading: Loading, source: str) -> None:
    options = SyncOptions(even_most=True)
    sync_source(loading.source(_DECLARED[source]), loading.folder, loading.environment, lambda *_: None, options)


@pytest.fixture
def journal(loading: Loading) -> Loading:
    """A graph whose journal has begun."""
    loading.environment.writer.run_write(query("changes/begin").body)
    return loading


def test_before_the_journal_begins_nothing_is_written_twice(loading: Loading) -> None:
    loading.load(UNITS, draw_table(random.Random(1), "units"))  # noqa: S311 - cases, not secrets

    assert loading.rows("MATCH (c:Change) RETURN c") == []


def test_a_record_is_told_once_whatever_happened_in_between(journal: Loading) -> None:
    writer, head = journal.environment.writer, "代码,名称,上级\n"
    code = "11360502MB0000001P"
    journal.load(UNITS, f"{head}{code},甲局,")
    audiences = of_every_kind(row["number"] for row in journal.rows("MATCH (a:Audience) RETURN a.number AS number"))
    first, place = told(writer, audiences, START)
    assert list(first.values()) == ["NEW"]

    journal.load(UNITS, f"{head}{code},乙局,")
    assert told(writer, audiences, START, closed=KINDS) == ({}, START), (
        "of a kind that is closed it tells nothing, nor how far it goes"
    )
    assert set(told(writer, audiences, place)[0].values()) == {"CHANGED"}
    assert set(told(writer, audiences, START)[0].values()) == {"NEW"}
    journal.load(UNITS, f"{head}{code},乙局,")
    _, later = told(writer, audiences, place)
    assert told(writer, audiences, later)[0] == {}, "a load of the same rows changes nothing"

    withdraw(journal.environment, Withdrawal("units"))
    assert set(told(writer, audiences, later)[0].values()) == {"WITHDRAWN"}
    _, without = told(writer, audiences, later)
    journal.load(UNITS, f"{head}{code},乙局,")
    assert set(told(writer, audiences, without)[0].values()) == {"NEW"}
    assert set(told(writer, audiences, later)[0].values()) == set(), "for who did not look in between it is as it was"


@pytest.mark.parametrize("seed", range(_HISTORIES))
def test_every_reader_is_told_what_became_of_what_they_see(journal: Loading, seed: int) -> None:
    draw, writer = random.Random(seed), journal.environment.writer  # noqa: S311 - cases, not secrets
    kept: set[str] = set()
    before: dict[str, _Seen] = {}
    places: dict[str, list[Any]] = {}
    for _ in range(8):
        source = draw.choice(list(_DECLARED))
        act = draw.random()
        if source in kept and act < 0.2:
            withdraw(journal.environment, Withdrawal(source))
            kept.discard(source)
        elif source in kept and act < 0.6:
            journal.write(f"{source}.csv", draw_table(draw, source))
            _sync(journal, source)
        else:
            journal.load(_DECLARED[source], draw_table(draw, source))
            kept.add(source)
        for team in ("T0", "T1", "CASE_MGMT", "IT"):
            audiences = of_every_kind(row["number"] for row in journal.rows(_READ_BY, team=team))
            now = seen(writer, audiences)
            since = places.get(team, START)
            changes, place = told(writer, audiences, since)
            expected = became(before.get(team, {}), now)
            assert {uid: form for uid, form in changes.items() if form != "CHANGED"} == {
                uid: form for uid, form in expected.items() if form != "CHANGED"
            }
            assert expected.keys() == changes.keys()
            assert told(writer, audiences, since, bound=2) == (changes, place), "in pages too, within one transaction"
            assert let_through(writer, audiences, since) == {
                uid for uid, form in changes.items() if form != "WITHDRAWN"
            }
            before[team], places[team] = now, place
