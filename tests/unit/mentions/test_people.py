"""People: a name alone never decides; what stands beside it does."""

import re

import pytest

from graph_service.cypher.files import query
from graph_service.mentions.lexicon.known import KnownEntity, KnownTie, MatterText
from graph_service.mentions.mean.people import BY_THE_TEXT
from graph_service.mentions.text.mention import Because, Mention, MentionKind, MentionState
from tests.unit.mentions.small import DAY, EVERYONE, PEOPLE, TEAM, find, finder, meant


def person(text: str, *names: tuple[str, str]) -> Mention:
    (mention,) = (one for one in find(text, *names) if one.kind is MentionKind.PERSON)
    return mention


@pytest.mark.parametrize(
    ("text", "uid", "because"),
    [
        ("反映云江市教育局局长张伟收受礼金", "person_wei1", Because.POST_AND_UNIT),
        ("反映教育局原党组书记、局长张伟收受礼金", "person_wei1", Because.POST_AND_UNIT),
        ("反映云江市财政局副局长张伟收受礼金", "person_wei2", Because.POST_AND_UNIT),
        ("反映教育局局長張偉收受禮金", "person_wei1", Because.POST_AND_UNIT),
        ("教育局张伟在办公室收钱", "person_wei1", Because.UNIT_BESIDE),
        ("由张伟经办，电话13900000001", "person_wei3", Because.NUMBER_IN_TEXT),
        (f"由张伟（身份证{PEOPLE['wei3'][1]}）经办", "person_wei3", Because.ID_IN_TEXT),
        ("云江市恒光电力安装有限公司法定代表人欧阳志华送钱", "person_ouyang", Because.UNIT_BESIDE),
        ("云江市人民医院采购科科长高超标准接待", "person_chao", Because.POST_AND_UNIT),
    ],
)
def test_what_stands_beside_tells_namesakes_apart(text: str, uid: str, because: Because) -> None:
    mention = person(text)

    assert (meant(mention), mention.because, mention.state) == ([uid], because, MentionState.SURE)


def test_the_register_entry_tells_namesakes_apart() -> None:
    mention = person("由张伟经办", ("person_wei3", "Person"))

    assert (meant(mention), mention.because) == (["person_wei3"], Because.NAMED_BY_MATTER)
    assert (mention.state, mention.namesakes) == (MentionState.SURE, 3)


@pytest.mark.parametrize(
    ("text", "uids", "namesakes"),
    [
        ("由张伟经办", ["person_wei1", "person_wei2", "person_wei3"], 3),
        ("由罗敏菊经办", ["person_only"], 1),  # the only one known is not the only one there is
    ],
)
def test_a_name_alone_never_decides(text: str, uids: list[str], namesakes: int) -> None:
    mention = person(text)

    assert (meant(mention), mention.namesakes) == (uids, namesakes)
    assert (mention.because, mention.state) == (Because.NAME_ALONE, MentionState.CANDIDATE)


def test_a_number_that_many_use_tells_nobody_apart() -> None:
    crowd = [KnownEntity(f"person_{n}", "Person", EVERYONE, (f"甲{n}",), ()) for n in range(20)]
    hotline = [KnownTie("USES_PHONE", one.uid, "phone_12345", EVERYONE) for one in crowd]
    told = finder(*crowd, more_ties=(*hotline, KnownTie("USES_PHONE", "person_wei1", "phone_12345", EVERYONE)))

    mentions = told.find(MatterText("clue_1", "由张伟经办，拨打12345反映", TEAM, DAY))

    assert [len(meant(one)) for one in mentions if one.kind is MentionKind.PERSON] == [3]


def test_a_post_of_another_time_does_not_decide() -> None:
    (mention,) = (one for one in find("教育局局长周建国2023年5月收受礼金") if one.kind is MentionKind.PERSON)

    assert (meant(mention), mention.state) == (["person_guo"], MentionState.CANDIDATE)


