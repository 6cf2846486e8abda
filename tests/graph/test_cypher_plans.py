"""Every query file is EXPLAINed on the real server: no warning, and no scan where a key is given."""

import logging
import os
import re
from collections.abc import Iterable
from typing import Any

import pytest

from graph_service.api.queries.roots import roots
from graph_service.cypher.files import QueryFile, query
from graph_service.cypher.rules import filled, model_text
from graph_service.cypher.score import STAND_INS
from graph_service.cypher.seen.sight import Sight
from graph_service.cypher.seen.text import as_seen
from graph_service.errors import BadInput
from graph_service.graph import Writer
from graph_service.migrations import migrate
from schema.record import DataClass
from tests.graph.composed import ComposedCase, finding_cases, kind_cases, list_cases, projection_cases, special_cases
from tests.graph.packs import pack_cases
from tests.kept import write_acts
from tests.one_of_each import draw_kit
from tests.queries import all_files
from tests.sketch import Sketch

_NAMES = re.compile(r"\b[A-Z][a-z]\w*|\.\w+|'[^']*'|\b[a-z_]*\d+\b|\{\w+: \$\w+\}|USING INDEX [^\n]*")
_ONE_FORM_IN = int(os.environ.get("LEADLINK_TEST_PLANS", "6"))  # 1: each form once; 0: every case there is
_SCANS = {
    "AllNodesScan", "NodeByLabelScan", "UnionNodeByLabelsScan", "IntersectionNodeByLabelsScan",
    "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan",
    "DirectedRelationshipTypeScan", "UndirectedRelationshipTypeScan",
}  # fmt: skip
_LOAD = {"source": "kit", "file": "kit.csv", "file_hash": "h", "mapping_hash": "m", "holder": "T"}
_SOURCE = {"name": "kit", "holder": "T", "rank": 1, "audience": 1, "seals": False, "witnesses": ["Person:NAMES<"]}
_RECORD = {"uid": "record_kit", "source": "kit", "source_key": "k", "load": "load_kit", "row": 1, "hash": "h", "rank": 1,
           "audience": 1, "keyed": True, "keys": ["k"], "key_audiences": [1]}  # fmt: skip
_COUNTS = {"read": 1, "merged": 1, "unchanged": 0, "rejected": 1}
_LINK = {
    "uid": "link_kit", "rule": "same_person", "sentence": "Both name one person", "audiences": [1], "one": "clue_kit",
    "other": "ticket_kit", "via": ["person_kit"],
}  # fmt: skip
_RAN = {"failures": 0, "every": 60, "last_error": "no", "swept_at": "2025-01-01"}
_MENTION = {
    "uid": "mention_kit", "audience": 1, "text": "x", "certainty": 0.9, "kind": "DATE", "start": 0, "end": 1, "namesakes": 0,
    "normal": "x", "because": "NAME",
}  # fmt: skip
_MENTIONED = {
    "matter": "clue_kit", "drop": [], "keep": [{"p": _MENTION, "meant": [{"uid": "person_kit", "certainty": 1.0, "naming": 1.0}]}],
}  # fmt: skip
_ALIKE = {"one": "clue_kit", "other": "ticket_kit", "p": {
    "uid": "alike_kit", "kind": "PHONE", "value": "1", "certainty": 0.9, "words": ["1", "1"], "starts": [0, 0], "audiences": [1, 1],
    "hash": "h",
}}  # fmt: skip
_PAIR = {
    "uid": "same_kit", "one": "person_kit", "other": "person_kit",
    "stated": {"kind": "Person", "score": 0.5, "state": "PROPOSED", "guard": "no", "fields": ["name"], "found": ["x"], "bits": [1.0]},
}  # fmt: skip
_JUDGED = {"verdict": "SAME", "by": "o", "why": "kit"}
_NOTICE = """MATCH (t:Team) WITH t LIMIT 1
MATCH (one)<-[:JOINS {place: 0}]-(l:Link)-[:JOINS {place: 1}]->(other)
CREATE (n:Notice {uid: 'notice_kit', number: 1, kind: 'LINK_PROPOSED', at: datetime(), link: l.uid, rule: l.rule,
  sentence: l.sentence, audiences: l.audiences})
CREATE (n)-[:TOLD_TO]->(t), (n)-[:SPEAKS_OF {place: 0}]->(one), (n)-[:SPEAKS_OF {place: 1}]->(other), (:NoticeBook {uid: 'notices', last: 1})"""
_SAID = {
    "kind": "OPENED", "by": "o", "text": "kit", "title": "kit", "number": 1, "about": ["clue_kit"], "rests_on": ["clue_kit"], "request": "r",
}  # fmt: skip
_CHANGE = """MERGE (:ChangeBook {uid: 'changes'})
CREATE (:Change {uid: 'clue_kit|1', of: 'clue_kit', kind: 'Clue', audience: 1, was: 1, first: 1, said: 1, left: 1, back: 1,
  number: 1, at: datetime()})"""
