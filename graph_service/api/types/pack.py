"""What a unit's pack before an inspection round is made of in the API."""

from enum import Enum
from typing import Any, cast

import strawberry

from graph_service.api.types.made import TYPES, enum_of, listed, term_type
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Day, Fen
from graph_service.packs.signs import read_signs
from schema.vocabulary import InspectionFocus, Problem


@strawberry.enum(description="Part of a pack 资料包组成部分")
class PackPart(Enum):
    """Parts of a pack."""

    FINDINGS = strawberry.enum_value("FINDINGS", description="Audit findings 审计发现问题清单")
    ISSUES = strawberry.enum_value("ISSUES", description="Inspection issues 巡察问题清单")
    TRANSFERS = strawberry.enum_value("TRANSFERS", description="What was handed over 移送清单")
    CLUES = strawberry.enum_value("CLUES", description="Clues of the register 线索清单")
    ALERTS = strawberry.enum_value("ALERTS", description="Alerts of models and systems 预警清单")
    HOLDERS = strawberry.enum_value("HOLDERS", description="Holders of leading posts 领导任职清单")
    CONNECTED = strawberry.enum_value("CONNECTED", description="Connected matters outside 关联事项清单")


def build() -> None:
    """Make the types of a pack; those of nodes, links and focuses must be there already."""
    signs = read_signs().signs
    told = {name: strawberry.enum_value(name, description=f"{sign.en} {sign.zh}") for name, sign in signs.items()}
    TYPES["PackSign"] = enum_of("PackSign", told, "What speaks for a focus of an inspection 巡察重点依据类型")
    _problems()
    _others()
    _counts()
    _focuses()
    _pack()


def _held() -> dict[str, tuple[Any, str]]:
    return {
        "person": (TYPES["Person"], "Who held the post 任职人员"),
        "unit": (TYPES["Unit"], "The unit of the post 任职单位"),
        "post": (str | None, "The post as its register has it 任职职务"),
        "is_top_leader": (bool, "Whether the post leads the unit 任职是否一把手"),
        "valid_from": (Day | None, "First day of the term; nothing where none is known 任期起"),
        "valid_to": (Day | None, "Last day of the term; nothing where it goes on 任期止"),
    }


def _problem() -> dict[str, tuple[Any, str]]:
    return {
        "unit": (TYPES["Unit"], "The unit of the pack that the problem is of 问题所属单位"),
        "open_fen": (Fen, "Amount that is not put right yet, in fen 未整改金额（分）"),
        "is_open": (bool, "Whether the problem is not put right yet 是否未整改"),
        "is_overdue": (bool, "Whether it was due before the day of the pack and not put right 是否整改逾期"),
        "back": (
            listed("Matter"),
            "Later matters that tell of it again after it was put right, at most 10 整改后再发事项",
        ),
        "holders": (listed("PackTerm"), "Who held the leading posts of the unit then, at most 10 问题发生时任职人员"),
    }


def _problems() -> None:
    typed("PackTerm", "A term of a leading post in which a problem happened or was found 事发时任职", _held())
    typed("PackFinding", "An audit finding of a pack 资料包审计问题", {
        "finding": (TYPES["AuditFinding"], "The finding with its rectification 审计问题及整改"),
        **_problem(),
        "issues": (listed("InspectionIssue"), "Issues of the pack that repeat the finding or are of its kind, at most 10 同类巡察问题"),
        "clues": (listed("Clue"), "Clues of the pack of its kind, at most 10 同类问题线索"),
        "repeated": (bool, "Whether an inspection found the finding again 审计问题是否被巡察再次发现"),
        "reason": (str, "Why they belong with the finding 审计问题关联说明"),
    })  # fmt: skip
    typed("PackIssue", "An inspection issue of a pack 资料包巡察问题", {
        "issue": (TYPES["InspectionIssue"], "The issue with its rectification 巡察问题及整改"),
        **_problem(),
        "repeats": (listed("Matter"), "Findings and issues of the pack that the issue repeats, at most 10 重复的既往问题"),
        "is_back": (bool, "Whether it tells again of what had been put right 是否整改后再发"),
    })  # fmt: skip
    typed("PackHolder", "Who holds or held a leading post of a unit 领导任职情况", {
        **_held(),
        "is_there": (bool, "Whether the term covers the day of the pack 是否在任"),
        "in_term": (listed("Matter"), "Problems that happened or were found in the term, at most 10 任期内问题"),
        "in_term_count": (int, "How many problems fell in the term 任期内问题数"),
        "against": (listed("Matter"), "Matters that tell against the person, at most 20 反映该人员的事项"),
    })  # fmt: skip


def _others() -> None:
    matter, unit = TYPES["Matter"], TYPES["Unit"]
    typed("PackClue", "A clue of a pack 资料包线索", {
        "clue": (TYPES["Clue"], "The clue, as far as your role sees it 资料包线索详情"),
        "unit": (unit, "The unit of the pack that the clue is on 线索所涉单位"),
    })  # fmt: skip
    typed("PackAlert", "An alert of a pack 资料包预警", {
        "alert": (TYPES["Alert"], "The alert, as far as your role sees it 资料包预警详情"),
        "unit": (unit, "The unit of the pack that the alert is on 预警所涉单位"),
    })  # fmt: skip
    typed("PackTransfer", "What was handed over to the register, and what came of it 移送事项", {
        "clue": (TYPES["Clue"], "The transfer letter as the register has it 移送线索"),
        "handed_over": (listed("Matter"), "Findings and issues of the pack that it is of, at most 10 移送的问题"),
        "waiting_since": (Day | None, "Since when it is neither registered nor answered; nothing where it is 移送待反馈起始日"),
        "lacks_echo": (bool, "Whether that is too long: a model says so, or the days that were asked for are over 是否移送无回音"),
        "alert": (TYPES["Alert"] | None, "The alert that says so 移送无回音预警"),
    })  # fmt: skip
    typed("PackJoin", "How a matter outside hangs together with one of a pack 关联方式", {
        "matter": (matter, "The matter of the pack 资料包内事项"),
        "rule": (str, "Linkage rule that joins the two 关联所依规则"),
        "state": (TYPES["LinkState"], "What people said of the link 关联研判状态"),
        "sentence": (str, "Why the two are joined"),
        "sentence_zh": (str, "Why the two are joined, in a Chinese sentence 关联理由"),
    })  # fmt: skip
    typed("PackConnected", "A matter outside a pack that stored links join with matters of it, told once 资料包外关联事项", {
        "matter": (matter, "The matter outside 关联的包外事项"),
        "joins": (listed("PackJoin"), "What it is joined with, at most 20 与包内事项的关联"),
    })  # fmt: skip


