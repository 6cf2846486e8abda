"""Steps of clues in the small city: what the service keeps of their lives, and what teams were told of them."""

from collections.abc import Collection
from typing import Any

from graph_service.graph import Writer

_WRITE = """UNWIND $rows AS row
CREATE (s:ClueStep) SET s = row, s.at = datetime('2026-01-05T06:07:08Z') + duration({hours: row.number}), s.on = date('2026-01-05'),
  s.look_again_on = date(row.look_again_on)
MERGE (b:ClueBook {uid: row.clue}) SET b.last = row.number, b.owes_beside = true
WITH row, s WHERE row.told IS NOT NULL
MATCH (c:Clue {uid: row.clue}), (t:Team {team_code: row.told})
CREATE (n:Notice {uid: 'notice_' + row.uid, number: 500 + row.number, kind: 'CLUE_WAITS', at: s.at, clue: c.uid, action: row.act, sentence: row.act,
  for_duty: row.for_duty, limit: 'VERIFIED', due_on: date('2026-03-05'), once: row.uid, audiences: []})
CREATE (n)-[:TOLD_TO]->(t) CREATE (n)-[:SPEAKS_OF {place: 0}]->(c)"""
# Clue, acts with the stage to which each leads and its class of data, who holds it then, who was told of the last.
_LIVES: tuple[tuple[str, tuple[tuple[str, str | None, str], ...], str | None, str | None], ...] = (
    ("clue_00", (("SCREEN", "SCREENED", "D3"), ("PASS_TO_REGISTER", "REGISTERED", "D3")), None, None),
    ("clue_03", (("FILE_CASE", "FILED", "D5"), ("BEGIN_INVESTIGATION", "INVESTIGATING", "D5")), "DISC_1", "DISC_1"),
    ("clue_06", (("BEGIN_VERIFICATION", "PRELIM_VERIFY", "D5"), ("URGE", None, "D3")), "DISC_1", "DISC_1"),
    ("clue_10", (("SIGN_FOR", "SIGNED_FOR", "D3"),), "TOUR_1", "TOUR_1"),
    (
        "clue_secret",
        (("APPROVE_DISPOSAL", "DISPOSAL_APPROVED", "D3"), ("SHELVE", "SHELVED", "D3")),
        "OTHER_1",
        "DISC_1",
    ),
)


def write_steps(writer: Writer, present: Collection[str]) -> None:
    """Write what was done with the clues that are there; one is hidden, and both teams were told of it nevertheless."""
    rows = [row for clue, acts, holder, told in _LIVES if clue in present for row in _steps(clue, acts, holder, told)]
    writer.run_write(_WRITE, rows=rows)


def _steps(
    clue: str, acts: tuple[tuple[str, str | None, str], ...], holder: str | None, told: str | None
) -> list[dict[str, Any]]:
    leading = [place for place, (_, stage, _) in enumerate(acts) if stage]
    rows = []
    for place, (act, stage, data) in enumerate(acts):
        newest = place == leading[-1]
        rows.append({
            "uid": f"cluestep_{clue}_{place}", "clue": clue, "number": place + 1, "act": act, "before": "SIGNED_FOR", "stage": stage,
            "holder": holder if stage else None, "standing": clue if newest else None, "stands_at": stage if newest else None,
            "held_by": holder if newest else None, "by": "o_disc" if place else "o_tour", "teams": ["DISC_1"], "reason": f"{act} 理由",
            "paper": f"{act} 文书", "officers": ["o_disc", "o_tour"], "other": "clue_secret", "body": "某机关", "data": data, "rule": "x",
            "version": "1", "look_again_on": "2026-01-09" if stage == "SHELVED" else None, "told": told if place == len(acts) - 1 else None,
        })  # fmt: skip
    return rows