_REJECT = {"uid": "r", "row": 1, "column": "c", "reason": "no", "reason_zh": "否"}

_MASKED, _CLOSED = frozenset({DataClass.D2, DataClass.D9}), frozenset({DataClass.D5, DataClass.D8})
_NARROW = Sight(frozenset(DataClass) - _MASKED - _CLOSED, _MASKED)
_STAND_INS = (
    ("LABELS_", "['Clue']"), ("LABEL_", "Clue"), ("TYPE_", "NAMES"), ("IDENTIFIERS_", "['name']"),
    ("NAMES_", "['name']"), ("NUMBERS_", "['number']"), ("KEY_", "uid"),
    *((word, str(number)) for word, number in STAND_INS.items()),
)  # fmt: skip
_STAND_INS_OF_A_PERSON = (("LABEL_", "Person"),)
_WORK = {
    "uid": "x", "uids": ["x"], "source": "x", "file": "x", "name": "x", "holder": "x", "gone": "x", "load": "x",
    "seconds": 1, "version": 1, "bound": 1, "hub_cap": 50, "checksum": "x", "fingerprint": "x", "state": "DONE",
    "counts": {}, "properties": {}, "viewer_audiences": [1], "viewer_officer": "o", "rows": [_LINK | _REJECT | {"load": "x"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def one_of_each(empty_graph: Writer) -> Writer:
    """A graph that holds every label, type and property once, the service's own included."""
    logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)
    migrate(empty_graph, "fingerprint")
    sketch = Sketch()
    draw_kit(sketch)
    sketch.write(empty_graph)
    _write_work(empty_graph)
    return empty_graph


def _write_work(writer: Writer) -> None:
    run = writer.run_write
    run(query("loading/load_start").body, uid="load_kit", properties=_LOAD)
    run(query("loading/load_finish").body, uid="load_kit", state="DONE", counts=_COUNTS)
    run(query("rejects/merge").body, load="load_kit", rows=[_REJECT])
    run(query("sources/source_set").body, name="kit", properties=_SOURCE)
    run(query("links/merge").body, rows=[_LINK], at="2026-01-03T04:05:06Z")
    run(query("links/place").body, uids=[_LINK["one"]])
    run(query("sources/source_begun").body, name="kit", by="o")
    run(query("sources/source_ended").body, name="kit", properties=_RAN, good=True, wait=1)
    run(query("mentions/write").body, rows=[_MENTIONED])
    run(query("mentions/alike_write").body, rows=[_ALIKE])
    run(
        "MATCH (load:Load) MATCH (link:Link) SET load.removed = 0, load.watermark = '1', link.review = 'UNMERGED', link.score = 0.5"
    )
    run(filled(query("identity/propose").body, _STAND_INS_OF_A_PERSON), rows=[_PAIR], at="2026-01-03T04:05:06Z")
    for number in ("first", "second"):
        judged = {"uid": "same_kit", "one": "person_kit", "other": "person_kit", "judgement": f"judgement_{number}"}
        run(filled(query("identity/judge").body, _STAND_INS_OF_A_PERSON), **judged, **_JUDGED)
        run(query("links/judge").body, uid="link_kit", judgement=f"link_judgement_{number}", **_JUDGED)
    run(_NOTICE)
    run("MATCH (n:Notice) SET n.series = 'series_kit', n.entry = 'entry_kit', n.check = 'check_kit'")
    run(query("links/run_done").body, edition="kit", demoted=["x"])
    run(_CHANGE)
    run(query("editions/count_up").body, names=["Clue"])
    _write_series(writer)
    _write_checks(writer)
    write_acts(writer)
    run(
        "MATCH (p:Person) WITH p LIMIT 1 CREATE (:SourceRecord)-[d:DESCRIBES]->(p) WITH startNode(d) AS s SET s = $p",
        p=_RECORD,
    )
    absorbed = "CREATE (:Absorbed {uid: 'person_absorbed', survivor: p.uid, own_audience: 1})-[:MERGED_INTO]->(p)"
    run(f"MATCH (p:Person) WITH p LIMIT 1 {absorbed}")


def _write_series(writer: Writer) -> None:
    """Write a series that has absorbed another, with a member that stayed and one that left."""
    run, at = writer.run_write, "2026-01-03T04:05:06Z"
    for key, matter in (("kit", "clue_kit"), ("other", "ticket_kit")):
        series, entry = f"series_{key}", f"entry_{key}"
        run(query("series/open").body, uid=series, lead_team="T", by="o", at=at)
        run(
            query("series/say").body,
            series=series,
            said=_SAID | {"uid": entry, "opens": series, "client_key": key},
            at=at,
        )
        run(query("series/add").body, series=series, entry=entry, uids=[matter])
    run(query("series/remove").body, series="series_kit", entry="entry_kit", uids=["clue_kit"])
    run(query("series/absorb").body, series="series_kit", absorbed="series_other")
    run(query("series/close").body, series="series_kit", at=at)
    run(filled(query("notices/tell_series").body), entry="entry_kit", kind="SERIES_OPENED", at=at)


def _write_checks(writer: Writer) -> None:
    """Write two checks of an alert, the older retired, with what the teams were told; the alert's rows fire no more."""
    run, at = writer.run_write, "2026-01-03T04:05:06Z"
    for uid, matter in (("check_kit", "clue_kit"), ("check_other", None)):
        check = {"uid": uid, "alert": "alert_kit", "outcome": "TO_CLUE", "reason": "kit", "by": "o", "number": 1, "client_key": uid,
                 "request": "r", "matter": matter}  # fmt: skip
        run(query("alerts/turn").body, key=uid)
        run(query("alerts/check").body, check=check, at=at)
        run(filled(query("notices/tell_check").body), check=uid, at=at, receiver="T")
    run("MATCH (a:Alert) SET a.ground_gone_at = datetime(), a.changed_at = datetime()")


def operators(plan: dict[str, Any]) -> set[str]:
    """Return the names of the operators in a plan."""
    return {plan["operatorType"].partition("@")[0]}.union(*(operators(child) for child in plan.get("children", [])))


def _of_each_form(cases: Iterable[ComposedCase]) -> list[ComposedCase]:
    """Return one case of each form of text: others differ from it in nothing but names of kinds and fields."""
    forms: dict[str, ComposedCase] = {}
    for case in cases:
        forms.setdefault(f"{case.seeks} {_NAMES.sub('', case.text) if _ONE_FORM_IN else case.text}", case)
    return list(forms.values())


# Neighbours are of one kind and alike; to plan one takes the server a second.
CASES = [
    *_of_each_form((*special_cases(), *finding_cases(), *pack_cases())),
    *_of_each_form((*kind_cases(), *projection_cases(), *list_cases()))[:: max(_ONE_FORM_IN, 1)],
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_composed_query_has_no_warning_and_no_scan(case: ComposedCase, one_of_each: Writer) -> None:
    plan, warnings = one_of_each.explain(case.text, **case.params)

    used = operators(plan)
    assert warnings == []
    assert "AllNodesScan" not in used
    assert not case.seeks or not used & _SCANS


@pytest.mark.parametrize(
    "file",
    [
        file
        for file in all_files()
        if file.name.partition("/")[0] not in {"read", "show", "parts", "linkage", "warnings"}
    ],
    ids=lambda file: file.name,
)
def test_a_query_of_the_service_itself_has_no_warning(file: QueryFile, one_of_each: Writer) -> None:
    params = {name.strip().lstrip("$"): None for name in file.head["params"].split(",")}
    text = model_text(file.body) if file.name.startswith("models/") else filled(file.body, _STAND_INS)
    plan, warnings = one_of_each.explain(text, **{name: _WORK.get(name) for name in params})

    # What identity and mentions add to a graph is not in the kit, so names may be unknown here.
    assert [warning for warning in warnings if not warning.startswith("01N5")] == []
    assert "AllNodesScan" not in operators(plan)


@pytest.mark.parametrize("case", CASES[:: 6 * max(_ONE_FORM_IN, 1)], ids=lambda case: case.name)
def test_a_text_that_is_rewritten_for_who_does_not_see_all_has_no_warning(
    case: ComposedCase, one_of_each: Writer
) -> None:
    try:
        text = as_seen(case.text, _NARROW)
    except BadInput:
        return
    _, warnings = one_of_each.explain(text, **case.params)

    assert warnings == []


def test_every_file_is_explained() -> None:
    explained = {query(name).name for root in roots().values() for name in root.files}
    explained |= {
        "read/audit_linked_issues_of_unit",
        "read/audit_linked_issues_of_round",
        "read/analysis/early_warnings_of_unit",
        "read/own/link",
        "read/own/load",
        *(f"read/paths/{name}" for name in ("named", "begin", "step", "weigh", "between")),
    }

    named = {file.name for file in all_files() if file.name.startswith(("read/", "show/"))}
    assert named == explained, "parts and rules are pieces of these"
