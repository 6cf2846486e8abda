"""The cells of each ledger's rows: what a matter names, and what its office notes on its progress."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from loaders.city.cases.matter import CityMatter
from loaders.city.files.export import Cell
from loaders.city.words import read_words
from loaders.city.world.draws import Draws
from loaders.city.world.rounds import round_of, team_of
from loaders.city.world.size import LAST_DAY
from loaders.city.world.teams import watching_teams
from loaders.city.world.units import CityUnit
from schema.vocabulary import InspectionFocus

LedgerCells = dict[str, Cell]

FIELDS = {
    "线索编号": "number",
    "线索标题": "title",
    "反映内容": "text",
    "问题编号": "number",
    "问题标题": "title",
    "问题事实": "text",
    "ticket_no": "number",
    "alert_no": "number",
}
_COLUMNS = {
    "Vehicle": "涉及车牌",
    "FuelCard": "涉及加油卡",
    "Phone": "涉及电话",
    "Account": "涉及账号",
    "Place": "涉及地址",
    "Project": "涉及项目编号",
    "Contract": "涉及合同编号",
}
_PEOPLE = {"HOST": "接待人身份证号", "GUEST": "来客身份证号", "PAYER": "付款人身份证号"}
_RECTIFIED = ("已销号", "已整改", "持续整改", "未整改")
_CAME_BY = "巡察移交 审计移送 日常监督发现 数据预警 上级交办 下级上报 派驻机构上报 司法机关移送 主动投案"


def report_number(year: int, place: int) -> str:
    """Return the document number of the audit report on the unit in that year."""
    return f"云审报〔{year}〕{place + 1}号"


def named_cells(matter: CityMatter) -> LedgerCells:
    """Return the cells of everything that the matter names."""
    values: LedgerCells = {"被反映人职务": matter.post}
    for one in matter.names:
        if one.kind == "Person" and one.role == "SUBJECT":
            values |= {"被反映人": one.words, "被反映人身份证号": one.shown}
        elif one.role == "SUBJECT_UNIT":
            values |= {"被反映单位": one.words, "被反映单位代码": one.shown}
        else:
            person = _PEOPLE.get(one.role, "涉及人员身份证号")
            column = person if one.kind == "Person" else _COLUMNS.get(one.kind, "涉及企业代码")
            values[column] = f"{values[column]};{one.shown}" if column in values else one.shown
    return values


def fact_cells(matter: CityMatter, unit: CityUnit | None, happened: date, draws: Draws) -> LedgerCells:
    """Return the cells of what the matter is about and how far its office has come."""
    facts: LedgerCells = {
        "问题类别": matter.problem.label,
        "problem": matter.problem.value,
        "发生地区划": unit.area if unit else "360502",
        "问题起始日期": happened,
        "问题截止日期": min(happened + timedelta(days=draws.below(200)), matter.day),
        "对口监督检查室": unit.team if unit else "SUPERVISION_4",
        "派驻组": unit.stationed if unit else "STATIONED_HOUSING",
    }
    if matter.amount_fen:
        facts["涉及金额(万元)"] = f"{matter.amount_fen / 1_000_000:.6f}".rstrip("0").rstrip(".")
        facts["涉及金额(元)"] = matter.amount_fen / 100
    return facts | _PROGRESS.get(matter.source, _clue)(matter, unit, draws)


def _age(matter: CityMatter) -> int:
    return (LAST_DAY - matter.day).days


def _later(day: date, days: int) -> date:
    return min(day + timedelta(days=days), LAST_DAY)


def _clue(matter: CityMatter, unit: CityUnit | None, draws: Draws) -> LedgerCells:
    is_done = _age(matter) > 200 and draws.chance(850)
    open_states = ["处置中", "已立案"] if _age(matter) > 60 else ["已登记", "已分办"]
    state = "已办结" if is_done else draws.pick(open_states)
    team = _clue_team(matter, unit, state, draws)
    ways = ["来信", "来信", "来访", "电话举报", "网络举报"] if matter.source == "petition_clues" else _CAME_BY.split()
    disposals = ["谈话函询", "初步核实", "初步核实", "予以了结", "暂存待查"]
    return {
        "监督渠道": _clue_channel(matter, team, draws),
        "线索来源": draws.pick(ways),
        "办理状态": state,
        "收到日期": matter.day,
        "主办部门代码": team,
        "分办日期": _later(matter.day, draws.between(1, 6)),
        "处置方式": draws.pick(disposals) if is_done or state == "已立案" else None,
        "是否实名": "是" if draws.chance(320) else "否",
        "处置到期日": matter.day + timedelta(days=30),
        "办结日期": _later(matter.day, draws.between(40, 190)) if is_done else None,
    }


def _clue_team(matter: CityMatter, unit: CityUnit | None, state: str, draws: Draws) -> str:
    if matter.source == "own_staff_clues":
        return "INTERNAL"
    teams = watching_teams(unit) if unit else ["SUPERVISION_4"]
    team = teams[-1] if draws.chance(450) else teams[0]
    if team.startswith("SUPERVISION") and state == "已立案" and draws.chance(400):
        return f"INVESTIGATION_{draws.between(1, 3)}"
    return team


def _clue_channel(matter: CityMatter, team: str, draws: Draws) -> str:
    if matter.source == "petition_clues":
        return "信访举报"
    return "派驻监督" if team.startswith("STATIONED") else draws.pick(["纪律监督", "监察监督"])


def _finding(matter: CityMatter, unit: CityUnit | None, draws: Draws) -> LedgerCells:
    state = draws.pick(_RECTIFIED if _age(matter) > 120 else _RECTIFIED[2:])
    return {
        "认定日期": matter.day,
        "整改状态": state,
        "整改标准": "资金归还原渠道，完善制度，责任到人",
        "整改期限": matter.day + timedelta(days=90),
        "销号日期": _later(matter.day, draws.between(60, 110)) if state == "已销号" else None,
        "已整改金额(元)": matter.amount_fen / 100 if state in _RECTIFIED[:2] and matter.amount_fen else None,
        "审计报告文号": report_number(matter.day.year, matter.unit or 0),
    }


def _issue(matter: CityMatter, unit: CityUnit | None, draws: Draws) -> LedgerCells:
    found = round_of(matter.day)
    state = draws.pick(_RECTIFIED if _age(matter) > 200 else _RECTIFIED[2:])
    return {
        "轮次编号": found.code,
        "巡察组代码": team_of(matter.unit or 0),
        "发现日期": matter.day,
        "巡察聚焦": draws.pick([one.label for one in InspectionFocus][:3]),
        "整改状态": state,
        "是否共性问题": "是" if draws.chance(250) else "否",
        "是否屡查屡犯": "否",
        "是否立行立改": "是" if draws.chance(150) else "否",
        "整改措施": draws.pick(read_words("texts")["measures"]),
        "整改期限": found.ends + timedelta(days=180),
        "销号日期": _later(found.ends, draws.between(90, 180)) if state == "已销号" else None,
    }


def _ticket(matter: CityMatter, unit: CityUnit | None, draws: Draws) -> LedgerCells:
    asked = matter.at or datetime.combine(matter.day, datetime.min.time())
    last = datetime.combine(LAST_DAY, datetime.min.time()) + timedelta(hours=23, minutes=30)
    state = matter.fixed.get("state")
    cells: LedgerCells = {
        "category": draws.pick(["投诉", "投诉", "求助", "咨询", "建议"]),
        "asked_at": asked,
        "accepted_at": asked + timedelta(minutes=draws.between(5, 170)) if state != "已受理" else None,
    }
    if state in ("已办结", "已答复"):
        cells |= {
            "answered_at": min(asked + timedelta(hours=draws.between(3, 220)), last),
            "answer": draws.pick(read_words("texts")["answers"]),
            "satisfaction": draws.pick([3, 4, 5, 5, 5]),
        }
    return cells


def _alert(matter: CityMatter, unit: CityUnit | None, draws: Draws) -> LedgerCells:
    is_car = "VEHICLE" in matter.problem.value or "CAR" in matter.problem.value
    return {
        "raised_at": matter.at,
        "channel": "公务用车监管" if is_car else "公务消费网络监管",
        "model": "V5" if is_car else draws.pick(["R1", "R2", "R4", "B1", "T5"]),
        "severity": draws.pick(["低", "中", "高"]),
        "state": draws.pick(["待核查", "已排除", "转单位自查"]),
    }


_PROGRESS: dict[str, Callable[[CityMatter, CityUnit | None, Draws], LedgerCells]] = {
    "audit_ledger": _finding,
    "inspection_ledger": _issue,
    "palm_tickets": _ticket,
    "alerts": _alert,
}
