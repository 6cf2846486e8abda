// title: The row by which a saved view v is sorted
// params: none
// returns: row
// scope: part
WITH {id: v.uid, by: v.by, changed_at: toString(v.changed_at), view: v} AS row
