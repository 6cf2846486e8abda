"""Alerts follow the rows: a second run writes nothing, what changes is changed, what goes is taken back, judgements stay."""

import pytest

from graph_service.act import ActRefused
from graph_service.cypher.content_hash import graph_hash
from graph_service.graph import Writer
from graph_service.models.checking import Check, Desk, check_alert
from graph_service.models.model_file import read_models
from graph_service.rights.audiences import of_every_kind
from schema.vocabulary import AlertState
from tests.graph.models.keeping import alerts, checks, keep, review
from tests.graph.models.notation import draw
from tests.one_of_each import draw_kit
from tests.sketch import Sketch

_OVER = (
    "Vehicle C1 tank_litres=70 OWNED_BY U1; Unit U1; Refuelling F1 litres=90 occurred_at=2025-03-03T08:00 REFUELLED C1"
)
_PAIRS = "Person C1 HOLDS_POST U1 on_payroll=true; C1 HOLDS_SHARE F1"


@pytest.fixture
def over(empty_graph: Writer) -> Writer:
    """A graph in which V1 has fired once."""
    draw(empty_graph, _OVER)
    keep(empty_graph, "V1")
    return empty_graph


def test_an_alert_says_what_it_rests_on_and_whom_it_names(over: Writer) -> None:
    (alert,) = alerts(over)

    assert (alert["key"], alert["state"], alert["parameters"]) == ("V1|F1", "OPEN", '{"tank_factor": 1.05}')
    assert alert["text"] == "C1于2025-03-03加油90.0升，超过油箱容量70.0升（流水号F1）"
    assert alert["fired"] == ["F1>refuelling_F1"]
    assert alert["named"] == ["INVOLVED>vehicle_C1", "SUBJECT_UNIT>unit_U1"]


def test_a_second_run_writes_nothing(over: Writer) -> None:
    before, ties = graph_hash(over), over.run_read("MATCH ()-[r]->() RETURN collect(elementId(r)) AS r")[0]

    again = keep(over, "V1")

    assert (len(again.hits), again.new, again.withdrawn) == (1, 0, 0)
    assert (graph_hash(over), over.run_read("MATCH ()-[r]->() RETURN collect(elementId(r)) AS r")[0]) == (before, ties)


def test_a_second_run_of_every_model_finds_what_the_first_found(empty_graph: Writer) -> None:
    """What models find may rest on other alerts of theirs by no way."""
    sketch = Sketch()
    draw_kit(sketch)
    draw_kit(sketch, key="other")
    draw(empty_graph, "")
    sketch.write(empty_graph)

    first = {model: keep(empty_graph, model) for model in read_models()}
    kept = alerts(empty_graph)
    again = {model: keep(empty_graph, model) for model in read_models()}

    assert {model: len(run.hits) for model, run in again.items()} == {m: len(run.hits) for m, run in first.items()}
    assert {model: (run.new, run.withdrawn) for model, run in again.items()} == dict.fromkeys(again, (0, 0))
    assert alerts(empty_graph) == kept


def test_no_model_fails_on_records_that_say_nothing(empty_graph: Writer) -> None:
    bare = Sketch()
    draw_kit(bare)
    for each in [each for drawn in bare.nodes.values() for each in drawn.values()]:
        each.properties = {}
    for _, _, tie in [tie for ties in bare.ties.values() for tie in ties.values()]:
        tie.properties = {}
    draw(empty_graph, "")
    bare.write(empty_graph)

    found = {model: len(keep(empty_graph, model).hits) for model in read_models()}

    assert {model for model, count in found.items() if count} == set()


def test_a_row_that_changes_changes_the_alert(over: Writer) -> None:
    (before,) = alerts(over)
    over.run_write("MATCH (r:Refuelling) SET r.litres = 95.0")

    again = keep(over, "V1")

    (after,) = alerts(over)
    assert (again.new, again.withdrawn) == (0, 0)
    assert "加油95.0升" in after["text"]
    assert {**after, "text": before["text"]} == before


def test_other_parameters_change_the_alert_or_take_it_back(over: Writer) -> None:
    keep(over, "V1", tank_factor=1.2)
    (changed,) = alerts(over)
    gone = keep(over, "V1", tank_factor=1.3)

    assert changed["parameters"] == '{"tank_factor": 1.2}'
    assert (gone.withdrawn, alerts(over)) == (1, [])


def test_a_row_that_goes_takes_its_alert_along(over: Writer) -> None:
    over.run_write("MATCH (r:Refuelling) DETACH DELETE r")

    again = keep(over, "V1")

    assert (len(again.hits), again.withdrawn, alerts(over)) == (0, 1, [])


