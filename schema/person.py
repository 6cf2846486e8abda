"""The person, 人员."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass, Family, Mask, Record
from schema.vocabulary import Sex


class Person(Record):
    """A person 人员: an official, a villager, a manager; the reporter of a complaint is never in the graph."""

    LABEL: ClassVar[str] = "Person"
    PREFIX: ClassVar[str] = "person"
    FAMILY: ClassVar[Family] = Family.ENTITY
    CAPTION: ClassVar[str] = "name"
    STANDS_IN: ClassVar[tuple[str, ...]] = ("called",)
    ORDER: ClassVar[tuple[str, ...]] = ("name", "id_number", "id_mask")
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("id_number",)
    INDEXED: ClassVar[tuple[str, ...]] = ("id_number", "name", "disputed_id_number")
    SOUGHT: ClassVar[tuple[str, ...]] = ("name", "called", "former_name")
    SOUGHT_FROM_FOUR: ClassVar[tuple[str, ...]] = ("id_number", "id_mask")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D2: (
            "name",
            "called",
            "former_name",
            "id_number",
            "id_mask",
            "disputed_id_number",
            "sex",
            "born_on",
            "died_on",
            "is_party_member",
            "is_supervised",
            "area_code",
        )
    }
    MASKS: ClassVar[Mapping[str, Mask]] = {
        "id_number": Mask.RESIDENT_ID,
        "id_mask": Mask.RESIDENT_ID,
        "disputed_id_number": Mask.RESIDENT_ID,
        "born_on": Mask.LEFT_OUT,
    }

    name: str | None = Field(None, description="Name of the person as the register has it 姓名")
    called: str | None = Field(
        None, description="Surname and office of somebody whom the source does not name, such as 张局长 称谓"
    )
    former_name: str | None = Field(None, description="Former name of the person 曾用名")
    id_number: str | None = Field(None, description="Resident identity number, 18 characters 公民身份号码")
    id_mask: str | None = Field(None, description="Resident identity number with * for hidden places 掩码身份号码")
    disputed_id_number: str | None = Field(
        None, description="Number stated for the person that is plainly somebody else's 存疑身份号码"
    )
    sex: Sex | None = Field(None, description="Sex of the person 人员性别")
    born_on: date | None = Field(None, description="Day of birth 出生日期")
    died_on: date | None = Field(None, description="Day of death 死亡日期")
    is_party_member: bool | None = Field(None, description="Whether the person is a Party member 是否中共党员")
    is_supervised: bool | None = Field(None, description="Whether the person falls under supervision law 是否监察对象")
    area_code: str | None = Field(None, description="Area of the person's household register 户籍地区划代码")
