"""What rests on a merge follows it: values that survivors show for others, links, and those who were told of them."""

from graph_service.identity.judging import Judgement, Verdict, judge
from graph_service.identity.resolve import resolve
from graph_service.identity.thresholds import DEFAULT_THRESHOLD
from graph_service.linkage.propose import Proposed, propose_links
from graph_service.progress import Silent
from tests.identified import CLUE_ROWS, CLUES, IDS, KEY, PEOPLE, PEOPLE_ROWS, load_place, snapshot
from tests.loading import Loading

_OPEN = CLUES.replace("{teams: [CASE_MGMT]}", "[EVERYONE]")
_SHOWN = "MATCH (p:Person {id_number: $id}) RETURN p.id_mask AS mask, p.lent AS lent, p.sex AS sex"
_LINKS = """MATCH (:Clue {number: 'X1'})<-[:JOINS]-(l:Link {rule: 'same_person'})-[:JOINS]->(:Clue {number: 'X6'})
RETURN l.state AS state, l.review AS review"""
_CHANGES = """MATCH (c:IdentityChange)
RETURN c.kind AS kind, c.by AS by, c.why AS why, size(c.links) AS links,
  COLLECT { MATCH (c)-[:CONCERNS]->(m:Matter) RETURN m.number ORDER BY m.number } AS matters"""


def merged_place(loading: Loading) -> None:
    load_place(loading)
    loading.load(_OPEN, CLUE_ROWS)
    resolve(loading.environment.writer, KEY, DEFAULT_THRESHOLD, Silent())


def shown(loading: Loading, number: str) -> dict[str, object]:
    return loading.rows(_SHOWN, id=number)[0]


def propose(loading: Loading) -> Proposed:
    return propose_links(loading.environment.writer, KEY, lambda *_: None)


def say(loading: Loading, clue: str, number: str, verdict: Verdict) -> None:
    one = loading.rows("MATCH (p:Person {source_key: $k}) RETURN p.uid AS u", k=clue)[0]["u"]
    other = loading.rows("MATCH (p:Person {id_number: $i}) RETURN p.uid AS u", i=number)[0]["u"]
    judge(loading.environment.writer, KEY, Judgement(one, other, verdict, "o_1", "asked the office"))


def test_a_load_that_rewrites_a_survivor_leaves_it_what_others_lend(loading: Loading) -> None:
    merged_place(loading)
    assert shown(loading, IDS[4]) == {"mask": "3605**********1317", "lent": ["id_mask"], "sex": "MALE"}

    loading.load(PEOPLE, PEOPLE_ROWS.replace(f"{IDS[4]},曾小平,男", f"{IDS[4]},曾小平,女"))

    assert shown(loading, IDS[4]) == {"mask": "3605**********1317", "lent": ["id_mask"], "sex": "FEMALE"}
    before = snapshot(loading)
    resolve(loading.environment.writer, KEY, DEFAULT_THRESHOLD, Silent())
    assert snapshot(loading) == before


def test_a_load_that_rewrites_an_absorbed_node_changes_what_its_survivor_shows(loading: Loading) -> None:
    merged_place(loading)

    loading.load(_OPEN, CLUE_ROWS.replace("3605**********1317", "36050*********1317"))
    assert shown(loading, IDS[4])["mask"] == "36050*********1317"
    loading.load(_OPEN, CLUE_ROWS.replace("曾某某,,,,,3605**********1317", ",,,,,"))

    assert shown(loading, IDS[4]) == {"mask": None, "lent": None, "sex": "MALE"}
    assert not loading.rows("MATCH (n:Lacking) RETURN n")


def test_a_confirmed_link_is_marked_when_the_merge_under_it_is_undone_and_those_told_are_named(
    loading: Loading,
) -> None:
    merged_place(loading)
    propose(loading)
    loading.environment.writer.run_write("MATCH (l:Link) SET l.state = 'CONFIRMED'")

    say(loading, "X1", IDS[0], Verdict.DIFFERENT)

    assert loading.rows(_LINKS) == [{"state": "CONFIRMED", "review": "UNMERGED"}]
    told = loading.rows(_CHANGES)
    assert told == [
        {"kind": "UNMERGED", "by": "o_1", "why": "asked the office", "links": told[0]["links"], "matters": ["X1", "X6"]}
    ]
    assert told[0]["links"] >= 1
    propose(loading)
    assert loading.rows(_LINKS) == [{"state": "CONFIRMED", "review": "UNMERGED"}]
    say(loading, "X1", IDS[0], Verdict.SAME)
    propose(loading)
    assert loading.rows(_LINKS) == [{"state": "CONFIRMED", "review": None}]


def test_an_unmerge_that_takes_nothing_from_a_link_leaves_it_alone(loading: Loading) -> None:
    merged_place(loading)
    propose(loading)
    loading.environment.writer.run_write("MATCH (l:Link) SET l.state = 'CONFIRMED'")

    say(loading, "X4", IDS[3], Verdict.DIFFERENT)

    assert loading.rows(_LINKS) == [{"state": "CONFIRMED", "review": None}]
    assert not [row for row in loading.rows(_CHANGES) if "X6" in row["matters"]]


def test_a_judged_link_whose_entity_is_merged_later_is_not_proposed_twice(loading: Loading) -> None:
    merged_place(loading)
    propose(loading)
    loading.environment.writer.run_write("MATCH (l:Link) SET l.state = 'REJECTED'")
    count = len(loading.rows("MATCH (l:Link) RETURN l.uid AS uid"))
    other = loading.rows("MATCH (p:Person {id_number: $i}) RETURN p.uid AS u", i=IDS[1])[0]["u"]
    mine = loading.rows("MATCH (p:Person {id_number: $i}) RETURN p.uid AS u", i=IDS[0])[0]["u"]

    judge(loading.environment.writer, KEY, Judgement(mine, other, Verdict.SAME, "o_1", "two numbers, one person"))
    outcome = propose(loading)

    assert outcome.new == 0
    assert len(loading.rows("MATCH (l:Link) RETURN l.uid AS uid")) == count
