"""What a declaration says of reading, and what is told of a refusal: nothing that may not be told."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from graph_service.errors import BadInput, NotFound
from loaders.declare.job import CLASSIFIED, FileForm, Limits, Rule
from loaders.declare.parts import SourceReading
from loaders.declare.source import Source
from loaders.declare.source_check import problems
from loaders.ledger.refused import WITHHELD, failure_of, file_of, ledger_properties
from loaders.readers.contract import form_of, rules_of
from loaders.readers.marks import MARKED
from loaders.readers.sealing import KEPT_OUT
from loaders.reporters import names_reporter
from tests.loading import CLUES

_USED = ("线索编号", "部门", "标题", "被反映人", "身份证号", "单位", "电话")
_OPERATOR = {"kind": "OPERATOR", "columns": ["被反映人"], "then": "seal"}


def source(**more: Any) -> Source:
    return Source.model_validate({**yaml.safe_load(CLUES), **more})


def reading(**more: Any) -> SourceReading:
    """Return what reading needs of the declaration."""
    return SourceReading.of(source(**more))


def test_a_file_is_read_as_its_declaration_says() -> None:
    plain = form_of(reading())

    assert (plain.format, plain.encoding, plain.delimiter, plain.header_row) == ("csv", "utf-8", ",", 1)
    assert (plain.names, sorted(plain.used), plain.limits) == ((), sorted(_USED), Limits())
    limits = {"rows": 7, "seconds": 8, "memory_mb": 600}
    read = {"format": "xlsx", "files": "x.xlsx", "sheet": "表", "header_row": 3, "header_lines": 2, "limits": limits}
    assert form_of(reading(read=read, renamed={"标题": ["题名"]})) == FileForm(
        "xlsx", plain.encoding, ",", "表", 3, 2, plain.strict, (), (*plain.used, "题名"), (), ("线索编号",), Limits(600, 8, 7),
    )  # fmt: skip


def test_lines_of_json_have_their_names_from_the_declaration() -> None:
    lines = {"format": "jsonl", "files": "x.jsonl", "columns": list(_USED)}

    assert form_of(reading(read=lines)).names == _USED


@pytest.mark.parametrize(("columns", "strict"), [("strict", True), ("open", False)])
def test_further_columns_pass_only_where_the_contract_is_open(columns: str, strict: bool) -> None:
    assert form_of(reading(columns=columns)).strict is strict


def test_a_column_of_secrecy_levels_is_heeded_even_if_nobody_declared_it() -> None:
    assert rules_of(reading(), _USED, ()) == ()
    assert rules_of(reading(), (*_USED, "密级", "保密级别"), ()) == (Rule(CLASSIFIED, ("密级", "保密级别")),)
    declared = reading(sealed=[{"kind": CLASSIFIED, "columns": ["密级"], "values": ["秘密"], "then": "seal"}])
    assert rules_of(declared, (*_USED, "密级", "保密级别"), ()) == (
        Rule(CLASSIFIED, ("密级",), ("秘密",), (), False),
        Rule(CLASSIFIED, ("保密级别",)),
    )


def test_who_loads_is_kept_out_of_what_is_about_them() -> None:
    assert rules_of(reading(sealed=[_OPERATOR]), _USED, ("王某", "3605")) == (
        Rule("OPERATOR", ("被反映人",), ("王某", "3605"), (), False),
    )
    with pytest.raises(BadInput, match="nobody says who that is") as caught:
        rules_of(reading(sealed=[_OPERATOR]), _USED, ())
    assert (caught.value.where, bool(caught.value.zh)) == ("LEADLINK_OPERATOR", True)


def test_a_failure_is_told_in_the_words_of_its_refusal_or_by_its_kind_alone() -> None:
    secret = ValueError("张伟 360502198001011237")

    assert ledger_properties(BadInput("bad", "file", "mend", "坏")) == {"refusal": "bad", "refusal_zh": "坏"}
    assert ledger_properties(NotFound("gone", "file", "mend")) == {"refusal": "gone", "refusal_zh": "gone"}
    assert ledger_properties(secret) == {"refusal": "ValueError", "refusal_zh": "ValueError"}
    assert failure_of(BadInput("bad", "file", "mend")) == "bad; file; mend"
    assert failure_of(secret) == "ValueError"


@pytest.mark.parametrize("what", [MARKED, KEPT_OUT])
def test_a_file_whose_name_may_tell_too_much_stays_unnamed(what: str, tmp_path: Path) -> None:
    refused = BadInput(what, str(tmp_path / "张伟涉密.csv"), "mend")

    assert failure_of(refused) == f"{what}; mend"
    assert file_of(refused, tmp_path) == WITHHELD
    assert file_of(BadInput("bad", str(tmp_path / "in" / "clues.csv"), "mend"), tmp_path) == "in/clues.csv"


@pytest.mark.parametrize(
    "column",
    ["举报人", "检举人", "控告人", "投诉人姓名", "信访人", "来信人", "来访者", "来电人", "反映人", "申诉人", "上访人", "举报者电话",
     "Reporter", "complainant name"],
)  # fmt: skip
def test_columns_about_who_made_a_report_are_known_by_name(column: str) -> None:
    assert names_reporter(column)
    mapped = yaml.safe_load(CLUES.replace("标题", column))
    assert any("举报人" in each and column in each for each in problems(Source.model_validate(mapped)))


@pytest.mark.parametrize(
    "column", ["被举报人", "被反映人", "被投诉者", "举报人数", "来访人次", "举报内容", "反映问题", "人员", ""]
)
def test_columns_about_whom_a_report_is_are_not(column: str) -> None:
    assert not names_reporter(column)


@pytest.mark.parametrize(
    ("more", "told_of"),
    [
        ({}, []),
        ({"optional": ["标题"]}, []),
        ({"optional": ["题标"]}, ["optional: column '题标' unknown"]),
        ({"optional": ["线索编号"]}, ["optional: column '线索编号' is needed"]),
        ({"renamed": {"题标": ["题"]}}, ["renamed: column '题标' unknown"]),
        ({"version": {"column": "标题", "as": "nothing"}}, ["version.as: normaliser 'nothing' unknown"]),
        (
            {"optional": ["被反映人"], "sealed": [{**_OPERATOR, "kind": "OTHER", "values": ["x"]}]},
            ["optional: column '被反映人' is needed"],
        ),
    ],
)
def test_a_contract_is_held_against_the_mapping(more: dict[str, Any], told_of: list[str]) -> None:
    found = problems(source(**more))

    assert len(found) == len(told_of)
    assert all(sentence.startswith(begun) for sentence, begun in zip(found, told_of, strict=True))
