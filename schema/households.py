"""Household, filing of kin, plot of land and hospital stay: what benefits are checked against."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass, Family, InText, Record


class Household(Record):
    """A household 户 of the household register; who lives in it changes over time."""

    LABEL: ClassVar[str] = "Household"
    PREFIX: ClassVar[str] = "household"
    FAMILY: ClassVar[Family] = Family.ENTITY
    CAPTION: ClassVar[str] = "household_number"
    ORDER: ClassVar[tuple[str, ...]] = ("household_number",)
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("household_number",)
    IN_TEXT: ClassVar[InText] = InText.NUMBER
    INDEXED: ClassVar[tuple[str, ...]] = ("household_number",)
    SOUGHT: ClassVar[tuple[str, ...]] = ("household_number",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D9: ("household_number", "land_mu")}

    household_number: str = Field(description="Number of the household in its register 户号")
    land_mu: float | None = Field(
        None, description="Land that the household has under contract, in mu 承包地面积（亩）"
    )


class KinFiling(Record):
    """A filing of kin 近亲属备案: an official states that a relative draws aid."""

    LABEL: ClassVar[str] = "KinFiling"
    PREFIX: ClassVar[str] = "filing"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "filing_number"
    ORDER: ClassVar[tuple[str, ...]] = ("-occurred_on", "filing_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("occurred_on",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D9: ("filing_number", "occurred_on")}

    filing_number: str = Field(description="Number of the filing 备案编号")
    occurred_on: date | None = Field(None, description="Day of the filing 备案日期")


class HospitalStay(Record):
    """A hospital stay 住院记录 or treatment that insurance paid for."""

    LABEL: ClassVar[str] = "HospitalStay"
    PREFIX: ClassVar[str] = "stay"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "stay_number"
    ORDER: ClassVar[tuple[str, ...]] = ("-occurred_on", "stay_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("occurred_on",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D5: ("stay_number", "occurred_on", "ended_on", "amount_fen", "own_fen", "diagnosis")
    }

    stay_number: str = Field(description="Number of the stay or treatment 就诊流水号")
    occurred_on: date | None = Field(None, description="Day on which the stay began 入院日期")
    ended_on: date | None = Field(None, description="Day on which the stay ended 出院日期")
    amount_fen: int | None = Field(None, description="Total of the stay, in fen 医疗总费用（分）")
    own_fen: int | None = Field(None, description="Part that the patient paid, in fen 个人自付（分）")
    diagnosis: str | None = Field(None, description="Diagnosis as billed 诊断名称")
