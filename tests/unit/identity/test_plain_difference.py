"""Which names under one number are one person's in another writing, and which are plainly two people's."""

import pytest

from graph_service.identity.plain_difference import all_differ, differ_plainly, shows_all

_ONE_PERSON = [
    ("谢秀", "谢秀"),
    ("劉國強", "刘国强"),
    ("谢　秀", "谢秀"),
    ("张?明", "张喆明"),
    ("张□明", "张喆明"),
    ("□建国", "喆建国"),
    ("王明", "王喆明"),  # lost without a trace
    ("李志刚", "李志钢"),
    ("王建国", "汪建国"),
    ("曾小平", "增小平"),
    ("萧建国", "肖建国"),
    ("王喆", "王哲"),
    ("干红", "于红"),  # alike in shape
    ("李小花", "李晓梅"),
    ("赵志强", "钱志强"),
    ("王秀英", "陈王秀英"),
    ("欧阳修文", "欧修文"),
    ("秀谢", "谢秀"),
    ("谢某", "谢秀"),
    ("胡某某", "谢秀"),
    ("**", "谢秀"),
    ("某某", "谢秀"),
    ("胡", "谢秀"),
    ("胡局长", "谢秀"),
    ("胡局", "谢秀"),
    ("胡先生", "谢秀"),
    ("老胡", "谢秀"),
    ("谢秀局长", "谢秀"),
    ("阿卜杜拉·买买提", "阿布都拉•买买提"),
    ("买买提·艾力", "买买提艾力"),
    ("扎西顿珠", "扎西"),
    ("XIE XIU", "谢秀"),
    ("Peter Chan", "陈大文"),
    ("谢秀(曾用名胡强)", "胡强"),
    ("360502", "谢秀"),
]
_TWO_PEOPLE = [
    ("胡强", "谢秀"),
    ("胡強", "谢秀"),
    ("胡 强", "谢秀"),
    ("林强金", "何涛"),
    ("郭輝義", "卢晶秀"),
    ("刘秀英", "毛平火"),
    ("欧阳志华", "张伟"),
    ("胡?强", "谢志明"),
    ("胡强局长", "谢秀"),
    ("阿卜杜拉·买买提", "谢秀"),
    ("陈王秀英", "李国强"),
    ("曾建国", "鲁建军"),
]


@pytest.mark.parametrize(("one", "other"), _ONE_PERSON)
def test_two_writings_of_a_name_do_not_differ_plainly(one: str, other: str) -> None:
    assert not differ_plainly(one, other)
    assert not differ_plainly(other, one)


@pytest.mark.parametrize(("one", "other"), _TWO_PEOPLE)
def test_another_surname_with_another_given_name_differs_plainly(one: str, other: str) -> None:
    assert differ_plainly(one, other)
    assert differ_plainly(other, one)


def test_one_name_that_is_known_of_a_person_is_enough() -> None:
    assert all_differ(["胡强"], ["谢秀", "谢敏"])
    assert not all_differ(["胡强"], ["谢秀", "胡强"])
    assert not all_differ([], ["谢秀"])
    assert not all_differ(["胡强"], [])


@pytest.mark.parametrize(
    ("name", "is_whole"), [("谢秀", True), ("谢某", False), ("谢", False), ("谢?", False), ("A B", False)]
)
def test_a_name_shows_all_of_itself_or_not(name: str, is_whole: bool) -> None:
    assert shows_all(name) is is_whole
