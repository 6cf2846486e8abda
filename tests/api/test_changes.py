"""What is new, changed or withdrawn since somebody looked, over the API: in pages, of one record, as a filter, within rights."""

from typing import Any

import pytest

from graph_service.cypher.editions import change
from graph_service.cypher.files import query
from graph_service.graph import Writer
from tests.api.conftest import Caller, InNewGraph, staffed
from tests.world import NOBODY

_ASKED = """query($since: String, $of: ID, $kinds: [Kind!], $first: Int) { changes(since: $since, of: $of, kinds: $kinds, first: $first) {
  asOf hasMore changes { id form kind node { id caption } } } }"""
# What a load notes, in short: which node, for whom, and whether they can know it now.
_NOTED = """UNWIND $rows AS row
MERGE (c:Change {uid: row.of + '|' + row.readers})
ON CREATE SET c.of = row.of, c.kind = row.kind, c.audience = row.readers, c.was = row.was
SET c:Unnumbered, c.seen = row.seen, c.told = row.told"""


@pytest.fixture
def caller(in_new_graph: InNewGraph, writer: Writer) -> Caller:
    sketch = staffed()
    for number in range(4):
        sketch.node("Clue", f"{number}", number=f"XS-{number}")
    sketch.node("Unit", "one", name="甲局")
    caller = in_new_graph(sketch)
    writer.run_write(query("changes/begin").body)
    return caller


def note(writer: Writer, *uids: str, readers: int | None = None, known: bool = False, seen: bool = True) -> None:
    """Note what a load would, each in a transaction of its own."""
    own = writer.run_read("MATCH (c:Clue {uid: 'clue_0'}) RETURN c.audience AS number")[0][0]["number"]
    for uid in uids:
        kind = {"clue": "Clue", "unit": "Unit"}[uid.partition("_")[0]]
        number = own if readers is None else readers
        row = {
            "of": uid,
            "kind": kind,
            "readers": number,
            "was": number if known else None,
            "seen": seen,
            "told": known or None,
        }
        change(writer, _NOTED, [kind], rows=[row])


async def asked(caller: Caller, **given: Any) -> tuple[list[tuple[str, str]], str, bool]:
    found = (await caller.ask(_ASKED, given))["changes"]
    assert all((each["node"] is None) == (each["form"] == "WITHDRAWN") for each in found["changes"])
    return [(each["id"], each["form"]) for each in found["changes"]], found["asOf"], found["hasMore"]


async def test_they_come_in_pages_and_the_last_says_where_to_go_on(caller: Caller, writer: Writer) -> None:
    _, since, _ = await asked(caller, first=0)
    note(writer, "clue_2", "clue_0", "clue_1")
    note(writer, "clue_3", known=True)

    pages, more = [], True
    at = since
    while more:
        page, at, more = await asked(caller, since=at, first=2)
        pages.append(page)

    assert pages == [[("clue_2", "NEW"), ("clue_0", "NEW")], [("clue_1", "NEW"), ("clue_3", "CHANGED")]]
    assert await asked(caller, since=at) == ([], at, False)
    assert await asked(caller, since=since, first=0) == ([], at, True)


async def test_one_record_and_some_kinds_can_be_asked_about(caller: Caller, writer: Writer) -> None:
    note(writer, "clue_2", "unit_one", known=True)

    assert (await asked(caller, of="unit_one"))[0] == [("unit_one", "CHANGED")]
    assert (await asked(caller, of="clue_1"))[0] == []
    assert (await asked(caller, kinds=["CLUE"]))[0] == [("clue_2", "CHANGED")]


async def test_a_list_can_be_asked_for_what_changed(caller: Caller, writer: Writer) -> None:
    _, since, _ = await asked(caller, first=0)
    note(writer, "clue_2", known=True)
    text = 'query($since: String!) { clues(filter: {or: [{changedSince: $since}, {where: {number: {eq: "XS-0"}}}]}) { totalCount nodes { id } } }'

    found = (await caller.ask(text, {"since": since}))["clues"]
    assert (found["totalCount"], sorted(each["id"] for each in found["nodes"])) == (2, ["clue_0", "clue_2"])


async def test_what_others_read_is_not_told(caller: Caller, writer: Writer) -> None:
    before = (await caller.answer(_ASKED, {}))["data"]
    note(writer, "unit_one", readers=NOBODY, known=True)

    assert (await caller.answer(_ASKED, {}))["data"] == before


async def test_a_withdrawn_record_is_told_to_who_could_know_it(caller: Caller, writer: Writer) -> None:
    note(writer, "clue_1", known=True)
    writer.run_write("MATCH (c:Clue {uid: 'clue_1'}) DETACH DELETE c")
    note(writer, "clue_1", seen=False)

    assert (await asked(caller))[0] == [("clue_1", "WITHDRAWN")]


@pytest.mark.parametrize("wrong", ["x", "AAAA"])
async def test_what_is_no_as_of_is_refused_by_name(caller: Caller, wrong: str) -> None:
    for text in (
        f'{{ changes(since: "{wrong}") {{ asOf }} }}',
        f'{{ clues(filter: {{changedSince: "{wrong}"}}) {{ totalCount }} }}',
    ):
        (refusal,) = (await caller.answer(text))["errors"]
        assert refusal["extensions"]["code"] == "BAD_INPUT"
        assert "asOf" in refusal["message"]


async def test_a_day_or_a_moment_stands_for_the_place_that_the_journal_had_then(caller: Caller, writer: Writer) -> None:
    note(writer, "clue_0", "clue_1")
    writer.run_write("MATCH (c:Change) SET c.at = datetime('2026-03-01T20:00Z')")
    note(writer, "clue_2")
    writer.run_write("MATCH (c:Change {of: 'clue_2'}) SET c.at = datetime('2026-03-02T20:00Z')")

    async def clues(since: str) -> set[str]:
        text = "query($since: String) { clues(filter: {changedSince: $since}) { nodes { id } } }"
        filtered = {each["id"] for each in (await caller.ask(text, {"since": since}))["clues"]["nodes"]}
        told, as_of, _ = await asked(caller, since=since)
        assert {uid for uid, form in told if form == "NEW"} == filtered
        assert await asked(caller, since=as_of) == ([], as_of, False)
        return filtered

    assert await clues("2026-03-01") == {"clue_0", "clue_1", "clue_2"}
    assert await clues("2026-03-02") == {"clue_0", "clue_1", "clue_2"}  # four in the morning, in Beijing
    assert await clues("2026-03-02T12:00+08:00") == {"clue_2"}
    assert await clues("2026-03-02T20:00Z") == {"clue_2"}
    assert await clues("2026-03-04") == set()
    for neither in ("0001-01-01", "9999-13-01", "yesterday"):
        errors = (await caller.answer(_ASKED, {"since": neither}))["errors"]
        assert errors[0]["extensions"]["code"] == "BAD_INPUT"
