"""Which posts lead their unit where no column says so: by how offices are named, not by a list of those that samples had."""

import re

import pytest

from graph_service.cypher.trade import LEADING, leads


@pytest.mark.parametrize(
    "post",
    [
        "市长", "区长", "县长", "镇长", "乡长", "部长", "处长", "局长", "厅长", "行长", "检察长", "院长", "校长", "园长", "所长", "站长",
        "馆长", "厂长", "场长", "台长", "会长", "理事长", "董事长", "支队长", "大队长", "总队长", "秘书长", "主席", "书记", "党委书记、局长",
        "党组书记", "主任", "中心主任", "总经理", "总裁",
    ],
)  # fmt: skip
def test_a_post_that_leads(post: str) -> None:
    assert re.fullmatch(LEADING, post)


@pytest.mark.parametrize(
    "post",
    [
        "副局长", "副市长", "局长助理", "科长", "股长", "纪检组长", "班长", "护士长", "中队长", "小组长", "党支部书记", "工会主席", "团委书记",
        "班主任", "内科主任", "科员", "会计", "出纳", "驾驶员", "村民小组长", "办事员", "医生", "",
    ],
)  # fmt: skip
def test_a_post_that_does_not(post: str) -> None:
    assert not re.fullmatch(LEADING, post)


def test_what_a_column_says_comes_first() -> None:
    assert leads("p").startswith("(coalesce(p.is_top_leader, p.post =~ ")
