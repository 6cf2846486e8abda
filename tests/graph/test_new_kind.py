"""Two kinds added by the recipe in a copy of the tree: what every other kind can do, they can."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from tests.conftest import wipe
from tests.grown import Changes, Grown, grow, write_files
from tests.loading import IDS

_CASE = '''"""The filed case, 立案案件."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Self

from pydantic import Field, model_validator

from schema.record import DataClass
from schema.record import Family, Record
from schema.vocabulary import Channel, Problem


class Case(Record):
    """A case 立案案件: a matter that was filed for investigation."""

    LABEL: ClassVar[str] = "Case"
    PREFIX: ClassVar[str] = "case"
    FAMILY: ClassVar[Family] = Family.MATTER
    CAPTION: ClassVar[str] = "title"
    INDEXED: ClassVar[tuple[str, ...]] = ("number", "filed_on", "problem")
    SOUGHT: ClassVar[tuple[str, ...]] = ("number", "title")
    TEXT: ClassVar[tuple[str, ...]] = ("text",)
    ORDER: ClassVar[tuple[str, ...]] = ("-filed_on", "number")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {
        DataClass.D6: ("number", "title", "text", "channel", "problem", "filed_on", "closed_on")
    }

    number: str = Field(description="Number of the case 立案案号")
    title: str | None = Field(None, description="What the case is about 案件名称")
    text: str | None = Field(None, description="Facts of the case 立案事实")
    channel: Channel | None = Field(None, description="Channel of the case 案件监督渠道")
    problem: Problem | None = Field(None, description="Kind of problem of the case 案件问题类型")
    filed_on: date | None = Field(None, description="Day on which the case was filed 立案日期")
    closed_on: date | None = Field(None, description="Day on which the case was closed 结案日期")

    @model_validator(mode="after")
    def _is_closed_after_it_was_filed(self) -> Self:
        if self.filed_on and self.closed_on and self.closed_on < self.filed_on:
            raise ValueError("was closed before it was filed; correct one of the days")
        return self
'''
_BRAND = '''"""The brand of a product, 品牌."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from schema.record import DataClass
from schema.record import Family, Record


class Brand(Record):
    """A brand 品牌 of a product."""

    LABEL: ClassVar[str] = "Brand"
    PREFIX: ClassVar[str] = "brand"
    FAMILY: ClassVar[Family] = Family.ENTITY
    CAPTION: ClassVar[str] = "brand_name"
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ("brand_code",)
    INDEXED: ClassVar[tuple[str, ...]] = ("brand_code", "brand_name")
    SOUGHT: ClassVar[tuple[str, ...]] = ("brand_name", "brand_code")
    ORDER: ClassVar[tuple[str, ...]] = ("brand_name", "brand_code")
    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {DataClass.D1: ("brand_code", "brand_name")}

    brand_code: str = Field(description="Registered code of the brand 品牌编号")
    brand_name: str | None = Field(None, description="Name of the brand 品牌名称")
'''
_HEAD = "// title: {0}\n// params: viewer_audiences\n// returns: {1}\n// scope: shared\n"
_FILES = {
    "schema/case.py": _CASE,
    "schema/brand.py": _BRAND,
    "queries/read/kinds/case.cypher": _HEAD.format("Cases", "Case")
    + "// filter number String: n.number = $number -- Number of the case 立案案号\nMATCH (n:Case)\nWHERE visible(n)\n",
    "queries/read/kinds/brand.cypher": _HEAD.format("Brands", "Brand")
    + "// filter id ID: n.KEY_ = $id -- The brands with this id 品牌标识\n"
    + "// filter code String: n.brand_code = $code -- Code of the brand 品牌编号\nMATCH (n:Brand)\nWHERE visible(n)\n",
}
_CHANGES: Changes = {
    "schema/kinds.py": (
        (
            "from schema.clue import",
            "from schema.brand import Brand\nfrom schema.case import Case\nfrom schema.clue import",
        ),
        ("Ticket, Alert,\n", "Ticket, Alert, Case,\n"),
        ("Project, Contract, Household,\n", "Project, Contract, Household, Brand,\n"),
    ),
    "graph_service/api/types/kinds.py": (
        (
            '    KindRoots("Person",',
            '    KindRoots("Case", "case", "cases", "case", ("number",)),\n'
            '    KindRoots("Brand", "brand", "brands", "brand", ("id", "code")),\n    KindRoots("Person",',
        ),
    ),
}
_SOURCE = """
name: {name}
title: {name}
holder: CASE_MGMT
classification: INTERNAL
readers: [EVERYONE]
read: {{format: csv, files: {name}.csv}}
key: 编号
nodes:
  one: {{kind: {kind}, fields: {fields}}}
