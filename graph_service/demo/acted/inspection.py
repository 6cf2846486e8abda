"""F8: what audit found goes into the focus of a round; what the round hands over comes back with its echo."""

from typing import Any

from graph_service.demo.acted.intake import Intake
from graph_service.demo.acted.lives import approved, assigned, verified
from graph_service.demo.acted.outcome import Outcome, life_of
from graph_service.demo.acted.stage import Actor, Stage
from graph_service.errors import BadInput

_ROUNDS = """{ inspectionRounds(first: 20) { nodes { roundCode beginsOn endsOn inspects(first: 50) { inspectingTeam unit { id name } } } } }"""
_PACK = """query($unit: ID!) { unitPack(unit: $unit, on: "2026-11-12") { focuses { focus points reasons { sign matters { id __typename number } } }
  findings { finding { id number rectification } isOpen back { number } } } }"""
_AUDIT = "AuditFinding"


async def audit_in_focus(stage: Stage, intake: Intake) -> Outcome:
    """F8: the team pulls the pack of a unit before it goes in, hands over what it finds, and is answered within three months."""
    stage.at("2026-11-12 09:00")
    unit, pack = await _pack(stage)
    focuses = {each["focus"]: each for each in pack["focuses"]}
    reasons = [reason for each in pack["focuses"] for reason in each["reasons"]]
    from_audit = {each["number"] for reason in reasons for each in reason["matters"] if each["__typename"] == _AUDIT}
    clue, number = intake.clue("F8"), intake.number("F8")
    team = await assigned(
        stage, number, clue, ["2026-11-13 09:00", "2026-11-13 10:00", "2026-11-13 16:00"], "SUPERVISION_"
    )
    hands = [stage.one_of(team), stage.one_of(team, 1)]
    await approved(stage, clue, team, "PRELIM_VERIFY", "巡察移交问题具体可查")
    await verified(stage, clue, hands, ["2026-11-16 09:00", "2026-11-19 17:00"], "问题属实，系审计指出后再次发生")
    stage.at("2026-11-20 09:00")
    await stage.one_of("CHIEF").acts(clue, "REMIND", "谈话提醒并责令整改")
    await stage.one_of("CASE_MGMT").acts(clue, "ANSWER_ORIGIN", "书面反馈巡察办", paper="巡察移交线索办理情况反馈函")
    life = await life_of(stage, number)
    echo = next(each["state"] for each in life.deadlines if each["limit"] == "TRANSFER_ANSWERED")
    figures: dict[str, Any] = {"unit": unit["name"], "focuses": list(focuses), "findings": len(pack["findings"]), "from_audit": len(from_audit),
                               "echo": echo, "stage": life.stage, "team": team}  # fmt: skip
    told = f"{len(from_audit)} audit findings stand behind the focus for {unit['name']}; what the round handed over was answered ({echo})"
    return Outcome(number, figures, told)


async def _pack(stage: Stage) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the first unit to which a team goes soon and of which audit found something, with its pack as that team reads it."""
    rounds = (await stage.one_of("INSP_OFFICE").asks(_ROUNDS))["inspectionRounds"]["nodes"]
    day = stage.now.date().isoformat()
    soon = sorted((each for each in rounds if each["endsOn"] >= day), key=lambda each: each["beginsOn"])
    for found in soon:
        for going in found["inspects"]:
            team: Actor = stage.one_of(going["inspectingTeam"])
            pack = (await team.asks(_PACK, unit=going["unit"]["id"]))["unitPack"]
            if pack["findings"]:
                shown = ", ".join(f"{each['focus']} {each['points']}" for each in pack["focuses"])
                team.says("unitPack 巡察前资料包", f"{found['roundCode']} {going['unit']['name']}: {shown}")
                return going["unit"], pack
    raise BadInput("no team goes to a unit of which audit found something", "F8", "load the city again")
