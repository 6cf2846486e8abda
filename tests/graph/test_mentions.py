"""Mentions in a real graph: kept once, replaced with their text, gone with their matter, told to nobody too many."""

import json
from datetime import date
from typing import Any

import pytest

from graph_service.graph import Writer
from graph_service.mentions.keeping import MentionCounts, keep_mentions
from graph_service.migrations import migrate
from graph_service.rights.audiences import audience_number
from graph_service.rights.roles import read_roles
from tests.loading import clear
from tests.sketch import EVERYONE, Sketch

_KEY = b"k" * 32
TEAM, AUDITED, HIDDEN = audience_number(["T"]), audience_number(["AUDIT", "T"]), audience_number(["INTERNAL"])
_TEXT = "反映教育局局长张伟2024年3月收受3万元，由罗敏菊经办，电话13900000001"
_ALL = """MATCH (m)-[:MENTIONS]->(x:Mention)
RETURN m.uid AS matter, properties(x) AS p, elementId(x) AS element,
  COLLECT { MATCH (x)-[r:REFERS_TO]->(e) RETURN [e.uid, r.certainty] ORDER BY e.uid } AS meant
ORDER BY matter, x.start"""


def draw_city(with_hidden: bool = True) -> Sketch:
    """Draw an office, its people, and a clue, a finding and an alert that speak of them."""
    sketch = Sketch({EVERYONE: ["EVERYONE"], TEAM: ["T"], AUDITED: ["AUDIT", "T"], HIDDEN: ["INTERNAL"]})
    office = sketch.node("Unit", "edu", name="云江市教育局", short_name="教育局", uscc="11360500MB0000001W")
    head = sketch.node("Person", "head", name="张伟", id_number="360502198001010017")
    other = sketch.node("Person", "other", name="张伟", id_number="360502198101010035")
    sketch.node("Person", "luo", name="罗敏菊", id_number="360502198901010021")
    sketch.node("Person", "unregistered", name="张伟")
    phone = sketch.node("Phone", "1", phone_number="13900000001")
    sketch.tie("HOLDS_POST", head, office, post="党组书记、局长", valid_from=date(2021, 3, 1))
    sketch.tie("USES_PHONE", other, phone)
    clue = sketch.node("Clue", "1", TEAM, number="XS-1", text=_TEXT, received_on=date(2024, 6, 1))
    sketch.names(clue, office, audience=TEAM, role="SUBJECT_UNIT")
    finding = sketch.node(
        "AuditFinding", "1", AUDITED, number="SJ-1", text="教育局少报收入5000元", found_on=date(2024, 6, 1)
    )
    sketch.names(finding, office, audience=AUDITED)
    sketch.node("Alert", "1", TEAM, number="YJ-1", text=None)
    if with_hidden:
        secret = sketch.node("Person", "secret", HIDDEN, name="罗敏菊", id_number="360502199001010027")
        sketch.tie("HOLDS_POST", secret, office, HIDDEN, post="副局长")
        sketch.names(clue, secret, audience=HIDDEN)
    return sketch


def keep(writer: Writer) -> MentionCounts:
    return keep_mentions(writer, _KEY, read_roles(), lambda _texts: None)


def kept(writer: Writer) -> list[dict[str, Any]]:
    return writer.run_read(_ALL)[0]


def told_in_place(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if row["p"]["kind"] not in {"VEHICLE", "PROBLEM"}]


@pytest.fixture
def graph(empty_graph: Writer) -> Writer:
    migrate(empty_graph, "fingerprint")
    clear(empty_graph)
    draw_city().write(empty_graph)
    return empty_graph


def test_mentions_are_kept_beside_their_matter(graph: Writer) -> None:
    found = keep(graph)

    assert (found.texts, found.written, found.removed) == (3, 10, 0)
    assert [(row["matter"], row["p"]["text"], row["p"]["kind"], row["p"]["state"]) for row in kept(graph)] == [
        ("auditfinding_1", "教育局", "UNIT", "SURE"),
        ("auditfinding_1", "少报收入", "PROBLEM", "SURE"),
        ("auditfinding_1", "5000元", "AMOUNT", "SURE"),
        ("clue_1", "反映教育局局长张伟2024年3月收受3万元", "PROBLEM", "CANDIDATE"),
        ("clue_1", "教育局", "UNIT", "SURE"),
        ("clue_1", "张伟", "PERSON", "SURE"),
        ("clue_1", "2024年3月", "DATE", "SURE"),
        ("clue_1", "3万元", "AMOUNT", "SURE"),
        ("clue_1", "罗敏菊", "PERSON", "CANDIDATE"),
        ("clue_1", "13900000001", "PHONE", "SURE"),
    ]
    clue = {row["p"]["text"]: row["meant"] for row in kept(graph) if row["matter"] == "clue_1"}
    assert clue["张伟"] == [["person_head", 0.95]]
    assert clue["罗敏菊"] == [["person_luo", 0.75]]
    assert clue["13900000001"] == [["phone_1", 0.99]]
    assert clue["3万元"] == []
    assert all(
        _TEXT[row["p"]["start"] : row["p"]["end"]] == row["p"]["text"]
        for row in kept(graph)
        if row["matter"] == "clue_1"
    )


