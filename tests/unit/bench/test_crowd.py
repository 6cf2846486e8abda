"""What the bench asks around a crowd is valid against the schema."""

import pytest
from graphql import parse, validate

from bench.crowd import QUESTIONS
from graph_service.api.schema import build_schema


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_around_a_crowd_is_valid(name: str) -> None:
    text = QUESTIONS[name] % dict.fromkeys(("clue", "other", "person", "firm", "phone"), "x")

    assert validate(build_schema()._schema, parse(text)) == []
