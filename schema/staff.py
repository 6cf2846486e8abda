"""Team and officer: who works with the graph, 部门与干部; and the officers of whom other registers speak."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass, Family, Record
from schema.vocabulary import Channel


class Team(Record):
    """A team 部门 that belongs to a channel of supervision or a partner, and owns matters."""

    LABEL: ClassVar[str] = "Team"
    PREFIX: ClassVar[str] = "team"
    FAMILY: ClassVar[Family] = Family.STAFF
    CAPTION: ClassVar[str] = "team_name"
    ORDER: ClassVar[tuple[str, ...]] = ("team_code",)
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("team_code",)
    INDEXED: ClassVar[tuple[str, ...]] = ("team_code",)
    SOUGHT: ClassVar[tuple[str, ...]] = ("team_code", "team_name")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D1: ("team_code", "team_name", "channel")}

    team_code: str = Field(description="Code of the team, also its name in audiences 部门代码")
    team_name: str | None = Field(None, description="Name of the team 部门名称")
    channel: Channel | None = Field(None, description="Channel of supervision that the team works in 部门所属渠道")


class Officer(Record):
    """An officer 干部: a person who works in a team and asks questions of the graph."""

    LABEL: ClassVar[str] = "Officer"
    PREFIX: ClassVar[str] = "officer"
    FAMILY: ClassVar[Family] = Family.STAFF
    CAPTION: ClassVar[str] = "officer_name"
    ORDER: ClassVar[tuple[str, ...]] = ("officer_id",)
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("officer_id",)
    INDEXED: ClassVar[tuple[str, ...]] = ("officer_id",)
    SOUGHT: ClassVar[tuple[str, ...]] = ("officer_id", "officer_name")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D1: ("officer_id", "officer_name", "officer_role")
    }

    officer_id: str = Field(description="Staff number of the officer, the subject of a token 干部工号")
    officer_name: str | None = Field(None, description="Name of the officer 干部姓名")
    officer_role: str | None = Field(None, description="Role of the officer in the team 岗位角色")


class CaseOfficer(Record):
    """A case officer 承办人员 as another register names who handles a matter; whoever asks questions is an Officer."""

    LABEL: ClassVar[str] = "CaseOfficer"
    PREFIX: ClassVar[str] = "caseofficer"
    FAMILY: ClassVar[Family] = Family.STAFF
    CAPTION: ClassVar[str] = "officer_as_named"
    ORDER: ClassVar[tuple[str, ...]] = ("officer_as_named", "badge_number")
    INDEXED: ClassVar[tuple[str, ...]] = ("badge_number",)
    SOUGHT: ClassVar[tuple[str, ...]] = ("officer_as_named", "badge_number")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D1: ("officer_as_named", "badge_number", "officer_rank", "officer_unit")
    }

    officer_as_named: str = Field(
        description="Name of the officer, or the number where the register has no name 承办人员"
    )
    badge_number: str | None = Field(None, description="Badge or staff number in that register 警号或工号")
    officer_rank: str | None = Field(None, description="Rank of the officer, as written 警衔或职级")
    officer_unit: str | None = Field(None, description="Unit of the officer, as written 承办人员单位")
