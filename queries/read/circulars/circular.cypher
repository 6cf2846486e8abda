// title: What a circular counts: clues, tasks, tickets and links across channels of a time, of one unit or team where one is named, as far as the viewer may read them
// params: viewer_audiences, viewer_teams, viewer_grants, viewer_classes, since, until, unit, team, most
// returns: clues, tasks, tickets, links, unit
// scope: own
// tie: row.since
// What came before the time and was dealt with in it is read too: its limits and stays are counted by their days.
RETURN COLLECT {
  MATCH (c:Clue)
  WHERE visible(c) AND (c.received_on >= date($since) AND c.received_on <= date($until)
      OR EXISTS { MATCH (s:ClueStep {clue: c.uid}) WHERE s.on >= date($since) } OR EXISTS { MATCH (s:ClueStep {standing: c.uid}) WHERE s.stands_at IS NOT NULL })
    AND ($unit IS NULL OR EXISTS { MATCH (c)-[x:NAMES {role: 'SUBJECT_UNIT'}]->(u:Unit {uid: $unit}) WHERE visible(x, u) })
    AND ($team IS NULL OR clue_holder(c) = $team OR EXISTS { MATCH (s:ClueStep {clue: c.uid}) WHERE s.holder = $team })
  WITH c LIMIT $most
  RETURN {channel: c.channel, stage: clue_stage(c), on: toString(c.received_on), facts: clue_facts(c)}
} AS clues, COLLECT {
  MATCH (t:Task)
  WHERE is_of_task(t) AND (date(t.made_at) >= date($since) AND date(t.made_at) <= date($until) OR EXISTS { MATCH (s:TaskStep {of: t.uid}) WHERE s.on >= date($since) }
      OR EXISTS { MATCH (s:TaskStep {standing: t.uid}) WHERE s.stands_at IS NOT NULL })
    AND ($unit IS NULL OR t.unit = $unit) AND ($team IS NULL OR t.lead_team = $team)
  WITH t LIMIT $most
  RETURN {facts: task_facts(t), items: COLLECT {
    MATCH (i:TaskItem {of: t.uid})
    WHERE item_shown(i)
    RETURN [i.state, i.people]
  }}
} AS tasks, COLLECT {
  MATCH (m:Ticket)
  WHERE visible(m) AND $team IS NULL AND (date(m.asked_at) >= date($since) AND date(m.asked_at) <= date($until)
      OR EXISTS { MATCH (s:TaskStep {of: m.uid}) WHERE s.on >= date($since) })
    AND ($unit IS NULL OR EXISTS { MATCH (m)-[x:NAMES {role: 'SUBJECT_UNIT'}]->(u:Unit {uid: $unit}) WHERE visible(x, u) })
  WITH m LIMIT $most
  RETURN {on: toString(date(m.asked_at)), stage: ticket_stage(m), facts: ticket_facts(m),
    ratings: COLLECT { MATCH (s:TaskStep {of: m.uid}) WHERE s.rating IS NOT NULL RETURN [s.rating, toString(s.on)] }}
} AS tickets, COLLECT {
  MATCH (one:Matter)<-[:JOINS {place: 0}]-(l:Link)-[:JOINS {place: 1}]->(other:Matter)
  WHERE l.place IS NOT NULL AND l.proposed_at >= datetime($since + 'T00:00:00+08:00') AND l.proposed_at < datetime($until + 'T00:00:00+08:00') + duration({days: 1})
    AND one.channel <> other.channel AND visible(one, other) AND visible_parts(l)
    AND ($unit IS NULL OR EXISTS { MATCH (l)-[:JOINS]->(m:Matter)-[x:NAMES {role: 'SUBJECT_UNIT'}]->(u:Unit {uid: $unit}) WHERE visible(m, x, u) })
    AND ($team IS NULL OR EXISTS { MATCH (l)-[:JOINS]->(m:Clue) WHERE visible(m) AND clue_holder(m) = $team })
  WITH l, one, other LIMIT $most
  RETURN {one: one.channel, other: other.channel, state: l.state}
} AS links, COLLECT { MATCH (u:Unit {uid: $unit}) WHERE visible(u) RETURN u.uid }[0] AS unit
