"""Numbers told by head and tail, or by the tail alone: read as covered ones, and what they can be."""

import pytest

from graph_service.mentions.text.mention import MentionKind, MentionState
from tests.unit.mentions.small import find
from tests.unit.mentions.test_alike import pairs_of, says

_NUMBERS = (MentionKind.PHONE, MentionKind.ACCOUNT, MentionKind.RESIDENT_ID, MentionKind.FUEL_CARD)


def covered(text: str) -> list[tuple[str, str]]:
    found = [one for one in find(text) if one.kind in _NUMBERS]
    assert all(one.state is MentionState.CANDIDATE for one in found)
    return [(one.kind.name, one.normal) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "联系方式187开头2961",
        "联系电话187开头、尾号2961",
        "手机是187打头，后四位是2961",
        "号段187，末四位2961",
        "打的是187几几几几2961",
        "电话187xxxx2961",
        "187 xxxx 2961",
        "开头是187尾巴2961的号码",
        "手机号前三位是187，后四位是2961",
        "手机前3后4是187、2961",
        "尾号2961、187开头的手机",
        "手机以187开头、以2961结尾",
        "号码是一八七开头，后面四位二九六一",
        "电话187（中间四位记不清）2961",
        "电话187……2961",
        "那个号187开头，末了四位2961",
        "手机号187开始，2961结束",
    ],
)
def test_head_and_tail_are_a_covered_mobile_number(text: str) -> None:
    assert covered(text) == [("PHONE", "187****2961")]


@pytest.mark.parametrize(
    ("text", "kind", "pattern"),
    [
        ("账号末尾720637，前六位621714", "ACCOUNT", "621714…720637"),
        ("钱打到62开头、尾号0637的卡", "ACCOUNT", "62…0637"),
        ("银行卡6222开头0098结尾", "ACCOUNT", "6222…0098"),
        ("卡号6228****8877", "ACCOUNT", "6228…8877"),
        ("加油卡1000开头，尾号7387", "FUEL_CARD", "1000…7387"),
        ("身份证前六位360502后四位001X", "RESIDENT_ID", "360502********001X"),
        ("身份证号3605开头，最后四位是0011", "RESIDENT_ID", "3605**********0011"),
        ("手机尾数2961", "PHONE", "*******2961"),
        ("尾号2961的电话", "PHONE", "*******2961"),
        ("卡尾号0637", "ACCOUNT", "…0637"),
    ],
)
def test_the_words_beside_tell_what_number_it_is(text: str, kind: str, pattern: str) -> None:
    assert covered(text) == [(kind, pattern)]


@pytest.mark.parametrize(
    "text",
    [
        "车牌赣K打头，尾号345",
        "发票号前四位0442，后四位8899",
        "快递单号开头是773，尾号1466",
        "合同编号前三位202，后四位0001",
        "手机发了187元打头，尾数2961元",
        "前三位187名，后四位2961名",
        "手机尾号2961元",
        "尾号限行，尾号3和8",
        "后四位数是2961",
        "手机前三位是1870，后四位是2961",  # four signs are not three
        "第187...2961页",
        "139年开头1466",
        "股票代码600开头，尾号519",
    ],
)
def test_other_numbers_sums_and_counts_are_none(text: str) -> None:
    assert covered(text) == []


def test_two_numbers_of_two_kinds_are_not_one() -> None:
    assert covered("187开头的手机和尾号0637的卡") == [("ACCOUNT", "…0637")]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("电话187开头、尾号2961", "打18712342961找他", [("PHONE", "187****2961")]),
        ("电话187开头、尾号2961", "留了187****2961", [("PHONE", "187****2961")]),
        ("收款账号前六位621785，末尾3566", "转入卡号6217853038754673566", [("ACCOUNT", "621785…3566")]),
        ("账号前六位621785，末尾673566", "账号621785开头673566结尾", [("ACCOUNT", "621785…673566")]),
        ("都找孙立平，手机尾号4821", "由孙立平（13911234821）牵线", [("NAME_WITH_NUMBER", "孙立平 13911234821")]),
        ("给孙立平的卡尾号3566", "孙立平卡号6217853038754673566", [("NAME_WITH_NUMBER", "孙立平 6217853038754673566")]),
        ("都找孙某，手机尾号4821", "由孙立平（13911234821）牵线", [("NAME_WITH_NUMBER", "孙立平 13911234821")]),
        ("都找孙某平，139开头4821", "由孙立平（手机尾号4821）牵线", [("NAME_WITH_NUMBER", "孙立平 139****4821")]),
        ("都找孫某平，手機尾數4821", "由孙立平（13911234821）牵线", [("NAME_WITH_NUMBER", "孙立平 13911234821")]),
        ("都找孙某平，手机尾号4821", "由孙立安（13911234821）牵线", []),
        ("都找李某，手机尾号4821", "由孙立平（13911234821）牵线", []),
        ("都找孙某，手机尾号4822", "由孙立平（13911234821）牵线", []),
        ("孙立平卡号6217853038754673566", "孙立平卡号6217 8530 3875 4673 566", [("ACCOUNT", "6217853038754673566")]),
        ("电话187开头、尾号2961", "打18712342962找他", []),
        ("电话187开头、尾号2961", "打18612342961找他", []),
        ("手机尾号2961", "打18712342961找他", []),  # one in ten thousand
        ("账号62开头，末尾3566", "转入卡号6217853038754673566", []),
        ("账号621785开头，末尾3566", "账号621785开头，末尾3566", []),
        ("都找孙立平，手机尾号4821", "由孙立安（13911234821）牵线", []),
    ],
)
def test_a_covered_number_is_the_one_that_its_ends_fit(one: str, other: str, told: list[tuple[str, str]]) -> None:
    assert pairs_of(one, other) == told


def test_where_two_whole_numbers_fit_neither_is_meant() -> None:
    whole = ("打18712342961找他", "打18799992961找他")

    assert pairs_of("电话187开头、尾号2961", *whole) == []


def test_where_two_whole_names_fit_a_covered_one_neither_is_meant() -> None:
    assert pairs_of("都找孙某，手机尾号4821", "由孙立平（13911234821）牵线", "找到孙立安（13711234821）") == []


def test_a_registered_number_is_met_by_a_covered_one_and_connects_by_itself_otherwise() -> None:
    assert pairs_of("电话139开头、尾号0001", "打13900000001找他") == [("PHONE", "139****0001")]
    assert pairs_of("打13900000001找他", "打13900000001找他") == []
    assert {kind for kind, _, pattern in says("手机尾号2961") if pattern} == set()
