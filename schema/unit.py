"""The unit, 单位."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass, Family, Record
from schema.vocabulary import UnitKind


class Unit(Record):
    """A unit 单位: organ, institution, state enterprise, village or firm, told apart by its kind."""

    LABEL: ClassVar[str] = "Unit"
    PREFIX: ClassVar[str] = "unit"
    FAMILY: ClassVar[Family] = Family.ENTITY
    CAPTION: ClassVar[str] = "name"
    ORDER: ClassVar[tuple[str, ...]] = ("name", "uscc")
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("uscc",)
    INDEXED: ClassVar[tuple[str, ...]] = ("uscc", "name", "unit_kind")
    SOUGHT: ClassVar[tuple[str, ...]] = ("name", "short_name", "former_name", "uscc")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D1: (
            "name",
            "short_name",
            "former_name",
            "uscc",
            "unit_kind",
            "area_code",
            "founded_on",
            "capital_fen",
            "staff",
            "tax_fen",
            "is_enrolled",
        )
    }

    name: str | None = Field(None, description="Full name of the unit 单位名称")
    short_name: str | None = Field(None, description="Short name in use for the unit 单位简称")
    former_name: str | None = Field(None, description="Name of the unit before a reorganisation 单位曾用名")
    uscc: str | None = Field(None, description="Unified social credit code, 18 characters 统一社会信用代码")
    unit_kind: UnitKind | None = Field(None, description="Kind of the unit 单位类别")
    area_code: str | None = Field(None, description="Area of the unit, GB/T 2260 code 单位所在地区划代码")
    founded_on: date | None = Field(None, description="Day on which the unit was founded 成立日期")
    capital_fen: int | None = Field(None, description="Registered capital, in fen 注册资本（分）")
    staff: int | None = Field(None, description="People whom the unit or firm employs 从业人数")
    tax_fen: int | None = Field(
        None, description="Tax that the firm paid in the last year stated, in fen 上年纳税额（分）"
    )
    is_enrolled: bool | None = Field(
        None, description="Whether the unit is enrolled in the palm platform 是否入驻掌上平台"
    )
