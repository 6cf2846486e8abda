"""Vehicle, fuel card, phone, account and place: things that people and units share."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Self

from pydantic import Field, model_validator

from schema.coordinates import refuse_odd_point
from schema.record import DataClass, Family, InText, Mask, Record
from schema.vocabulary import PlaceKind


class Vehicle(Record):
    """A vehicle 车辆, official or private, known by its plate."""

    LABEL: ClassVar[str] = "Vehicle"
    PREFIX: ClassVar[str] = "vehicle"
    FAMILY: ClassVar[Family] = Family.ENTITY
    CAPTION: ClassVar[str] = "plate"
    ORDER: ClassVar[tuple[str, ...]] = ("plate",)
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("plate",)
    IN_TEXT: ClassVar[InText] = InText.NUMBER
    INDEXED: ClassVar[tuple[str, ...]] = ("plate",)
    SOUGHT: ClassVar[tuple[str, ...]] = ("plate", "vin")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D9: (
            "plate",
            "vin",
            "model",
            "use",
            "fuel_type",
            "tank_litres",
            "rated_litres",
            "is_official",
            "bought_on",
            "vehicle_state",
            "retired_on",
        )
    }
    MASKS: ClassVar[Mapping[str, Mask]] = {"plate": Mask.PLATE, "vin": Mask.CARD}

    plate: str = Field(description="Number plate in normal form 车牌号")
    vin: str | None = Field(None, description="Vehicle identification number 车架号")
    model: str | None = Field(None, description="Make and model of the vehicle 车辆型号")
    use: str | None = Field(None, description="Use for which an official vehicle is assigned 公务用车用途")
    fuel_type: str | None = Field(None, description="Fuel that the vehicle takes 燃料种类")
    tank_litres: float | None = Field(None, description="Capacity of the tank in litres 油箱容积（升）")
    rated_litres: float | None = Field(None, description="Rated consumption in litres per 100 km 额定油耗（升/百公里）")
    is_official: bool | None = Field(None, description="Whether the vehicle is an official one 是否公务用车")
    bought_on: date | None = Field(None, description="Day on which the vehicle was bought 购置日期")
    vehicle_state: str | None = Field(None, description="State of the vehicle in its register, as written 车辆状态")
    retired_on: date | None = Field(None, description="Day on which the vehicle was sealed or scrapped 封存或报废日期")


class FuelCard(Record):
    """A fuel card 加油卡 of the oil company."""

    LABEL: ClassVar[str] = "FuelCard"
    PREFIX: ClassVar[str] = "fuelcard"
    FAMILY: ClassVar[Family] = Family.ENTITY
    CAPTION: ClassVar[str] = "card_number"
    ORDER: ClassVar[tuple[str, ...]] = ("card_number",)
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("card_number",)
    IN_TEXT: ClassVar[InText] = InText.NUMBER
    INDEXED: ClassVar[tuple[str, ...]] = ("card_number",)
    SOUGHT_FROM_FOUR: ClassVar[tuple[str, ...]] = ("card_number",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D9: ("card_number", "issued_on", "is_active")}
    MASKS: ClassVar[Mapping[str, Mask]] = {"card_number": Mask.CARD}

    card_number: str = Field(description="Number of the fuel card, 16 to 19 digits 加油卡号")
    issued_on: date | None = Field(None, description="Day on which the card was issued 发卡日期")
    is_active: bool | None = Field(None, description="Whether the card can be used 加油卡是否有效")


class Phone(Record):
    """A phone number 电话号码, mobile or land line; numbers are recycled, so uses carry a period."""

    LABEL: ClassVar[str] = "Phone"
    PREFIX: ClassVar[str] = "phone"
    FAMILY: ClassVar[Family] = Family.ENTITY
    CAPTION: ClassVar[str] = "phone_number"
    ORDER: ClassVar[tuple[str, ...]] = ("phone_number",)
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("phone_number",)
    IN_TEXT: ClassVar[InText] = InText.NUMBER
    INDEXED: ClassVar[tuple[str, ...]] = ("phone_number",)
    SOUGHT_FROM_FOUR: ClassVar[tuple[str, ...]] = ("phone_number",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D2: ("phone_number",)}
    MASKS: ClassVar[Mapping[str, Mask]] = {"phone_number": Mask.PHONE}

    phone_number: str = Field(description="Phone number in normal form 电话号码")


class Account(Record):
    """A bank account 银行账户."""

    LABEL: ClassVar[str] = "Account"
    PREFIX: ClassVar[str] = "account"
    FAMILY: ClassVar[Family] = Family.ENTITY
    CAPTION: ClassVar[str] = "account_number"
    ORDER: ClassVar[tuple[str, ...]] = ("account_number",)
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("account_number",)
    IN_TEXT: ClassVar[InText] = InText.NUMBER
    INDEXED: ClassVar[tuple[str, ...]] = ("account_number",)
    SOUGHT_FROM_FOUR: ClassVar[tuple[str, ...]] = ("account_number",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D5: ("account_number", "bank")}
    MASKS: ClassVar[Mapping[str, Mask]] = {"account_number": Mask.CARD}

    account_number: str = Field(description="Number of the bank account 银行账号")
    bank: str | None = Field(None, description="Bank that keeps the account 开户行")


class Place(Record):
    """A place 地点: an address, a housing compound, a restaurant, a petrol station."""

    LABEL: ClassVar[str] = "Place"
    PREFIX: ClassVar[str] = "place"
    FAMILY: ClassVar[Family] = Family.ENTITY
    CAPTION: ClassVar[str] = "address"
    ORDER: ClassVar[tuple[str, ...]] = ("address",)
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("address",)
    INDEXED: ClassVar[tuple[str, ...]] = ("address",)
    SOUGHT: ClassVar[tuple[str, ...]] = ("address",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D2: ("address", "place_kind", "area_code", "people", "latitude", "longitude")
    }

    address: str = Field(description="Full address in normal form 地址")
    place_kind: PlaceKind | None = Field(None, description="Kind of the place 地点类别")
    area_code: str | None = Field(None, description="Area of the place, GB/T 2260 code 地点区划代码")
    people: int | None = Field(None, description="Residents of a housing compound 居住人数")
    latitude: float | None = Field(
        None, ge=-90, le=90, description="Latitude of the place in degrees of WGS84, north positive 地点纬度"
    )
    longitude: float | None = Field(
        None, ge=-180, le=180, description="Longitude of the place in degrees of WGS84, east positive 地点经度"
    )

    @model_validator(mode="after")
    def _is_a_point(self) -> Self:
        refuse_odd_point(self.latitude, self.longitude)
        return self
