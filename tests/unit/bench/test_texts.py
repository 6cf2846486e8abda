"""Texts in the wording of other people: what is found of them must not fall."""

import json

import pytest

from bench.texts import PARTS, TEXTS, Scores, read_part, score_texts, whole
from schema.vocabulary import Problem

# Least precision and recall: problems told surely, problems proposed, mentions.
FLOORS = {
    "dev": ((0.8, 0.93), (0.78, 0.94), (0.97, 0.94)),
    "test": ((0.74, 0.87), (0.7, 0.89), (0.95, 0.88)),
    "unseen": ((0.45, 0.13), (0.5, 0.28), (0.9, 0.8)),
}


def holds(scores: Scores, precision: float, recall: float) -> bool:
    figures = whole(scores).figures()
    return figures["precision"] >= precision and figures["recall"] >= recall


@pytest.mark.parametrize("part", PARTS)
def test_the_truth_of_a_text_stands_in_it(part: str) -> None:
    said = json.loads((TEXTS / f"{part}.json").read_text(encoding="utf-8"))

    assert len({one["id"] for one in said}) == len(said) > 50
    for one in said:
        assert all(one["text"].startswith(words, start) for _, start, words in one["mentions"])
        assert {*one["problems"], *one["also"]} <= set(Problem)
        assert not set(one["problems"]) & set(one["also"])


@pytest.mark.parametrize("part", PARTS)
def test_what_is_found_does_not_fall(part: str) -> None:
    scores = score_texts(read_part(part))

    assert holds(scores.problems, *FLOORS[part][0])
    assert holds(scores.proposed, *FLOORS[part][1])
    assert holds(scores.mentions, *FLOORS[part][2])


def test_every_part_holds_texts_that_tell_no_problem() -> None:
    assert all(sum(not one.problems for one in read_part(part)) >= 8 for part in PARTS)
