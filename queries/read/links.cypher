// title: Proposed links between matters, those of which the viewer may read every part
// params: viewer_audiences
// returns: Link
// scope: shared
// leads: l.place
// tie: row.sentence, row.id
// filter rule [String!]: l.rule IN $rule -- Rules that proposed the links
// filter state [LinkState!]: l.state IN $state -- States of the links
// filter review Boolean: l.review IS NOT NULL = $review -- Links that have to be looked at again because a merge under them was undone, or the others
// filter matter ID: one.uid = $matter OR other.uid = $matter -- Links of this matter
// order NEWEST: row.place ASC -- Newest link first
MATCH (one:Matter)<-[:JOINS {place: 0}]-(l:Link)-[:JOINS {place: 1}]->(other:Matter)
USING INDEX l:Link(place)
WHERE l.place IS NOT NULL
  AND visible(one, other)
  AND visible_parts(l)
// row
LINK_
// late
LINK_LATE_
