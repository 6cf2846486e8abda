// title: Keep that links were proposed over all that was stirred, or over everything
// params: edition, demoted
// returns: nothing
// scope: system
MERGE (r:LinkRun {uid: 'links'})
SET r.edition = $edition, r.demoted = $demoted, r.finished_at = datetime()
