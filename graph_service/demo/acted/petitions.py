"""F1 and F2: a call about a hospital's official reaches the stationed team the same day; a village's mahjong is verified in five hours."""

from datetime import timedelta
from typing import Any

from graph_service.demo.acted.intake import Intake
from graph_service.demo.acted.lives import approved, assigned, fed_back, screened, verified
from graph_service.demo.acted.outcome import Outcome, life_of
from graph_service.demo.acted.stage import Stage


async def attitude(stage: Stage, intake: Intake) -> Outcome:
    """F1: a phone complaint, the same day at the stationed team; the attitude was bad, an apology was given, no case."""
    clue, number = intake.clue("F1"), intake.number("F1")
    stage.at(f"{intake.day('F1')} 08:40")
    await screened(stage, clue, "实名电话举报，有具体事实")
    await stage.one_of("PETITION").acts(clue, "TELL_ACCEPTED", "已电话告知实名举报人受理情况")
    day = intake.day("F1")
    team = await assigned(stage, number, clue, [f"{day} 09:20", f"{day} 10:00", f"{day} 10:30"], "STATIONED_")
    handler = stage.one_of(team)
    stage.at("2026-11-03 09:00")
    await approved(stage, clue, team, "TALK_INQUIRY", "反映工作态度问题，拟谈话了解")
    await handler.acts(clue, "BEGIN_TALK", "约谈副院长", paper="谈话方案及安全预案")
    stage.at("2026-11-05 16:00")
    await handler.acts(clue, "REPORT_TALK", "态度问题属实，未发现违纪，本人已当面道歉", paper="谈话笔录")
    stage.at("2026-11-06 09:00")
    await stage.one_of("CHIEF").acts(clue, "TAKE_FIRST_FORM", "批评教育", paper="批评教育记录")
    opened = await fed_back(stage, clue, "向实名举报人反馈办理结果")
    life = await life_of(stage, number)
    signed = next(each for each in life.steps if each["action"] == "SIGN_FOR")
    figures = {
        "team": team, "same_day": life.day_of(signed) == day, "stage": life.stage, "vault": opened["__typename"],
        "hours_to_team": life.hours("SCREEN", "SIGN_FOR"),
    }  # fmt: skip
    return Outcome(
        number,
        figures,
        f"Clue {number} is with {team} {figures['hours_to_team']:.1f} hours after it came in, and its reporter knows the result",
    )


async def mahjong(stage: Stage, intake: Intake) -> Outcome:
    """F2: a report on the web at ten past nine, the verified result at ten past two."""
    clue, number, day = intake.clue("F2"), intake.number("F2"), intake.day("F2")
    stage.at(f"{day} 09:10")
    await screened(stage, clue, "正在发生，随到随办")
    team = await assigned(stage, number, clue, [f"{day} 09:25", f"{day} 09:40", f"{day} 09:50"], "TOWNSHIP_")
    hands = [stage.one_of(team), stage.one_of("SUPERVISION_6")]
    stage.at(f"{day} 10:05")
    await approved(stage, clue, team, "PRELIM_VERIFY", "立即赶赴现场核实")
    found = "情况属实：上班时间聚众打麻将"
    await verified(stage, clue, hands, [f"{day} 10:20", f"{day} 14:10"], found)
    stage.at(f"{day} 15:00")
    await stage.one_of("CHIEF").acts(clue, "REMIND", "批评教育并责令检查")
    await fed_back(stage, clue, "当日反馈网络举报人")
    life = await life_of(stage, number)
    hours = life.hours("SCREEN", "REPORT_VERIFICATION")
    figures: dict[str, Any] = {"team": team, "hours": hours, "stage": life.stage, "day": str(timedelta(hours=hours))}
    return Outcome(number, figures, f"From report to verified result: {hours:.0f} hours, by {team}")
