// title: The steps that clues were led through, in their order, with how far their books counted, and the judgements of links
// params: none
// returns: steps, judgements
RETURN COLLECT {
  MATCH (b:ClueBook)
  RETURN {clue: b.uid, last: b.last, steps: COLLECT {
    MATCH (s:ClueStep {clue: b.uid})
    RETURN [s.number, s.act, s.before, s.stage, s.client_key, s.standing IS NOT NULL] ORDER BY s.number, s.uid
  }}
} AS steps, COLLECT {
  MATCH (l:Link)<-[:JUDGES]-(j:LinkJudgement)
  WITH l.uid AS link, collect(j.number) AS numbers, sum(CASE WHEN j.retired_at IS NULL THEN 1 ELSE 0 END) AS standing
  RETURN {link: link, numbers: numbers, standing: standing}
} AS judgements
