"""Links that the rules propose: written once, withdrawn when nothing finds them any more, never over a judgement."""

import pytest

from graph_service.cypher.macros import natural_order
from graph_service.cypher.marks import READERS
from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.linkage.propose import Proposed, propose_links
from graph_service.migrations import migrate
from tests.conftest import wipe
from tests.graph.pair_sketch import PairSketch

_LINKS = """MATCH (one)<-[:JOINS {place: 0}]-(l:Link)-[:JOINS {place: 1}]->(other)
RETURN one.uid AS one, other.uid AS other, l.rule AS rule, l.state AS state, l.sentence AS sentence,
  l.audiences AS audiences, [(l)-[:RESTS_ON]->(e) | e.uid] AS via ORDER BY rule, one"""
KEY = b"k" * 32


def propose(writer: Writer) -> Proposed:
    # These graphs are written past the loader, so that nothing says what has changed.
    return propose_links(writer, KEY, lambda _done, _total: None, anew=True)


@pytest.fixture
def written(server: Running, writer: Writer) -> PairSketch:
    """Two pairs of matters, one that shares a person and one that shares a phone."""
    wipe(server, writer)
    migrate(writer)
    drawn = PairSketch()
    drawn.sharing(drawn.entity("Person", name="张甲"))
    drawn.sharing(drawn.entity("Phone"))
    drawn.sketch.write(writer)
    return drawn


def test_links_are_proposed_once_and_kept(written: PairSketch, writer: Writer) -> None:
    first, second = propose(writer), propose(writer)

    assert (first.new, first.links, first.withdrawn) == (2, 2, 0)
    assert (second.new, second.links, second.withdrawn) == (0, 2, 0)
    links = writer.run_read(_LINKS)[0]
    assert [(link["rule"], link["state"]) for link in links] == [
        ("same_person", "PROPOSED"),
        ("shared_phone", "PROPOSED"),
    ]
    assert [link["via"] for link in links] == [["person_0001"], ["phone_0004"]]
    assert all(link["one"] < link["other"] for link in links)


def test_a_link_tells_no_count_and_keeps_the_rights_of_what_it_rests_on(written: PairSketch, writer: Writer) -> None:
    propose(writer)

    for link in writer.run_read(_LINKS)[0]:
        assert "matters" not in link["sentence"]
        assert [each % READERS for each in link["audiences"]] == [1, 1, 1]


def test_a_link_that_nothing_finds_any_more_is_withdrawn_unless_it_was_judged(
    written: PairSketch, writer: Writer
) -> None:
    propose(writer)
    writer.run_write("MATCH (l:Link {rule: 'same_person'}) SET l.state = 'CONFIRMED'")
    writer.run_write("MATCH (:Clue)-[r:NAMES]->() DELETE r")

    outcome = propose(writer)

    assert outcome.withdrawn == 1
    assert [link["state"] for link in writer.run_read(_LINKS)[0]] == ["CONFIRMED"]


def test_no_link_is_proposed_on_what_would_not_be_shown_alone(server: Running, writer: Writer) -> None:
    wipe(server, writer)
    migrate(writer)
    drawn = PairSketch()
    for shared in ([], [drawn.entity("Person", name="张甲")]):
        one, other = drawn.entity("Person"), drawn.entity("Person")
        drawn.sketch.tie("KIN_OF", one, other, relation="SPOUSE")
        for person in (one, other):
            drawn.sketch.names(drawn.clue(), person, *shared)
    drawn.sketch.write(writer)

    propose(writer)

    links = writer.run_read(_LINKS)[0]
    assert [link["rule"] for link in links] == ["same_person"]  # kin alone tell nothing


def test_people_who_know_each_other_are_no_ground_for_a_link(server: Running, writer: Writer) -> None:
    wipe(server, writer)
    migrate(writer)
    drawn = PairSketch()
    one, other, officer = (
        drawn.entity("Person"),
        drawn.entity("Person"),
        drawn.sketch.node("CaseOfficer", "1", officer_as_named="王"),
    )
    drawn.sketch.tie("KNOWS", one, other, word="亲属")
    for person in (one, other):
        clue = drawn.clue()
        drawn.sketch.names(clue, person)
        drawn.sketch.tie("INVESTIGATED_BY", clue, officer)
    fact = drawn.sketch.node("Fact", "1", fact_name="备注", fact_text="同案")
    for person in (one, other):
        drawn.sketch.tie("STATED_OF", fact, person)
    drawn.sketch.write(writer)

    outcome = propose(writer)

    assert (outcome.matters, outcome.links) == (2, 0)


def test_a_crowd_takes_no_link_away(server: Running, writer: Writer) -> None:
    """Some of the crowd may be hidden from who reads the link, and must not be told by its going."""
    wipe(server, writer)
    migrate(writer)
    drawn = PairSketch()
    popular = drawn.entity("Person", name="张甲")
    crowd = [drawn.clue() for _ in range(30)]
    for clue in crowd:
        drawn.sketch.names(clue, popular)
    drawn.sketch.write(writer)

    assert propose(writer).links == 30 * 29 // 2


def test_links_keep_where_their_matters_come_among_others(server: Running, writer: Writer) -> None:
    wipe(server, writer)
    migrate(writer)
    drawn = PairSketch()
    for name in ("张甲", "李乙"):
        drawn.sharing(drawn.entity("Person", name=name))
    drawn.sketch.write(writer)
    propose(writer)
    places = "MATCH (l:Link) WITH l ORDER BY l.place RETURN l.uid AS uid, l.place AS place"
    natural = (
        "MATCH (one:Matter)<-[:JOINS {place: 0}]-(l:Link)-[:JOINS {place: 1}]->(other:Matter) RETURN l.uid AS uid "
        f"ORDER BY {natural_order('Matter', 'one')}, {natural_order('Matter', 'other')}"
    )
    before = writer.run_read(places)[0]
    writer.run_write(
        "MATCH (c:Clue)<-[:JOINS]-(:Link {uid: $uid}) SET c.received_on = date('2031-05-06')", uid=before[-1]["uid"]
    )
    expected = [row["uid"] for row in writer.run_read(natural)[0]]
    propose(writer)
    after = writer.run_read(places)[0]

    assert [row["uid"] for row in after] == expected == [row["uid"] for row in before[::-1]]
    time, rule, day, *_ = after[0]["place"].split("\u0001")
    assert (len(time), rule, day) == (14, "same_person", "79689493")  # 99,999,999 less 20,310,506


def test_links_come_newest_first_then_by_rule(written: PairSketch, writer: Writer) -> None:
    propose(writer)
    writer.run_write("MATCH (l:Link {rule: 'shared_phone'}) SET l.proposed_at = l.proposed_at + duration('PT1S')")
    propose(writer)

    found = writer.run_read("MATCH (l:Link) WITH l ORDER BY l.place RETURN l.rule AS rule")[0]

    assert [row["rule"] for row in found] == ["shared_phone", "same_person"]
