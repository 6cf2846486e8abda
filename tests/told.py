"""Mentions of the small city's clues: sure ones, unsure ones, and such as rest on what is hidden."""

from collections.abc import Collection
from typing import Any

from graph_service.graph import Writer
from tests.sketch import Sketch

_WRITE = """UNWIND $rows AS row
MATCH (m:Clue {uid: row.matter})
CREATE (m)-[:MENTIONS]->(x:Mention)
SET x = row.p
WITH x, row
UNWIND row.meant AS uid
MATCH (e:Person|Phone {uid: uid})
CREATE (x)-[:REFERS_TO {certainty: 0.9}]->(e)"""
_FIRST = 12


def write_mentions(sketch: Sketch, writer: Writer, hidden: int, audiences: Collection[int]) -> None:
    """Write the mentions of the first clues of the part of the city that these audiences hold."""
    clues = [each for uid, each in sketch.nodes["Clue"].items() if uid < f"clue_{_FIRST}"]
    rows = [row for clue in clues for row in _rows(clue.uid, clue.audience, hidden)]
    writer.run_write(_WRITE, rows=[row for row in rows if row["p"]["audience"] in audiences])


def _rows(clue: str, audience: int, hidden: int) -> list[dict[str, Any]]:
    return [
        _row(clue, (0, 2, "PERSON", "SURE"), audience, ["person_1"]),
        _row(clue, (3, 5, "PERSON", "CANDIDATE"), audience, ["person_2", "person_3", "person_secret"]),
        _row(clue, (6, 8, "PERSON", "SURE"), audience, ["person_secret"]),  # sure, but of somebody hidden
        _row(clue, (9, 11, "AMOUNT", "SURE"), audience, []),
        _row(clue, (12, 14, "PERSON", "SURE"), hidden, ["person_0"]),  # a mention that is hidden itself
    ]


def _row(clue: str, place: tuple[int, int, str, str], audience: int, meant: list[str]) -> dict[str, Any]:
    start, end, kind, state = place
    said = {
        "uid": f"mention_{clue}_{start}", "start": start, "end": end, "kind": kind, "state": state, "text": f"词{start}",
        "normal": f"词{start}", "certainty": 0.95, "because": "FULL_NAME", "namesakes": 1, "audience": audience,
        "hash": "x",
    }  # fmt: skip
    return {"matter": clue, "p": said, "meant": meant}
