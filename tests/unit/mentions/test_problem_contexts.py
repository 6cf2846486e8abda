"""What the words around a kind of problem make of it, and what a text is like that tells none."""

import re
from pathlib import Path

import pytest

from graph_service.mentions.find.problems import find_problems
from graph_service.mentions.lexicon import problem_rules
from graph_service.mentions.text.folded import fold_text
from graph_service.mentions.text.mention import SURE_FROM
from schema.vocabulary import Problem


def certainty(text: str, kind: Problem) -> float:
    return max((span.certainty for span in find_problems(fold_text(text).text) if span.kind is kind), default=0.0)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("想了解低保怎么申请", Problem.DIBAO),
        ("维修资金能不能用来换电梯，要带哪些材料", Problem.PROPERTY_MGMT),
        ("违规发放的补贴已全部清退", Problem.ALLOWANCE),
        ("扶贫资金严格按照规定使用", Problem.SPECIAL_FUND),
    ],
)
def test_what_is_asked_or_put_right_is_left_open(text: str, kind: Problem) -> None:
    assert 0 < certainty(text, kind) < SURE_FROM


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("请问低保为什么给了有车有房的人", Problem.DIBAO),
        ("请问某局台账造假，望回复", Problem.FORMALISM),
        ("市局发出监察建议书，指出维修资金去向不明", Problem.PROPERTY_MGMT),
        ("补贴报告称已清退，实际仍在违规发放津补贴", Problem.ALLOWANCE),
        ("“三公”经费控制不严", Problem.THREE_PUBLIC),
    ],
)
def test_reproach_tells_in_spite_of_the_question(text: str, kind: Problem) -> None:
    assert certainty(text, kind) >= SURE_FROM


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("前信说他侵吞公款，今知系误听人言，请予撤回", Problem.BRIBERY),
        ("没有发现公款吃喝、公车私用、违规收礼等现象", Problem.GIFTS),
        ("切实纠正形式主义问题", Problem.FORMALISM),
        ("感谢村干部，村务公开做得好", Problem.COLLECTIVE_ASSETS),
        ("大家都怕打击报复举报人", Problem.ABUSE_OF_POWER),
        ("支出未超预算", Problem.BUDGET),
    ],
)
def test_what_is_denied_or_taken_back_tells_nothing(text: str, kind: Problem) -> None:
    assert certainty(text, kind) == 0


def test_a_text_without_known_wording_is_told_by_what_its_sentence_is_like() -> None:
    found = find_problems("给贫困学生的助学款在账上躺了两年，中间拿去垫了基建的窟窿，学生到现在没领全。")

    assert [(span.kind, span.certainty >= SURE_FROM) for span in found] == [(Problem.SPECIAL_FUND, True)]


def test_no_guess_is_made_of_a_question() -> None:
    assert find_problems("请问新来的同事怎么办理门禁卡和停车登记") == []


def test_a_line_of_the_lexicon_has_one_kind_of_sign() -> None:
    lines = [
        line.strip()
        for path in Path(problem_rules.__file__).parent.glob("problems*.yaml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("      - ")
    ]

    assert [line for line in lines if len(set(re.findall(r" ([+>/]) ", line.partition(" ! ")[0]))) > 1] == []
