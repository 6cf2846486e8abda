"""On the loaded city every planted hit of every model is found, every near miss is left alone, and nothing else fires."""

from typing import Any

import pytest

from bench.models import ModelScore, headline, lines_of, score, story_lines
from graph_service.graph import Writer
from graph_service.models.model_file import read_models
from graph_service.models.run import run_model
from tests.api.city.conftest import LoadedCity


@pytest.fixture(scope="module")
def told(city: LoadedCity, writer: Writer) -> list[dict[str, Any]]:
    """What every model finds as it comes, told only the day to judge by, in the form of `leadlink models --json`."""
    days = {
        name: {"as_of": plan["parameters"]["as_of"]}
        for name, plan in city.truth["models"].items()
        if "as_of" in plan["parameters"]
    }
    runs = [run_model(writer, model, days.get(name, {})) for name, model in read_models().items()]
    return [
        {"model": run.model.id, "seconds": run.seconds, "alerts": [{"key": hit.key} for hit in run.hits]}
        for run in runs
    ]


def test_what_is_planted_is_found_and_nothing_else(city: LoadedCity, told: list[dict[str, Any]]) -> None:
    scores = score(city.truth["models"], told)

    assert len(scores) == len(told) == 60
    assert [line for one in scores if not one.is_right for line in lines_of([one])] == []
    assert headline(scores) == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_the_seed_of_42_problems_by_37_people(city: LoadedCity, told: list[dict[str, Any]]) -> None:
    assert story_lines(city.truth["models"], told, "F7") == {"problems": 42, "of": 42, "people": 37}
    assert sum(len(run["alerts"]) for run in told if run["model"] in ("V1", "V2", "V3", "V5", "V7", "V11")) == 42


def test_a_score_tells_misses_alarms_and_others() -> None:
    plan: dict[str, Any] = {"hits": [{"keys": ["a", "b"], "why": "x"}, {"keys": ["c"], "why": "y"}], "neutral": ["n"]}
    plan["near_misses"] = [{"keys": ["d"], "why": "z"}]
    run = {"model": "V1", "seconds": 0.1, "alerts": [{"key": key} for key in ("a", "b", "d", "n", "o")]}

    (found,) = score({"V1": {**plan, "parameters": {}}}, [run])

    assert found == ModelScore("V1", 2, [plan["hits"][1]], 1, [plan["near_misses"][0]], ["o"], 0.1)
    assert headline([found]) == {"precision": 0.333, "recall": 0.5, "f1": 0.4}
