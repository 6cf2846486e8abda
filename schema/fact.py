"""The fact that a source states beside what the model has a field for, 附加事实."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass, Family, Record


class Fact(Record):
    """A further fact 附加事实 in the words of its source; nothing is found, identified or connected by it."""

    LABEL: ClassVar[str] = "Fact"
    PREFIX: ClassVar[str] = "fact"
    FAMILY: ClassVar[Family] = Family.FACT
    CAPTION: ClassVar[str] = "fact_name"
    ORDER: ClassVar[tuple[str, ...]] = ("fact_name", "fact_text")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D9: ("fact_name", "fact_text")}

    fact_name: str = Field(description="What the source calls the fact, such as its column 事实名称")
    fact_text: str = Field(description="The fact as the source wrote it 事实原文")
