"""What the service itself keeps in the small city: links, a request for access to what is a hit, a declared recusal."""

from typing import Any

from graph_service.graph import Writer

_REQUEST = """CREATE (r:AccessRequest {uid: 'access_1', state: 'WAITING', by: 'o_disc', teams: ['DISC_1'], for_team: false, team: 'TOUR_1'})
SET r.about = 'person_0', r.channel = 'DISCIPLINARY', r.matters = ['clue_10', 'clue_02', 'clue_secret'], r.granted = ['clue_02'], r.reason = '核查'
SET r.asked_at = datetime('2026-01-05T06:07:08Z'), r.asked_until = datetime('2026-01-06T00:00:00Z')"""

_RECUSAL = """CREATE (k:Recusal {uid: 'recusal_1', state: 'WAITING', by: 'o_disc', teams: ['DISC_1'], matter: 'clue_02', reason: '战友'})
SET k.declared_at = datetime('2026-01-05T06:07:08Z')"""


def proposed_links(open_to_all: int, open_to_nobody: int) -> list[dict[str, Any]]:
    """Return the links as rules propose them; one rests on what nobody may read."""
    return [
        {
            "uid": f"link_{place:02}", "rule": "same_person", "sentence": "Both name one person", "via": ["person_1"],
            "one": f"clue_{place:02}", "other": f"clue_{place + 3:02}", "audiences": [open_to_all] if place else [open_to_nobody],
        }
        for place in range(8)
    ]  # fmt: skip


def write_request(writer: Writer) -> None:
    """Write the request, and a declared recusal."""
    writer.run_write(_REQUEST)
    writer.run_write(_RECUSAL)


_ANSWERED = ("answered_by", "answered_at", "answer", "until", "revoked_by", "revoked_at", "revoke_reason")
_TOLD = (
    "uid",
    "number",
    "kind",
    "at",
    "once",
    "clue",
    "action",
    "limit",
    "due_on",
    "for_duty",
    "sentence",
    "audiences",
)
_DECIDED = ("decided_by", "decided_at", "decision", "decide_key", "decide_request", "client_key", "request")
_PROBING = ("uid", "by", "since", "at", "until", "misses")
_MISSES = ("officer", "turns", "since", "seen", "touched", "told", "locked_until")
_STEP = (
    "uid", "clue", "number", "act", "before", "stage", "holder", "by", "teams", "reason", "paper", "to_team", "officers", "other", "body",
    "disposal", "data", "rule", "version", "client_key", "request", "limit", "held_by", "stands_at", "at", "on", "due_on", "look_again_on",
)  # fmt: skip


def write_acts(writer: Writer) -> None:
    """Write what people do, with every property that there may be: the request as it is when it was answered and taken back, the
    recusal that was decided, who asked too often, a step of a clue.
    """
    write_request(writer)
    writer.run_write("MATCH (r:AccessRequest) SET r += $said", said=dict.fromkeys(_ANSWERED, "kit"))
    writer.run_write("MATCH (k:Recusal) SET k += $said", said=dict.fromkeys(_DECIDED, "kit"))
    kept = {"probing": dict.fromkeys(_PROBING, "kit"), "misses": dict.fromkeys(_MISSES, "kit")}
    writer.run_write("CREATE (k:Probing) SET k = $probing CREATE (m:Misses) SET m = $misses", **kept)
    writer.run_write(
        "CREATE (s:ClueStep) SET s = $step, s.standing = 'clue_kit'", step=dict.fromkeys(_STEP, "clue_kit")
    )
    writer.run_write("CREATE (b:ClueBook {uid: 'clue_kit', last: 1, owes_beside: true})")
    writer.run_write("CREATE (n:Notice) SET n = $said", said=dict.fromkeys(_TOLD, "clue_kit"))
