"""Names that a text takes apart, and titles that are no names."""

import pytest

from tests.unit.mentions.small import find, meant

_EDU = ("unit_edu", "Unit")


def _people(text: str) -> list[tuple[str, list[str]]]:
    return [(each.normal, meant(each)) for each in find(text, _EDU) if each.kind == "PERSON"]


@pytest.mark.parametrize(
    ("text", "name", "who"),
    [
        ("来了个女的,姓罗,名敏菊,管采购。", "罗敏菊", ["person_only"]),
        ("那人姓罗叫敏菊,天天来。", "罗敏菊", ["person_only"]),
        ("教育局一个姓王的副局长收了烟。", "王副局长", ["person_ping"]),
        ("教育局有个姓李的副局长,常来。", "李副局长", ["person_fang"]),
        ("教育局里姓王的局长好说话", "王局长", ["person_ping"]),
        ("复姓欧阳,叫志华的老板送的。", "欧阳志华", ["person_ouyang"]),
    ],
)
def test_a_surname_that_is_told_as_such_begins_a_name(text: str, name: str, who: list[str]) -> None:
    """With the given name it is the name, with a post a masked one."""
    assert (name, who) in _people(text)
    assert all(each.because != "VARIANT" for each in find(text, _EDU))


@pytest.mark.parametrize(
    "text",
    [
        "老百姓的钱,谁管。", "贵姓王府井的。", "同姓的人多。", "百姓叫苦连天。", "那人姓李名不详,开黑车。", "姓李,名字不清。",
        "司机姓李叫什么,没人说。", "姓李名未知",
    ],
)  # fmt: skip
def test_other_words_with_that_sign_are_no_names(text: str) -> None:
    """百姓 and 同姓 name nobody."""
    assert _people(text) == []


def test_a_title_after_a_post_is_no_unknown_name() -> None:
    """教育局一把手王局长 is a surname with a form of address."""
    assert ("王局长", ["person_ping"]) in _people("教育局一把手王局长没来过。")
