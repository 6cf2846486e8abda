// title: A link l between two matters, one and other, as lists sort it
// params: none
// returns: row
// scope: part
WITH {id: l.uid, caption: l.sentence, provenance: {source: 'leadlink'}, rule: l.rule, state: l.state, review: l.review, proposed_at: toString(l.proposed_at), one: one, other: other, sentence: l.sentence, place: l.place, link: l} AS row, l
WHERE true
