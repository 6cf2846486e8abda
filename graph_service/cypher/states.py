"""What state something is in that people act on: alerts by their newest check, requests for access by their time, clues by
their newest step.
"""

from collections.abc import Callable

from graph_service.cypher.visibility import open_to_viewer, visible
from graph_service.tasks.rules import TICKET, read_task_rules
from graph_service.work.life import read_life
from schema import MATTER

# The day it is in China, wherever the server of the graph stands and whatever its clock is set to.
TODAY = "date({timezone: '+08:00'})"


def alert_state(alert: str) -> str:
    """Return the expression of the state of an alert: what its newest check made of it, else what its source said."""
    return f"coalesce(COLLECT {{ MATCH (newest:AlertCheck {{standing: {alert}.uid}}) RETURN newest.outcome }}[0], {alert}.state)"


def worked_out(label: str, name: str) -> Callable[[str], str] | None:
    """Return what makes the expression of a field that a kind has stored, but says otherwise: the state of an alert; else nothing."""
    return alert_state if (label, name) == ("Alert", "state") else None


def told(label: str, name: str, node: str) -> str:
    """Return the expression of what a field of a node says, stored or worked out."""
    made = worked_out(label, name)
    return made(node) if made else f"{node}.{name}"


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


def is_of_task(task: str) -> str:
    """Return the condition that a task is the viewer's to read: inside, by its class of data, as the team that carries it or as who reads
    every matter that it rests on; one that rests on none is for everybody inside, one of certain teams for these and who approves.
    """
    every = f"{_reads_all(task)} AND {_is_of_teams(task)}"
    return f"('READ_SHARED' IN $viewer_grants AND {task}.data IN $viewer_classes AND ({task}.lead_team IN $viewer_teams OR {every}))"


def _reads_all(thing: str) -> str:
    matter = f"MATCH (its_matter:{'|'.join(MATTER)} {{uid: part_of}}) WHERE {visible('its_matter')}"
    return f"COUNT {{ UNWIND {thing}.rests_on AS part_of {matter} RETURN 1 }} = size({thing}.rests_on)"


def _is_of_teams(thing: str) -> str:
    of_one = f"any(team IN {thing}.for_teams WHERE team IN $viewer_teams)"
    return f"({thing}.for_teams IS NULL OR 'APPROVE_AS_LEADER' IN $viewer_grants OR {of_one})"


def is_of_register(record: str) -> str:
    """Return the condition that a record of interventions is the viewer's own, or that the viewer reads the register and the matter."""
    matter = f"MATCH (its_matter:{'|'.join(MATTER)} {{uid: {record}.matter}}) WHERE {visible('its_matter')}"
    is_read = f"'D10' IN $viewer_classes AND ({record}.matter IS NULL OR EXISTS {{ {matter} }})"
    return f"({record}.by = $viewer_officer OR {is_read})"


def is_of_view(view: str) -> str:
    """Return the condition that a saved view is the viewer's own, or shared with a team of the viewer's."""
    shared = f"any(team IN {view}.shared_with WHERE team IN $viewer_teams)"
    return f"({view}.by = $viewer_officer OR {view}.dropped_at IS NULL AND {shared})"


def _told_step(adopted: str) -> str:
    plain = ", ".join(f"its_step.{name}" for name in ("act", "by", "stage", "holder"))
    return (
        f"[{plain}, toString(its_step.on), toString(its_step.at), its_step.limit, toString(its_step.due_on), {adopted}]"
    )


def item_shown(item: str) -> str:
    """Return the condition that an item of a task is on nothing of the graph that the viewer may not read: unit, place, matters, parts of a link."""
    target = f"MATCH (its_target:Unit|Place {{uid: {item}.target}}) WHERE {visible('its_target')}"
    on_target = f"({item}.target IS NULL OR EXISTS {{ {target} }})"
    parts = f"all(audience IN coalesce({item}.audiences, []) WHERE {open_to_viewer('audience')})"
    return f"({on_target} AND ({item}.rests_on IS NULL OR {_reads_all(item)} AND {_is_of_teams(item)} AND {parts}))"


def task_facts(task: str) -> str:
    """Return the expression of what the rules of a task's life go by, of each item whether the viewer is shown it (tasks/standing.py reads it)."""
    return _task_facts(task, item_shown("its_item"))


