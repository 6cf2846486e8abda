// title: Clear the mark of links whose ground a rule still finds after a merge was undone
// params: uids
// returns: nothing
// scope: system
UNWIND $uids AS uid
MATCH (l:Link {uid: uid})
REMOVE l.review
