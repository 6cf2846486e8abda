"""Amounts, days and numbers: accepted forms with their normal form, and what is left alone."""

from datetime import date

import pytest

from graph_service.mentions.text.mention import MentionKind, MentionState
from tests.unit.mentions.small import find, meant


def normal(text: str, kind: MentionKind) -> list[tuple[str, str]]:
    return [(one.text, one.normal) for one in find(text, on=date(2026, 5, 20)) if one.kind is kind]


@pytest.mark.parametrize(
    ("text", "words", "fen"),
    [
        ("共1,234.56元", "1,234.56元", "123456"),
        ("收3.5万元", "3.5万元", "3500000"),
        ("计壹万贰仟元整", "壹万贰仟元整", "1200000"),
        ("贰佰叁拾元零伍分", "贰佰叁拾元零伍分", "23005"),
        ("二十余万元", "二十余万元", "~20000000"),
        ("10多万元", "10多万元", "~10000000"),
        ("三至五万元", "三至五万元", "3000000..5000000"),
        ("3-5万元", "3-5万元", "3000000..5000000"),
        ("约五六万元", "五六万元", "5000000..6000000"),
        ("收受20.4萬元", "20.4萬元", "20400000"),
        ("¥1,200.50", "¥1,200.50", "120050"),
        ("人民币１２３４元", "人民币１２３４元", "123400"),
        ("12元3角", "12元3角", "1230"),
        ("1.2亿元", "1.2亿元", "12000000000"),
        ("送了5万现金", "5万", "5000000"),
        ("5块钱", "5块钱", "500"),
        ("菜钱3万8没给", "3万8", "3800000"),
        ("电费1块2一度", "1块2", "120"),
        ("3000w的路灯", "3000w", "3000000000"),
        ("一人4千多", "4千多", "~400000"),
        ("每人八千，", "八千", "800000"),
        ("塞了红包2000", "2000", "200000"),
        ("少说百把万，", "百把万", "~100000000"),
        ("挂着312万，", "312万", "312000000"),
        ("合同一份（某公司，664.67万元）", "664.67万元", "664670000"),
        ("三间，1,200元一年", "1,200元", "120000"),
        ("修渠，58.6万，没修好", "58.6万", "58600000"),
        ("合同五百九十一万一，干活的", "五百九十一万一", "591100000"),
        ("花了三百二十五万六，", "三百二十五万六", "325600000"),
    ],
)
def test_amounts_are_read_in_fen(text: str, words: str, fen: str) -> None:
    assert normal(text, MentionKind.AMOUNT) == [(words, fen)]


@pytest.mark.parametrize(
    "text",
    [
        "涉及3万人",
        "占地5万亩",
        "三元社区",
        "上万元",
        "数千元",
        "2024年元旦",
        "1.2万美元",
        "美元3万元",
        "往返30余公里",
        "多元化",
        "千万别去",
        "三块地",
        "人口约3万",
        "单元",
    ],
)
def test_what_is_no_amount_is_left_alone(text: str) -> None:
    assert normal(text, MentionKind.AMOUNT) == []


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("2024年3月5日", "2024年3月5日", "2024-03-05"),
        ("2024.3.5在场", "2024.3.5", "2024-03-05"),
        ("2024-03-05", "2024-03-05", "2024-03-05"),
        ("２０２４年３月", "２０２４年３月", "2024-03"),
        ("二〇二四年十二月", "二〇二四年十二月", "2024-12"),
        ("2024年上半年", "2024年上半年", "2024-01-01/2024-06-30"),
        ("2024年第三季度", "2024年第三季度", "2024-07-01/2024-09-30"),
        ("2024年3月上旬", "2024年3月上旬", "2024-03-01/2024-03-10"),
        ("2024年3月至5月", "2024年3月至5月", "2024-03-01/2024-05-31"),
        ("2023年12月—2024年2月", "2023年12月—2024年2月", "2023-12-01/2024-02-29"),
        ("2024年3月5日至7日", "2024年3月5日至7日", "2024-03-05/2024-03-07"),
        ("去年3月", "去年3月", "2025-03"),
        ("前年下半年", "前年下半年", "2024-07-01/2024-12-31"),
        ("今年1月14日", "今年1月14日", "2026-01-14"),
        ("上个月", "上个月", "2026-04"),
        ("昨天上午", "昨天", "2026-05-19"),
        ("11月2日", "11月2日", "2025-11-02"),
        ("2024年3月至今", "2024年3月", "2024-03"),
        ("2024年3月15日中午", "2024年3月15日", "2024-03-15"),
        ("昨天下午5点", "昨天下午5点", "2026-05-19"),
        ("上个月12号", "上个月12号", "2026-04-12"),
        ("上礼拜三", "上礼拜三", "2026-05-13"),
        ("2022年国庆", "2022年国庆", "2022-10-01/2022-10-07"),
        ("教师节当天", "教师节当天", "2025-09-10"),
        ("2023.4.6—2023.4.20", "2023.4.6—2023.4.20", "2023-04-06/2023-04-20"),
        ("2026年03月24日11时09分", "2026年03月24日11时09分", "2026-03-24"),
    ],
)
def test_days_and_periods_are_read(text: str, words: str, days: str) -> None:
    assert normal(text, MentionKind.DATE) == [(words, days)]


