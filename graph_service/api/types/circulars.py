"""Circulars in the API: the figures of a period, each part a table."""

from typing import Any

from graph_service.api.types.kept.clue_life import described_enum
from graph_service.api.types.made import TYPES, listed, listed_of, term_type
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Day
from schema.vocabulary import Channel, Problem

_CONTACTS = {
    "ROUND": "An inspection round 巡察进驻", "AUDIT": "An audit that was reported 审计", "MATTER": "A matter on the unit 事项",
    "RECOMMENDATION": "A recommendation that was served on it 建议书", "CHECK": "A check of its list or of what it put right 检查核查",
    "TICKET": "A ticket that was sent to it 转办投诉件",
}  # fmt: skip


def build() -> None:
    """Make the types of circulars; those of nodes and of lives must be there already."""
    _build_parts()
    _build_meter()
    day: Any = Day
    unit: Any = TYPES["Unit"]
    typed("Circular", "A circular 通报: what a period came to in figures, of what you may see; a count that would give somebody away is not told", {
        "since": (day, "First day that is counted 通报起始日"),
        "until": (day, "Last day that is counted 通报截止日"),
        "on": (day, "Day as of which things stand 通报数据截至"),
        "unit": (unit | None, "The unit that it is of, where one was named 通报所涉单位"),
        "team": (str | None, "Code of the team that it is of, where one was named 通报所涉部门"),
        "smallest": (int, "The least count that is told, but for none at all; in the place of a smaller one stands nothing 最小可示数"),
        "tickets": (TYPES["CircularTickets"], "Tickets of the platform 投诉件"),
        "clues": (listed("CircularClues"), "Clues that came, by channel and stage 线索分布"),
        "deadlines": (listed("CircularLimit"), "Time limits that were due 时限执行"),
        "sweeps": (TYPES["CircularSweeps"], "Sweeps that were under way 举一反三排查情况"),
        "links": (listed("CircularLinks"), "New links between channels, and how they were judged 跨渠道关联研判"),
        "stage_times": (listed("StageTime"), "How long stages took that ended, by team 办理用时"),
    })  # fmt: skip


def _build_parts() -> None:
    channel: Any = term_type(Channel)
    typed("TicketRatings", "How many answers got a rating 评价分布", {
        "rating": (int, "The rating, 1 to 5 评价分值"),
        "count": (int | None, "Answers that got it 该评价件数"),
    })  # fmt: skip
    typed("CircularTickets", "What came of the tickets of a period 投诉件办理情况", {
        "received": (int | None, "Tickets that came 受理件数"),
        "solved": (int | None, "Those of them that are closed by now 办结件数"),
        "not_taken": (int | None, "Those of them that were for no unit 不予受理件数"),
        "solved_share": (float | None, "Share of the closed among those that came 办结率"),
        "rated": (int | None, "Answers that were rated in the period 评价件数"),
        "mean_rating": (float | None, "Mean of these ratings 平均评价"),
        "by_rating": (listed("TicketRatings"), "How many got which 各评价件数"),
    })  # fmt: skip
    typed("CircularClues", "Clues of one channel that stand at one stage 渠道与阶段", {
        "channel": (channel | None, "Channel by which they came 来源渠道"),
        "stage": (TYPES["ClueStage"], "Stage at which they stand 所处阶段"),
        "count": (int | None, "How many clues stand there 线索件数"),
    })  # fmt: skip
    _build_lives(channel)


