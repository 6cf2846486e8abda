"""The clue, 问题线索."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass, Family, Record
from schema.vocabulary import Channel, ClueSource, ClueStatus, Disposal, Problem


class Clue(Record):
    """A problem clue 问题线索: a statement about a possible violation, registered and numbered one by one."""

    LABEL: ClassVar[str] = "Clue"
    PREFIX: ClassVar[str] = "clue"
    FAMILY: ClassVar[Family] = Family.MATTER
    CAPTION: ClassVar[str] = "title"
    ORDER: ClassVar[tuple[str, ...]] = ("-received_on", "number")
    INDEXED: ClassVar[tuple[str, ...]] = ("number", "received_on", "status", "channel", "problem")
    SOUGHT: ClassVar[tuple[str, ...]] = ("number", "title")
    TEXT: ClassVar[tuple[str, ...]] = ("text",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D1: (
            "number",
            "channel",
            "came_by",
            "status",
            "disposal",
            "received_on",
            "is_real_name",
            "due_on",
            "closed_on",
            "accepted_number",
            "answered_on",
            "area_code",
        ),
        DataClass.D3: ("title", "text", "problem", "occurred_from", "occurred_to", "amount_fen"),
    }

    number: str = Field(description="Number of the clue in the central register 线索编号")
    title: str | None = Field(None, description="What the clue is about, in one line 线索标题")
    text: str | None = Field(
        None, description="The allegation as registered, without anything on the reporter 反映内容"
    )
    channel: Channel | None = Field(None, description="Channel of supervision that brought the clue 线索监督渠道")
    came_by: ClueSource | None = Field(None, description="Way by which the clue reached the register 线索来源")
    problem: Problem | None = Field(None, description="Kind of problem that the clue alleges 反映问题类型")
    status: ClueStatus | None = Field(None, description="Stage that the clue has reached 线索办理状态")
    disposal: Disposal | None = Field(None, description="Way of disposal approved for the clue 线索处置方式")
    received_on: date | None = Field(None, description="Day on which the clue was received 线索收到日期")
    occurred_from: date | None = Field(None, description="First day of the period the clue speaks of 反映问题起始日期")
    occurred_to: date | None = Field(None, description="Last day of the period the clue speaks of 反映问题截止日期")
    amount_fen: int | None = Field(None, description="Amount that the clue speaks of, in fen 线索涉及金额（分）")
    is_real_name: bool | None = Field(None, description="Whether the report was made under a real name 是否实名举报")
    due_on: date | None = Field(None, description="Day by which the disposal opinion is due 处置意见到期日")
    closed_on: date | None = Field(None, description="Day on which the clue was closed 线索办结日期")
    accepted_number: str | None = Field(
        None, description="Number under which the receiving side registered what was handed over 受理线索编号"
    )
    answered_on: date | None = Field(None, description="Day on which the receiving side answered 移送反馈日期")
    area_code: str | None = Field(None, description="Area the clue concerns, GB/T 2260 code 线索问题发生地")
