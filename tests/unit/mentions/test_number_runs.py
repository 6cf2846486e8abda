"""Numbers without a gap or a word of their own, and numbers in Chinese signs: where each begins and ends."""

import pytest

from graph_service.mentions.text.mention import MentionKind
from tests.unit.mentions.small import find

_DATED = (MentionKind.DATE, MentionKind.AMOUNT, MentionKind.PROBLEM)


def numbers(text: str) -> list[tuple[str, str]]:
    return [(one.kind.name, one.normal) for one in find(text) if one.kind not in _DATED]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("鄂A3K9502023年7月在库", [("VEHICLE", "鄂A3K950")]),
        ("闽DD234562023年7月在库", [("VEHICLE", "闽DD23456")]),
        ("鄂A3K950于2023年7月在库", [("VEHICLE", "鄂A3K950")]),
        ("电话138222233332023年7月停用", [("PHONE", "13822223333")]),
        ("2023-07-01 13822223333", [("PHONE", "13822223333")]),
        ("1382222333313922224444两个号", [("PHONE", "13822223333"), ("PHONE", "13922224444")]),
        ("11010519491231002X13822223333", [("RESIDENT_ID", "11010519491231002X"), ("PHONE", "13822223333")]),
        ("手机TEL13822223333", [("PHONE", "13822223333")]),
        ("0716-8234567 13822223333", [("PHONE", "0716-8234567"), ("PHONE", "13822223333")]),
        ("劳务费进了6228480402564891", [("ACCOUNT", "6228480402564891")]),
        ("转6228480402564891018", [("ACCOUNT", "6228480402564891018")]),
        (
            "钱打到6228 4804 0256 4891 138 2222 3333",
            [("ACCOUNT", "6228480402564891"), ("PHONE", "13822223333")],
        ),
        ("打幺三八二二二二三三三三", [("PHONE", "13822223333")]),
        ("号码1382222333三", [("PHONE", "13822223333")]),
        ("号码1382222333，最后一位是三", [("PHONE", "13822223333")]),
        ("座机六一二三四五六", [("PHONE", "0790-6123456")]),
        ("发了名片，6234888，随叫随到", [("PHONE", "6234888")]),
    ],
)
def test_a_number_ends_where_its_shape_does(text: str, found: list[tuple[str, str]]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "鄂A3K92023年",  # too short for a plate
        "快递单号6228480402564891已转",
        "转来的文件编号6228480402564891",
        "合同HT13822223333",
        "138222233331392222444",
        "共1382222333三千",
        "6234888平方米",
        "付款凭证6228480402564891",
    ],
)
def test_what_has_another_shape_is_no_number_of_anybody(text: str) -> None:
    assert numbers(text) == []
