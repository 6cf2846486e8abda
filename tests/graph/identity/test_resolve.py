"""`leadlink resolve`: who is found, who is left to people, and that a second run and a re-load write nothing."""

from graph_service.identity.judging import Judgement, Verdict, judge
from graph_service.identity.resolve import Resolved, resolve
from graph_service.identity.thresholds import DEFAULT_THRESHOLD
from graph_service.linkage.propose import propose_links
from graph_service.progress import Silent
from tests.identified import (
    CLUE_ROWS,
    CLUES,
    EDUCATION,
    FINANCE,
    IDS,
    KEY,
    TICKETS,
    load_place,
    pairs,
    snapshot,
    who,
)  # fmt: skip
from tests.loading import Loading, counts


def run(loading: Loading) -> Resolved:
    return resolve(loading.environment.writer, KEY, DEFAULT_THRESHOLD, Silent())


def test_post_and_unit_tell_who_is_meant_and_a_name_alone_does_not(loading: Loading) -> None:
    load_place(loading)

    outcome = run(loading)

    assert who(loading) == {
        "X1": IDS[0],
        "X2": IDS[2],
        "X3": None,
        "X4": IDS[3],
        "X5": None,
        "X6": IDS[0],
        "X7": IDS[4],
    }
    assert (outcome.same, outcome.merged) == (4, 4)


def test_queue_tells_what_agrees_what_conflicts_and_how_many_bear_the_name(loading: Loading) -> None:
    load_place(loading)

    run(loading)

    told = {
        row["number"]: row["told"]
        for row in loading.rows(
            "MATCH (k:IdentityCandidate)-[:COMPARES]->(p:Person) WHERE p.source = 'clues' "
            "RETURN p.source_key AS number, properties(k) AS told"
        )
    }
    assert told["X5"]["guard"] == "sex conflict"
    assert told["X2"]["namesakes"] == 2
    assert {"name", "post"} <= set(told["X2"]["fields"])
    assert len(told["X2"]["found"]) == len(told["X2"]["bits"]) == len(told["X2"]["fields"])
    assert all(told["X2"]["bits"])


def test_second_run_and_a_load_of_the_same_files_write_nothing(loading: Loading) -> None:
    load_place(loading)
    run(loading)
    before = snapshot(loading)

    again = run(loading)
    load_place(loading)
    changed_file = loading.load(CLUES, CLUE_ROWS + "\n")

    assert (again.merged, again.undone, again.written, again.withdrawn) == (0, 0, 0, 0)
    assert counts(changed_file) == (7, 0, 7, 0)
    assert snapshot(loading) == before


def test_order_of_resolve_and_load_does_not_matter(loading: Loading) -> None:
    load_place(loading)
    first = run(loading)
    expected = snapshot(loading)

    head, *rows = CLUE_ROWS.strip().splitlines()
    loading.load(CLUES, "\n".join([head, *reversed(rows)]))
    run(loading)

    assert first.merged == 4
    assert snapshot(loading)[1] == expected[1]


def test_a_row_that_changes_takes_its_merge_along(loading: Loading) -> None:
    load_place(loading)
    run(loading)

    loading.load(CLUES, CLUE_ROWS.replace(f"张某某,,,局长,{FINANCE}", f"李某某,,,科长,{FINANCE}"))
    outcome = run(loading)

    assert outcome.undone == 1
    assert who(loading)["X1"] is None
    assert loading.rows(
        "MATCH (p:Person {source_key: 'X1'}) RETURN p.name AS name, [x IN labels(p) WHERE NOT x IN ['Stirred', 'Keyless']] AS labels"
    ) == [{"name": "李某某", "labels": ["Person", "Entity"]}]