def task_facts_in_full(task: str) -> str:
    """Return the same expression, whatever the viewer may read: every item is shown."""
    return _task_facts(task, "true")


def _task_facts(task: str, shown: str) -> str:
    step = _told_step("its_step.adopted")
    steps = f"COLLECT {{ MATCH (its_step:TaskStep {{of: {task}.uid}}) RETURN {step} ORDER BY its_step.number }}"
    days = "toString(its_item.due_on), toString(its_item.made_on), toString(coalesce(its_item.done_on, its_item.checked_on))"
    item = f"[its_item.state, {shown}, {days}]"
    items = f"COLLECT {{ MATCH (its_item:TaskItem {{of: {task}.uid}}) RETURN {item} ORDER BY its_item.number }}"
    return f"[{task}.kind, toString({task}.own_day), {steps}, {items}]"


def ticket_facts(ticket: str) -> str:
    """Return the same expression of a ticket of the platform, with the state that its source gives and the day on which it came."""
    step = _told_step("null")
    steps = f"COLLECT {{ MATCH (its_step:TaskStep {{of: {ticket}.uid}}) RETURN {step} ORDER BY its_step.number }}"
    return f"['Ticket', null, {steps}, [], {ticket}.state, toString(date({ticket}.asked_at))]"


def informers_of(unit: str) -> str:
    """Return the expression of the codes of the teams of the officers who inform for a unit today."""
    way = f"(its_unit:Unit {{uid: {unit}}})<-[its_duty:INFORMS_FOR]-(:Person)<-[:IS_PERSON]-(:Officer)-[its_stay:MEMBER_OF]->(its_team:Team)"
    today = " AND ".join(
        f"coalesce({tie}.valid_from <= {TODAY}, true) AND coalesce({tie}.valid_to >= {TODAY}, true)"
        for tie in ("its_duty", "its_stay")
    )
    return f"COLLECT {{ MATCH {way} WHERE {today} WITH DISTINCT its_team.team_code AS code ORDER BY code RETURN code }}"


def ticket_stage(ticket: str) -> str:
    """Return the expression of the stage of a ticket: where its newest step led, else where it begins by what its source says."""
    newest = f"COLLECT {{ MATCH (newest:TaskStep {{standing: {ticket}.uid}}) RETURN newest.stage }}[0]"
    rules = read_task_rules(TICKET).life
    begins = " ".join(f"WHEN '{status}' THEN '{stage}'" for status, stage in rules.begins.items())
    return f"coalesce({newest}, CASE {ticket}.state {begins} ELSE '{rules.without_state}' END)"


def access_state(request: str) -> str:
    """Return the expression of the state of a request for access: over by itself when its time is."""
    ends = f"CASE {request}.state WHEN 'APPROVED' THEN {request}.until WHEN 'WAITING' THEN {request}.asked_until END"
    return f"CASE WHEN {ends} <= datetime() THEN 'EXPIRED' ELSE {request}.state END"


def clue_stage(clue: str) -> str:
    """Return the expression of the stage of a clue: where its newest step led, else where it begins by what its source says."""
    return _bound(_stated_holder(clue), f"coalesce({_newest(clue, 'stage')}, {_begins(clue)})")


def clue_holder(clue: str) -> str:
    """Return the expression of the code of the team that holds a clue: by its newest step, else by its source, else nothing."""
    return _bound(_stated_holder(clue), _held(clue))


def clues_at(stages: str) -> str:
    """Return the expression of the uids of clues that may stand at stages: by their newest step, or by the state that their source gives."""
    life = read_life()
    statuses = {
        stage: [
            status
            for status, begins in life.begins.items()
            if stage in (begins, life.begin_of(status, None, is_held=False))
        ]
        for stage in life.begins.values()
    }
    told, mine = ", ".join(f"{stage}: {found}" for stage, found in statuses.items()), visible("begun")
    without = sorted({life.without_state, *(life.begin_of(None, way, is_held=False) for way in life.petition_ways)})
    return (
        f"COLLECT {{ MATCH (newest:ClueStep) WHERE newest.stands_at IN {stages} RETURN newest.clue AS uid UNION"
        f" UNWIND {stages} AS stage UNWIND coalesce({{{told}}}[stage], []) AS status"
        f" MATCH (begun:Clue {{status: status}}) WHERE {mine} RETURN begun.uid AS uid"
        f" UNION UNWIND [stage IN {stages} WHERE stage IN {without}][..1] AS stage MATCH (begun:Clue) WHERE begun.status IS NULL AND {mine}"
        " RETURN begun.uid AS uid }"
    )


