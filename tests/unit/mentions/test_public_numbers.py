"""Numbers to call for service name no person, whoever holds them, and connect no two texts."""

import pytest

from graph_service.mentions.text.mention import Because, MentionKind
from tests.unit.mentions.small import find, meant
from tests.unit.mentions.test_alike import pairs_of


def phones(text: str) -> list[tuple[str, bool, list[str]]]:
    return [
        (one.normal, one.because is Because.PUBLIC_NUMBER, meant(one))
        for one in find(text)
        if one.kind is MentionKind.PHONE
    ]


@pytest.mark.parametrize(
    "text",
    [
        "中午外卖电话13900000001，一份三十",
        "订餐请打13900000001",
        "13900000001订水的，天天来",
        "客服13900000001不接",
        "那家面馆电话13900000001",
        "12345",
        "打0790-6123456让找社区",
        "窗口让打6123456",
        "民政局电话0790-6123456没人",
        "按公布的电话0790-6123456问了",
    ],
)
def test_a_number_of_service_names_nobody(text: str) -> None:
    found = phones(f"电话{text}" if text.isdigit() else text)

    assert [(is_public, meaning) for _, is_public, meaning in found] == [
        (True, ["phone_12345"] if text == "12345" else [])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "有人打13900000001收钱",
        "他让办事的人打13900000001",
        "面馆老板电话13900000001",
        "外卖没到。他的手机13900000001",
        "请拨打13900000001联系",
        "留的座机0790-6123456是他家的",
    ],
)
def test_a_number_of_a_person_stays_one(text: str) -> None:
    (found,) = phones(text)

    assert found[1] is False
    assert len(found[2]) == 1


def test_one_text_that_calls_a_number_a_hotline_speaks_for_all_who_read_it() -> None:
    texts = ["举报人说他叫人拨13822223333", "他的手机是13822223333"]

    assert len(pairs_of(*texts)) == 1
    assert pairs_of(*texts, "订餐电话13822223333") == []
    assert pairs_of("打12329没用", "12329热线没人接") == []
