"""The alert, 预警."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass, Family, Record
from schema.vocabulary import AlertState, Channel, Problem, Severity


class Alert(Record):
    """An alert 预警: what a monitoring system or comparison model noticed; a desk check decides what it becomes."""

    LABEL: ClassVar[str] = "Alert"
    PREFIX: ClassVar[str] = "alert"
    FAMILY: ClassVar[Family] = Family.MATTER
    CAPTION: ClassVar[str] = "title"
    ORDER: ClassVar[tuple[str, ...]] = ("-raised_at", "number")
    INDEXED: ClassVar[tuple[str, ...]] = ("number", "raised_at", "state", "problem")
    SOUGHT: ClassVar[tuple[str, ...]] = ("number", "title")
    TEXT: ClassVar[tuple[str, ...]] = ("text",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D9: (
            "number",
            "title",
            "text",
            "channel",
            "problem",
            "model",
            "model_version",
            "parameters",
            "severity",
            "state",
            "raised_at",
            "amount_fen",
        )
    }

    number: str = Field(description="Number of the alert in the system that raised it 预警编号")
    title: str | None = Field(None, description="The alert in one line 预警标题")
    text: str | None = Field(None, description="What the alert rests on 预警内容")
    channel: Channel | None = Field(None, description="System that raised the alert, as a channel 预警渠道")
    problem: Problem | None = Field(None, description="Kind of problem that the alert points to 预警问题类型")
    model: str | None = Field(None, description="Comparison model or check that fired 比对模型")
    model_version: int | None = Field(None, description="Version of the comparison model that fired 比对模型版本")
    parameters: str | None = Field(None, description="Parameters that the model ran with, as a JSON object 模型参数")
    severity: Severity | None = Field(None, description="Severity that the system gave the alert 预警级别")
    state: AlertState | None = Field(None, description="State of the alert's desk check 预警核查状态")
    raised_at: datetime | None = Field(None, description="Time at which the alert was raised 预警时间")
    amount_fen: int | None = Field(None, description="Amount that the alert speaks of, in fen 预警涉及金额（分）")