def test_the_further_places_of_a_name_mean_the_same_person() -> None:
    mentions = [
        one for one in find("教育局局长张伟收钱，此后张伟又叫人送酒，王五见张伟收下") if one.kind is MentionKind.PERSON
    ]

    assert [one.text for one in mentions] == ["张伟", "张伟", "张伟"]
    assert {tuple(meant(one)) for one in mentions} == {("person_wei1",)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("反映该镇镇长庞国荣受贿", "庞国荣"),
        ("其妻子付尚芳在企业持股", "付尚芳"),
        ("法定代表人欧阳明华行贿", "欧阳明华"),
        ("中队长魏建宏以孩子升学为名", "魏建宏"),
        ("(记者 陈文广)", "陈文广"),
        ("款项打入朱有财私人账户", "朱有财"),
        ("1、张桂香(360521198512310027)有商品房", "张桂香"),
        ("隔壁吴老三砍了树", "吴老三"),
        ("彭亮妻儿在车上", "彭亮"),
    ],
)
def test_a_name_that_no_register_knows_is_a_candidate(text: str, words: str) -> None:
    mention = person(text)

    assert (mention.text, mention.because, meant(mention)) == (words, Because.UNKNOWN, [])
    assert mention.state is MentionState.CANDIDATE


def test_unknown_names_are_found_along_a_list() -> None:
    mentions = find("实际控制人曹爽、刘振和王小平找到镇长")

    assert [one.text for one in mentions if one.kind is MentionKind.PERSON] == ["曹爽", "刘振", "王小平"]


@pytest.mark.parametrize(
    ("text", "words", "uids"),
    [
        ("反映教育局副局长王某某违规", "王某某", ["person_ping"]),
        ("反映教育局副局长李某违规", "李某", ["person_fang"]),
        ("反映教育局副局长王××违规", "王××", ["person_ping"]),
        ("反映教育局局长张某某违规", "张某某", []),  # 张伟 has one given sign, 某某 says two
        ("反映教育局局长张某违规", "张某", ["person_wei1"]),
        ("商人欧阳某某送钱", "欧阳某某", []),
        ("反映教育局王局长违规", "王局长", ["person_ping"]),
        ("反映教育局张局长违规", "张局长", ["person_wei1"]),
        ("教育局张局，", "张局", ["person_wei1"]),
    ],
)
def test_masked_names_are_compatible_at_most(text: str, words: str, uids: list[str]) -> None:
    mention = person(text)

    assert (mention.text, meant(mention)) == (words, uids)
    assert (mention.because, mention.state) == (Because.MASKED, MentionState.CANDIDATE)


@pytest.mark.parametrize(
    "text",
    [
        "公安局长讲话", "审计局长和分管副局长到场", "班主任收卷", "公司副总经理开会", "两位副校长", "原局长退了",
        "于某日在某单位", "某公司和某企业", "向某县某镇", "方便群众办事，高超的技术", "采购价格高，超出预算", "马上安全检查",
        "参加企业老板乔迁宴", "向同一供应商付款", "费用由下属职工支付", "会计核算不规范", "干部任用程序不严", "平安工程和金额不符",
        "在北湖路和平安路之间", "主任科员的职务", "该书记录不全", "全局工作", "负责人和主任都在", "时任领导", "原局长已退休",
    ],
)  # fmt: skip
def test_ordinary_words_name_nobody(text: str) -> None:
    assert [one.text for one in find(text) if one.kind is MentionKind.PERSON] == []


@pytest.mark.parametrize(
    "text",
    [
        "举报人张伟，电话13900000001，家住劳动路8号。",
        "报案人王建军（电话13900000001）称门锁被换。",
        "爆料者张伟，手机13900000001",
        "举报人：王建军（身份证110105194912310021）",
        "反映人为罗敏菊，罗敏菊称多次上访",
        "投诉人电话13900000001",
    ],
)
def test_who_reports_is_never_a_mention(text: str) -> None:
    assert find(text) == []


def test_who_is_reported_is() -> None:
    mentions = find("举报人反映教育局局长张伟收钱，被举报人张伟电话13900000001")

    assert [one.text for one in mentions if one.kind is not MentionKind.UNIT] == ["张伟", "张伟", "13900000001"]


