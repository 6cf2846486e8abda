"""A desk checks alerts: what came of one is kept, the next check retires it, and it tells nothing to who may not read the alert."""

import asyncio
from typing import Any

import httpx
import orjson
import pytest

from graph_service.graph import Writer
from graph_service.models.model_file import read_models
from graph_service.rights.viewer import Tokens
from tests.api.conftest import Caller
from tests.checks import CHECK
from tests.sketch import Sketch

_LISTED = (
    "query($states: [AlertState!]!) { alerts(filter: {state: $states}, first: 100) { totalCount nodes { id state } } }"
)
_SHOWN = """query($id: ID!) { alert(id: $id) { state review checks { outcome by reason matter { id } }
  firedOn { record { ... on Refuelling { alerts { alert { id state checks { outcome } } } } } } } }"""
_NOTICES = "{ notices(filter: {kind: [ALERT_CHECKED]}, first: 200) { nodes { sentence rule one { id } other { id } link { id } } } }"
_SCORES = "{ modelScoreboard { model title alerts checked open dismissed toUnit toClue precision } }"
_MODEL = "MATCH (a:Alert {uid: $uid}) SET a.model = $model, a.model_version = 1, a.title = $title"


@pytest.fixture
def city(world: Sketch, writer: Writer) -> Writer:
    """The city, drawn anew for the next module."""
    writer.run_write("MATCH (w:TestWorld) DELETE w")
    return writer


async def checked(caller: Caller, alert: str, outcome: str, **given: Any) -> dict[str, Any]:
    asked = {"id": alert, "outcome": outcome, "reason": "公务出差两车同行"} | given
    return dict((await caller.ask(CHECK, asked))["result"])


async def listed(caller: Caller, *states: str) -> list[str]:
    page = (await caller.ask(_LISTED, {"states": states}))["alerts"]
    assert page["totalCount"] == len(page["nodes"])
    assert {each["state"] for each in page["nodes"]} <= set(states)
    return [each["id"] for each in page["nodes"]]


async def told(caller: Caller, alert: str) -> list[tuple[str, str | None]]:
    nodes = (await caller.ask(_NOTICES))["notices"]["nodes"]
    return [(each["sentence"], each["other"] and each["other"]["id"]) for each in nodes if each["one"]["id"] == alert]


async def test_a_check_is_kept_and_the_next_one_retires_it(disc: Caller, city: Writer) -> None:
    first = await checked(disc, "alert_0", "DISMISSED")
    second = await checked(disc, "alert_0", "TO_CLUE", matter="clue_00", reason="油卡与行车记录不符")

    assert (first["__typename"], first["state"], second["state"]) == ("Alert", "DISMISSED", "TO_CLUE")
    assert [(each["outcome"], each["by"], each["reason"], each["retiredAt"] is None, each["matter"]) for each in second["checks"]] == [
        ("TO_CLUE", "o_disc", "油卡与行车记录不符", True, {"__typename": "Clue", "id": "clue_00"}),
        ("DISMISSED", "o_disc", "公务出差两车同行", False, None),
    ]  # fmt: skip
    shown = (await disc.ask(_SHOWN, {"id": "alert_0"}))["alert"]
    assert (shown["state"], shown["review"], len(shown["checks"])) == ("TO_CLUE", None, 2)
    beside = {each["alert"]["id"]: each["alert"] for each in shown["firedOn"][0]["record"]["alerts"]}
    assert beside["alert_0"] == {
        "id": "alert_0",
        "state": "TO_CLUE",
        "checks": [{"outcome": "TO_CLUE"}, {"outcome": "DISMISSED"}],
    }


async def test_lists_and_counts_follow_the_newest_check(disc: Caller, city: Writer) -> None:
    city.run_write("MATCH (k:AlertCheck) DETACH DELETE k")
    city.run_write(
        "MATCH (a:Alert) SET a.state = CASE a.uid WHEN 'alert_2' THEN 'DISMISSED' WHEN 'alert_0' THEN 'OPEN' END"
    )

    assert (await listed(disc, "OPEN"), await listed(disc, "DISMISSED")) == (["alert_0"], ["alert_2"])
    for alert, outcome in (("alert_0", "DISMISSED"), ("alert_2", "OPEN"), ("alert_3", "TO_UNIT")):
        await checked(disc, alert, outcome)
    assert (await listed(disc, "OPEN"), await listed(disc, "DISMISSED")) == (["alert_2"], ["alert_0"])
    assert set(await listed(disc, "TO_UNIT", "DISMISSED")) == {"alert_0", "alert_3"}


