"""Kin words mean the registered relative of that kind, where there is one."""

import pytest

from graph_service.mentions.finder import Finder
from graph_service.mentions.lexicon.known import KnownEntity, KnownTie, MatterText
from graph_service.mentions.text.mention import Mention
from tests.unit.mentions.small import DAY, EVERYONE, HIDDEN, finder

_KIN = (
    KnownEntity("person_wife", "Person", EVERYONE, ("谢玉莲",), ("360502198001010028",)),
    KnownEntity("person_son", "Person", EVERYONE, ("李小川",), ("360502200501010016",)),
    KnownEntity("person_brother", "Person", EVERYONE, ("谢玉树",), ("360502198201010011",)),
    KnownEntity("person_brother2", "Person", EVERYONE, ("谢玉林",), ("360502198301010013",)),
    KnownEntity("unit_shop", "Unit", EVERYONE, ("云江市玉树装饰有限公司", "", ""), ("91360502MA0000077K",)),
)
_TIES = (
    KnownTie("KIN_OF", "person_fang", "person_wife", EVERYONE, "SPOUSE"),
    KnownTie("KIN_OF", "person_son", "person_fang", EVERYONE, "PARENT"),
    KnownTie("KIN_OF", "person_fang", "person_brother", EVERYONE, "IN_LAW"),
    KnownTie("KIN_OF", "person_fang", "person_brother2", EVERYONE, "IN_LAW"),
    KnownTie("OFFICER_OF", "person_brother", "unit_shop", EVERYONE),
)
_FINDER = finder(*_KIN, more_ties=_TIES)


def _find(text: str, within: Finder = _FINDER) -> list[Mention]:
    return within.find(MatterText("clue_1", text, EVERYONE, DAY))


def _kin(text: str) -> list[tuple[str, str, bool]]:
    found = _find(text)
    return [
        (each.text, each.referents[0].uid, each.state == "SURE")
        for each in found
        if each.because == "KIN_OF_NAMED" and each.referents
    ]


@pytest.mark.parametrize(
    ("text", "words", "uid", "is_sure"),
    [
        ("反映教育局副局长李芳违规,其爱人在外面揽活。", "爱人", "person_wife", True),
        ("反映教育局副局长李芳违规,她的儿子吃空饷。", "儿子", "person_son", True),
        ("教育局副局长李芳的配偶从事装修。", "配偶", "person_wife", True),
        ("教育局副局长李芳把装修给了自己小舅子的公司。", "小舅子", "person_brother", False),
        ("教育局副局长李芳,其亲属开公司承揽校服。", "亲属", "person_brother", False),
    ],
)
def test_a_kin_word_means_the_one_relative_of_that_kind(text: str, words: str, uid: str, is_sure: bool) -> None:
    """One of the kind is sure; of several, or of kin of any kind, the one with a firm where business is told."""
    assert _kin(text) == [(words, uid, is_sure)]


@pytest.mark.parametrize(
    "text",
    [
        "反映教育局副局长李芳违规,我爱人找过她。",  # the writer's own
        "教育局副局长李芳的小舅子打人。",  # two of them, and no business
        "教育局副局长李芳的女婿开公司。",  # no child's spouse is registered with a firm
        "村里王大爷的儿子开公司,李芳来过。",
        "教育局副局长李芳打击反映问题的家长,将其爱人调走。",  # the parent's
        "教育局副局长李芳欠供应商的钱,他儿子来要过。",
    ],
)
def test_no_relative_is_guessed(text: str) -> None:
    """Whose kin it is must be said, and the register must leave one."""
    assert [found for found in _kin(text) if found[2]] == []


def test_kin_that_a_reader_may_not_know_is_nobody() -> None:
    """A kinship of a hidden register changes nothing in what is told."""
    text = "反映教育局副局长李芳违规,其爱人在外面揽活。"
    hidden = (KnownTie("KIN_OF", "person_fang", "person_wife", HIDDEN, "SPOUSE"),)
    assert _find(text, finder(*_KIN, more_ties=hidden)) == _find(text, finder(*_KIN))
