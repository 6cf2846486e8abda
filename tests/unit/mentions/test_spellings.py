"""Names written otherwise than registered, names with lost signs, and surnames before any post."""

from datetime import date

import pytest

from graph_service.mentions.lexicon.known import KnownEntity, KnownTie, MatterText, RegisteredNaming
from graph_service.mentions.text.mention import Because, Mention, MentionKind, MentionState
from tests.unit.mentions.small import DAY, EVERYONE, TEAM, finder, meant

_PEOPLE = {
    "yu": ("于国梁", ""), "sheng": ("陈昇平", ""), "ping": ("柳小平", ""), "xiao": ("肖文静", ""), "ming": ("唐立明", ""),
    "zhao": ("趙國華", ""), "married": ("孔令仪", "孔招娣"), "dou": ("习文静", ""), "duo": ("习文镜", ""), "gone": ("左佳明", ""),
}  # fmt: skip
_POSTS = (
    ("yu", "局长"), ("sheng", "副局长"), ("ping", "财务股股长"), ("xiao", "办公室主任"), ("ming", "综合科科长"),
    ("zhao", "党组成员"), ("married", "四级调研员"), ("dou", "监察室主任"), ("duo", "监察室主任"),
)  # fmt: skip
_FINDER = finder(
    KnownEntity("unit_forest", "Unit", EVERYONE, ("石门县林业局", "", ""), ("11990123MB0000001W",)),
    *(
        KnownEntity(f"person_{key}", "Person", EVERYONE, tuple(filter(None, names)), (f"id_{key}",))
        for key, names in _PEOPLE.items()
    ),
    more_ties=(
        *(
            KnownTie("HOLDS_POST", f"person_{key}", "unit_forest", EVERYONE, post, date(2019, 1, 1))
            for key, post in _POSTS
        ),
        KnownTie("HOLDS_POST", "person_gone", "unit_forest", EVERYONE, "书记", date(2010, 1, 1), date(2012, 1, 1)),
    ),
)


def only(text: str, *names: tuple[str, str]) -> Mention:
    naming = tuple(RegisteredNaming(uid, label) for uid, label in names)
    found = _FINDER.find(MatterText("clue_1", text, TEAM, DAY, None, None, naming))
    (mention,) = (one for one in found if one.kind is MentionKind.PERSON)
    return mention


@pytest.mark.parametrize(
    ("text", "uid"),
    [
        ("石门县林业局局长于国梁收礼", "person_yu"), ("石門縣林業局局長于國梁收禮", "person_yu"),
        ("石门县林业局党组成员赵国华收礼", "person_zhao"), ("石门县林业局副局长陈昇平收礼", "person_sheng"),
        ("石门县林业局四级调研员孔招娣收礼", "person_married"), ("石门县林业局局长于 国 梁收礼", "person_yu"),
    ],
)  # fmt: skip
def test_another_writing_of_the_same_name_is_the_same_name(text: str, uid: str) -> None:
    mention = only(text)

    assert (meant(mention), mention.because, mention.state) == ([uid], Because.POST_AND_UNIT, MentionState.SURE)


@pytest.mark.parametrize(
    ("text", "uid"),
    [
        ("石门县林业局局长於国梁收礼", "person_yu"), ("石门县林业局副局长陈升平收礼", "person_sheng"),
        ("石门县林业局财务股股长柳晓萍收礼", "person_ping"), ("石门县林业局办公室主任萧文静收礼", "person_xiao"),
        ("石门县林业局综合科科长唐丽明收礼", "person_ming"),
    ],
)  # fmt: skip
def test_a_name_of_like_sound_in_the_very_unit_and_post_is_sure(text: str, uid: str) -> None:
    mention = only(text)

    assert (meant(mention), mention.because, mention.state) == ([uid], Because.VARIANT, MentionState.SURE)


@pytest.mark.parametrize(
    ("text", "uids"),
    [
        ("石门县林业局局长余国良收礼", ["person_yu"]), ("石门县林业局综合科科长唐立民收礼", ["person_ming"]),
        ("石门县林业局副局长成升平收礼", []), ("石门县林业局科长唐丽明收礼", ["person_ming"]),
        ("石门县林业局监察室主任习文敬收礼", ["person_dou", "person_duo"]),
        ("石门县林业局原书记左嘉铭收礼", ["person_gone"]),
    ],
)  # fmt: skip
def test_a_like_sound_with_less_beside_it_is_a_question(text: str, uids: list[str]) -> None:
    """余国良 sounds as 于国梁 does and 立民 nearly as 立明; half a post, two holders or a former one leave it open."""
    mention = only(text)

    is_whole = text.startswith(("石门县林业局局长", "石门县林业局综合科"))
    assert sorted(meant(mention)) == uids
    assert mention.state is (MentionState.SURE if is_whole else MentionState.CANDIDATE)