@pytest.mark.parametrize(
    ("outcome", "matter", "refused"),
    [
        ("TO_UNIT", "ticket_03", None),
        ("TO_UNIT", None, None),
        ("TO_CLUE", None, None),
        ("TO_UNIT", "clue_00", "AlertMatterOfWrongKind"),
        ("TO_CLUE", "ticket_03", "AlertMatterOfWrongKind"),
        ("TO_CLUE", "alert_3", "AlertMatterOfWrongKind"),
        ("DISMISSED", "clue_00", "AlertMatterOfWrongKind"),
        ("OPEN", "ticket_03", "AlertMatterOfWrongKind"),
        ("TO_CLUE", "clue_01", "AlertMatterNotVisible"),
        ("TO_CLUE", "clue_nothing", "AlertMatterNotVisible"),
    ],
)
async def test_an_alert_becomes_a_matter_of_the_right_kind_that_one_may_read(
    outcome: str, matter: str | None, refused: str | None, disc: Caller, city: Writer
) -> None:
    before = (await disc.ask(_SHOWN, {"id": "alert_3"}))["alert"]

    answer = await checked(disc, "alert_3", outcome, matter=matter)

    assert answer["__typename"] == (refused or "Alert")
    if refused:
        assert (await disc.ask(_SHOWN, {"id": "alert_3"}))["alert"] == before
    else:
        newest = answer["checks"][0]
        assert (newest["outcome"], newest["matter"] and newest["matter"]["id"]) == (outcome, matter)


@pytest.mark.parametrize("matter", ["clue:XS-001", "person_1", "nonsense"])
async def test_what_is_no_id_of_a_matter_is_bad_input(matter: str, disc: Caller, city: Writer) -> None:
    given = {"id": "alert_0", "outcome": "TO_CLUE", "reason": "x", "matter": matter}

    assert await disc.code(CHECK, given) == "BAD_INPUT"
    assert await disc.code(CHECK, {**given, "matter": None, "id": "clue_00"}) == "BAD_INPUT"


async def test_a_hidden_alert_is_as_if_it_were_not_there(disc: Caller, tour: Caller, city: Writer) -> None:
    await checked(disc, "alert_0", "DISMISSED")
    hidden, nowhere = await checked(tour, "alert_0", "TO_UNIT"), await checked(tour, "alert_nothing", "TO_UNIT")

    assert (hidden["__typename"], hidden) == ("AlertNotVisible", nowhere)
    assert (await tour.ask(_SHOWN, {"id": "alert_0"}))["alert"] is None
    assert "alert_0" not in orjson.dumps(await tour.ask(_NOTICES)).decode()


async def test_the_matter_is_told_to_those_alone_who_may_read_it(disc: Caller, tour: Caller, city: Writer) -> None:
    city.run_write("MATCH (k:AlertCheck {alert: 'alert_2'}) DETACH DELETE k")
    bare = await checked(tour, "alert_2", "TO_CLUE", reason="另立线索")
    await checked(disc, "alert_2", "TO_CLUE", matter="clue_00", reason="另立线索")

    ours, theirs = [(await caller.ask(_SHOWN, {"id": "alert_2"}))["alert"] for caller in (disc, tour)]
    assert [each["matter"] for each in ours["checks"]] == [{"id": "clue_00"}, None]
    assert [each["matter"] for each in theirs["checks"]] == [None, None]
    assert (ours["state"], theirs["state"], bare["state"]) == ("TO_CLUE", "TO_CLUE", "TO_CLUE")


async def test_a_check_counts_once_by_its_clients_key(disc: Caller, tour: Caller, city: Writer) -> None:
    city.run_write("MATCH (k:AlertCheck {alert: 'alert_5'}) DETACH DELETE k")

    first, again = [await checked(disc, "alert_5", "DISMISSED", clientKey="k1") for _ in range(2)]
    assert first == again
    other = {"id": "alert_5", "outcome": "TO_UNIT", "reason": "公务出差两车同行", "clientKey": "k1"}
    assert await disc.code(CHECK, other) == "CONFLICT"
    theirs = await checked(tour, "alert_5", "TO_UNIT", clientKey="k1")
    assert [each["outcome"] for each in theirs["checks"]] == ["TO_UNIT", "DISMISSED"]
    late = await checked(disc, "alert_5", "DISMISSED", clientKey="k1")
    assert late["checks"] == theirs["checks"], "a repeat says how it stands now, and retires nothing"


async def test_of_two_who_saw_it_open_one_is_refused(disc: Caller, tour: Caller, city: Writer) -> None:
    await checked(disc, "alert_5", "OPEN")

    answers = await asyncio.gather(*(
        checked(caller, "alert_5", outcome, seen="OPEN") for caller, outcome in ((disc, "DISMISSED"), (tour, "TO_UNIT"))
    ))  # fmt: skip

    assert sorted(each["__typename"] for each in answers) == ["Alert", "AlertOvertaken"]
    standing = city.run_read(
        "MATCH (k:AlertCheck {alert: 'alert_5'}) WHERE k.retired_at IS NULL RETURN k.standing AS s"
    )[0]
    assert standing == [{"s": "alert_5"}]


