"""What state something is in that people act on: alerts by their newest check, requests for access by their time, clues by
their newest step.
"""

from graph_service.cypher.visibility import visible
from graph_service.work.life import read_life


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


def access_state(request: str) -> str:
    """Return the expression of the state of a request for access: over by itself when its time is."""
    ends = f"CASE {request}.state WHEN 'APPROVED' THEN {request}.until WHEN 'WAITING' THEN {request}.asked_until END"
    return f"CASE WHEN {ends} <= datetime() THEN 'EXPIRED' ELSE {request}.state END"


def clue_stage(clue: str) -> str:
    """Return the expression of the stage of a clue: where its newest step led, else where it begins by what its source says."""
    life = read_life()
    begins = " ".join(f"WHEN {clue}.status = '{status}' THEN '{stage}'" for status, stage in life.begins.items())
    received = f"WHEN {clue}.status IS NULL AND {clue}.came_by IN {list(life.petition_ways)} THEN 'RECEIVED'"
    first = f"CASE {begins} {received} ELSE '{life.without_state}' END"
    return f"coalesce(COLLECT {{ MATCH (newest:ClueStep {{standing: {clue}.uid}}) RETURN newest.stage }}[0], {first})"


def clue_holder(clue: str) -> str:
    """Return the expression of the code of the team that holds a clue: by its newest step, else by its source, else nothing."""
    stated = f"MATCH ({clue})-[h:HANDLED_BY]->(t:Team) WHERE {visible('h', 't')} AND h.valid_to IS NULL"
    newest = f"MATCH (newest:ClueStep {{standing: {clue}.uid}}) RETURN newest.holder"
    source = f"{stated} RETURN t.team_code ORDER BY t.team_code"
    return f"nullIf(coalesce(COLLECT {{ {newest} }}[0], COLLECT {{ {source} }}[0]), '')"


def clue_facts(clue: str) -> str:
    """Return the expression of what the rules of a clue's life go by (graph_service/work/standing.py reads it)."""
    step = "[s.act, s.by, toString(s.on), toString(s.due_on), s.disposal, s.to_team]"
    steps = f"COLLECT {{ MATCH (s:ClueStep {{clue: {clue}.uid}}) RETURN {step} ORDER BY s.number }}"
    return (
        f"[{clue_stage(clue)}, {clue_holder(clue)}, {clue}.disposal, {steps}, toString({clue}.received_on), "
        f"coalesce({clue}.is_real_name, false)]"
    )
