"""The cells of each ledger's rows: what a matter names, and what its office notes on its progress."""

from datetime import date, datetime, timedelta
from typing import Any

from loaders.city.draws import Draws
from loaders.city.export import Cell
from loaders.city.matter import Matter
from loaders.city.rounds import round_of
from loaders.city.size import LAST_DAY
from loaders.city.teams import watching_teams
from loaders.city.units import Unit
from loaders.city.words import read_words
from schema.vocabulary import InspectionFocus


def report_number(year: int, place: int) -> str:
    """Return the document number of the audit report on the unit in that year."""
    return f"云审报〔{year}〕{place + 1}号"


FIELDS = {
    "线索编号": "number", "线索标题": "title", "反映内容": "text", "问题编号": "number", "问题标题": "title", "问题事实": "text",
    "ticket_no": "number", "alert_no": "number",
}
_SEVERAL = {
    "Vehicle": "涉及车牌", "FuelCard": "涉及加油卡", "Phone": "涉及电话", "Account": "涉及账号", "Place": "涉及地址", "Project": "涉及项目编号",
    "Contract": "涉及合同编号",
}
_PEOPLE = {"HOST": "接待人身份证号", "GUEST": "来客身份证号", "PAYER": "付款人身份证号"}


def named_cells(matter: Matter) -> dict[str, Cell]:
    """Return the cells of everything that the matter names."""
    values: dict[str, Cell] = {}
    for one in matter.names:
        if one.kind == "Person" and one.role == "SUBJECT":
            values |= {"被反映人": one.words, "被反映人身份证号": one.shown}
            continue
        if one.kind == "Unit" and one.role == "SUBJECT_UNIT":
            values |= {"被反映单位": one.words, "被反映单位代码": one.shown}
            continue
        column = (
            _PEOPLE.get(one.role, "涉及人员身份证号")
            if one.kind == "Person"
            else _SEVERAL.get(one.kind, "涉及企业代码")
        )
        values[column] = f"{values[column]};{one.shown}" if column in values else one.shown
    return values


def fact_cells(matter: Matter, unit: Unit | None, happened: date, draws: Draws) -> dict[str, Cell]:
    teams = watching_teams(unit) if unit else []
    facts: dict[str, Any] = {
        "问题类别": matter.problem.label, "problem": matter.problem.value, "发生地区划": unit.area if unit else "360502",
        "问题起始日期": happened, "问题截止日期": min(happened + timedelta(days=draws.below(200)), matter.day),
        "涉及金额(万元)": f"{matter.amount_fen / 1_000_000:.6f}".rstrip("0").rstrip(".") if matter.amount_fen else None,
        "涉及金额(元)": matter.amount_fen / 100 if matter.amount_fen else None,
        "对口监督检查室": unit.team if unit else "SUPERVISION_4", "派驻组": unit.stationed if unit else "STATIONED_HOUSING",
        "被反映人职务": matter.post,
    }
    more = {"Clue": _clue, "Audit": _finding, "Inspection": _issue, "Palm": _ticket, "Alert": _alert}
    kind = {"audit_ledger": "Audit", "inspection_ledger": "Inspection", "palm_tickets": "Palm", "alerts": "Alert"}.get(
        matter.source, "Clue"
    )
    return {**facts, **more[kind](matter, teams, draws)}


def _clue(matter: Matter, teams: list[str], draws: Draws) -> dict[str, Any]:
    age = (LAST_DAY - matter.day).days
    is_done = age > 200 and draws.chance(850)
    status = "已办结" if is_done else draws.pick(["处置中", "已立案"]) if age > 60 else draws.pick(["已登记", "已分办"])
    if matter.source == "petition_clues":
        came = draws.pick(["来信", "来信", "来访", "电话举报", "网络举报", "网络举报"])
    else:
        came = draws.pick(
            [
                "巡察移交",
                "审计移送",
                "日常监督发现",
                "数据预警",
                "上级交办",
                "下级上报",
                "派驻机构上报",
                "司法机关移送",
                "主动投案",
            ]
        )
    team = (
        "INTERNAL"
        if matter.source == "own_staff_clues"
        else teams[-1]
        if len(teams) > 1 and draws.chance(450)
        else (teams or ["SUPERVISION_4"])[0]
    )
    if team.startswith("SUPERVISION") and status == "已立案" and draws.chance(400):
        team = f"INVESTIGATION_{draws.between(1, 3)}"
    channel = {"petition_clues": "信访举报"}.get(matter.source) or (
        "派驻监督" if team.startswith("STATIONED") else "纪律监督" if draws.chance(500) else "监察监督"
    )
    assigned = min(matter.day + timedelta(days=draws.between(1, 6)), LAST_DAY)
    return {
        "监督渠道": channel, "线索来源": came, "办理状态": status, "收到日期": matter.day, "主办部门代码": team, "分办日期": assigned,
        "处置方式": draws.pick(["谈话函询", "初步核实", "初步核实", "予以了结", "暂存待查"]) if is_done or status == "已立案" else None,
        "是否实名": "是" if draws.chance(320) else "否", "处置到期日": matter.day + timedelta(days=30) if age > 0 else None,
        "办结日期": min(matter.day + timedelta(days=draws.between(40, 190)), LAST_DAY) if is_done else None, "备注": None,
    }


