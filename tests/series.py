"""Matters of several channels with links between them, drawn beside the city, and the mutations that make series of them."""

from typing import Any

from graphql import get_named_type

from graph_service.api.schema import build_schema
from graph_service.cypher.files import query
from graph_service.graph import Writer

SHOWN = """id caption title reason state leadTeam openedBy closedAt
members { matter { id channel series { id } } isJoined why leftWhy leftBy }
notes { text by } timeline(first: 100) { kind matter { id } other { id } text verdict }
suggestions { matter { id } joinedTo { id } link state sentence score isDemoted }"""
SERIES = f"query($id: ID!) {{ done: series(id: $id) {{ {SHOWN} }} }}"
NOTICES = (
    "{ notices(first: 200) { nodes { kind sentence rule one { id } other { id } link { id } series { id caption } } } }"
)
_MATTERS = """UNWIND $rows AS row
MATCH (t:Team {team_code: row.team})
CREATE (n:$(row.kind):Matter {uid: row.uid, number: row.number, title: '串案样本', source: 's', source_key: row.uid, audience: row.audience})
SET n.received_on = date(row.received_on), n.found_on = date(row.found_on), n.asked_at = localdatetime(row.asked_at)
CREATE (n)-[:HANDLED_BY {uid: 'h' + row.uid, audience: row.audience, source: 's', source_key: row.uid}]->(t)"""
_DAY = {"Clue": "received_on", "AuditFinding": "found_on", "InspectionIssue": "found_on", "Ticket": "asked_at"}
_PREFIX = {"Clue": "clue", "AuditFinding": "auditfinding", "InspectionIssue": "issue", "Ticket": "ticket"}
_STATED = "MATCH (l:Link {uid: $uid}) SET l.state = $state"


def draw_matters(writer: Writer, key: str, *drawn: tuple[str, int, str]) -> list[str]:
    """Write matters, each of a kind, an audience and the team that handles it, and return their uids."""
    rows = [
        {"kind": kind, "audience": audience, "team": team, "uid": f"{_PREFIX[kind]}_{key}{place}", "number": f"{key}-{place}",
         _DAY[kind]: f"2025-0{place % 9 + 1}-03"}
        for place, (kind, audience, team) in enumerate(drawn)
    ]  # fmt: skip
    writer.run_write(_MATTERS, rows=rows)
    return [str(row["uid"]) for row in rows]


def draw_link(writer: Writer, one: str, other: str, state: str = "CONFIRMED", **stated: Any) -> str:
    """Write a link between two matters that a rule proposed, in this state, and return its uid."""
    uid = f"link_{one}_{other}"
    row = {
        "uid": uid,
        "rule": "same_person",
        "sentence": f"Both name one person: {one}",
        "audiences": [1],
        "via": [],
        "score": 0.6,
    }
    writer.run_write(
        query("links/merge").body, rows=[row | {"one": one, "other": other} | stated], at="2026-01-03T04:05:06Z"
    )
    writer.run_write(_STATED, uid=uid, state=state)
    return uid


def document_of(mutation: str) -> str:
    """Return the operation that takes every argument of a mutation of series and asks for the series or for what to do."""
    root = build_schema()._schema.mutation_type
    assert root
    field = root.fields[mutation]
    union: Any = get_named_type(field.type)
    declared = ", ".join(f"${name}: {each.type}" for name, each in field.args.items())
    given = ", ".join(f"{name}: ${name}" for name in field.args)
    refused = " ".join(f"... on {each.name} {{ mend }}" for each in union.types if "mend" in each.fields)
    return (
        f"mutation({declared}) {{ done: {mutation}({given}) {{ __typename ... on Series {{ {SHOWN} }} {refused} }} }}"
    )
