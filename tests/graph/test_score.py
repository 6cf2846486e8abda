"""The score as Neo4j works it out, beside the same in Python."""

from typing import Any

import pytest

from graph_service.cypher.rules import combined
from graph_service.cypher.score import score_of
from graph_service.graph import Writer

# Each row of strengths stands for the evidence on one other matter.
_ASKED = """UNWIND range(0, size($rows) - 1) AS other
UNWIND range(0, size($rows[other]) - 1) AS place
WITH other, {rule: 'x', strength: $rows[other][place], via: [CASE WHEN $one_thing THEN 'a' ELSE place END], path: {nodes: [], edges: []}} AS evidence
%s
RETURN other, strength, score ORDER BY other"""
ROWS = ([0.0], [1e-9], [0.22], [0.3, 0.3], [0.408], [0.57], [0.95, 0.95, 0.9], [0.999999], [1.0], [0.4, 1.0])


def _found(writer: Writer, one_thing: bool) -> list[dict[str, Any]]:
    """Return what comes of each row, its pieces of evidence on one thing or each on its own."""
    return writer.run_read(_ASKED.replace("%s", combined()), rows=[list(row) for row in ROWS], one_thing=one_thing)[0]


def test_of_what_is_said_of_one_thing_the_strongest_counts(writer: Writer) -> None:
    found = _found(writer, one_thing=True)

    assert [row["strength"] for row in found] == [pytest.approx(max(row), abs=1e-6) for row in ROWS]


def test_neo4j_scores_as_python_does(writer: Writer) -> None:
    found = _found(writer, one_thing=False)

    assert len(found) == len(ROWS)
    for row, strengths in zip(found, ROWS, strict=True):
        doubt = 1.0
        for each in strengths:
            doubt *= 1 - each
        assert row["strength"] == pytest.approx(1 - doubt, abs=1e-6)
        assert row["score"] == pytest.approx(score_of(1 - doubt), abs=1e-6)
