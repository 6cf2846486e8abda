"""What query files say in one word is written out in one place; stand-ins are whole words of a closed list."""

from pathlib import Path

import pytest

from graph_service.cypher.files import QUERIES, read_file
from graph_service.cypher.macros import visible_itself, written_out
from graph_service.cypher.reference import queries_reference
from graph_service.cypher.stand_ins import STAND_INS, put, refuse_unfilled, refuse_unknown, stand_ins
from graph_service.cypher.states import alert_review, alert_state
from graph_service.cypher.visibility import visible
from graph_service.errors import BadInput
from schema import ENTITY, EVENT, KINDS, MATTER, RELATIONSHIPS
from tests.unit.tree import PRODUCT, named, python

RAW = {path.relative_to(QUERIES).as_posix(): path.read_text(encoding="utf-8") for path in QUERIES.rglob("*.cypher")}


CONNECTIONS = "|".join(
    ["NAMES_IN_TEXT"]
    + [
        link.type
        for link in RELATIONSHIPS
        if link.type not in {"HANDLED_BY", "INVESTIGATED_BY", "OVERSEES", "MEMBER_OF", "IS_PERSON", "STATED_OF"}
    ]
)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("visible(a)", "a.audience IN $viewer_audiences"),
        (
            "WHERE visible(a, r) AND x",
            "WHERE a.audience IN $viewer_audiences AND r.audience IN $viewer_audiences AND x",
        ),
        ("all(each IN s WHERE visible(each))", "all(each IN s WHERE each.audience IN $viewer_audiences)"),
        ("visible(row.one)", "row.one.audience IN $viewer_audiences"),
        ("visible_itself(a)", "coalesce(a.own_audience, a.audience) IN $viewer_audiences"),
        ("visible_parts(l)", "all(audience IN l.audiences WHERE audience IN $viewer_audiences)"),
        (
            "visible_series(s)",
            "EXISTS { MATCH (stay:SeriesMember)-[:IN_SERIES|WAS_IN]->(s:Series) "
            f"MATCH (its_matter:{'|'.join(MATTER)} {{uid: stay.matter}}) WHERE its_matter.audience IN $viewer_audiences }}",
        ),
        (
            "visible_entry(e)",
            f"COUNT {{ UNWIND e.rests_on AS part_of MATCH (told_of:{'|'.join(MATTER)} {{uid: part_of}}) "
            "WHERE told_of.audience IN $viewer_audiences RETURN 1 } = size(e.rests_on)",
        ),
        ("address(row.one)", "[elementId(row.one), row.one.uid]"),
        ("is_at(n, $found.m)", "elementId(n) = $found.m[0] AND n.uid = $found.m[1]"),
        ("came_on(m)", "coalesce(date(m.received_on), date(m.found_on), date(m.asked_at), date(m.raised_at))"),
        ("MATCH (m:MATTERS_ {uid: 1})", f"MATCH (m:{'|'.join(MATTER)} {{uid: 1}})"),
        ("(e:ENTITIES_)", f"(e:{'|'.join(ENTITY)})"),
        (
            "day_of(n)",
            "coalesce(date(n.received_on), date(n.found_on), date(n.asked_at), date(n.raised_at), date(n.opened_on), "
            "date(n.signed_on), date(n.issued_on), date(n.begins_on), date(n.occurred_at), date(n.occurred_on))",
        ),
        (
            "ties_of(n)",
            f"COUNT {{ MATCH (n)-[one_tie:{CONNECTIONS}]-(one_far) "
            "WHERE one_tie.audience IN $viewer_audiences AND one_far.audience IN $viewer_audiences "
            "AND ($types IS NULL OR type(one_tie) IN $types) RETURN 1 LIMIT $most_nodes + 1 }",
        ),
        ("is_hub(t, h)", "t > CASE h WHEN 0 THEN $most_nodes ELSE $hub_cap END"),
        (
            "is_firm(u)",
            "(coalesce(u.unit_kind, 'FIRM') IN ['FIRM', 'SOLE_TRADER'] AND (u.unit_kind IS NOT NULL OR "
            "coalesce(u.uscc STARTS WITH '9', false)))",
        ),
        ("held_on(r, d)", "(coalesce(r.valid_from <= d, true) AND coalesce(d <= r.valid_to, true))"),
        (
            "car_of(r)",
            "head([(r)-[t:REFUELLED]->(v:Vehicle) | [v, t]] + [(r)-[:PAID_WITH]->(:FuelCard)-[b:BOUND_TO]->(v:Vehicle) "
            "WHERE (coalesce(b.valid_from <= date(r.occurred_at), true) AND coalesce(date(r.occurred_at) <= b.valid_to, true)) "
            "| [v, b]])",
        ),
        (
            "signs_of(x)",
            "replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(toLower(x), ' ', ''), "
            "'·', ''), '-', ''), '.', ''), '(', ''), ')', ''), '[', ''), ']', ''), '〔', ''), '〕', ''), '号', '')",
        ),
        ("is_closed(n)", "any(kind IN labels(n) WHERE kind IN $conditions.closed)"),
        (
            "told_tie(t)",
            "{type: type(t), start: startNode(t).uid, carried: t {.role, .relation, .post, .word, .duty, .place_use, .ratio, "
            ".as_named, .certainty, valid_from: toString(t.valid_from), valid_to: toString(t.valid_to)}}",
        ),
        ("WHERE c.until < TODAY_", "WHERE c.until < date({timezone: '+08:00'})"),
        ("(e:EVENTS_)", f"(e:{'|'.join(EVENT)})"),
        ("-[r:CONNECTIONS_]-", f"-[r:{CONNECTIONS}]-"),
        ("[:MATTERS_OF_STATE]", "[:MATTERS_OF_STATE]"),
        ("invisible(a)", "invisible(a)"),
    ],
)
def test_a_macro_is_written_out(said: str, meant: str) -> None:
    assert written_out(said) == meant