def clues_held_by(team: str) -> str:
    """Return the expression of the uids of clues that a team may hold: by their newest step, or as their source says."""
    return (
        f"COLLECT {{ MATCH (newest:ClueStep {{held_by: {team}}}) RETURN newest.clue AS uid UNION"
        f" MATCH (t:Team {{team_code: {team}}})<-[h:HANDLED_BY]-(begun:Clue) WHERE {visible('t', 'h', 'begun')}"
        " RETURN begun.uid AS uid }"
    )


def clue_facts(clue: str) -> str:
    """Return the expression of what the rules of a clue's life go by, as far as the viewer may read it (work/standing.py reads it)."""
    return _facts(clue, _stated_holder(clue))


def clue_facts_in_full(clue: str) -> str:
    """Return the same expression, whatever the viewer may read: what is allowed does not follow from who asks."""
    return _facts(clue, _stated_holder(clue, "true"))


def _facts(clue: str, stated: str) -> str:
    said = (
        "s.act, s.by, s.officers, toString(s.on), s.limit, toString(s.due_on), s.disposal, s.to_team, s.stage, s.holder"
    )
    step = f"[{said}, toString(s.look_again_on), toString(s.at)]"
    steps = f"COLLECT {{ MATCH (s:ClueStep {{clue: {clue}.uid}}) RETURN {step} ORDER BY s.number }}"
    # Where its source says that the clue stands is worked out in Python, from its state, its way and who has it there.
    said = f"{clue}.status, {clue}.came_by, {stated}, {clue}.disposal, toString({clue}.received_on)"
    return f"[{steps}, {said}, coalesce({clue}.is_real_name, false), toString({clue}.answered_on)]"


def _bound(stated: str, expression: str) -> str:
    """Return the expression with the holder that the source states as `had`: read once, and planned once."""
    return f"[had IN [{stated}] | {expression}][0]"


def _newest(clue: str, name: str) -> str:
    """Return the expression of a property of the newest step that led somewhere."""
    return f"COLLECT {{ MATCH (newest:ClueStep {{standing: {clue}.uid}}) RETURN newest.{name} }}[0]"


def _stated_holder(clue: str, readable: str | None = None) -> str:
    told = readable or visible("h", "t")
    today = f"coalesce(h.valid_from <= {TODAY}, true) AND coalesce(h.valid_to >= {TODAY}, true)"
    return f"COLLECT {{ MATCH ({clue})-[h:HANDLED_BY]->(t:Team) WHERE {told} AND {today} RETURN t.team_code ORDER BY t.team_code }}[0]"


def _held(clue: str) -> str:
    held = sorted(read_life().held)
    source = f"CASE WHEN {_begins(clue)} IN {held} THEN had END"
    return f"nullIf(coalesce({_newest(clue, 'holder')}, {source}), '')"


def _begins(clue: str) -> str:
    """Return the expression of the first stage; what a team should hold and none does waits in the register."""
    life = read_life()
    whens = []
    for status, stage in life.begins.items():
        held = " AND had IS NOT NULL" if stage in life.held else ""
        whens.append(f"WHEN {clue}.status = '{status}'{held} THEN '{stage}'")
    whens.append(f"WHEN {clue}.status IS NULL AND {clue}.came_by IN {list(life.petition_ways)} THEN 'RECEIVED'")
    return f"CASE {' '.join(whens)} ELSE '{life.without_state}' END"


STATES = (
    alert_state, alert_review, is_of_request, is_of_recusal, is_of_register, is_of_view, is_of_task, item_shown,
    task_facts, task_facts_in_full, ticket_facts, ticket_stage, informers_of,
    access_state, clue_stage, clue_holder, clues_at, clues_held_by,
    clue_facts, clue_facts_in_full,
)  # fmt: skip
