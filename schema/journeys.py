"""Dispatch order, repair, travel claim and attendance: what says where cars and people were to be, and were."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass, Family, Record


class DispatchOrder(Record):
    """A dispatch order 派车单: a unit's leave to use a car for a purpose and a time."""

    LABEL: ClassVar[str] = "DispatchOrder"
    PREFIX: ClassVar[str] = "dispatch"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "order_number"
    ORDER: ClassVar[tuple[str, ...]] = ("-occurred_at", "order_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("order_number", "occurred_at")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D9: ("order_number", "occurred_at", "ended_at", "purpose", "destination", "is_approved")
    }

    order_number: str = Field(description="Number of the dispatch order 派车单编号")
    occurred_at: datetime | None = Field(None, description="Time from which the car is granted 计划出车时间")
    ended_at: datetime | None = Field(None, description="Time until which the car is granted 计划收车时间")
    purpose: str | None = Field(None, description="Purpose of the journey, as written 用车事由")
    destination: str | None = Field(None, description="Where the car is to go 用车目的地")
    is_approved: bool | None = Field(None, description="Whether the order was approved 派车是否批准")


class VehicleRepair(Record):
    """A vehicle's repair 车辆维修: what a shop did to a car, and when the car was there."""

    LABEL: ClassVar[str] = "VehicleRepair"
    PREFIX: ClassVar[str] = "repair"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "repair_number"
    ORDER: ClassVar[tuple[str, ...]] = ("-occurred_on", "repair_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("occurred_on",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D9: ("repair_number", "occurred_on", "ended_on", "part", "amount_fen")
    }

    repair_number: str = Field(description="Number of the repair 维修单号")
    occurred_on: date | None = Field(None, description="Day on which the car came to the shop 进厂日期")
    ended_on: date | None = Field(None, description="Day on which the car left the shop 出厂日期")
    part: str | None = Field(None, description="Part or work that was billed 维修项目")
    amount_fen: int | None = Field(None, description="Amount of the repair, in fen 维修金额（分）")


class TravelClaim(Record):
    """A travel claim 差旅报销: a journey for which a person was paid back."""

    LABEL: ClassVar[str] = "TravelClaim"
    PREFIX: ClassVar[str] = "claim"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "claim_number"
    ORDER: ClassVar[tuple[str, ...]] = ("-occurred_on", "claim_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("occurred_on",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D9: ("claim_number", "occurred_on", "ended_on", "destination", "amount_fen")
    }

    claim_number: str = Field(description="Number of the travel claim 报销单号")
    occurred_on: date | None = Field(None, description="Day on which the journey began 出差起始日期")
    ended_on: date | None = Field(None, description="Day on which the journey ended 出差返回日期")
    destination: str | None = Field(None, description="Where the journey went 出差目的地")
    amount_fen: int | None = Field(None, description="Amount paid back, in fen 报销金额（分）")


class AttendanceDay(Record):
    """A day's attendance 考勤记录: a person was at work."""

    LABEL: ClassVar[str] = "AttendanceDay"
    PREFIX: ClassVar[str] = "attendance"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "attendance_number"
    ORDER: ClassVar[tuple[str, ...]] = ("-occurred_at", "attendance_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("occurred_at",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D9: ("attendance_number", "occurred_at", "ended_at")
    }

    attendance_number: str = Field(description="Number of the attendance record 考勤编号")
    occurred_at: datetime | None = Field(None, description="Time at which the person came 签到时间")
    ended_at: datetime | None = Field(None, description="Time at which the person left 签退时间")
