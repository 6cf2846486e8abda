"""What state something is in that people judge: of alerts by their newest check, of requests for access by their time."""

from graph_service.cypher.visibility import visible
from schema import MATTER


def alert_state(alert: str) -> str:
    """Return the expression of the state of an alert: what its newest check made of it, else what its source said."""
    return f"coalesce(COLLECT {{ MATCH (newest:AlertCheck {{standing: {alert}.uid}}) RETURN newest.outcome }}[0], {alert}.state)"


def alert_review(alert: str) -> str:
    """Return the expression of why an alert has to be looked at again: what became of it since its newest check."""
    checked = f"COLLECT {{ MATCH (newest:AlertCheck {{standing: {alert}.uid}}) RETURN newest.at }}[0]"
    gone = f"WHEN {alert}.ground_gone_at > {checked} THEN 'GROUND_GONE'"
    return f"CASE {gone} WHEN {alert}.changed_at > {checked} THEN 'CHANGED' END"


def is_of_request(request: str) -> str:
    """Return the condition that a request for access is the viewer's, or made for a team of the viewer's, or addressed to one."""
    for_team = f"{request}.for_team AND any(team IN {request}.teams WHERE team IN $viewer_teams)"
    return f"({request}.by = $viewer_officer OR {for_team} OR {request}.team IN $viewer_teams)"


def is_of_recusal(recusal: str) -> str:
    """Return the condition that a declared recusal is the viewer's own, or the viewer's to decide on: a leader's of the team, or the chief's."""
    of_team = f"'RECUSE_TEAM' IN $viewer_grants AND any(team IN {recusal}.teams WHERE team IN $viewer_teams)"
    matter = f"MATCH (its_matter:{'|'.join(MATTER)} {{uid: {recusal}.matter}}) WHERE {visible('its_matter')}"
    return (
        f"({recusal}.by = $viewer_officer OR ('RECUSE_ALL' IN $viewer_grants OR {of_team}) AND EXISTS {{ {matter} }})"
    )


def access_state(request: str) -> str:
    """Return the expression of the state of a request for access: over by itself when its time is."""
    ends = f"CASE {request}.state WHEN 'APPROVED' THEN {request}.until WHEN 'WAITING' THEN {request}.asked_until END"
    return f"CASE WHEN {ends} <= datetime() THEN 'EXPIRED' ELSE {request}.state END"
