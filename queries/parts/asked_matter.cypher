// title: One look for the matter that is asked about, by its id, or by its kind and number
// params: viewer_audiences, given
// returns: m
// scope: shared
MATCH (asked:LABEL_ {uid: $given.uid})
WHERE visible_itself(asked)
MATCH (m:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible(m)
RETURN m
UNION ALL
MATCH (asked:LABEL_ {number: $given.LABEL_})
WHERE visible_itself(asked)
MATCH (m:LABEL_ {uid: coalesce(asked.survivor, asked.uid)})
WHERE visible(m)
RETURN m