def _counts() -> None:
    sums: dict[str, tuple[Any, str]] = {
        "findings": (int, "Audit findings of these 审计问题数"),
        "issues": (int, "Inspection issues of these 巡察问题数"),
        "clues": (int, "Clues of these 线索数"),
        "alerts": (int, "Alerts of these 预警数"),
        "open": (int, "Findings and issues of these that are not put right 其中未整改数"),
        "amount_fen": (Fen, "Amounts of these findings and issues together, in fen 涉及金额合计（分）"),
        "open_fen": (Fen, "What of these amounts is not put right, in fen 未整改金额合计（分）"),
    }
    typed("PackTotal", "How much a part of a pack holds 资料包分项统计", {
        "part": (PackPart, "The part that is counted 统计的部分"),
        "count": (int, "Rows of the part 分项总数"),
        "shown": (int, "Rows of the part that are shown 分项显示数"),
        "is_whole": (bool, "Whether all rows were counted, or there are more than can be 分项是否完整"),
        "open": (int, "Of these not put right, not closed, not checked, or without an echo 分项未办结数"),
        "overdue": (int, "Of these overdue 分项逾期数"),
        "back": (int, "Of these back after they were put right 分项再发数"),
        "amount_fen": (Fen, "Amounts of the rows together, in fen 分项金额合计（分）"),
        "open_fen": (Fen, "What of that is not put right, in fen 分项未整改金额合计（分）"),
    })  # fmt: skip
    problem: Any = term_type(Problem)
    typed("PackProblem", "What a pack holds of one kind of problem 按问题类型统计", {
        "problem": (problem | None, "The kind; nothing for what states none 统计的问题类型"), **sums})  # fmt: skip
    typed("PackYear", "What a pack holds of one year 按年度统计", {
        "year": (int | None, "The year in which the matters came; nothing for what has no day 统计年度"), **sums})  # fmt: skip


def _focuses() -> None:
    typed("PackReason", "Why a focus is suggested: a sign, with the matters that make it 巡察重点依据", {
        "sign": (TYPES["PackSign"], "The sign that speaks for the focus 依据类型"),
        "points": (int, "What the sign adds to the points of its focus 依据计分"),
        "count": (int, "How many matters make the sign 依据事项数"),
        "amount_fen": (Fen, "Amounts of these matters together, in fen 依据涉及金额（分）"),
        "sentence": (str, "The sign in a sentence"),
        "sentence_zh": (str, "The sign in a Chinese sentence 依据说明"),
        "matters": (listed("Matter"), "The matters that make the sign, at most 50 依据的事项"),
        "people": (listed("Person"), "Whom the sentence names, at most 5 依据提及人员"),
    })  # fmt: skip
    typed("PackFocus", "A focus that is suggested for the round: a sum of signs, no judgement 建议巡察重点", {
        "focus": (term_type(InspectionFocus), "The focus that is suggested 建议重点"),
        "points": (int, "Points of its reasons together 建议重点计分"),
        "reasons": (listed("PackReason"), "What speaks for the focus, most points first 建议理由"),
    })  # fmt: skip


def _pack() -> None:
    unit, day = TYPES["Unit"], cast(Any, Day)
    typed("UnitPack", "What an inspection team takes along on a unit, from what you may see 巡察前单位资料包", {
        "unit": (unit, "The unit of the pack 被巡察单位"),
        "units": (listed("Unit"), "The unit and those under it that were taken along, nearest first, at most 200 纳入单位"),
        "on": (day, "Day as of which the pack tells 资料截止日"),
        "is_whole": (bool, "Whether everything was counted; `totals` says of which part there is more 资料是否完整"),
        "focuses": (listed("PackFocus"), "Suggested focuses, most points first 建议巡察重点清单"),
        "findings": (listed("PackFinding"), "Audit findings, newest first 审计问题清单"),
        "issues": (listed("PackIssue"), "Inspection issues, newest first 历次巡察问题清单"),
        "transfers": (listed("PackTransfer"), "What was handed over to the register, newest first 移送事项清单"),
        "clues": (listed("PackClue"), "Clues on the units, newest first 问题线索清单"),
        "alerts": (listed("PackAlert"), "Alerts on the units, newest first 单位预警清单"),
        "holders": (listed("PackHolder"), "Terms of leading posts, unit by unit, who leads first 任职清单"),
        "connected": (listed("PackConnected"), "Matters outside that are joined with the pack's, confirmed ones first 包外关联事项清单"),
        "totals": (listed("PackTotal"), "Counts and sums part by part 分项统计"),
        "by_problem": (listed("PackProblem"), "Counts and sums per kind of problem, most matters first 问题类型统计"),
        "by_year": (listed("PackYear"), "Counts and sums per year, the newest first 年度统计"),
    })  # fmt: skip
