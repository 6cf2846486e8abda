// title: The clues that may wait for an officer: by the stage in which they stand, by the team that holds them, by what is owed beside both
// params: viewer_audiences, viewer_officer, viewer_teams, viewer_grants, viewer_classes, waiting, beside, watching, registers, screens, open, held
// returns: clues, viewer, day
// scope: shared
// tie: row.day, row.number, row.clue_id
// What the newest step left is sought by its own keys; a clue without one stands where its source says.
CALL () {
  UNWIND $viewer_grants AS duty
  UNWIND coalesce($waiting[duty], []) AS stage
  WITH DISTINCT stage
  MATCH (s:ClueStep {stands_at: stage})
  RETURN s.clue AS uid
  UNION
  UNWIND $viewer_teams AS team
  MATCH (s:ClueStep {held_by: team})
  RETURN s.clue AS uid
  UNION
  UNWIND [duty IN $viewer_grants WHERE duty IN $beside][..1] AS duty
  MATCH (b:ClueBook {owes_beside: true})
  RETURN b.uid AS uid
  UNION
  UNWIND [duty IN $viewer_grants WHERE duty IN $watching][..1] AS duty
  MATCH (s:ClueStep)
  WHERE s.held_by IS NOT NULL
  RETURN s.clue AS uid
  UNION
  UNWIND $viewer_teams AS team
  MATCH (t:Team {team_code: team})<-[h:HANDLED_BY]-(c:Clue)
  WHERE visible(h, t) AND c.status IN $held
  RETURN c.uid AS uid
  UNION
  WITH any(duty IN $viewer_grants WHERE duty IN $beside) AS tells, any(duty IN $viewer_grants WHERE duty IN $registers) AS registers
  UNWIND [each IN [tells OR registers] WHERE each] AS begins
  MATCH (c:Clue)
  WHERE c.status IN $open AND (registers OR c.is_real_name)
  RETURN c.uid AS uid
  UNION
  UNWIND [duty IN $viewer_grants WHERE duty IN $beside OR duty IN $registers OR duty IN $screens][..1] AS duty
  MATCH (c:Clue)
  WHERE c.status IS NULL
  RETURN c.uid AS uid
}
WITH DISTINCT uid
MATCH (c:Clue {uid: uid})
WHERE visible(c)
WITH collect([c.uid, c.number, clue_facts(c)]) AS clues
RETURN clues, [$viewer_officer, $viewer_teams, $viewer_grants, $viewer_classes] AS viewer, toString(TODAY_) AS day