def test_a_macro_takes_a_call_in_it() -> None:
    assert written_out("caption(nodes(p)[i])").startswith("coalesce(nodes(p)[i].title, nodes(p)[i].name")
    assert written_out("caption(n)").endswith(", n.number, '?')")
    assert written_out("ORDER BY natural_order(Unit, u)").startswith("ORDER BY coalesce(u.name, ")


def test_a_tie_is_of_a_time_by_its_term_else_by_the_day_of_what_it_ties() -> None:
    day = f"coalesce({written_out('day_of(startNode(t))')}, {written_out('day_of(endNode(t))')})"
    of_time = (
        "CASE WHEN NOT $conditions.timed THEN true WHEN coalesce(t.valid_from, t.valid_to) IS NOT NULL THEN "
        "coalesce(t.valid_from <= date($conditions.until), true) AND coalesce(date($conditions.since) <= t.valid_to, true) "
        f"ELSE all(day IN [{day}] WHERE CASE WHEN day IS NULL THEN $conditions.undated ELSE "
        "coalesce(day <= date($conditions.until), true) AND coalesce(date($conditions.since) <= day, true) END) END"
    )

    assert written_out("tie_day(t)") == day
    assert written_out("is_of_time(t)") == of_time
    assert written_out("is_asked(t, f)") == (
        "t.audience IN $viewer_audiences AND f.audience IN $viewer_audiences AND "
        "($conditions.types IS NULL OR type(t) IN $conditions.types) AND NOT type(t) IN $conditions.not_types AND "
        + of_time
    )


def test_nodes_of_any_kind_sort_by_kind_then_by_what_they_are_called_then_by_what_identifies_them() -> None:
    caption = written_out("caption(n)")
    ranks, told = written_out("public_key(n)").split(f" END, {caption}, ")
    source, identified = told.split(" ELSE '' END, ")

    assert ranks.startswith("[CASE WHEN n:Clue THEN 0 WHEN n:AuditFinding THEN 1 WHEN n:InspectionIssue THEN 2 WHEN ")
    assert ranks.endswith(f"n:{list(KINDS)[-1]} THEN {len(KINDS) - 1}")
    assert source.startswith("CASE WHEN n.id_number IS NULL AND n.uscc IS NULL AND ")
    assert source.endswith(" IS NULL THEN coalesce(n.source, '')"), "what identifies is the same whoever tells of it"
    assert identified.startswith("coalesce(n.id_number, n.uscc, ")
    assert identified.endswith(", n.source_key, ''), n.uid]")
    assert written_out("named(n)") == f"[n.uid, CASE WHEN n:Matter THEN n.number END, {caption}]"


