"""Every comparison model on small graphs: what it must find, and what lies just beside it."""

from collections.abc import Mapping

import pytest

from graph_service.cypher.sentences import FACT, told_of
from graph_service.graph import Writer
from graph_service.models.model_file import read_models
from graph_service.models.run import Hit, run_model
from schema.vocabulary import Role
from tests.graph.models import benefits, cross_channel, kin, reception, tenders, vehicles
from tests.graph.models.notation import draw

Case = tuple[str, str, str]  # what it is, the graph, and the keys that fire

_MODELS = read_models()
_TABLES: tuple[Mapping[str, tuple[Case, ...]], ...] = (
    vehicles.CASES, reception.CASES, benefits.CASES, tenders.CASES, kin.CASES, cross_channel.CASES,
)  # fmt: skip
CASES = {model: cases for table in _TABLES for model, cases in table.items()}
_PARAMETERS = {"C5": {"as_of": "2025-06-30"}}
_ALL = [pytest.param(model, *case[1:], id=f"{model} {case[0]}") for model, cases in CASES.items() for case in cases]


def found(writer: Writer, model: str) -> list[Hit]:
    return run_model(writer, _MODELS[model], _PARAMETERS.get(model, {})).hits


@pytest.mark.parametrize(("model", "drawn", "fires"), _ALL)
def test_a_model_finds_this_and_nothing_else(model: str, drawn: str, fires: str, empty_graph: Writer) -> None:
    draw(empty_graph, drawn)

    hits = found(empty_graph, model)

    assert sorted(hit.key for hit in hits) == sorted(fires.split())
    for hit in hits:
        assert all(row.uid and row.source and row.key and row.audience for row in hit.rows)
        assert hit.rows
        assert {each["role"] for each in hit.named} <= set(Role.__members__)
        _assert_told(model, hit)


def test_an_answer_that_was_given_here_is_the_echo_of_a_transfer(empty_graph: Writer) -> None:
    draw(empty_graph, CASES["C5"][0][1])
    before = [hit.key for hit in found(empty_graph, "C5")]
    empty_graph.run_write(
        "MATCH (c:Clue {number: 'L1'}) CREATE (:ClueStep {uid: 'step_1', clue: c.uid, act: 'ANSWER_ORIGIN', number: 1})"
    )

    assert (before, found(empty_graph, "C5")) == (["L1"], [])


def _assert_told(model: str, hit: Hit) -> None:
    for line, language in (("because", "en"), ("because_zh", "zh")):
        template = _MODELS[model].file.head[line]
        assert {fact[0] for fact in FACT.findall(template)} <= hit.facts.keys()
        assert "{" not in told_of(template, hit.facts, language)


def test_every_model_has_a_hit_and_a_near_miss() -> None:
    assert CASES.keys() == _MODELS.keys(), "a model without a case, or a case without a model"
    for model, cases in CASES.items():
        assert {bool(fires) for _, _, fires in cases} == {True, False}, model
        assert len({says for says, _, _ in cases}) == len(cases), model