def _finding(matter: Matter, teams: list[str], draws: Draws) -> dict[str, Any]:
    state = (
        draws.pick(["已销号", "已整改", "持续整改", "未整改"])
        if (LAST_DAY - matter.day).days > 120
        else draws.pick(["持续整改", "未整改"])
    )
    done = state in ("已销号", "已整改")
    return {
        "认定日期": matter.day, "整改状态": state, "整改标准": "资金归还原渠道，完善制度，责任到人", "整改期限": matter.day + timedelta(days=90),
        "销号日期": min(matter.day + timedelta(days=draws.between(60, 110)), LAST_DAY) if state == "已销号" else None,
        "已整改金额(元)": matter.amount_fen / 100 if done and matter.amount_fen else None,
        "审计报告文号": report_number(matter.day.year, matter.unit or 0),
    }


def _issue(matter: Matter, teams: list[str], draws: Draws) -> dict[str, Any]:
    found = round_of(matter.day)
    state = (
        draws.pick(["已销号", "已整改", "持续整改", "未整改"])
        if (LAST_DAY - matter.day).days > 200
        else draws.pick(["持续整改", "未整改"])
    )
    focus = draws.pick([one.label for one in InspectionFocus][:3])
    return {
        "轮次编号": found.code, "巡察组代码": f"INSP_TEAM_{(matter.unit or 0) % 5 + 1}", "发现日期": matter.day, "巡察聚焦": focus, "整改状态": state,
        "是否共性问题": "是" if draws.chance(250) else "否", "是否屡查屡犯": "否", "是否立行立改": "是" if draws.chance(150) else "否",
        "整改措施": draws.pick(read_words("texts")["measures"]), "整改期限": found.ends + timedelta(days=180),
        "销号日期": min(found.ends + timedelta(days=draws.between(90, 180)), LAST_DAY) if state == "已销号" else None,
    }


def _ticket(matter: Matter, teams: list[str], draws: Draws) -> dict[str, Any]:
    asked = matter.at or datetime.combine(matter.day, datetime.min.time())
    limit = datetime.combine(LAST_DAY, datetime.max.time())
    is_answered = matter.fixed.get("state") in ("已办结", "已答复")
    answered = min(asked + timedelta(hours=draws.between(3, 220)), limit.replace(microsecond=0))
    return {
        "category": draws.pick(["投诉", "投诉", "求助", "咨询", "建议"]), "asked_at": asked,
        "accepted_at": asked + timedelta(minutes=draws.between(5, 170)) if matter.fixed.get("state") != "已受理" else None,
        "answered_at": answered if is_answered else None, "answer": draws.pick(read_words("texts")["answers"]) if is_answered else None,
        "satisfaction": draws.pick([3, 4, 5, 5, 5]) if is_answered else None,
    }


def _alert(matter: Matter, teams: list[str], draws: Draws) -> dict[str, Any]:
    state = draws.pick(["待核查", "已排除", "转单位自查"]) if matter.source == "alerts" else None
    channel = (
        "公务用车监管" if "VEHICLE" in matter.problem.value or "CAR" in matter.problem.value else "公务消费网络监管"
    )
    model = {"公务用车监管": "V5"}.get(channel, draws.pick(["R1", "R2", "R4", "B1", "T5"]))
    return {
        "raised_at": matter.at,
        "channel": channel,
        "model": model,
        "severity": draws.pick(["低", "中", "高"]),
        "state": state,
    }
