"""Project (tender section), contract and bid, 招标项目、合同与投标."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass, Family, Record
from schema.register_vocabulary import ProjectCategory


class Project(Record):
    """A project 项目: one section that was put out to tender or procured."""

    LABEL: ClassVar[str] = "Project"
    PREFIX: ClassVar[str] = "project"
    FAMILY: ClassVar[Family] = Family.ENTITY
    CAPTION: ClassVar[str] = "name"
    ORDER: ClassVar[tuple[str, ...]] = ("-opened_on", "project_number")
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("project_number",)
    INDEXED: ClassVar[tuple[str, ...]] = ("project_number", "name", "opened_on")
    SOUGHT: ClassVar[tuple[str, ...]] = ("project_number", "name")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D1: ("project_number", "name", "method", "category", "ceiling_fen", "opened_on")
    }

    project_number: str = Field(description="Number of the project section 项目标段编号")
    name: str | None = Field(None, description="Name of the project 项目名称")
    method: str | None = Field(None, description="Method of procurement 采购方式")
    category: ProjectCategory | None = Field(None, description="What is procured: works, goods or services 采购类别")
    ceiling_fen: int | None = Field(None, description="Ceiling price, in fen 最高限价（分）")
    opened_on: date | None = Field(None, description="Day on which the bids were opened 开标日期")


class Contract(Record):
    """A contract 合同 between a public unit and a supplier."""

    LABEL: ClassVar[str] = "Contract"
    PREFIX: ClassVar[str] = "contract"
    FAMILY: ClassVar[Family] = Family.ENTITY
    CAPTION: ClassVar[str] = "name"
    ORDER: ClassVar[tuple[str, ...]] = ("-signed_on", "contract_number")
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("contract_number",)
    INDEXED: ClassVar[tuple[str, ...]] = ("contract_number", "signed_on")
    SOUGHT: ClassVar[tuple[str, ...]] = ("contract_number", "name")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D1: ("contract_number", "name", "amount_fen", "signed_on")
    }

    contract_number: str = Field(description="Number of the contract 合同编号")
    name: str | None = Field(None, description="Name of the contract 合同名称")
    amount_fen: int | None = Field(None, description="Amount of the contract, in fen 合同金额（分）")
    signed_on: date | None = Field(None, description="Day on which the contract was signed 合同签订日期")


class Bid(Record):
    """A bid 投标: one firm's offer for one project."""

    LABEL: ClassVar[str] = "Bid"
    PREFIX: ClassVar[str] = "bid"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "bid_number"
    ORDER: ClassVar[tuple[str, ...]] = ("-occurred_at", "bid_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("bid_number",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D9: ("bid_number", "occurred_at", "price_fen", "won", "file_machine")
    }

    bid_number: str = Field(description="Number of the bid 投标编号")
    occurred_at: datetime | None = Field(None, description="Time at which the bid was handed in 投标时间")
    price_fen: int | None = Field(None, description="Price offered, in fen 投标报价（分）")
    won: bool | None = Field(None, description="Whether the bid won 是否中标")
    file_machine: str | None = Field(None, description="Machine on which the bid file was made 投标文件制作机器码")
