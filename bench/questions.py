"""The bodies of each question: ids and days read out of the graph that is asked."""

from bench.cypher_text import cypher
from bench.shapes import QuestionShape, Variables
from graph_service.errors import BadInput
from graph_service.graph import Writer
from graph_service.rights.viewer import Viewer


def read_questions(
    writer: Writer, viewer: Viewer, shapes: list[QuestionShape], many: int
) -> dict[QuestionShape, list[Variables]]:
    """Return up to so many sets of variables for each question, or refuse a graph that has nothing to ask about."""
    return {shape: _read(writer, viewer, shape, many) for shape in shapes}


def _read(writer: Writer, viewer: Viewer, shape: QuestionShape, many: int) -> list[Variables]:
    audiences = list(viewer.audiences)
    rows, _ = writer.run_read(cypher(shape.subjects), many=many, rows=shape.rows, audiences=audiences)
    if not rows:
        what = f"the graph holds nothing that `{shape.name}` could ask about"
        raise BadInput(what, f"bench/queries/{shape.subjects}.cypher", "load the medium city first")
    return [dict(row) for row in rows]