links: {links}
"""


def _source(name: str, kind: str, fields: str, links: str = "[]") -> str:
    return _SOURCE.format(name=name, kind=kind, fields=fields, links=links)


_NAMES = (
    "[{type: NAMES, from: one, to: {kind: Person, by: id_number, column: 证号}, fields: {role: {value: SUBJECT}}},"
    " {type: NAMES, from: one, to: {kind: Brand, by: brand_code, column: 品牌}, fields: {role: {value: INVOLVED}}}]"
)
_SOURCES = {
    "staff.yaml": _source("staff", "Officer", "{officer_id: 编号, officer_name: 姓名}",
        "[{type: MEMBER_OF, from: one, to: {kind: Team, by: team_code, column: 部门}}]"),
    "staff.csv": "编号,姓名,部门\no1,赵一,DISC_1\n",
    "people.yaml": _source("people", "Person", "{id_number: 编号, name: 姓名}"),
    "people.csv": f"编号,姓名\n{IDS[0]},欧阳建国\n{IDS[1]},司马相如\n",
    "brands.yaml": _source("brands", "Brand", "{brand_code: 编号, brand_name: 名称}"),
    "brands.csv": "编号,名称\nPP-0077,蓝鲸净水器\n",
    "clues.yaml": _source("clues", "Clue", "{number: 编号, title: 标题, text: 内容, received_on: 日期}", _NAMES),
    "clues.csv": f"编号,标题,内容,日期,证号,品牌\nX1,收受物品,反映其收受蓝鲸净水器一台。,2025-03-01,{IDS[0]},\n",
    "cases.yaml": _source(
        "cases", "Case", "{number: 编号, title: 标题, text: 内容, filed_on: 日期, closed_on: 结案}", _NAMES
    ),
    "cases.csv": "编号,标题,内容,日期,结案,证号,品牌\n"
    f"LA1,受贿案,经查，欧阳建国（{IDS[0]}）收受财物。,2025-05-02,,{IDS[0]},PP-0077\n"
    f"LA2,旧案,,2025-05-02,2024-01-01,{IDS[1]},\n",
}  # fmt: skip
_ASK = """
import asyncio, json, sys
import httpx
from graph_service.app import create_app
from graph_service.rights.viewer import Tokens
from graph_service.settings import read_settings

async def main():
    settings = read_settings(read_timeout_seconds=60)
    app = create_app(settings)
    async with app.router.lifespan_context(app):
        client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://service")
        head = {"Authorization": "Bearer " + Tokens(settings).sign("o1")}
        for query in json.loads(sys.argv[1]):
            print((await client.post("/graphql", json={"query": query}, headers=head)).text)

