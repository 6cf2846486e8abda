"""Refuelling, trip, reception bill, subsidy payment, phone call and transfer: dated facts about entities."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import ClassVar, Self

from pydantic import Field, model_validator

from schema.coordinates import refuse_odd_point
from schema.record import DataClass, Family, Record


class Refuelling(Record):
    """A refuelling 加油记录: one purchase with a fuel card."""

    LABEL: ClassVar[str] = "Refuelling"
    PREFIX: ClassVar[str] = "refuelling"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "receipt_number"
    ORDER: ClassVar[tuple[str, ...]] = ("-occurred_at", "receipt_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("occurred_at",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D9: (
            "receipt_number",
            "occurred_at",
            "product",
            "litres",
            "amount_fen",
            "odometer_km",
            "station",
            "station_area",
            "longitude",
            "latitude",
        )
    }

    receipt_number: str = Field(description="Number of the fuel receipt 加油流水号")
    occurred_at: datetime | None = Field(None, description="Time of the refuelling 加油时间")
    product: str | None = Field(None, description="Product bought, fuel or not 油品")
    litres: float | None = Field(None, description="Quantity in litres 加油量（升）")
    amount_fen: int | None = Field(None, description="Amount paid at the pump, in fen 加油金额（分）")
    odometer_km: int | None = Field(None, description="Reading of the odometer in km 里程表读数")
    station: str | None = Field(None, description="Petrol station 加油站名称")
    station_area: str | None = Field(None, description="District or county of the petrol station 加油站所在区县")
    longitude: float | None = Field(None, description="Longitude of the petrol station in degrees 加油站经度")
    latitude: float | None = Field(None, description="Latitude of the petrol station in degrees 加油站纬度")

    @model_validator(mode="after")
    def _is_a_point(self) -> Self:
        refuse_odd_point(self.latitude, self.longitude)
        return self


class Trip(Record):
    """A trip 行车记录 of a vehicle, from the positioning system or the dispatch ledger."""

    LABEL: ClassVar[str] = "Trip"
    PREFIX: ClassVar[str] = "trip"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "trip_number"
    ORDER: ClassVar[tuple[str, ...]] = ("-occurred_at", "trip_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("occurred_at",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D9: (
            "trip_number",
            "occurred_at",
            "ended_at",
            "start_place",
            "end_place",
            "end_kind",
            "longitude",
            "latitude",
            "km",
            "dispatch_number",
        )
    }

    trip_number: str = Field(description="Number of the trip 行程编号")
    occurred_at: datetime | None = Field(None, description="Time of departure 出发时间")
    ended_at: datetime | None = Field(None, description="Time of arrival 到达时间")
    start_place: str | None = Field(None, description="Where the trip began 出发地")
    end_place: str | None = Field(None, description="Where the trip ended 目的地")
    end_kind: str | None = Field(None, description="Kind of the place where the trip ended, as written 目的地类型")
    longitude: float | None = Field(None, description="Longitude of the trip's end in degrees 目的地经度")
    latitude: float | None = Field(None, description="Latitude of the trip's end in degrees 目的地纬度")
    km: float | None = Field(None, description="Distance driven in km 行驶里程（公里）")
    dispatch_number: str | None = Field(
        None, description="Number of the dispatch order, none if there was none 派车单号"
    )

    @model_validator(mode="after")
    def _is_a_point(self) -> Self:
        refuse_odd_point(self.latitude, self.longitude)
        return self


class ReceptionBill(Record):
    """A reception bill 公务接待账单 from the consumption platform."""

    LABEL: ClassVar[str] = "ReceptionBill"
    PREFIX: ClassVar[str] = "bill"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "bill_number"
    ORDER: ClassVar[tuple[str, ...]] = ("-occurred_at", "bill_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("bill_number", "occurred_at")
    SOUGHT: ClassVar[tuple[str, ...]] = ("bill_number",)
    TEXT: ClassVar[tuple[str, ...]] = ("items",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D9: (
            "bill_number",
            "occurred_at",
            "amount_fen",
            "hosts",
            "guests",
            "items",
            "letter_number",
            "purpose",
            "paid_at",
            "invoice",
            "invoice_on",
            "invoice_fen",
        )
    }

    bill_number: str = Field(description="Number of the reception bill 账单编号")
    occurred_at: datetime | None = Field(None, description="Time of the reception 接待时间")
    amount_fen: int | None = Field(None, description="Total of the bill, in fen 账单金额（分）")
    hosts: int | None = Field(None, description="Number of hosts at the table 陪餐人数")
    guests: int | None = Field(None, description="Number of guests at the table 来客人数")
    items: str | None = Field(None, description="What was served, as listed 消费明细")
    letter_number: str | None = Field(
        None, description="Number of the official letter, none if there was none 公函文号"
    )
    purpose: str | None = Field(None, description="Why the guests came, as written 接待事由")
    paid_at: datetime | None = Field(None, description="Time on the slip of the card machine 刷卡小票时间")
    invoice: str | None = Field(None, description="Number of the bill's invoice 发票号码")
    invoice_on: date | None = Field(None, description="Day of the bill's invoice 发票日期")
    invoice_fen: int | None = Field(None, description="Amount of the bill's invoice, in fen 发票金额（分）")


class SubsidyPayment(Record):
    """A subsidy payment 补贴发放 to a person through the one-card."""

    LABEL: ClassVar[str] = "SubsidyPayment"
    PREFIX: ClassVar[str] = "subsidy"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "payment_number"
    ORDER: ClassVar[tuple[str, ...]] = ("-occurred_on", "payment_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("occurred_on",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D9: ("payment_number", "scheme", "period", "occurred_on", "amount_fen", "area_mu")
    }

    payment_number: str = Field(description="Number of the subsidy payment 发放编号")
    scheme: str | None = Field(None, description="Subsidy scheme 补贴项目")
    period: str | None = Field(None, description="Period that the payment is for 补贴所属期")
    occurred_on: date | None = Field(None, description="Day of the payment 发放日期")
    amount_fen: int | None = Field(None, description="Amount paid out, in fen 发放金额（分）")
    area_mu: float | None = Field(None, description="Land that the payment is for, in mu 补贴面积（亩）")


class PhoneCall(Record):
    """A phone call 通话记录 from one number to another, or several of them that the source has counted together."""

    LABEL: ClassVar[str] = "PhoneCall"
    PREFIX: ClassVar[str] = "call"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "call_number"
    ORDER: ClassVar[tuple[str, ...]] = ("-occurred_at", "call_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("occurred_at",)
    SOUGHT: ClassVar[tuple[str, ...]] = ("call_number",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D5: ("call_number", "occurred_at", "last_at", "seconds", "times", "call_kind")
    }

    call_number: str = Field(description="Number of the call record 通话流水号")
    occurred_at: datetime | None = Field(
        None, description="Time of the call, of the first where there are several 通话时间"
    )
    last_at: datetime | None = Field(None, description="Time of the last call, where there are several 末次通话时间")
    seconds: int | None = Field(None, ge=0, description="Length of the call in seconds, of all together 通话时长（秒）")
    times: int | None = Field(None, ge=1, description="Calls that the record stands for; none means one 通话次数")
    call_kind: str | None = Field(None, description="Kind of the call as written: voice, message 通话类型")

    @model_validator(mode="after")
    def _first_comes_first(self) -> Self:
        _refuse_backwards(self.occurred_at, self.last_at)
        return self


class Transfer(Record):
    """A transfer 转账记录 from one account to another, or several of them that the source has counted together."""

    LABEL: ClassVar[str] = "Transfer"
    PREFIX: ClassVar[str] = "transfer"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "transfer_number"
    ORDER: ClassVar[tuple[str, ...]] = ("-occurred_at", "transfer_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("occurred_at",)
    SOUGHT: ClassVar[tuple[str, ...]] = ("transfer_number",)
    TEXT: ClassVar[tuple[str, ...]] = ("remark",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D5: ("transfer_number", "occurred_at", "last_at", "amount_fen", "times", "remark")
    }

    transfer_number: str = Field(description="Number of the transfer 转账流水号")
    occurred_at: datetime | None = Field(
        None, description="Time of the transfer, of the first where there are several 转账时间"
    )
    last_at: datetime | None = Field(
        None, description="Time of the last transfer, where there are several 末次转账时间"
    )
    amount_fen: int | None = Field(None, description="Amount moved, of all together, in fen 转账金额（分）")
    times: int | None = Field(None, ge=1, description="Transfers that the record stands for; none means one 转账笔数")
    remark: str | None = Field(None, description="Remark of the bank or the payer, as written 转账摘要")

    @model_validator(mode="after")
    def _first_comes_first(self) -> Self:
        _refuse_backwards(self.occurred_at, self.last_at)
        return self


def _refuse_backwards(first: datetime | None, last: datetime | None) -> None:
    if first and last and last < first:
        raise ValueError("ends before it begins; exchange the two times, or correct one")
