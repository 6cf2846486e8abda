"""The head of a unit who is spoken of by the post alone, and deputies who are called as the head is."""

from datetime import date

import pytest

from graph_service.mentions.text.mention import Mention
from tests.unit.mentions.small import find, meant

_EDU, _CLINIC = ("unit_edu", "Unit"), ("unit_clinic", "Unit")


def _titles(text: str, *names: tuple[str, str], on: date | None = date(2024, 6, 1)) -> list[Mention]:
    return [each for each in find(text, *names, on=on) if each.kind in ("TITLE", "PERSON") and each.referents]


@pytest.mark.parametrize(
    "text",
    [
        "云江市教育局的局长亲口说的。",
        "教育局“一把手”就这么当?",
        "云江市教育局那位局长换了车。",
        "市教育局现任局长换了车。",
    ],
)
def test_a_post_that_is_joined_to_its_unit_is_its_holder(text: str) -> None:
    """With 的, 那位 or a quotation mark between: the one who held it on the day, surely."""
    (mention,) = _titles(text, _EDU)
    assert (meant(mention), mention.state) == (["person_wei1"], "SURE")


@pytest.mark.parametrize("text", ["该局局长自己批的条子。", "本局主要负责人未履行职责。", "该局主要负责人换了车。"])
def test_what_stands_for_the_unit_of_the_register_entry_is_that_unit(text: str) -> None:
    """该局 in a text that names no bureau before it: the one that the entry names, of its own kind; none where it names none or two."""
    (mention,) = _titles(text, _EDU, _CLINIC)
    assert (meant(mention), mention.state) == (["person_wei1"], "SURE")
    assert _titles(text, _CLINIC) == []


def test_the_day_decides_who_it_was() -> None:
    """The same words, told four years before, mean who was in office then."""
    (mention,) = _titles("云江市教育局的局长亲口说的。", on=date(2020, 6, 1))
    assert meant(mention) == ["person_guo"]


@pytest.mark.parametrize(
    "text", ["校服是局长亲自点的厂。", "听局长说要换人。", "局长的小舅子包了食堂。", "我们局长拍的板。"]
)
def test_a_post_alone_asks_about_the_head_of_the_unit_that_is_spoken_of(text: str) -> None:
    """The register entry names one unit with such a head: likely, and no more."""
    (mention,) = _titles(text, _EDU)
    assert (meant(mention), mention.state, mention.certainty) == (["person_wei1"], "CANDIDATE", 0.75)
    assert mention.referents[0].certainty == mention.certainty


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("税务局局长的孩子不用排队。", (_EDU,)),  # of another office that nobody knows
        ("原局长的车还停着。", (_EDU,)),  # whoever it was
        ("老局长退了。", (_EDU,)),
        ("找院长评理。", (_EDU,)),  # the unit has no such post
        ("局长信箱没人看。", (_EDU,)),
        ("局长热线打不通。", (_EDU,)),
    ],
)
def test_another_office_a_former_head_or_a_thing_is_nobody(text: str, names: tuple[tuple[str, str], ...]) -> None:
    """What the words say of another place or another time is not answered with the head of today."""
    assert _titles(text, *names) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("教育局前任局长收了烟。", ["person_guo"]),
        ("教育局原局长收了烟。", ["person_guo"]),
        ("教育局前任副局长收了烟。", []),  # nobody is known to have left that post
    ],
)
def test_who_holds_a_post_is_no_former_holder(text: str, who: list[str]) -> None:
    """前任局长 is who left the post last before the matter was told, though he left it years before; never the holder of the day."""
    titles = [each for each in find(text, _EDU, on=date(2024, 6, 1)) if each.kind == "TITLE"]
    assert [meant(each) for each in titles] == [who]


def test_a_former_head_of_another_time_is_the_one_of_that_time() -> None:
    """Told before the present head came, 前任局长 is not who was head then, and nobody before is known."""
    assert _titles("教育局前任局长收了烟。", _EDU, on=date(2020, 6, 1)) == []


@pytest.mark.parametrize("text", ["教育局王局长收了烟。", "教育局王局收了烟,"])
def test_a_deputy_is_called_as_the_head_is(text: str) -> None:
    """Nobody of that surname leads it, one is deputy: a candidate."""
    (mention,) = _titles(text, _EDU)
    assert (meant(mention), mention.state) == (["person_ping"], "CANDIDATE")


def test_who_works_in_the_unit_that_is_spoken_of_is_surer_than_a_name_alone() -> None:
    """王小平 in a matter on his bureau is he; in one on another he is likely, as the only one of the name."""
    (here,), (elsewhere,) = (_titles("王小平收了烟。", unit) for unit in (_EDU, _CLINIC))
    assert (here.because, here.certainty) == ("UNIT_IN_TEXT", 0.8)
    assert (elsewhere.because, elsewhere.certainty) == ("NAME_ALONE", 0.75)
