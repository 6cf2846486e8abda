// title: Links of which a matter is gone
// params: none
// returns: uid, state, review
// scope: system
MATCH (l:LABEL_)
WHERE COUNT { (l)-[:JOINS]->() } < 2
RETURN l.uid AS uid, l.state AS state, l.review AS review
