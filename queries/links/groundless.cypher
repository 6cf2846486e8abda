// title: Mark judged links whose ground no rule finds any more: a person has to look at them again
// params: uids
// returns: nothing
// scope: system
UNWIND $uids AS uid
MATCH (l:Link {uid: uid})
WHERE l.state <> 'PROPOSED' AND l.review IS NULL
SET l.review = 'GROUND_GONE'
