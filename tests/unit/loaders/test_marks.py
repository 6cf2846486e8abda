"""Marks of state secrets, columns of levels and of reporters: what is caught, and what ordinary text is not."""

import pytest

from loaders.declare.job import CLASSIFIED, Rule
from loaders.readers.marks import Seal, marked, named_as_secret
from loaders.reporters import names_reporter


@pytest.mark.parametrize(
    "text",
    [
        "机密★",
        "秘密★1年",
        "绝密 ★ 长期",
        "机　密★",
        "★机密",
        "秘密*5年",
        "密级：机密",
        "机</t></r><r><t>密★",
        "（绝密★启用前）",
    ],
)
def test_a_mark_is_found_however_it_is_set(text: str) -> None:
    assert marked(f"台账 {text} 内容")


@pytest.mark.parametrize(
    "text", ["泄露国家秘密", "工作秘密", "机密要害部门", "秘密调查", "商业秘密 *注", "★ 重点", "绝密", "密级:工作秘密"]
)
def test_ordinary_text_is_no_mark(text: str) -> None:
    assert not marked(f"线索 {text} 内容")


@pytest.mark.parametrize(("name", "expected"), [
    ("机密_台账.csv", True), ("台账（秘密）.xlsx", True), ("绝密", True), ("泄露国家秘密案.csv", False), ("工作秘密.csv", False),
])  # fmt: skip
def test_names_of_files_and_sheets(name: str, expected: bool) -> None:
    assert named_as_secret(name) is expected


@pytest.mark.parametrize("level", ["机密", "秘 密", "绝密★", "ＪＭ", "SECRET", "甲"])
def test_a_level_that_is_not_known_to_be_harmless_is_above(level: str) -> None:
    assert Seal([Rule(CLASSIFIED, ("密级",))], ("编号", "密级")).broken(["1", level]) is not None


@pytest.mark.parametrize("level", ["", None, "公开", " 内 部 ", "工作秘密", "非密", "internal"])
def test_harmless_levels_pass(level: str | None) -> None:
    assert Seal([Rule(CLASSIFIED, ("密级",))], ("编号", "密级")).broken(["1", level]) is None


def test_values_are_whole_cells_and_holds_are_parts() -> None:
    seal = Seal([Rule("OTHER", ("a",), values=("省管干部",), holds=("书记",))], ("a",))

    assert seal.broken(["省管　干部"])
    assert seal.broken(["某书记案"])
    assert not seal.broken(["原省管干部名单"])


@pytest.mark.parametrize(
    "column",
    [
        "举报人",
        "投诉人电话",
        "反映人姓名",
        "实名举报人",
        "来访者",
        "报案人手机",
        "爆料人",
        "求助者",
        "检举揭发人",
        "告发人",
        "来函人",
        "Complainant name",
    ],
)
def test_columns_about_the_reporter(column: str) -> None:
    assert names_reporter(column)


@pytest.mark.parametrize("column", ["被举报人", "被反映人", "反映人数", "来访人次", "反映内容", "信访编号", "负责人"])
def test_columns_about_others(column: str) -> None:
    assert not names_reporter(column)
