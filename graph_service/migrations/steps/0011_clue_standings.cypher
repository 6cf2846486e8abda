// title: the newest step of a clue says where it stands; clues that may owe an answer to who reported are marked to be looked at
MATCH (s:ClueStep) WHERE s.standing IS NOT NULL AND s.stands_at IS NULL SET s.stands_at = s.stage
MATCH (b:ClueBook) WHERE b.owes_beside IS NULL SET b.owes_beside = true
