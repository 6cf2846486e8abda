"""What links carry: one frozen class per shape of relationship."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass, RelationshipRecord
from schema.vocabulary import ContractRole, FirmRole, KinRelation, PlaceKind, Role


class Plain(RelationshipRecord):
    """Nothing beside the two ends and where the link comes from."""

    ORDER: ClassVar[tuple[str, ...]] = ()


class Naming(RelationshipRecord):
    """The role in which a matter names an entity, and the words of the source."""

    ORDER: ClassVar[tuple[str, ...]] = ("role", "as_named")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D1: ("role", "certainty"),
        DataClass.D2: ("as_named", "as_post"),
    }

    role: Role | None = Field(None, description="Role in which the matter names the entity 涉及角色")
    as_named: str | None = Field(None, description="The words of the source, kept after resolution 原文称谓")
    as_post: str | None = Field(None, description="Post of the named person in the words of the source 原文职务")
    certainty: float | None = Field(
        None, ge=0, le=1, description="How sure the naming is, 0 to 1; none means certain 确定程度"
    )


class Period(RelationshipRecord):
    """A time in which the link holds; open where an end is missing."""

    ORDER: ClassVar[tuple[str, ...]] = ("-valid_from",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D1: ("valid_from", "valid_to")}

    valid_from: date | None = Field(None, description="First day on which the link holds 起始日期")
    valid_to: date | None = Field(None, description="Last day on which the link holds 终止日期")


class Post(RelationshipRecord):
    """A post with its term of office."""

    ORDER: ClassVar[tuple[str, ...]] = ("-valid_from", "post")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D1: ("valid_from", "valid_to"),
        DataClass.D2: ("post", "rank", "is_top_leader", "in_charge_of", "on_payroll"),
    }

    post: str | None = Field(None, description="Post that the person holds 职务")
    rank: str | None = Field(None, description="Rank of the post 职级")
    is_top_leader: bool | None = Field(None, description="Whether the post leads the unit 是否一把手")
    in_charge_of: str | None = Field(None, description="What the post is in charge of 分管工作")
    on_payroll: bool | None = Field(None, description="Whether public money pays the post as staff 是否财政供养在编")
    valid_from: date | None = Field(None, description="First day of the term of office 任职日期")
    valid_to: date | None = Field(None, description="Last day of the term of office 免职日期")


class Tour(RelationshipRecord):
    """The team that goes to a unit in a round; while it does, it reads what the file of roles opens to it of the unit."""

    ORDER: ClassVar[tuple[str, ...]] = ("inspecting_team",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D1: ("inspecting_team",)}

    inspecting_team: str | None = Field(
        None, description="Code of the team that goes to the unit in the round 负责该单位的巡察组代码"
    )


class Kin(RelationshipRecord):
    """How the second person is related to the first."""

    ORDER: ClassVar[tuple[str, ...]] = ("relation",)
    SAME_BY: ClassVar[tuple[str, ...]] = ("relation",)
    FROM_THE_END: ClassVar[dict[str, dict[str, str]]] = {"relation": {"PARENT": "CHILD", "CHILD": "PARENT"}}
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D1: ("valid_from", "valid_to"),
        DataClass.D2: ("relation", "word"),
    }

    relation: KinRelation | None = Field(None, description="What the relative is to the person 亲属称谓")
    word: str | None = Field(None, description="The relation in the words of the source 亲属称谓原文")
    valid_from: date | None = Field(None, description="Day since which they are kin 亲属关系起")
    valid_to: date | None = Field(None, description="Day until which they were kin 亲属关系止")


class Acquaintance(RelationshipRecord):
    """How two people know each other, in the words of the source."""

    ORDER: ClassVar[tuple[str, ...]] = ("-valid_from", "word")
    SAME_BY: ClassVar[tuple[str, ...]] = ("word",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D1: ("valid_from", "valid_to"),
        DataClass.D2: ("word",),
    }

    word: str | None = Field(None, description="How they know each other, as written: classmate, neighbour 关系原文")
    valid_from: date | None = Field(None, description="Day since which they know each other 交往起始日期")
    valid_to: date | None = Field(None, description="Day until which they knew each other 交往终止日期")


class Investigation(RelationshipRecord):
    """What an officer does in a matter, in the words of the source."""

    ORDER: ClassVar[tuple[str, ...]] = ("-valid_from", "duty", "as_named")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D1: ("valid_from", "valid_to", "duty"),
        DataClass.D2: ("as_named",),
    }

    duty: str | None = Field(None, description="Part that the officer takes, as written 承办分工")
    as_named: str | None = Field(None, description="The officer in the words of the source 承办人原文")
    valid_from: date | None = Field(None, description="First day on which the officer has the matter 承办起始日期")
    valid_to: date | None = Field(None, description="Last day on which the officer had the matter 承办终止日期")


class Share(RelationshipRecord):
    """A shareholding with its period."""

    ORDER: ClassVar[tuple[str, ...]] = ("-ratio", "-valid_from")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D1: ("ratio", "valid_from", "valid_to"),  # the register of firms is public
    }

    ratio: float | None = Field(None, description="Share held, in per cent 持股比例")
    valid_from: date | None = Field(None, description="First day of the shareholding 入股日期")
    valid_to: date | None = Field(None, description="Last day of the shareholding 退股日期")


class FirmPost(RelationshipRecord):
    """A role in a firm with its period."""

    ORDER: ClassVar[tuple[str, ...]] = ("role", "-valid_from")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D1: ("role", "valid_from", "valid_to")}

    role: FirmRole | None = Field(None, description="Role of the person in the firm 企业任职")
    valid_from: date | None = Field(None, description="First day in the role 企业任职起")
    valid_to: date | None = Field(None, description="Last day in the role 企业任职止")


class Stay(RelationshipRecord):
    """What a place is to the person or unit, with its period."""

    ORDER: ClassVar[tuple[str, ...]] = ("-valid_from", "place_use")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D1: ("valid_from", "valid_to"),
        DataClass.D2: ("place_use",),
    }

    place_use: PlaceKind | None = Field(None, description="What the place is used as 地点用途")
    valid_from: date | None = Field(None, description="First day at the place 入驻日期")
    valid_to: date | None = Field(None, description="Last day at the place 搬离日期")


class Attendance(RelationshipRecord):
    """How a person took part in a reception."""

    ORDER: ClassVar[tuple[str, ...]] = ("role", "as_named")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D1: ("role",), DataClass.D2: ("as_named",)}

    role: Role | None = Field(None, description="Host or guest 参加身份")
    as_named: str | None = Field(None, description="Name and post as the bill has them 账单原文")


class Firing(RelationshipRecord):
    """The row of a source that made a comparison model fire."""

    ORDER: ClassVar[tuple[str, ...]] = ("row_source", "row_key")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D9: ("row_source", "row_key")}

    row_source: str | None = Field(None, description="Source of the row that fired 触发记录来源")
    row_key: str | None = Field(None, description="Key of the row in its source 触发记录主键")


class Side(RelationshipRecord):
    """The side a unit takes in a contract."""

    ORDER: ClassVar[tuple[str, ...]] = ("role",)
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D1: ("role",)}

    role: ContractRole | None = Field(None, description="Side that the unit takes 合同签约方身份")
