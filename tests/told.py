"""Mentions of the small city's clues: sure ones, unsure ones, and such as rest on what is hidden."""

from collections.abc import Collection
from itertools import pairwise
from typing import Any

from graph_service.graph import Writer
from tests.sketch import Sketch

_WRITE = """UNWIND $rows AS row
MATCH (m:Clue {uid: row.matter})
CREATE (m)-[:MENTIONS]->(x:Mention)
SET x = row.p
WITH m, x, row
UNWIND row.meant AS uid
MATCH (e:Person|Phone {uid: uid})
CREATE (x)-[:REFERS_TO {certainty: 0.9}]->(e)
WITH m, x, e, row WHERE size(row.meant) = 1
CREATE (m)-[:NAMES_IN_TEXT {
  uid: x.uid, audience: x.audience, certainty: 0.9, role: 'MENTIONED_IN_TEXT', as_named: x.text, text_start: x.start, text_end: x.end
}]->(e)"""
_ALIKE = """UNWIND $rows AS row
MATCH (one:Clue {uid: row.one})
MATCH (other:Clue {uid: row.other})
CREATE (one)-[r:SAYS_ALIKE]->(other)
SET r = row.p"""
_FIRST = 12


def write_mentions(sketch: Sketch, writer: Writer, hidden: int, audiences: Collection[int]) -> None:
    """Write the mentions of the first clues of the city, as far as these audiences hold them."""
    clues = [each for uid, each in sketch.nodes["Clue"].items() if uid < f"clue_{_FIRST}"]
    rows = [row for clue in clues for row in _rows(clue.uid, clue.audience, hidden)]
    writer.run_write(_WRITE, rows=[row for row in rows if row["p"]["audience"] in audiences])
    pairs = [
        row
        for one, other in pairwise(clues)
        for row in _alike((one.uid, one.audience), (other.uid, other.audience), hidden)
    ]
    writer.run_write(_ALIKE, rows=[row for row in pairs if set(row["p"]["audiences"]) <= set(audiences)])


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


def _alike(one: tuple[str, int], other: tuple[str, int], hidden: int) -> list[dict[str, Any]]:
    """Return what two clues say alike: a phone number, and one in a text of which the mentions are hidden."""
    return [
        {
            "one": one[0],
            "other": other[0],
            "p": {
                "uid": f"alike_{one[0]}_{value}", "kind": "PHONE", "value": value, "certainty": 0.9, "words": [value, value],
                "starts": [0, 0], "audiences": [one[1], second], "hash": "h",
            },
        }
        for value, second in (("13900000001", other[1]), ("13900000002", hidden))
    ]  # fmt: skip
