"""Document numbers in whatever writing: one letter has one normal form; what has no office's sign is none."""

import pytest

from graph_service.mentions.alike.said import registered
from graph_service.mentions.text.mention import MentionKind
from tests.unit.mentions.small import find
from tests.unit.mentions.test_alike import pairs_of


def documents(text: str) -> list[str]:
    return [one.normal for one in find(text) if one.kind is MentionKind.DOCUMENT]


@pytest.mark.parametrize(
    "text",
    [
        "见余审移2024第21号",
        "见余审移字（2024）第21号",
        "见余审移[2024]21",
        "见余审移（2024）21，",
        "见余审移{2024}21号",
        "见余审移《2024》21号",
        "见余审移〔24〕21号",
        "见余审移 2024-21号",
        "见余审移2024-21",
        "见余审移2024 21号",
        "见余审移2024/21号",
        "见余审移2024(21)号",
        "见余审移2024年第021号",
        "见余审移二〇二四年二十一号",
        "见余审移（2024）廿一号",
        "见余审移（二〇二四）二一号",
        "二〇二四年余审移二十一号",
        "2024年度余审移字第21号",
        "由市审计局余审移(2024)第0021号移送",
        "移送处理书余审移2024-21号至今没有回音",
        "他说我们收到的余审移〔2024〕21号",
    ],
)
def test_one_letter_has_one_number_in_any_writing(text: str) -> None:
    assert documents(text) == ["余审移〔2024〕21号"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("见云水教发2024-7号", ["云水教发〔2024〕7号"]),
        ("见沅政办函2024年第3号", ["沅政办函〔2024〕3号"]),
        ("余审移（2024）一百二十号", ["余审移〔2024〕120号"]),
        ("余审移〔2024〕21、22和25号", ["余审移〔2024〕21号", "余审移〔2024〕22号", "余审移〔2024〕25号"]),
        ("市局公告2024年第3号", ["市局公告〔2024〕3号"]),
        ("（2023）赣0502民初128号", ["〔2023〕赣0502民初128号"]),
    ],
)
def test_other_offices_high_numbers_and_several_letters_are_read(text: str, numbers: list[str]) -> None:
    assert documents(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "21号文",
        "移送函第21号",
        "移送函2024第21号",
        "移交2024年21号线索",
        "余审移第21号",
        "附件2024-21号",
        "合同2024-21号",
        "开发2024-3号地块",
        "批发2024-21号",
        "来信2024第3号",
        "举报2024第3号",
        "手机号转2024-21号",
        "2024年市政府21号楼",
        "2024年1月21号",
        "余审移（2024）3月",
        "余审移〔2024〕21元",
        "日报2024年第3号",
        "见余审移〔2090〕21号",
    ],
)
def test_what_has_no_sign_of_an_office_or_counts_something_is_none(text: str) -> None:
    assert documents(text) == []


def test_texts_and_registers_mean_one_letter() -> None:
    assert pairs_of("见余审移字（2024）第21号", "余审移二〇二四年二十一号没有下文") == [
        ("DOCUMENT", "余审移〔2024〕21号")
    ]
    for written in ("余审移〔2024〕21号", "余审移字〔2024〕21号", "余审移字（2024）第21号"):
        own = registered(written)
        assert own is not None
        assert own.value == "余审移〔2024〕21号"
