"""The examples of docs/sources.md are declarations that do what is said of them."""

import re
from pathlib import Path

import yaml

from loaders.declare.parts import SourceMapping
from loaders.declare.source import Source
from loaders.declare.source_check import problems
from loaders.mapping.row_mapping import compile_mapping
from loaders.mapping.statement import MappedRow
from tests.loading import IDS
from tests.unit.loaders.case_files import CONTEXT

_DOCS = Path(__file__).resolve().parents[3] / "docs" / "sources.md"
_HEAD = {"name": "example", "title": "t", "holder": "IT", "classification": "INTERNAL", "readers": ["IT"]}
_CSV = {"read": {"format": "csv", "files": "a.csv"}}


def _example(having: str) -> Source:
    blocks = re.findall(r"```yaml\n(.*?)```", _DOCS.read_text(encoding="utf-8"), re.DOTALL)
    (block,) = [block for block in blocks if having in block]
    source = Source.model_validate(_HEAD | _CSV | yaml.safe_load(block.replace("key: no\n", 'key: "no"\n')))
    assert problems(source) == []
    return source


def _mapped(source: Source, row: dict[str, object]) -> MappedRow:
    return compile_mapping(SourceMapping.of(source), list(row), CONTEXT)(1, list(row.values()))


def test_days_with_the_day_first_and_masked_numbers() -> None:
    source = _example("date_dmy")
    row = {"no": "1", "name": "张三", "born": "01/02/1980", "id": IDS[0], "unit": "甲局", "post": "局长"}

    whole = _mapped(source, {**row, "from": "24/08/2017", "until": "长期"})
    masked = _mapped(source, {**row, "id": "3605**********1237", "from": "2017-08-24", "until": "2019-03-31"})

    assert whole.nodes[0][1].values["born_on"] == "1980-02-01"
    assert whole.nodes[0][1].values["id_number"] == IDS[0]
    assert masked.nodes[0][1].values["id_mask"] == "3605**********1237"
    assert "id_number" not in masked.nodes[0][1].values
    assert whole.ties[0][1].values == {"post": "局长", "valid_from": "2017-08-24", "refers": "name=甲局"}
    assert masked.ties[0][1].values["valid_to"] == "2019-03-31"


def test_lists_of_json_and_tables_of_relationships() -> None:
    family = _example("each: 家庭成员")
    table = _example(":START_ID")

    assert family.lists() == ["家庭成员"]
    (tie,) = _mapped(table, {":START_ID": "1", ":END_ID": "2", ":TYPE": "K", "rel_type": "配偶"}).ties
    assert tie[1].values == {"relation": "SPOUSE", "refers": "people:1", "refers_end": "people:2"}