def test_the_same_year_is_the_one_that_the_text_gave() -> None:
    found = normal("2023年8月动工，同年12月20日验收，次年1月付款", MentionKind.DATE)

    assert found == [("2023年8月", "2023-08"), ("同年12月20日", "2023-12-20"), ("次年1月", "2024-01")]


@pytest.mark.parametrize(
    "text", ["2024年2月30日", "历时3年2个月", "3个月", "YJZC2026-900050-01", "第2024-03号", "版本2.3.5"]
)
def test_what_is_no_day_is_left_alone(text: str) -> None:
    assert normal(text, MentionKind.DATE) == []


def test_relative_days_need_the_day_of_the_matter() -> None:
    assert [one.kind for one in find("去年3月收受礼金", on=None)] == [MentionKind.PROBLEM]


@pytest.mark.parametrize(
    ("text", "kind", "value", "uids"),
    [
        ("电话139 0000 0001", MentionKind.PHONE, "13900000001", ["phone_13900000001"]),
        ("电话+86-139-0000-0001", MentionKind.PHONE, "13900000001", ["phone_13900000001"]),
        ("拨打12345反映", MentionKind.PHONE, "12345", ["phone_12345"]),
        ("座机0790-6123456转801", MentionKind.PHONE, "0790-6123456-801", []),
        ("座机(0790)6123456", MentionKind.PHONE, "0790-6123456", ["phone_0790-6123456"]),
        ("联系电话6123456", MentionKind.PHONE, "0790-6123456", ["phone_0790-6123456"]),
        ("联系电话6123999", MentionKind.PHONE, "6123999", []),
        ("联系电话7123456", MentionKind.PHONE, "7123456", []),  # two areas have it
        ("电话13700000009", MentionKind.PHONE, "13700000009", []),
        ("转入6230 9946 0184 8350 084", MentionKind.ACCOUNT, "6230994601848350084", ["account_6230994601848350084"]),
        ("加油卡1000113605052767387", MentionKind.FUEL_CARD, "1000113605052767387", ["fuelcard_1000113605052767387"]),
        ("车牌赣k·12345", MentionKind.VEHICLE, "赣K12345", ["vehicle_赣K12345"]),
        ("车牌赣K1234S", MentionKind.VEHICLE, "赣K1234S", []),
        ("车牌贛KD12345", MentionKind.VEHICLE, "赣KD12345", ["vehicle_赣KD12345"]),
        ("身份证11010519491231002x", MentionKind.RESIDENT_ID, "11010519491231002X", []),
        ("信用代码91350100M000100Y43", MentionKind.CREDIT_CODE, "91350100M000100Y43", []),
        ("项目编号YJZC2024-000012-01，", MentionKind.PROJECT, "YJZC2024-000012-01", ["project_1"]),
        ("合同HT2024-000041。", MentionKind.CONTRACT, "HT2024-000041", ["contract_1"]),
        ("根据余纪〔2026〕12号文件", MentionKind.DOCUMENT, "余纪〔2026〕12号", []),
        ("见余纪[2026]012号", MentionKind.DOCUMENT, "余纪〔2026〕12号", []),
        ("依余府發〔二〇二三〕九號文", MentionKind.DOCUMENT, "余府发〔2023〕9号", []),
        ("见市局公告2024年第3号", MentionKind.DOCUMENT, "市局公告〔2024〕3号", []),
        ("电话+852 9123 4567", MentionKind.PHONE, "+85291234567", []),
        ("打12329打不通", MentionKind.PHONE, "12329", []),
    ],
)
def test_numbers_are_read_and_known_ones_are_sure(text: str, kind: MentionKind, value: str, uids: list[str]) -> None:
    mentions = find(text)

    assert [(one.kind, one.normal, meant(one)) for one in mentions] == [(kind, value, uids)]
    assert mentions[0].state is MentionState.SURE


@pytest.mark.parametrize(
    "text",
    [
        "合同HT2024-0000411",
        "XHT2024-000041",
        "价格12345元",
        "共12345人",
        "编号12345678901234567",
        "身高1.75米",
        "赣K1234",
    ],
)
def test_parts_of_other_numbers_are_left_alone(text: str) -> None:
    assert [one for one in find(text) if one.kind not in (MentionKind.AMOUNT,)] == []


@pytest.mark.parametrize(
    ("text", "kind", "pattern"),
    [
        ("电话139****0001", MentionKind.PHONE, "139****0001"),
        ("身份证3605**********0011", MentionKind.RESIDENT_ID, "3605**********0011"),
        ("身份證３６０５＊＊＊＊＊＊＊＊＊＊００１１", MentionKind.RESIDENT_ID, "3605**********0011"),
    ],
)
def test_masked_numbers_stay_candidates(text: str, kind: MentionKind, pattern: str) -> None:
    (mention,) = find(text)

    assert (mention.kind, mention.normal, mention.state) == (kind, pattern, MentionState.CANDIDATE)


def test_a_masked_number_can_only_be_one_that_the_register_entry_names() -> None:
    (mention,) = find("电话139****0001", ("phone_13900000001", "Phone"), ("phone_12345", "Phone"))

    assert meant(mention) == ["phone_13900000001"]
    assert mention.state is MentionState.CANDIDATE


def test_a_wrong_check_digit_is_kept_for_a_look() -> None:
    (mention,) = find("身份证号110105194912310021")

    assert (mention.kind, mention.state, meant(mention)) == (MentionKind.RESIDENT_ID, MentionState.CANDIDATE, [])
