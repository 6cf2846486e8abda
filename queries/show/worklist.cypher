// title: What waits for an officer, with each clue as the viewer may see it now
// params: viewer_audiences, found
// returns: WorkItem
// scope: shared
UNWIND $found.rows AS given
MATCH (c:Clue {uid: given.clue_id})
WHERE visible(c)
WITH given {.*, clue: c} AS row
// extra counts
UNWIND $found.counts AS row