async def test_what_came_of_an_alert_waits_while_its_source_takes_it_away(disc: Caller, city: Writer) -> None:
    await checked(disc, "alert_3", "TO_UNIT", matter="ticket_03")
    before = (await disc.ask(_SHOWN, {"id": "alert_3"}))["alert"]
    kept = city.run_read("MATCH (a:Alert {uid: 'alert_3'}) RETURN properties(a) AS p")[0][0]["p"]
    fired = "MATCH (a:Alert {uid: 'alert_3'})-[r:FIRED_ON]->(n) RETURN collect([properties(r), n.uid]) AS ties"
    ties = city.run_read(fired)[0][0]["ties"]

    city.run_write("MATCH (a:Alert {uid: 'alert_3'}) DETACH DELETE a")
    assert (await checked(disc, "alert_3", "OPEN"))["__typename"] == "AlertNotVisible"
    city.run_write(
        "CREATE (a:Alert:Matter) SET a = $p, a.state = 'OPEN' WITH a UNWIND $ties AS tie "
        "MATCH (n {uid: tie[1]}) CREATE (a)-[r:FIRED_ON]->(n) SET r = tie[0]", p=kept, ties=ties,
    )  # fmt: skip

    assert (await disc.ask(_SHOWN, {"id": "alert_3"}))["alert"] == before


async def test_the_teams_of_the_alert_and_of_the_matter_are_told_once(disc: Caller, tour: Caller, city: Writer) -> None:
    city.run_write("MATCH (n:Notice {kind: 'ALERT_CHECKED'}) DETACH DELETE n")
    city.run_write(
        "MATCH (a:Alert {uid: 'alert_2'}) MATCH (d:Team {team_code: 'DISC_1'}) MATCH (t:Ticket {uid: 'ticket_03'}) "
        "MATCH (o:Team {team_code: 'TOUR_1'}) MERGE (a)-[:HANDLED_BY]->(d) MERGE (t)-[:HANDLED_BY]->(o)"
    )

    await checked(disc, "alert_2", "DISMISSED", reason="已报备")
    assert (await told(disc, "alert_2"), await told(tour, "alert_2")) == ([("已报备", None)], [])
    for _ in range(2):
        await checked(disc, "alert_2", "TO_UNIT", matter="ticket_03", reason="请自查", clientKey="once")
    assert await told(disc, "alert_2") == [("请自查", "ticket_03"), ("已报备", None)]
    assert await told(tour, "alert_2") == [("请自查", "ticket_03")]


async def test_models_are_scored_by_what_came_of_their_alerts(disc: Caller, tour: Caller, city: Writer) -> None:
    city.run_write("MATCH (k:AlertCheck) DETACH DELETE k")
    for place, model in enumerate(("V1", "V1", "V1", "X9", "V1", "X9")):
        city.run_write(_MODEL, uid=f"alert_{place}", model=model, title=f"{model} 样本")
    for alert, outcome in (("alert_0", "TO_CLUE"), ("alert_2", "DISMISSED"), ("alert_5", "OPEN")):
        await checked(disc, alert, outcome)
    await checked(tour, "alert_1", "TO_UNIT")

    scores = [
        {each["model"]: each for each in (await caller.ask(_SCORES))["modelScoreboard"]} for caller in (disc, tour)
    ]

    usual = {"alerts": 0, "checked": 0, "open": 0, "dismissed": 0, "toUnit": 0, "toClue": 0, "precision": None}
    ours, theirs = scores
    v1 = {"model": "V1", "title": "Over tank size 超油箱容量加油"}
    assert ours["V1"] == {**usual, **v1, "alerts": 2, "checked": 2, "dismissed": 1, "toClue": 1, "precision": 0.5}
    assert theirs["V1"] == {
        **usual,
        **v1,
        "alerts": 3,
        "checked": 2,
        "open": 1,
        "dismissed": 1,
        "toUnit": 1,
        "precision": 0.5,
    }
    assert ours["X9"] == {**usual, "model": "X9", "title": "X9 样本", "alerts": 2, "checked": 1, "open": 2}
    assert list(ours)[-1] == "X9"
    assert {ours[name]["alerts"] for name in read_models() if name != "V1"} == {0}


async def test_models_are_scored_for_those_inside_alone(
    client: httpx.AsyncClient, tokens: Tokens, city: Writer
) -> None:
    audit = Caller(client, tokens.sign("o_audit"))

    assert (await audit.ask(_SCORES))["modelScoreboard"] == []


async def test_groups_and_orders_go_by_what_the_desk_made_of_alerts(disc: Caller, city: Writer) -> None:
    await checked(disc, "alert_0", "DISMISSED")
    text = """{ alerts(first: 100, orderBy: STATE_ASC) { nodes { state }
      grouped(by: [STATE]) { groups { count keys { value } } } } }"""

    page = (await disc.ask(text))["alerts"]

    groups = {each["keys"][0]["value"]: each["count"] for each in page["grouped"]["groups"] if each["keys"][0]["value"]}
    assert groups == {state: len(await listed(disc, state)) for state in groups}
    assert groups["DISMISSED"] >= 1
    states = [each["state"] for each in page["nodes"]]
    assert len([at for at in range(1, len(states)) if states[at] != states[at - 1]]) == len(set(states)) - 1
