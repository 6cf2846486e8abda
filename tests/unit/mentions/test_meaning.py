"""Words and their vectors: how a text is cut, what lies near what, and what stands apart from every word."""

import numpy as np
import pytest

from graph_service.mentions.meaning.vectors import read_vectors

_VECTORS = read_vectors()


def near(one: str, other: str) -> float:
    numbers = _VECTORS.numbers
    return float(_VECTORS.cosines(np.array([numbers[one]]), np.array([numbers[other]]))[0, 0])


def test_a_text_is_cut_into_the_likeliest_words_and_every_word_has_its_place() -> None:
    text = "反映局长\n违规公款吃喝，食堂"

    found = [(text[word.start : word.end], word.start) for word in _VECTORS.cut(text)]

    assert found == [("反映", 0), ("局长", 2), ("违规", 5), ("公款", 7), ("吃喝", 9), ("食堂", 12)]


@pytest.mark.parametrize(
    ("word", "nearer", "farther"),
    [("宴请", "请客", "水泵"), ("造林", "植树", "报销"), ("电脑", "打印机", "宴席"), ("虚报", "冒领", "轮胎")],
)
def test_words_of_like_meaning_lie_nearer(word: str, nearer: str, farther: str) -> None:
    assert near(word, nearer) > near(word, farther) + 0.1
    assert near(word, word) == pytest.approx(1.0)
    assert near(word, nearer) == near(nearer, word)


def test_rarer_words_tell_more() -> None:
    telling, numbers = _VECTORS.telling, _VECTORS.numbers

    assert telling[numbers["浇水"]] > 0.5 > telling[numbers["问题"]]


@pytest.mark.parametrize(
    ("text", "name", "apart"),
    [
        ("就是那个冠创渡。", "冠创渡", True),
        ("是锦丰岑供的", "锦丰岑", True),
        ("和膳园区别不大", "和膳园", False),
        ("阳光下晒粮", "阳光", False),
    ],
)
def test_what_shares_no_sign_with_an_everyday_word_stands_apart(text: str, name: str, *, apart: bool) -> None:
    start = text.index(name)

    assert _VECTORS.stands_apart(text, start, start + len(name)) is apart