def test_nothing_named_is_added_to_the_matter_itself(graph: Writer) -> None:
    before = graph.run_read("MATCH ()-[r:NAMES]->() RETURN count(r) AS n")[0]

    keep(graph)

    assert graph.run_read("MATCH ()-[r:NAMES]->() RETURN count(r) AS n")[0] == before
    assert graph.run_read("MATCH (:Mention)-[r]-() WHERE r.audience IS NOT NULL RETURN count(r) AS n")[0] == [{"n": 0}]


def test_a_second_run_writes_nothing(graph: Writer) -> None:
    keep(graph)
    before = kept(graph)

    found = keep(graph)

    assert (found.mentions, found.written, found.removed) == (10, 0, 0)
    assert kept(graph) == before


def test_words_that_tell_of_two_kinds_are_two_mentions_and_a_second_run_writes_neither(graph: Writer) -> None:
    graph.run_write("MATCH (m:Clue) SET m.text = '教育局局长张伟让亲友承包工程，三年没有招标'")
    keep(graph)

    told = [row["p"] for row in kept(graph) if row["matter"] == "clue_1" and row["p"]["text"] == "亲友承包工程"]
    assert (len(told), len({each["normal"] for each in told})) == (2, 2)
    assert keep(graph).written == 0


def test_a_changed_text_replaces_its_mentions_only(graph: Writer) -> None:
    keep(graph)
    before = kept(graph)
    graph.run_write("MATCH (m:Clue) SET m.text = $text", text=_TEXT + "，另有车牌赣K12345")

    found = keep(graph)

    assert (found.written, found.removed) == (2, 0)  # the whole text tells the kind of problem
    assert told_in_place(kept(graph)) == told_in_place(before)

    graph.run_write("MATCH (m:Clue) SET m.text = '另有5万元'")
    found = keep(graph)

    assert (found.written, found.removed) == (1, 8)
    assert [row["p"]["text"] for row in kept(graph) if row["matter"] == "clue_1"] == ["5万元"]


def test_what_becomes_known_changes_the_mention_in_place(graph: Writer) -> None:
    keep(graph)
    before = {row["p"]["uid"]: row["element"] for row in kept(graph)}
    sketch = Sketch({EVERYONE: ["EVERYONE"]})
    sketch.node("Person", "namesake", name="罗敏菊", id_number="360502199101010024")
    sketch.write(graph)

    found = keep(graph)

    assert (found.written, found.removed) == (1, 0)
    assert {row["p"]["uid"]: row["element"] for row in kept(graph)} == before
    (row,) = (row for row in kept(graph) if row["p"]["text"] == "罗敏菊")
    assert row["p"]["namesakes"] == 2
    assert [uid for uid, _ in row["meant"]] == ["person_luo", "person_namesake"]


def test_an_entity_that_came_back_is_referred_to_again(graph: Writer) -> None:
    keep(graph)
    graph.run_write("MATCH (:Mention)-[r:REFERS_TO]->(:Phone) DELETE r")

    found = keep(graph)

    assert found.written == 1
    assert [row["meant"] for row in kept(graph) if row["p"]["kind"] == "PHONE"] == [[["phone_1", 0.99]]]


def test_mentions_go_with_their_matter(graph: Writer) -> None:
    keep(graph)
    graph.run_write("MATCH (m:Clue) DETACH DELETE m")

    found = keep(graph)

    assert (found.written, found.removed) == (0, 7)
    assert graph.run_read("MATCH (x:Mention) RETURN count(x) AS n")[0] == [{"n": 3}]


def test_mentions_have_the_audience_of_their_matter_without_partners(graph: Writer) -> None:
    keep(graph)

    audiences = {(row["matter"], row["p"]["audience"]) for row in kept(graph)}

    assert audiences == {("clue_1", TEAM), ("auditfinding_1", audience_number(["T"]))}
    assert graph.run_read("MATCH (a:Audience {number: $n}) RETURN a.readers AS r", n=TEAM)[0] == [{"r": ["T"]}]


def test_what_is_hidden_from_the_readers_changes_no_mention(graph: Writer) -> None:
    keep(graph)
    told = [{**row, "element": ""} for row in kept(graph)]
    clear(graph)
    draw_city(with_hidden=False).write(graph)

    keep(graph)

    assert [{**row, "element": ""} for row in kept(graph)] == told


def test_every_kind_of_matter_is_read(graph: Writer) -> None:
    sketch = Sketch({EVERYONE: ["EVERYONE"]})
    for label in ("Clue", "AuditFinding", "InspectionIssue", "Ticket", "Alert"):
        sketch.node(label, "more", number="N-1", text="付款5000元")
    sketch.write(graph)

    keep(graph)

    matters = {row["matter"] for row in kept(graph) if row["matter"].endswith("_more")}
    assert matters == {"clue_more", "auditfinding_more", "issue_more", "ticket_more", "alert_more"}


def test_the_command_reports_as_json(graph: Writer, capsys: pytest.CaptureFixture[str]) -> None:
    from graph_service.commands.mentions import report

    report(keep(graph), 1.25, True)

    told = json.loads(capsys.readouterr().out)
    assert (told["texts"], told["mentions"], told["written"], told["seconds"]) == (3, 10, 10, 1.25)
    assert told["kinds"]["PERSON"] == 2