@pytest.mark.parametrize("outcome", list(AlertState))
def test_what_a_person_said_of_an_alert_stays(outcome: AlertState, over: Writer) -> None:
    (alert,) = alerts(over)
    check_alert(
        over, Desk("o_desk", tuple(of_every_kind([alert["audience"]]))), Check(alert["uid"], outcome, "公务出差")
    )
    said = checks(over)
    over.run_write("MATCH (r:Refuelling) SET r.litres = 95.0")
    keep(over, "V1")
    (changed,) = alerts(over)
    over.run_write("MATCH (r:Refuelling) DETACH DELETE r")

    gone = keep(over, "V1")

    (left,) = alerts(over)
    assert (changed["state"], left["state"], gone.withdrawn) == (outcome.value, outcome.value, 0)
    assert "加油95.0升" in changed["text"]
    assert (checks(over), len(said)) == (said, 1)


def test_a_checked_alert_says_that_it_changed_that_its_ground_is_gone_and_that_it_fires_again(over: Writer) -> None:
    (alert,) = alerts(over)
    check_alert(
        over,
        Desk("o_desk", tuple(of_every_kind([alert["audience"]]))),
        Check(alert["uid"], AlertState.DISMISSED, "公务出差"),
    )
    marks = [review(over)]
    for litres in (95.0, 60.0, 90.0):
        over.run_write("MATCH (r:Refuelling) SET r.litres = $litres", litres=litres)
        kept = keep(over, "V1")
        marks.append(review(over))
        before = graph_hash(over)
        again = keep(over, "V1")
        assert (kept.new, kept.withdrawn, again.new, again.withdrawn, graph_hash(over)) == (0, 0, 0, 0, before)
    check_alert(
        over,
        Desk("o_desk", tuple(of_every_kind([alert["audience"]]))),
        Check(alert["uid"], AlertState.DISMISSED, "仍为公务出差"),
    )

    assert [*marks, review(over)] == [None, "CHANGED", "GROUND_GONE", "CHANGED", None]


def test_an_alert_that_nobody_checked_leaves_no_check_behind(over: Writer) -> None:
    (alert,) = alerts(over)
    with pytest.raises(ActRefused, match="AlertNotVisible"):
        check_alert(
            over,
            Desk("o_desk", tuple(of_every_kind([alert["audience"] + 1]))),
            Check(alert["uid"], AlertState.DISMISSED, "公务出差"),
        )
    over.run_write("MATCH (r:Refuelling) DETACH DELETE r")

    assert (keep(over, "V1").withdrawn, alerts(over), checks(over)) == (1, [], [])


def test_one_models_run_leaves_the_alerts_of_another(over: Writer) -> None:
    keep(over, "V4")

    assert [each["key"] for each in alerts(over)] == ["V1|F1"]


def test_alerts_that_a_source_brought_are_left_alone(empty_graph: Writer) -> None:
    draw(empty_graph, "Alert W1 model=V1 state=OPEN")

    keep(empty_graph, "V1")

    assert empty_graph.run_read("MATCH (a:Alert) RETURN a.number AS number")[0] == [{"number": "W1"}]


def test_a_tie_from_another_row_is_part_of_the_ground(empty_graph: Writer) -> None:
    draw(empty_graph, _PAIRS)

    keep(empty_graph, "K4")

    (alert,) = alerts(empty_graph)
    assert alert["fired"] == ["C1>unit_F1", "C1>unit_U1", "F1>unit_F1"]


def test_readers_are_those_of_every_row_everybody_named_and_every_tie(empty_graph: Writer) -> None:
    readers = {1: ["EVERYONE"], 2: ["DISC_1"], 3: ["TOUR_1"], 4: ["DISC_1", "TOUR_1"], 5: ["AUDIT", "DISC_1"]}
    fuelled = "Vehicle C{n} tank_litres=70 audience={car}; Refuelling F{n} litres=90 audience={row} REFUELLED C{n} audience={row}\n"
    cases = {
        (1, 1): ["EVERYONE"],
        (2, 1): ["DISC_1"],
        (4, 2): ["DISC_1"],
        (2, 3): [],
        (5, 5): ["AUDIT", "DISC_1"],
        (5, 1): ["DISC_1"],
    }
    rows = list(enumerate(cases))
    text = "".join(fuelled.format(n=n, row=row, car=car) for n, (row, car) in rows)
    text += "Vehicle C8 tank_litres=70; Refuelling F8 litres=90 PAID_WITH K8; K8 BOUND_TO C8 audience=2\n"
    text += "Vehicle C9 tank_litres=70 OWNED_BY U9 audience=3; Unit U9; Refuelling F9 litres=90 REFUELLED C9"
    draw(empty_graph, text, readers)

    run = keep(empty_graph, "V1")

    told = empty_graph.run_read("MATCH (x:Audience) RETURN x.number AS number, x.readers AS readers")[0]
    known = {row["number"]: sorted(row["readers"]) for row in told}
    by_key = {each["key"]: known[each["audience"]] for each in alerts(empty_graph)}
    assert by_key == {f"V1|F{n}": cases[case] for n, case in rows} | {"V1|F8": ["DISC_1"], "V1|F9": ["TOUR_1"]}
    assert run.unread == 1
