"""Tasks tell nothing of what somebody may not read: units and places that items are on, members of the series that they come from."""

import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from tests.api.conftest import As, draw_anew
from tests.tasks import CHECK, LIST, LOOK, MAKE_LIST, NOBODY, OPEN, SWEEP, carried, draw_compounds, ids, said

OPEN_SERIES = OPEN.replace("$recommendation: ID", "$series: ID").replace(
    "recommendation: $recommendation", "series: $series"
)


@pytest.fixture(scope="module", autouse=True)
def commission(server: Running, writer: Writer) -> None:
    draw_anew(server, writer, draw_compounds())


async def test_an_item_on_what_one_may_not_read_leaves_no_gap_and_no_step(officer: As, writer: Writer) -> None:
    """Whoever may not read a place sees the sweep as one without it: no number, id, step, count or reason tells."""
    handler, both = officer("o_sup"), {"places": ["place_c00", "place_far", "place_c01"]}
    it = await said(handler, OPEN, matters=["clue_L"], over=both)
    it = await carried(officer("o_chief"), it, "APPROVE")
    known = {each["text"]: each["id"] for each in it["items"]}
    far = known["远方小区"]
    it = await carried(handler, it, "RECORD_FOUND", items=[far], reason="远方有问题")
    it = await carried(handler, it, "RECORD_CLEAR", items=[each for each in known.values() if each != far])
    it = await carried(handler, it, "ADD_FOUND", found=[{"target": "place_far", "people": 3}], reason="远方又有")
    assert [each["items"] for each in it["steps"]][-1] == [it["items"][-1]["id"]]
    writer.run_write("MATCH (p:Place {uid: 'place_far'}) SET p.audience = 9")
    show = f"query($id: ID!) {{ sweep(id: $id) {{ {SWEEP.partition('... on Sweep { ')[2]} }}"
    try:
        seen = (await handler.ask(show.replace("items { id", "items { number id"), {"id": it["id"]}))["sweep"]
        refused = [
            await said(handler, LOOK, id=it["id"], action="RECORD_FIXED", items=[each], paper="x")
            for each in (far, "taskitem_nothing")
        ]
        told = await said(officer("o_chief"), LOOK, id=it["id"], action="CLOSE", paper="x")
    finally:
        writer.run_write("MATCH (p:Place {uid: 'place_far'}) SET p.audience = 1")
    assert [each["number"] for each in seen["items"]] == [1, 2]
    assert (seen["found"], seen["peopleAffected"], "远方" in str(seen), far in str(seen)) == (0, 0, False, False)
    assert [each["action"] for each in seen["steps"]] == ["MAKE", "APPROVE", "RECORD_CLEAR"]
    said_of = [str(each).replace(far, "X").replace("taskitem_nothing", "X") for each in refused]
    assert said_of[0] == said_of[1]
    assert "FOUND" not in str(told), told


async def test_a_sealed_member_of_a_series_neither_is_ground_nor_refuses(officer: As, writer: Writer) -> None:
    """What is hidden among the members of a series decides nothing of what is made of the series."""
    member = "CREATE (:Series {uid: 'series_x', state: 'OPEN'})<-[:IN_SERIES]-(:SeriesMember {uid: 'm1', matter: 'clue_L', is_present: true})"
    sealed = "MATCH (s:Series {uid: 'series_x'}) CREATE (s)<-[:IN_SERIES]-(:SeriesMember {uid: 'm2', matter: 'clue_hidden', is_present: true})"
    writer.run_write(member)
    writer.run_write("CREATE (:Clue:Matter {uid: 'clue_hidden', number: 'XS-H', audience: $of})", of=NOBODY)
    try:
        without = await said(officer("o_sup"), OPEN_SERIES, series="series_x", over={"places": ["place_c00"]})
        writer.run_write(sealed)
        found = await said(officer("o_sup"), OPEN_SERIES, series="series_x", over={"places": ["place_c00"]})
    finally:
        writer.run_write(
            "MATCH (n:Series|SeriesMember|Clue WHERE n.uid IN ['series_x', 'm1', 'm2', 'clue_hidden']) DETACH DELETE n"
        )
    assert (without["__typename"], found["matters"]) == ("Sweep", without["matters"]), found


async def test_what_was_written_with_a_problem_is_for_who_reads_its_matter(officer: As, writer: Writer) -> None:
    """The matter that a problem of a list became, and the reason and paper of that act, are told together or not at all."""
    it = await said(officer("o_sup"), MAKE_LIST, items=[{"text": "工程招标"}])
    it = await carried(officer("o_lead"), it, "APPROVE")
    found = {
        "items": ids(it, "TO_CHECK"),
        "way": "ON_SITE",
        "matter": "clue_L",
        "reason": "围标线索",
        "paper": "谈话笔录",
    }
    text = CHECK.replace("$reason: String!", "$reason: String!, $paper: String").replace(
        "reason: $reason", "reason: $reason, paper: $paper"
    )
    answer = await said(officer("o_sup"), text, id=it["id"], action="CHECK_PROBLEM", **found)
    assert answer["__typename"] == "SupervisionList", answer
    show = f"query($id: ID!) {{ it: supervisionList(id: $id) {{ {LIST.partition('... on SupervisionList { ')[2]} }}"
    show = show.replace("steps { action reason }", "steps { action reason paper }")
    whole = (await officer("o_lead").ask(show, {"id": it["id"]}))["it"]
    writer.run_write("MATCH (c:Clue {uid: 'clue_L'}) SET c.audience = 3")
    try:
        less = (await officer("o_lead").ask(show, {"id": it["id"]}))["it"]
    finally:
        writer.run_write("MATCH (c:Clue {uid: 'clue_L'}) SET c.audience = 1")
    assert [each["paper"] for each in whole["steps"]][-1] == "谈话笔录"
    assert less["steps"][-1] == {"action": "CHECK_PROBLEM", "reason": None, "paper": None}
    assert (less["problems"], less["items"][0]["matter"]) == (1, None)