def test_the_page_of_words_tells_every_one_of_them() -> None:
    page = (QUERIES.parent / "docs" / "query_files.md").read_text(encoding="utf-8")

    assert page == queries_reference()
    assert [name for name in STAND_INS if f"| `{name}` |" not in page] == []


def test_the_viewers_predicate_is_written_down_once() -> None:
    said = [name for name, text in RAW.items() if "IN $viewer_audiences" in text]
    said += [named(path) for path in python(*PRODUCT) if "IN $viewer_audiences" in path.read_text(encoding="utf-8")]

    assert said == ["graph_service/cypher/visibility.py"]


def test_no_query_file_lists_the_kinds_of_a_family() -> None:
    listed = [name for name, text in RAW.items() if "|".join(MATTER[:2]) in text or "|".join(ENTITY[:3]) in text]

    assert listed == []


def test_a_stand_in_is_a_whole_word() -> None:
    text = "MATCH (a:LABEL_)-[:REFERRED_TO_TEAM|XLABEL_|LABEL_X]->(b:TO_ {KEY_: $LABEL_})"

    assert put(text, [("LABEL_", "Clue"), ("TO_", "Person")]) == (
        "MATCH (a:Clue)-[:REFERRED_TO_TEAM|XLABEL_|LABEL_X]->(b:Person {KEY_: $LABEL_})"
    )


def test_a_stand_in_that_nothing_fills_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.cypher"
    path.write_text(
        "// title: X\n// params: none\n// returns: n\n// scope: system\nMATCH (n:LABLE_) RETURN n\n", encoding="utf-8"
    )

    with pytest.raises(BadInput, match="nothing fills the stand-in LABLE_"):
        read_file(path, "read/x")


def test_a_stand_in_that_no_request_filled_is_not_sent() -> None:
    with pytest.raises(BadInput, match="nothing has filled the stand-in KEY_"):
        refuse_unfilled("MATCH (n:Clue {KEY_: $id})", "read/node")
    refuse_unfilled("MATCH (n:Clue)-[:REFERRED_TO_TEAM]->(m {uid: $KEY_})", "read/node")


def test_every_stand_in_of_the_list_stands_in_some_file() -> None:
    assert (
        set().union(*(stand_ins(text) for text in RAW.values()))
        - {"MATTERS_", "ENTITIES_", "EVENTS_", "OTHERS_", "CONNECTIONS_", "TODAY_"}
        == STAND_INS.keys()
    )


def test_both_ways_of_asking_for_rights_differ_only_in_whose_they_are() -> None:
    assert visible("n") != visible_itself("n")


def test_of_several_stand_ins_at_fault_the_first_by_name_is_told() -> None:
    with pytest.raises(BadInput, match=f"nothing has filled the stand-in {min(STAND_INS)}"):
        refuse_unfilled(" ".join(STAND_INS), "x")
    with pytest.raises(BadInput, match="nothing fills the stand-in AA_"):
        refuse_unknown(" ".join(f"{letter}{letter}_" for letter in "ZYXWVUTSRQPONMLKJIHGFEDCBA"), "x")


def test_an_alert_is_what_its_newest_check_made_of_it_and_is_looked_at_again_after_that() -> None:
    newest = "COLLECT { MATCH (newest:AlertCheck {standing: a.uid}) RETURN newest"

    assert alert_state("a") == f"coalesce({newest}.outcome }}[0], a.state)"
    assert alert_review("a") == (
        f"CASE WHEN a.ground_gone_at > {newest}.at }}[0] THEN 'GROUND_GONE' WHEN a.changed_at > {newest}.at }}[0] THEN 'CHANGED' END"
    )
