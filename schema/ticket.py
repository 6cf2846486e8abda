"""The ticket, 投诉件, of the palm supervision platform."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass, Family, Record
from schema.vocabulary import Channel, Problem, TicketCategory, TicketState


class Ticket(Record):
    """A ticket 投诉件 of the palm platform: a citizen's request to a unit, answered by its information officer."""

    LABEL: ClassVar[str] = "Ticket"
    PREFIX: ClassVar[str] = "ticket"
    FAMILY: ClassVar[Family] = Family.MATTER
    CAPTION: ClassVar[str] = "title"
    ORDER: ClassVar[tuple[str, ...]] = ("-asked_at", "number")
    INDEXED: ClassVar[tuple[str, ...]] = ("number", "asked_at", "state", "problem")
    SOUGHT: ClassVar[tuple[str, ...]] = ("number", "title")
    TEXT: ClassVar[tuple[str, ...]] = ("text",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D1: (
            "number",
            "title",
            "text",
            "channel",
            "problem",
            "category",
            "state",
            "asked_at",
            "accepted_at",
            "answered_at",
            "answer",
            "satisfaction",
            "area_code",
        )
    }

    number: str = Field(description="Number of the ticket on the platform 投诉件编号")
    title: str | None = Field(None, description="What the ticket asks for, in one line 投诉件标题")
    text: str | None = Field(None, description="Text of the ticket, without anything on the sender 投诉内容")
    channel: Channel | None = Field(None, description="Channel of supervision, palm platform for every ticket 平台渠道")
    problem: Problem | None = Field(None, description="Kind of problem that the ticket complains of 投诉问题类型")
    category: TicketCategory | None = Field(None, description="Category that the platform put the ticket in 投诉件分类")
    state: TicketState | None = Field(None, description="State that the ticket has reached 投诉件办理状态")
    asked_at: datetime | None = Field(None, description="Time at which the ticket came in 投诉时间")
    accepted_at: datetime | None = Field(None, description="Time at which the unit accepted the ticket 受理时间")
    answered_at: datetime | None = Field(None, description="Time at which the ticket was answered 答复时间")
    answer: str | None = Field(None, description="Answer of the unit to the ticket 答复内容")
    satisfaction: int | None = Field(None, description="Rating of the answer, 1 to 5 满意度")
    area_code: str | None = Field(None, description="Area the ticket concerns, GB/T 2260 code 投诉发生地")
