"""Against the truth of a generated city: what the finder must reach, and what it must never do."""

from pathlib import Path

import pytest

from graph_service.mentions.text.mention import MentionKind
from loaders.city.making import make_city
from tests.unit.mentions.measure import ExportedCity, Score, build, compare, read_truth, total


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("city")
    make_city("small", 11, made)
    return made


@pytest.fixture(scope="module")
def city(folder: Path) -> ExportedCity:
    return build(folder)


@pytest.fixture(scope="module")
def scores(folder: Path, city: ExportedCity) -> dict[MentionKind, Score]:
    found = {key: city.finder.find(matter) for key, matter in city.matters.items()}
    return compare(found, read_truth(folder))


def test_precision_and_recall_of_all_kinds_together(scores: dict[MentionKind, Score]) -> None:
    whole = total(scores)

    assert whole.true > 5000
    assert whole.recall >= 0.99
    assert whole.precision >= 0.99


_TOLD = [kind for kind in MentionKind if kind not in (MentionKind.TITLE, MentionKind.PROBLEM)]  # by the truth


@pytest.mark.parametrize("kind", _TOLD)
def test_precision_and_recall_of_every_kind(kind: MentionKind, scores: dict[MentionKind, Score]) -> None:
    score = scores[kind]

    assert score.recall >= 0.95, score.missed[:5]
    assert score.precision >= 0.97, score.extra[:5]


def test_what_is_sure_is_never_wrong(scores: dict[MentionKind, Score]) -> None:
    whole = total(scores)

    assert whole.mistaken == 0
    assert whole.meant >= 0.97 * whole.true


def test_without_the_register_entries_nothing_becomes_wrong(folder: Path, city: ExportedCity) -> None:
    from dataclasses import replace

    found = {key: city.finder.find(replace(matter, names=())) for key, matter in city.matters.items()}

    scores = compare(found, read_truth(folder))

    assert total(scores).mistaken == 0
    assert scores[MentionKind.PERSON].meant >= 0.5 * scores[MentionKind.PERSON].true