def _build_lives(channel: Any) -> None:
    typed("CircularLimit", "A time limit, and how often it was kept 时限执行情况", {
        "kind": (str, "What the limit is of: Clue, Ticket, or a kind of task 时限所属"),
        "limit": (str, "Which limit was due 通报时限代码"),
        "title": (str, "What was due 通报时限名称"),
        "title_en": (str, "What was due, in English"),
        "kept": (int | None, "How often it was kept 按期数"),
        "over": (int | None, "How often it was met late, or is over and not met 逾期数"),
        "running": (int | None, "How often its last day lies ahead 未到期数"),
        "share": (float | None, "Share of the kept among those kept or over 按期率"),
    })  # fmt: skip
    typed("CircularSweeps", "What sweeps came to 排查情况", {
        "sweeps": (int, "Sweeps of the period 排查数"),
        "looked_at": (int, "Units and places that were looked at 已排查对象数"),
        "found": (int, "Where the defect was found 发现问题对象数"),
        "fixed": (int, "Where it is put right 已整改对象数"),
        "people": (int | None, "People affected 受影响群众数"),
    })  # fmt: skip
    typed("CircularLinks", "New links between matters of two channels 两渠道间关联", {
        "one": (channel, "One of the two channels 一方渠道"),
        "other": (channel, "The other of the two channels 另一方渠道"),
        "proposed": (int | None, "Links that nobody has judged 待研判关联数"),
        "confirmed": (int | None, "Links that were confirmed 确认关联数"),
        "rejected": (int | None, "Links that were rejected 排除关联数"),
        "unsure": (int | None, "Links that people could not tell 存疑关联数"),
    })  # fmt: skip
    typed("StageTime", "How long a stage took in a team's hands, of the stays that ended in the period 阶段用时", {
        "kind": (str, "What stood there: Clue, Ticket, or a kind of task 用时所属"),
        "stage": (str, "The stage 用时所在阶段"),
        "team": (str | None, "Code of the team that held it, or id of the unit 用时所在部门"),
        "count": (int | None, "How many stays ended 用时件数"),
        "median_days": (float | None, "Working days that the middle one took 中位用时"),
        "longest_days": (int | None, "Working days that the longest took 最长用时"),
    })  # fmt: skip


def _build_meter() -> None:
    TYPES["UnitContact"] = described_enum("UnitContact", "How supervision came to a unit 监督接触方式", _CONTACTS)
    channel: Any = term_type(Channel)
    day: Any = Day
    typed("ContactCount", "How often supervision came to a unit in one way from one channel 监督接触统计", {
        "what": (TYPES["UnitContact"], "How it came 接触方式"),
        "channel": (channel | None, "Channel from which it came, where it has one 接触渠道"),
        "count": (int, "How often it came 接触次数"),
        "first_on": (day, "First of these days 首次接触日期"),
        "last_on": (day, "Last of these days 末次接触日期"),
    })  # fmt: skip
    typed("ContactMonth", "A month in which more than one was at the unit 集中接触月份", {
        "month": (str, "The month, such as 2026-03 接触月份"),
        "count": (int, "How many were there 当月接触次数"),
        "by": (list[str], "Channels that were there, or how supervision came where it has no channel 当月接触渠道"),
    })  # fmt: skip
    typed("RepeatedProblem", "A problem on which matters of more than one channel came 重复监督问题", {
        "problem": (term_type(Problem), "The kind of problem that several asked about 重复监督问题类型"),
        "count": (int, "Matters on the problem 重复事项数"),
        "channels": (listed_of(channel), "Channels of these matters 重复涉及渠道"),
    })  # fmt: skip
    typed("SupervisionOfUnit", "How often which channels were at a unit in a time, of what you may see 单位被监督频次", {
        "unit": (TYPES["Unit"], "The unit that was supervised 被监督的单位"),
        "since": (day, "First day of the time that is looked at 频次统计起始日"),
        "until": (day, "Last day of the time that is looked at 频次统计截止日"),
        "total": (int, "How often supervision came in all 监督接触总次数"),
        "contacts": (listed("ContactCount"), "How often it came in which way 各类监督接触"),
        "months": (listed("ContactMonth"), "Months in which more than one was there 集中接触情况"),
        "repeated": (listed("RepeatedProblem"), "Problems on which more than one channel asked 重复监督情况"),
    })  # fmt: skip
