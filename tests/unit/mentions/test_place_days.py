"""One place on one day in two texts, as people name both, and what only looks like it."""

from datetime import date

import pytest

from graph_service.mentions.alike.outings import outings
from graph_service.mentions.alike.pairs import Alike
from graph_service.mentions.alike.place_days import place_days
from graph_service.mentions.finder import Finder
from graph_service.mentions.lexicon.known import KnownEntity, MatterText, RegisteredNaming
from graph_service.mentions.lexicon.lexicon import Lexicon
from graph_service.rights.audiences import EVERYONE
from graph_service.rights.mention_audiences import Rights
from graph_service.rights.roles import read_roles

OPEN, TEAM, OTHER = 1, 2, 3
RIGHTS = Rights({OPEN: [EVERYONE], TEAM: ["CASE_MGMT"], OTHER: ["PETITION"]}, read_roles())
KNOWN = [
    KnownEntity("unit_inn", "Unit", OPEN, ("望江楼酒店", "", ""), (), "360500"),
    KnownEntity("unit_stub", "Unit", OPEN, ("老灶台", "", ""), (), None),
    KnownEntity("unit_bureau", "Unit", OPEN, ("云江市水利局", "水利局", ""), (), "360500"),
    KnownEntity("unit_village", "Unit", OPEN, ("云江市云水区柳岗村村民委员会", "柳岗村", ""), (), "360502"),
]
FINDER = Finder(Lexicon(KNOWN, ()), RIGHTS)
_ON = date(2024, 11, 20)


def matter(uid: str, text: str, area: str | None = None, audience: int = OPEN) -> MatterText:
    return MatterText(uid, text, audience, _ON, area=area)


def met(*matters: MatterText, cap: int = 50) -> list[Alike]:
    told = [each for one in matters for each in outings(one, one.audience, FINDER.find(one), FINDER.named_places(one))]
    return list(place_days(told, RIGHTS.open_to, cap))


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("2024年8月28日晚在望江楼酒店吃饭", "2024.8.28在望江楼酒店有人看到", "望江楼酒店 2024-08-28"),
        ("8月28号晚上在老灶台聚餐", "八月二十八日中午老灶台那桌是老板结的账", "老灶台 2024-08-28"),  # a stub of the bills
        ("7月3日晚在沿河路醉仙居吃饭", "七月三号中午醉仙居门口停了三台公车", "醉仙居 2024-07-03"),  # no register knows it
        ("在鹿鸣湖东岸“湖上人家”设宴，时间是2024年5月6日", "2024年5月6日在鹿鸣湖东岸湖上人家大吃大喝", "鹿鸣湖东岸湖上人家 2024-05-06"),
        ("中秋前一天，翠竹山庄门口停满了车", "2024年9月16日在翠竹山庄开支9800元", "翠竹山庄 2024-09-16"),
        ("6月9日码头边“江豚88”被包下", "2024年6月9日违规接受安排乘快艇（江豚88）游江", "江豚88 2024-06-09"),
        ("10月30日夜里凤凰阁三楼有人打架", "2024年10月30日夜间出入凤凰阁，行为不检", "凤凰阁 2024-10-30"),
        ("2024年3月5日至7日在翠竹山庄开会", "3月6日在翠竹山庄有人打牌", "翠竹山庄 2024-03-06"),
        ("2024年7月3日晚在菊香园聚餐", "7月3日晚菊香园有人看到领导", "菊香园 2024-07-03"),
        ("2024年7月3日晚在沙洲渔村吃饭", "2024.7.3晚在沙洲渔村有人看到", "沙洲渔村 2024-07-03"),
        ("2024年7月3日晚在金鹅饭庄吃饭", "2024.7.3晚在金鹅饭庄聚会的有好几个干部", "金鹅饭庄 2024-07-03"),
        ("7月3日在云水俱乐部消费", "7月3日晚在云水俱乐部看到", "云水俱乐部 2024-07-03"),
        ("7月3日在老味道吃饭", "7月3日晚在老味道看到", "老味道 2024-07-03"),
        (
            "昨晚上在老码头鱼庄吃饭，隔壁喊得整个楼都听得见",
            "2024年11月19日，某局督查组一行6人在江口县接受被检查单位安排，由镇里派车接送，于老码头鱼庄用餐饮酒",
            "老码头鱼庄 2024-11-19",
        ),
        ("三月六号柳岗村那场丧事大操大办，收礼金", "柳岗村主任2024年3月6日大操大办丧事，收受礼金", "柳岗村 2024-03-06"),
    ],
)  # fmt: skip
def test_one_place_on_one_day_meets(one: str, other: str, value: str) -> None:
    (pair,) = met(matter("a", one), matter("b", other))

    assert pair.value == value
    assert pair.certainty >= 0.53  # so that the rule's weight leaves more than one half


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024年8月28日晚在望江楼酒店吃饭", "2024年8月29日晚在望江楼酒店吃饭"),
        ("2024年8月在望江楼酒店吃饭", "2024年8月在望江楼酒店吃饭"),  # a month is no day
        ("2024年8月28日来信。后来在望江楼酒店吃饭", "2024年8月28日来信。有人在望江楼酒店"),  # the day is another sentence's
        ("2024年7月3日在醉仙居吃饭", "2023年7月3日在醉仙居吃饭"),
        ("2024年7月3日在青田镇醉仙居吃饭", "2024年7月3日在白鹤镇醉仙居吃饭"),
        ("2024年7月3日在东湖酒楼吃饭", "2024年7月3日在西山酒楼吃饭"),
        ("2024年7月3日在小醉仙居吃饭", "2024年7月3日在大醉仙居吃饭"),
        ("2024年7月3日在水利局开会", "2024年7月3日到水利局办事"),
        ("2024年7月3日在附近饭店吃饭", "2024年7月3日在附近饭店吃饭"),
        ("2024年7月3日在单位食堂吃饭", "2024年7月3日在单位食堂吃饭"),
        ("2024年7月3日在开展专项检查，无人配合", "2024年7月3日到开展专项检查，走过场"),  # what was done is no place
        ("2024年7月3日对“三公经费”检查", "2024年7月3日通报“三公经费”"),
        ("2024年7月3日在白沙工业园看到", "2024年7月3日到白沙工业园办事"),
        ("2024年7月3日在实验幼儿园看到", "2024年7月3日在实验幼儿园开会"),
        ("2024年7月3日在现场被拦住", "2024年7月3日在现场被拦住"),
    ],
)  # fmt: skip
def test_another_day_or_another_place_does_not_meet(one: str, other: str) -> None:
    assert met(matter("a", one), matter("b", other)) == []