asyncio.run(main())
"""
_QUESTIONS = (
    '{ case(number: "LA1") { id caption filedOn names { role entity { __typename caption } }'
    " mentions { text kind state entity { caption } } } cases { totalCount nodes { number } } brands { totalCount } }",
    '{ search(text: "受贿", kinds: [CASE]) { nodes { __typename caption } } '
    'lookup(values: ["LA1", "PP-0077", "蓝鲸净水器"]) { value matches { field node { __typename caption } } } }',
    '{ connectedMatters(id: "clue:X1") { nodes { matter { __typename number channel } evidence { rule } } } '
    "links { nodes { one { number } other { number } } } }",
    '{ clue(number: "X1") { mentions { text kind state entity { __typename caption } } } '
    'brand(code: "PP-0077") { namedIn { matter { __typename number } } } '
    'expand(id: "case:LA1") { nodes { __typename caption } } paths(from: "case:LA1", to: "clue:X1", first: 1) { sentence } }',
)


@pytest.fixture
def grown(server: Running, writer: Writer, tmp_path: Path) -> Grown:
    wipe(server, writer)
    return Grown(grow(tmp_path / "grown", _CHANGES, _FILES), server, "k" * 43)


def _ask(grown: Grown, *questions: str) -> list[dict[str, Any]]:
    answers = [json.loads(line) for line in grown.run("-c", _ASK, json.dumps(questions)).splitlines()]
    assert [each["errors"] for each in answers if "errors" in each] == []
    return [each["data"] for each in answers]


@pytest.mark.long
def test_a_new_kind_can_do_what_every_kind_can(grown: Grown, writer: Writer, tmp_path: Path) -> None:
    write_files(tmp_path / "sources", _SOURCES)
    loaded = grown.load(tmp_path / "sources")
    assert (loaded["cases"]["merged"], loaded["cases"]["rejected"]) == (1, 1), "one breaks the rule across its fields"
    assert grown.load(tmp_path / "sources")["cases"]["merged"] == 0
    grown.leadlink("mentions", "--json")
    grown.leadlink("link", "--json")

    merged, found, joined, named = _ask(grown, *_QUESTIONS)
    _is_merged_and_counted(merged)
    _is_found(found, joined, named)

    grown.leadlink("withdraw", "cases")
    grown.leadlink("link", "--json")
    (gone,) = _ask(grown, _QUESTIONS[0])
    assert (gone["case"], gone["cases"]["totalCount"]) == (None, 0)
    assert writer.run_read("MATCH (l:Link) RETURN count(l) AS n")[0] == [{"n": 0}]


def _is_merged_and_counted(merged: dict[str, Any]) -> None:
    assert merged["case"]["caption"] == "受贿案"
    assert merged["cases"] == {"totalCount": 1, "nodes": [{"number": "LA1"}]}
    assert merged["brands"]["totalCount"] == 1
    assert [(each["role"], each["entity"]["caption"]) for each in merged["case"]["names"]] == [
        ("SUBJECT", "欧阳建国"), ("INVOLVED", "蓝鲸净水器"),
    ]  # fmt: skip
    assert {(each["text"], each["state"]) for each in merged["case"]["mentions"]} >= {
        ("欧阳建国", "SURE"),
        (IDS[0], "SURE"),
    }


def _is_found(found: dict[str, Any], joined: dict[str, Any], named: dict[str, Any]) -> None:
    assert found["search"]["nodes"] == [{"__typename": "Case", "caption": "受贿案"}]
    assert [[each["field"] for each in hit["matches"]] for hit in found["lookup"]] == [
        ["number"],
        ["brand_code"],
        ["brand_name"],
    ]

    assert [each["matter"]["number"] for each in joined["connectedMatters"]["nodes"]] == ["LA1"]
    assert [{each["one"]["number"], each["other"]["number"]} for each in joined["links"]["nodes"]] == [{"X1", "LA1"}]

    assert named["clue"]["mentions"] == [
        {
            "text": "蓝鲸净水器",
            "kind": "OTHER",
            "state": "SURE",
            "entity": {"__typename": "Brand", "caption": "蓝鲸净水器"},
        }
    ]
    assert named["brand"]["namedIn"] == [{"matter": {"__typename": "Case", "number": "LA1"}}]
    assert {each["caption"] for each in named["expand"]["nodes"]} == {"欧阳建国", "蓝鲸净水器"}
    assert len(named["paths"]) == 1