@pytest.mark.parametrize(
    "text", ["石门县林业局局长柳晓萍收礼", "石门县林业局财务股股长柳大海收礼", "云江市教育局局长於国梁收礼"]
)
def test_a_like_sound_in_another_post_or_another_name_is_nobody(text: str) -> None:
    assert only(text).state is MentionState.CANDIDATE
    assert meant(only(text)) in ([], ["person_yu"])


def test_the_register_entry_may_name_who_is_written_otherwise() -> None:
    mention = only("反映包工头柳晓萍收礼", ("person_ping", "Person"))

    assert (meant(mention), mention.because) == (["person_ping"], Because.VARIANT)


@pytest.mark.parametrize(
    ("text", "words", "uid"),
    [
        ("石门县林业局综合科科长唐□明收礼", "唐□明", "person_ming"), ("石门县林业局综合科科长唐立□收礼", "唐立□", "person_ming"),
        ("石门县林业局综合科科长唐?明收礼", "唐?明", "person_ming"), ("石门县林业局综合科科长唐*明收礼", "唐*明", "person_ming"),
        ("石门县林业局综合科科长唐□□收礼", "唐□□", "person_ming"),
    ],
)  # fmt: skip
def test_a_lost_sign_stands_for_any(text: str, words: str, uid: str) -> None:
    mention = only(text)

    assert (mention.text, meant(mention), mention.state) == (words, [uid], MentionState.CANDIDATE)


def test_open_signs_beside_a_lost_one_must_agree() -> None:
    assert meant(only("石门县林业局综合科科长唐□红收礼")) == []


@pytest.mark.parametrize(
    ("text", "words", "uid"),
    [
        ("石门县林业局柳财务股股长收礼", "柳财务股股长", "person_ping"), ("石门县林业局肖办公室主任收礼", "肖办公室主任", "person_xiao"),
        ("石门县林业局唐科长收礼", "唐科长", "person_ming"),
    ],
)  # fmt: skip
def test_a_surname_before_any_post_of_the_unit(text: str, words: str, uid: str) -> None:
    mention = only(text)

    assert (mention.text, meant(mention), mention.because) == (words, [uid], Because.MASKED)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("林业局局长邹海利用职权", "邹海"),
        ("林业局局长邹大海儿子结婚", "邹大海"),
        ("林业局会计邹大海吃回扣", "邹大海"),
        ("于国梁霸占山林", "于国梁"),
    ],
)
def test_a_name_ends_before_what_follows_names(text: str, words: str) -> None:
    assert only(text).text == words


@pytest.mark.parametrize(
    "text",
    [
        "石门县林业局里有个柳晓萍（音），轮胎是别人换的。", "管账的柳晓平(谐音)天天在外头吃。", "那人叫柳小萍（音同），看章子的。",
        "看章子的“柳晓萍”（字不详）收了烟。",
    ],
)  # fmt: skip
def test_a_name_that_was_taken_down_by_ear_is_sought_in_the_units_that_are_spoken_of(text: str) -> None:
    """No post stands beside it: a candidate, and nobody where the unit has none who sounds so."""
    mention = only(text, ("unit_forest", "Unit"))

    assert (mention.normal[0], meant(mention), mention.state) == ("柳", ["person_ping"], MentionState.CANDIDATE)
    assert meant(only(text.replace("柳", "梁"), ("unit_forest", "Unit"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "村里放音乐（音响太大）吵人。", "他拉二胡（音不准）。", "录音（音质差）听不清。", "方案（字不清）是谁定的，文件（字不详）没见到。",
        "时间（字迹不清）和金额（字不清）对不上。", "于是（音同）就算了，高音（音准）也不行。", "听说姓陈的（音）收的钱。", "程序（字不详）走完了。",
    ],
)  # fmt: skip
def test_brackets_about_sounds_make_no_name(text: str) -> None:
    found = _FINDER.find(MatterText("clue_1", text, TEAM, DAY, None, None, ()))

    assert [each for each in found if each.kind is MentionKind.PERSON] == []
