"""Checks of alerts in the small city: what came of some at a desk, be the alert or the matter that it became hidden or not."""

from collections.abc import Collection
from typing import Any

from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.graph import Writer

CHECK = """mutation($id: ID!, $outcome: AlertState!, $reason: String!, $matter: ID, $seen: AlertState, $clientKey: String) {
  result: checkAlert(id: $id, outcome: $outcome, reason: $reason, matter: $matter, seen: $seen, clientKey: $clientKey) {
    __typename
    ... on Alert { id number state review checks { id outcome by reason retiredAt matter { __typename id } } }
    ... on AlertNotVisible { message mend }
    ... on AlertMatterNotVisible { message mend }
    ... on AlertMatterOfWrongKind { mend }
    ... on AlertOvertaken { mend }
  }
}"""
_DRAWN = (
    ("alert_2", "TO_CLUE", "clue_secret"),
    ("alert_5", "DISMISSED", None),
    ("alert_5", "TO_UNIT", "ticket_00"),
    ("alert_3", "OPEN", None),
    ("alert_secret", "TO_CLUE", "clue_02"),
)


def write_checks(writer: Writer, present: Collection[str]) -> None:
    """Write the checks of the alerts that are present, with what the teams were told."""
    for place, (alert, outcome, matter) in enumerate(_DRAWN):
        if alert in present:
            write_check(writer, place, alert=alert, outcome=outcome, matter=matter if matter in present else None)


def write_check(writer: Writer, place: int, **stated: Any) -> None:
    """Write one check of an alert and tell its teams, as somebody wrote it whose rights nobody asks for."""
    at = f"2026-01-05T06:07:{place:02}Z"
    check = {"uid": f"check_{place}", "number": place, "by": "o_desk", "reason": f"核查 {place}", "request": "r"}
    writer.run_write(query("alerts/check").body, check=check | stated, at=at)
    told = filled(query("notices/tell_check").body)
    writer.run_write(told, check=check["uid"], at=at, receiver="TOUR_1")