@pytest.mark.parametrize("place", ["云江国际大酒店", "市人民医院", "时代大厦"])
def test_where_hundreds_come_on_any_day_nothing_is_sure(place: str) -> None:
    pairs = met(matter("a", f"2024年7月3日在{place}看到"), matter("b", f"2024年7月3日在{place}有人"))

    assert all(pair.certainty < 0.5 for pair in pairs)


def test_two_districts_leave_open_whether_it_is_one_house() -> None:
    texts = ("2024年7月3日在醉仙居吃饭", "2024年7月3日在醉仙居看到")
    near, far = (
        met(*(matter(uid, text, area) for uid, text, area in zip("ab", texts, areas, strict=True)))
        for areas in (("360502", "360502"), ("360502", "360521"))
    )

    assert near[0].certainty >= 0.8
    assert far[0].certainty < 0.6


def test_a_house_that_the_registers_know_once_is_one_in_any_district() -> None:
    texts = ("2024年7月3日在老灶台吃饭", "2024年7月3日在老灶台看到")

    (pair,) = met(*(matter(uid, text, area) for uid, text, area in zip("ab", texts, ("360502", "360521"), strict=True)))
    assert pair.certainty >= 0.8


def test_a_column_tells_place_and_day_as_a_text_does() -> None:
    day = date(2024, 7, 3)
    told = MatterText("a", "接待超标", OPEN, _ON, day, day, (RegisteredNaming("unit_stub", "Unit"),))

    (pair,) = met(told, matter("b", "7月3日在老灶台吃饭的有五个人"))
    assert (pair.value, pair.one.said.start) == ("老灶台 2024-07-03", -1)


def test_a_column_of_a_bureau_tells_no_place() -> None:
    day = date(2024, 7, 3)
    both = [
        MatterText(uid, "接待超标", OPEN, _ON, day, day, (RegisteredNaming("unit_bureau", "Unit"),)) for uid in "ab"
    ]

    assert met(*both) == []


def test_a_quote_holds_nothing_of_what_stands_between() -> None:
    (pair,) = met(
        matter("a", "2024年8月28日晚举报人王五在望江楼酒店看到"), matter("b", "2024年8月28日在望江楼酒店吃饭")
    )

    assert pair.one.said.words == "2024年8月28日 … 望江楼酒店"


def test_a_crowd_connects_nobody_and_a_hidden_one_does_not_count() -> None:
    crowd = [matter(f"{n}", "2024年7月3日在醉仙居吃饭") for n in range(4)]
    hidden = [matter(f"h{n}", "2024年7月3日在醉仙居吃饭", audience=OTHER) for n in range(4)]
    two = [matter(uid, "2024年7月3日在醉仙居吃饭", audience=TEAM) for uid in ("x", "y")]

    assert met(*crowd, cap=3) == []
    assert ("x", "y") in [(pair.one.matter, pair.other.matter) for pair in met(*hidden, *two, cap=3)]
