"""What the service itself keeps is a node too: a link, a load and a series are found again by their id alone."""

import pytest

from graph_service.graph import Writer
from tests.api.conftest import Caller

_FIELDS = {
    "Link": "rule state review proposedAt sentence one { id number } other { id } via { id caption } judgements { verdict by }",
    "Load": "source file state startedAt finishedAt read merged unchanged rejected removed watermark rejects { row column reason }",
    "Series": "title state openedBy openedAt members { matter { id } }",
}
_LOAD = """MERGE (l:Load {uid: 'load_own'}) SET l.source = 'kit', l.file = 'kit.csv', l.holder = 'DISC_1', l.state = 'DONE',
  l.started_at = datetime('2025-01-02T03:04:05Z'), l.read = 2, l.rejected = 1
MERGE (r:RejectedRow {uid: 'row_own'}) SET r.row = 2, r.column = '姓名', r.reason = 'empty', r.reason_zh = '空'
MERGE (r)-[:REJECTED_IN]->(l)"""
_SERIES = """MERGE (s:Series {uid: 'series_own'}) SET s.state = 'OPEN', s.lead_team = 'DISC_1', s.opened_by = 'o_disc',
  s.opened_at = datetime('2025-01-02T03:04:05Z')
MERGE (k:SeriesMember {uid: 'member_own'}) SET k.matter = 'clue_03', k.is_present = true, k.added_by = 'o_disc', k.added_at = s.opened_at
MERGE (k)-[:IN_SERIES]->(s)"""


@pytest.fixture
def kept(writer: Writer, disc: Caller) -> Writer:
    """The city with a load and a series beside its links."""
    writer.run_write(_LOAD)
    writer.run_write(_SERIES)
    return writer


@pytest.mark.parametrize(("name", "one"), [
    ("Link", 'link(id: "link_03") {{ {} }}'),
    ("Load", "loads(first: 200) {{ nodes {{ {} }} }}"),
    ("Series", 'series(id: "series_own") {{ {} }}'),
])  # fmt: skip
async def test_a_node_of_the_services_own_shows_what_its_own_root_shows(
    disc: Caller, kept: Writer, name: str, one: str
) -> None:
    fields = f"__typename id caption provenance {{ source load }} {_FIELDS[name]}"
    (found,) = (await disc.ask(f"{{ {one.format(fields)} }}")).values()
    rows = found.get("nodes", [found])

    assert rows
    for row in rows:
        node = (
            await disc.ask(
                f'{{ node(id: "{row["id"]}") {{ __typename id caption provenance {{ source load }} ... on {name} {{ {_FIELDS[name]} }} }} }}'
            )
        )["node"]
        assert node == row
        assert node["caption"]
        assert node["provenance"]["source"]


async def test_what_the_viewer_may_not_see_is_no_node(disc: Caller, tour: Caller, kept: Writer) -> None:
    assert (await disc.ask('{ node(id: "link_03") { id } }'))["node"]

    for hidden in ("link_00", "link_none", "load_none", "series_none"):
        assert await disc.code(f'{{ node(id: "{hidden}") {{ id }} }}') == "NOT_FOUND"
    assert await tour.code('{ node(id: "load_own") { id } }') == "NOT_FOUND"


@pytest.mark.parametrize("asked", ['connectedMatters(id: "link_03") { totalCount }', 'expand(id: "series_own") { totalCount }',
                                   'unit(id: "load_own") { id }'])  # fmt: skip
async def test_where_something_else_is_needed_the_id_of_one_is_called_what_it_is(disc: Caller, asked: str) -> None:
    (refusal,) = (await disc.answer(f"{{ {asked} }}"))["errors"]

    assert refusal["extensions"]["code"] == "BAD_INPUT"
    assert refusal["message"].startswith("this is the id of a ")
