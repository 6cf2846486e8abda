"""Audit report and audit finding, 审计报告与审计发现问题."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass, Family, Record
from schema.vocabulary import AuditKind, Channel, Problem, Rectification


class AuditReport(Record):
    """An audit report 审计报告: one audit of one unit, whose findings it lists."""

    LABEL: ClassVar[str] = "AuditReport"
    PREFIX: ClassVar[str] = "auditreport"
    FAMILY: ClassVar[Family] = Family.DOSSIER
    CAPTION: ClassVar[str] = "report_title"
    ORDER: ClassVar[tuple[str, ...]] = ("-issued_on", "report_number")
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("report_number",)
    INDEXED: ClassVar[tuple[str, ...]] = ("report_number", "issued_on")
    SOUGHT: ClassVar[tuple[str, ...]] = ("report_number", "report_title")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D7: ("report_number", "report_title", "audit_kind", "issued_on", "period_from", "period_to")
    }

    report_number: str = Field(description="Document number of the audit report 审计报告文号")
    report_title: str | None = Field(None, description="Title of the audit report 审计报告名称")
    audit_kind: AuditKind | None = Field(None, description="Kind of audit that the report closes 审计项目类型")
    issued_on: date | None = Field(None, description="Day on which the audit report was issued 审计报告出具日期")
    period_from: date | None = Field(None, description="First day of the audited period 审计期间起")
    period_to: date | None = Field(None, description="Last day of the audited period 审计期间止")


class AuditFinding(Record):
    """An audit finding 审计发现问题: one numbered problem of an audit report, with its rectification."""

    LABEL: ClassVar[str] = "AuditFinding"
    PREFIX: ClassVar[str] = "auditfinding"
    FAMILY: ClassVar[Family] = Family.MATTER
    CAPTION: ClassVar[str] = "title"
    ORDER: ClassVar[tuple[str, ...]] = ("-found_on", "number")
    INDEXED: ClassVar[tuple[str, ...]] = ("number", "found_on", "problem", "rectification")
    SOUGHT: ClassVar[tuple[str, ...]] = ("number", "title")
    TEXT: ClassVar[tuple[str, ...]] = ("text",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D7: (
            "number",
            "title",
            "text",
            "channel",
            "problem",
            "found_on",
            "occurred_from",
            "occurred_to",
            "amount_fen",
            "rectified_fen",
            "standard",
            "rectification",
            "due_on",
            "closed_on",
        )
    }

    number: str = Field(description="Number of the finding in the audit ledger 审计问题编号")
    title: str | None = Field(None, description="The audit finding in one line 审计问题标题")
    text: str | None = Field(None, description="Facts that the auditors established 审计查明的事实")
    channel: Channel | None = Field(None, description="Channel of supervision, audit for every finding 审计渠道")
    problem: Problem | None = Field(None, description="Kind of problem that the auditors found 审计问题类型")
    found_on: date | None = Field(None, description="Day on which the finding was established 审计问题认定日期")
    occurred_from: date | None = Field(None, description="First day of the period the finding covers 审计问题起始日期")
    occurred_to: date | None = Field(None, description="Last day of the period the finding covers 审计问题截止日期")
    amount_fen: int | None = Field(None, description="Amount involved in the finding, in fen 审计涉及金额（分）")
    rectified_fen: int | None = Field(None, description="Amount rectified so far, in fen 审计已整改金额（分）")
    standard: str | None = Field(None, description="Standard by which rectification of the finding counts 审计整改标准")
    rectification: Rectification | None = Field(None, description="State of the finding's rectification 审计整改状态")
    due_on: date | None = Field(None, description="Day by which the finding is to be rectified 审计整改期限")
    closed_on: date | None = Field(None, description="Day on which the finding was checked off 审计问题销号日期")
