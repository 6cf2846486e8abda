"""The statements that kinds of problem are learnt from, and the weights that were learnt from them."""

from collections import Counter

import numpy as np
import pytest

from graph_service.mentions.find.problems import find_problems
from graph_service.mentions.lexicon.problem_statements import bare_frames, framed, read_statements, statements_hash
from graph_service.mentions.lexicon.problem_weights import WEIGHTS
from graph_service.mentions.text.folded import fold_text
from graph_service.mentions.text.mention import Because, MentionKind
from schema.vocabulary import Problem
from tests.unit.mentions.small import find

# In words that neither the lexicon nor a statement has.
_TOLD = {
    "水务站那辆带标识的皮卡，礼拜六在他表叔家的院坝里卸化肥": Problem.VEHICLE_PRIVATE_USE,
    "交了材料快两个月，前台小伙子每次都摆摆手叫我们改天再来，头也不抬": Problem.WORK_ATTITUDE,
    "厂子一到落雨就开闸，灌溉渠里淌的都是酱油色，秧苗全枯了": Problem.ENVIRONMENT,
}


def test_the_weights_were_learnt_from_the_statements_as_they_are() -> None:
    with np.load(WEIGHTS) as read:
        assert str(read["learnt_from"]) == statements_hash(), "python -m bench.kinds --write"


def test_every_kind_has_enough_statements_and_none_stands_twice() -> None:
    statements = list(read_statements())
    counts = Counter(each.kind for each in statements)

    assert {kind for kind in Problem if counts[kind] < 45} == {Problem.OTHER}
    assert counts[None] >= 150
    assert [text for text, count in Counter(each.text for each in statements).items() if count > 1] == []


def test_a_frame_changes_no_statement() -> None:
    statements = list(read_statements())

    assert all(bare.text in one.text != bare.text for bare, one in zip(statements, framed(statements), strict=True))
    assert {each.kind for each in bare_frames()} == {None}


@pytest.mark.parametrize(("text", "kind"), _TOLD.items())
def test_a_kind_is_told_in_wording_that_nobody_listed(text: str, kind: Problem) -> None:
    (mention,) = (one for one in find(text) if one.kind is MentionKind.PROBLEM)

    assert (mention.normal, mention.because) == (kind.value, Because.LIKE_STATEMENTS)


def test_what_is_learnt_quotes_a_clause_of_its_sentence() -> None:
    text = fold_text("我家住在东门。水务站那辆带标识的皮卡,礼拜六在他表叔家的院坝里卸化肥。望查实。").text

    (span,) = find_problems(text)

    assert text[span.start : span.end] in "水务站那辆带标识的皮卡"
    assert span.is_learnt
