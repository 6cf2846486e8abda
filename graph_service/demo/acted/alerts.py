"""F6 and F7: an alert on a dinner becomes a case against four; alerts on fuel cards become problems of persons who are dealt with."""

from collections import Counter
from typing import Any

from graph_service.demo.acted.intake import Intake
from graph_service.demo.acted.lives import approved, assigned, decided, verified
from graph_service.demo.acted.outcome import Outcome, life_of
from graph_service.demo.acted.stage import Stage
from graph_service.work.life import read_life

_CLUE = "query($number: String!) { clue(number: $number) { id names(first: 20) { role entity { id __typename } } } }"

_ONE_OF_TWO = next(name for name, act in read_life().acts.items() if act.to == "MERGED")


async def dinner(stage: Stage, intake: Intake) -> Outcome:
    """F6: one alert, checked at the desk, one clue for the matching supervision office; host and guests are all dealt with."""
    conduct, clue, number = stage.one_of("CONDUCT"), intake.clue("F6"), intake.number("F6")
    stage.at(f"{intake.day('F6')} 09:00")
    await conduct.does(
        "check_alert",
        "账单含高档白酒和香烟，无公函，由职工垫付",
        id=intake.alert("F6"),
        outcome="TO_CLUE",
        matter=clue,
        seen="OPEN",
    )
    day = intake.day("F6")
    team = await assigned(stage, number, clue, [f"{day} 10:00", f"{day} 15:00", f"{day} 16:00"], "SUPERVISION_")
    hands = [stage.one_of(team), stage.one_of(team, 1)]
    stage.at("2026-11-10 09:00")
    await approved(stage, clue, team, "PRELIM_VERIFY", "违规吃喝具体可查")
    await verified(stage, clue, hands, ["2026-11-10 14:00", "2026-11-16 17:00"], "四人违规吃喝属实，费用由下属职工支付")
    stage.at("2026-11-17 09:00")
    await decided(stage, clue, hands, "对四人的处分决定")
    named = (await stage.one_of("CHIEF").asks(_CLUE, number=number))["clue"]["names"]
    people = {each["entity"]["id"] for each in named if each["entity"]["__typename"] == "Person"}
    life = await life_of(stage, number)
    figures = {"team": team, "people": len(people), "stage": life.stage, "alerts": 1}
    return Outcome(number, figures, f"One alert became one case of {team} against {len(people)} people")


async def fuel_cards(stage: Stage, intake: Intake, cases: int) -> Outcome:
    """F7: each alert is checked, clues on one person are merged, each person is verified, all but a few are sanctioned."""
    conduct, register = stage.one_of("CONDUCT"), stage.one_of("CASE_MGMT")
    stage.at(f"{intake.day('F7')} 09:00")
    for place in range(cases):
        await conduct.does(
            "check_alert",
            "加油记录与车辆轨迹不符",
            id=intake.alert("F7", place),
            outcome="TO_CLUE",
            matter=intake.clue("F7", place),
            seen="OPEN",
        )
    first: dict[str, int] = {}
    for place in range(cases):
        person = intake.entities(f"F7#{place}", "Person", "SUBJECT")[0]["id"]
        if first.setdefault(person, place) != place:
            other = intake.clue("F7", first[person])
            await register.acts(intake.clue("F7", place), _ONE_OF_TWO, "同一被反映人，并案办理", other=other)
    # The truth says how many of them were sanctioned: the others were reminded.
    known = intake.stories["F7"]["expect"]
    reminded = min(known["people"] - known["sanctioned"], len(first) - 1)
    for n, place in enumerate(first.values()):
        await _dealt_with(stage, intake, place, is_sanctioned=n >= reminded)
    ends = Counter([(await life_of(stage, intake.number("F7", place))).stage for place in first.values()])
    figures: dict[str, Any] = {
        "problems": cases,
        "people": len(first),
        "sanctioned": ends["ARCHIVED"],
        "reminded": ends["REMINDER_TALK"],
    }
    told = f"{cases} problems of {len(first)} people, {ends['ARCHIVED']} of them sanctioned"
    return Outcome(intake.number("F7"), figures, told)


async def _dealt_with(stage: Stage, intake: Intake, place: int, is_sanctioned: bool) -> None:
    clue, number = intake.clue("F7", place), intake.number("F7", place)
    moments = ["2026-11-11 09:00", "2026-11-11 10:00", "2026-11-11 15:00"]
    team = await assigned(stage, number, clue, moments, "SUPERVISION_")
    hands = [stage.one_of(team), stage.one_of(team, 1)]
    await approved(stage, clue, team, "PRELIM_VERIFY", "数据比对问题具体可查")
    await verified(stage, clue, hands, ["2026-11-12 09:00", "2026-11-18 17:00"], "违规加油属实")
    stage.at("2026-11-19 09:00")
    if is_sanctioned:
        await decided(stage, clue, hands, "处分决定")
    else:
        await stage.one_of("CHIEF").acts(clue, "REMIND", "情节轻微，谈话提醒")
