"""The scoreboard: what people said of each rule's links, and the rule that is no longer believed."""

from graph_service.graph import Writer
from graph_service.linkage.propose import propose_links
from tests.api.conftest import Caller
from tests.api.test_link_judging import city, judged
from tests.api.test_notices import new_pair
from tests.world import BOTH

__all__ = ["city"]


async def test_the_scoreboard_counts_what_was_said_of_each_rule(disc: Caller, city: Writer) -> None:
    for link, verdict in (("link_03", "REJECTED"), ("link_02", "CONFIRMED"), ("link_05", "CONFIRMED")):
        await judged(disc, link, verdict)

    board = (await disc.ask("{ scoreboard { rule title proposed confirmed rejected unsure precision isDemoted } }"))[
        "scoreboard"
    ]
    found = {row["rule"]: row for row in board}

    # Of eight links this officer may read four.
    assert found["same_person"] == {
        "rule": "same_person", "title": "Same person 同一人员", "proposed": 1, "confirmed": 2, "rejected": 1, "unsure": 0,
        "precision": 0.667, "isDemoted": False,
    }  # fmt: skip
    assert found["same_firm"]["precision"] is None
    assert len(found) == len(board) >= 18


async def test_a_rule_that_people_mostly_reject_goes_on_without_telling_anybody(disc: Caller, city: Writer) -> None:
    city.run_write(
        """UNWIND range(1, 25) AS i
        MATCH (one:Clue {uid: 'clue_02'}), (other:Clue {uid: 'clue_05'}), (l:Link {uid: 'link_03'})
        CREATE (j:Link {uid: 'link_d' + i, rule: 'same_person', sentence: '', audiences: l.audiences,
          state: CASE WHEN i < 6 THEN 'CONFIRMED' ELSE 'REJECTED' END, proposed_at: datetime()})
        CREATE (j)-[:JOINS {place: 0}]->(one), (j)-[:JOINS {place: 1}]->(other)"""
    )
    propose_links(city, b"k" * 32, lambda *_: None)
    new_pair(city, "61", BOTH)

    outcome = propose_links(city, b"k" * 32, lambda *_: None)
    board = (await disc.ask("{ scoreboard { rule isDemoted } }"))["scoreboard"]

    assert (outcome.new, outcome.notices) == (1, 0)
    assert [row["rule"] for row in board if row["isDemoted"]] == ["same_person"]