@pytest.mark.parametrize(
    "words",
    ["一", "1", "某", "张某某", "2024年3月5日至", "局长、", "赣K", "有限公司", "二十余", "路1号", "：", "举报人"],
)
def test_long_texts_of_one_thing_are_read_in_one_go(words: str) -> None:
    text = words * 4_000 + "元"

    assert all(text[one.start : one.end] == one.text for one in find(text))


_OWNER = KnownEntity("person_owner", "Person", EVERYONE, ("霍天佑",), ("360502197901010018",))
_CADRE = KnownEntity("person_cadre", "Person", EVERYONE, ("霍天佑",), ("360502198001010025",))
_HAS = KnownTie("HOLDS_SHARE", "person_owner", "unit_firm", EVERYONE)
_ALSO = KnownTie("OFFICER_OF", "person_cadre", "unit_inn", EVERYONE)


@pytest.mark.parametrize(
    "text",
    [
        "霍天佑（私营业主）涉嫌行贿", "包工头霍天佑经常出入办公室", "当地老板霍天佑请客", "给霍天佑（系承建商）送钱", "向供应商霍天佑购买",
        "霍天佑是当地老板，关系很广", "霍天佑，个体户，住在镇上", "那个老板叫霍天佑",
    ],
)  # fmt: skip
def test_of_namesakes_the_one_with_a_firm_is_who_is_called_an_owner(text: str) -> None:
    found = _owner_or_cadre(text)

    assert (meant(found), found.because, found.state) == (["person_owner"], Because.HAS_A_FIRM, MentionState.SURE)


@pytest.mark.parametrize(
    "text",
    [
        "霍天佑在会上公开骂人", "霍天佑和老板吃饭", "参加吃饭的有王老板、霍天佑等人", "和老板、霍天佑吃饭", "霍天佑，老板说不用管",
        "霍天佑为老板站台",
        "霍天佑是老板的亲戚", "霍天佑收受老板张某现金", "局长霍天佑入股企业", "有个叫霍天佑的，自己不出面，股份在好几家公司里", "霍天佑违规入股",
    ],
)  # fmt: skip
def test_nobody_is_surely_an_owner_who_is_not_called_one(text: str) -> None:
    found = _owner_or_cadre(text)

    assert found.state is MentionState.CANDIDATE
    assert "person_owner" in meant(found)


def _owner_or_cadre(text: str) -> Mention:
    known = finder(_OWNER, _CADRE, more_ties=(_HAS,))
    return next(
        one
        for one in known.find(MatterText("clue_1", text, TEAM, DAY))
        if one.kind is MentionKind.PERSON and one.text == "霍天佑"
    )


def test_where_several_namesakes_have_firms_an_owner_may_be_each() -> None:
    known = finder(_OWNER, _CADRE, more_ties=(_HAS, _ALSO))
    text = "霍天佑（私营业主）涉嫌行贿"

    (found,) = (one for one in known.find(MatterText("clue_1", text, TEAM, DAY)) if one.kind is MentionKind.PERSON)

    assert sorted(meant(found)) == ["person_cadre", "person_owner"]


def test_what_the_text_tells_by_itself_stays_the_reason_where_the_entry_names_the_person_too() -> None:
    """Or the entry, once settled by the text, would be the reason for itself, and taken apart by the next run."""
    text = "反映教育局副局长李芳违规"
    (alone,), (named,) = (
        [each for each in find(text, *entry) if each.kind == "PERSON"] for entry in ((), (("person_fang", "Person"),))
    )
    assert (alone.because, named.because) == (Because.POST_AND_UNIT, Because.POST_AND_UNIT)
    assert named.certainty >= alone.certainty >= 0.8


def test_what_settles_an_entry_is_said_in_one_way() -> None:
    """The reasons that `leadlink resolve` takes from texts are those that a mention keeps."""
    settled = re.search(r"t\.because IN \[(.+)\]", query("identity/loose").body)
    assert settled
    assert re.findall(r"\w+", settled[1]) == [each.value for each in BY_THE_TEXT]