def test_a_row_that_goes_takes_the_absorbed_node_along(loading: Loading) -> None:
    load_place(loading, "\n".join(line for line in CLUE_ROWS.splitlines() if not line.startswith("X1")))
    run(loading)
    expected = snapshot(loading)
    load_place(loading)
    run(loading)

    loading.load(
        CLUES, CLUE_ROWS.replace(f"按职务,2025-03-01,张某某,,,局长,{FINANCE}", f"无人,2025-03-01,,,,,{FINANCE}")
    )

    assert "X1" not in who(loading)
    assert not loading.rows("MATCH (p:Person {source_key: 'X1'}) RETURN p")
    run(loading)
    assert {node for node in snapshot(loading)[0] if "Person" in node} == {
        node for node in expected[0] if "Person" in node
    }


def test_judgements_outlive_matches_and_loads(loading: Loading) -> None:
    load_place(loading)
    run(loading)
    loose = {row["k"]: row["u"] for row in loading.rows("MATCH (p:Person) RETURN p.source_key AS k, p.uid AS u")}
    known = {row["i"]: row["u"] for row in loading.rows("MATCH (p:Person) RETURN p.id_number AS i, p.uid AS u")}

    def say(one: str, other: str, verdict: Verdict) -> None:
        judge(loading.environment.writer, KEY, Judgement(one, other, verdict, "o_1", "asked the office"))

    say(loose["X1"], known[IDS[0]], Verdict.DIFFERENT)
    say(loose["X3"], known[IDS[4]], Verdict.UNSURE)
    assert who(loading)["X1"] is None
    load_place(loading)
    run(loading)
    assert who(loading)["X1"] is None
    say(loose["X3"], known[IDS[4]], Verdict.SAME)
    again = run(loading)

    assert who(loading)["X3"] == IDS[4]
    assert (again.merged, again.undone, again.written, again.withdrawn) == (0, 0, 0, 0)
    assert {pair["state"] for pair in pairs(loading) if pair["by"] == "o_1"} == {"DIFFERENT", "SAME"}
    retired = loading.rows("MATCH (j:IdentityJudgement) RETURN j.verdict AS verdict, j.retired_at IS NULL AS holds")
    assert sorted((row["verdict"], row["holds"]) for row in retired) == [
        ("DIFFERENT", True), ("SAME", True), ("UNSURE", False)
    ]  # fmt: skip


def test_units_by_short_or_former_names_are_found_and_bureaus_are_not_mixed_up(loading: Loading) -> None:
    load_place(loading)
    loading.load(TICKETS, "编号,标题,单位\nT1,甲,财政局\nT2,乙,教育局\nT3,丙,教育体育局\nT4,丁,高新区财政局")

    run(loading)

    led = loading.rows("MATCH (t:Ticket)-[:NAMES]->(u:Unit) RETURN t.number AS ticket, u.uscc AS code")
    assert {row["ticket"]: row["code"] for row in led} == {"T1": FINANCE, "T2": None, "T3": EDUCATION, "T4": None}
    before = snapshot(loading)
    load_place(loading)
    loading.load(TICKETS, "编号,标题,单位\nT1,甲,财政局\nT2,乙,教育局\nT3,丙,教育体育局\nT4,丁,高新区财政局\n\n")
    assert snapshot(loading) == before


def test_links_that_rest_on_a_merge_come_and_go_with_it(loading: Loading) -> None:
    load_place(loading)
    run(loading)
    writer = loading.environment.writer
    linked = "MATCH (:Clue {number: 'X1'})<-[:JOINS]-(l:Link)-[:JOINS]->(:Clue {number: 'X6'}) RETURN l.rule AS rule"

    propose_links(writer, KEY, lambda *_: None)
    assert {"rule": "same_person"} in loading.rows(linked)
    loose = {row["k"]: row["u"] for row in loading.rows("MATCH (p:Person) RETURN p.source_key AS k, p.uid AS u")}
    known = loading.rows("MATCH (p:Person {id_number: $id}) RETURN p.uid AS u", id=IDS[0])[0]["u"]
    judge(writer, KEY, Judgement(loose["X1"], known, Verdict.DIFFERENT, "o_1", "another chief"))
    propose_links(writer, KEY, lambda *_: None)

    assert {"rule": "same_person"} not in loading.rows(linked)
