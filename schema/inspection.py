"""Inspection round and inspection issue, 巡察轮次与巡察问题."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass, Family, Record
from schema.vocabulary import Channel, InspectionFocus, Problem, Rectification, RoundKind


class InspectionRound(Record):
    """An inspection round 巡察轮次: teams authorised once, for named units and a set time."""

    LABEL: ClassVar[str] = "InspectionRound"
    PREFIX: ClassVar[str] = "round"
    FAMILY: ClassVar[Family] = Family.DOSSIER
    CAPTION: ClassVar[str] = "round_name"
    ORDER: ClassVar[tuple[str, ...]] = ("-begins_on", "round_code")
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("round_code",)
    INDEXED: ClassVar[tuple[str, ...]] = ("round_code", "begins_on")
    SOUGHT: ClassVar[tuple[str, ...]] = ("round_code", "round_name")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D8: ("round_code", "round_name", "round_kind", "begins_on", "ends_on", "feedback_on")
    }

    round_code: str = Field(description="Code of the inspection round 巡察轮次编号")
    round_name: str | None = Field(None, description="Name of the inspection round 巡察轮次名称")
    round_kind: RoundKind | None = Field(None, description="Kind of the inspection round 轮次巡察方式")
    begins_on: date | None = Field(None, description="Day on which the teams went in 巡察进驻日期")
    ends_on: date | None = Field(None, description="Day on which the teams left 巡察撤点日期")
    feedback_on: date | None = Field(None, description="Day on which the round was fed back 轮次反馈日期")


class InspectionIssue(Record):
    """An inspection issue 巡察问题: one problem that an inspection team found in a unit, with its rectification."""

    LABEL: ClassVar[str] = "InspectionIssue"
    PREFIX: ClassVar[str] = "issue"
    FAMILY: ClassVar[Family] = Family.MATTER
    CAPTION: ClassVar[str] = "title"
    ORDER: ClassVar[tuple[str, ...]] = ("-found_on", "number")
    INDEXED: ClassVar[tuple[str, ...]] = ("number", "found_on", "problem", "rectification")
    SOUGHT: ClassVar[tuple[str, ...]] = ("number", "title")
    TEXT: ClassVar[tuple[str, ...]] = ("text",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D8: (
            "number",
            "title",
            "text",
            "channel",
            "problem",
            "focus",
            "found_on",
            "occurred_from",
            "occurred_to",
            "amount_fen",
            "is_common",
            "is_repeat",
            "fix_at_once",
            "measure",
            "rectification",
            "due_on",
            "closed_on",
        )
    }

    number: str = Field(description="Number of the issue in the inspection ledger 巡察问题编号")
    title: str | None = Field(None, description="The inspection issue in one line 巡察问题标题")
    text: str | None = Field(None, description="Facts that the inspection team recorded 巡察问题事实")
    channel: Channel | None = Field(
        None, description="Channel of supervision, inspection tour for every issue 巡察渠道"
    )
    problem: Problem | None = Field(None, description="Kind of problem that the team found 巡察问题类型")
    focus: InspectionFocus | None = Field(None, description="Focus under which the issue was found 巡察问题所属聚焦")
    found_on: date | None = Field(None, description="Day on which the issue was found 巡察问题发现日期")
    occurred_from: date | None = Field(None, description="First day of the period the issue covers 巡察问题起始日期")
    occurred_to: date | None = Field(None, description="Last day of the period the issue covers 巡察问题截止日期")
    amount_fen: int | None = Field(None, description="Amount involved in the issue, in fen 巡察涉及金额（分）")
    is_common: bool | None = Field(None, description="Whether the issue is common to several units 是否共性问题")
    is_repeat: bool | None = Field(None, description="Whether inspection or audit found the issue before 是否屡查屡犯")
    fix_at_once: bool | None = Field(None, description="Whether the issue was to be fixed at once 是否立行立改")
    measure: str | None = Field(None, description="Measure that the unit undertook 巡察整改措施")
    rectification: Rectification | None = Field(None, description="State of the issue's rectification 巡察整改状态")
    due_on: date | None = Field(None, description="Day by which the issue is to be rectified 巡察整改期限")
    closed_on: date | None = Field(None, description="Day on which the issue was checked off 巡察问题销号日期")
