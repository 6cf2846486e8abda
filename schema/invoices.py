"""The invoice, 发票."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass, Family, Record


class Invoice(Record):
    """An invoice 发票 from the tax register: who sold what to whom."""

    LABEL: ClassVar[str] = "Invoice"
    PREFIX: ClassVar[str] = "invoice"
    FAMILY: ClassVar[Family] = Family.EVENT
    CAPTION: ClassVar[str] = "invoice_number"
    ORDER: ClassVar[tuple[str, ...]] = ("-occurred_on", "invoice_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("invoice_number", "occurred_on")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D9: ("invoice_number", "occurred_on", "items", "amount_fen")
    }

    invoice_number: str = Field(description="Number of the invoice in the tax register 税务发票号码")
    occurred_on: date | None = Field(None, description="Day on which the invoice was made out 开票日期")
    items: str | None = Field(None, description="Goods or services on the invoice 货物或服务名称")
    amount_fen: int | None = Field(None, description="Amount of the invoice with tax, in fen 价税合计（分）")
