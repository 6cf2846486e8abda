"""One defect in different units, in words that few others use; and letters that are told again in free words."""

import pytest

from graph_service.mentions.alike.defects import defects
from graph_service.mentions.alike.similar import similar
from graph_service.mentions.alike.texts import TextOf
from tests.unit.mentions.test_similar import OPEN, OTHER, RIGHTS, others, story, written

_DEFECT = "以复印店的空白收据拼凑购货清单冲抵食堂开支，月末由会计一人补签"
_UNLIKE = "购货清单与入库台账相差甚远，长期无人核对"
_STOCK = "。制度执行不到位，相关资料不完整，有关人员解释不清。"


def finding(key: str, text: str, unit: str, audience: int = OPEN, label: str = "auditfinding") -> TextOf:
    return written(f"{label}_{key}", f"{unit}{text}{_STOCK}", audience, unit, "UNIT")


def found(*texts: TextOf, cap: int = 20) -> list[tuple[str, str]]:
    crowd = [finding(f"z{number}", story(number, 40), f"第{number}中学") for number in range(30)]
    return [(each.one.matter, each.other.matter) for each in defects([*texts, *crowd], RIGHTS.open_to, cap)]


@pytest.mark.parametrize("label", ["auditfinding", "issue", "ticket"])
def test_one_defect_of_two_units_is_found_and_quoted_without_their_names(label: str) -> None:
    one, other = finding("a", _DEFECT, "城北小学"), finding("b", f"查账时发现{_DEFECT}", "水口中学", label=label)
    (pair,) = defects([one, other], RIGHTS.open_to, 20)

    assert {pair.one.matter, pair.other.matter} == {one.matter, other.matter}
    for end in (pair.one, pair.other):
        told = {one.matter: one, other.matter: other}[end.matter]
        assert told.text[end.said.start :].startswith(end.said.words)
        assert "复印店的空白收据" in end.said.words
        assert "小学" not in end.said.words


@pytest.mark.parametrize(
    "second",
    [
        finding("b", _UNLIKE, "水口中学"),
        finding("b", "", "水口中学"),  # nothing in common but what every finding says
        finding("b", _DEFECT, "水口中学", label="clue"),
    ],
)
def test_another_defect_a_stock_phrase_or_a_clue_makes_no_pair(second: TextOf) -> None:
    assert found(finding("a", _DEFECT, "城北小学"), second) == []


def test_what_many_say_is_a_form_and_no_defect_in_common() -> None:
    assert found(*(finding(f"a{number}", _DEFECT, f"{number}村") for number in range(4))) == []


def test_texts_that_are_hidden_from_the_readers_of_a_pair_do_not_make_it_a_form() -> None:
    pair = [finding(key, _DEFECT, unit) for key, unit in (("a", "城北小学"), ("b", "水口中学"))]
    hidden = [finding(f"h{number}", _DEFECT, f"{number}村", OTHER) for number in range(3)]

    assert ("auditfinding_a", "auditfinding_b") in found(*pair, *hidden)


_TOLD = "我母亲住院，护士长徐兰芝每次换药都要收二百块辛苦费，不给就说没有床位，同病房的三家都给过。"
_AGAIN = "护士长徐兰芝借换药收辛苦费，每次二百块，家属不给就推说没有床位。跟我妈同病房的另外三家人都掏过这个钱。"
_ELSE = "护士长徐兰芝把科室的奖金按亲疏分配，值班表随意改动，年轻护士连上六个夜班，谁提意见就调谁去急诊。"


@pytest.mark.parametrize(
    ("one", "other", "kind", "is_found"),
    [
        (_TOLD, _AGAIN, "PERSON", True),
        (_TOLD, _ELSE, "PERSON", False),  # one person, two tales
        (_TOLD, _AGAIN, "UNIT", False),  # many tell of one unit in like words
    ],
)
def test_a_letter_told_again_in_free_words_is_found_where_one_is_named(
    one: str, other: str, kind: str, is_found: bool
) -> None:
    pair = [written(key, text, fact="徐兰芝", kind=kind) for key, text in (("a", one), ("b", other))]
    told = [(each.one.matter, each.other.matter) for each in similar([*pair, *others(300)], RIGHTS.open_to, 20)]

    assert told == ([("a", "b")] if is_found else [])


def test_a_letter_told_of_somebody_else_is_another_letter() -> None:
    pair = [written("a", _TOLD, fact="徐兰芝"), written("b", _AGAIN.replace("徐兰芝", "李桂英"), fact="李桂英")]

    assert list(similar([*pair, *others(300)], RIGHTS.open_to, 20)) == []
