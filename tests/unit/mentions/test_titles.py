"""What stands in a column of names and is an office."""

import pytest

from graph_service.mentions.lexicon.titles import is_title
from schema import KINDS
from schema.record import captioned

_TITLES = "张局长 李主任 张副局长 李主任科员 欧阳书记 王会计 陈老师 刘总 王局 高处长 張局長 某局长 局长 副主任 张法官 张经理 司马局"
_NAMES = "张三 张某 张科 王村民 董文长 李长书 欧阳长书 张局长风 阿里木·买买提 John 张 教育局 张建国局长 局长明 严主"


@pytest.mark.parametrize("title", _TITLES.split())
def test_surname_and_office_are_a_title(title: str) -> None:
    assert is_title(title)


@pytest.mark.parametrize("name", ["", *_NAMES.split()])
def test_a_name_is_no_title(name: str) -> None:
    assert not is_title(name)


def test_a_person_without_a_name_is_called_by_the_title_before_any_number() -> None:
    assert captioned([KINDS["Person"]]) == ("name", "called", "id_number")
