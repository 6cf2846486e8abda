// title: The row by which a task t is sorted
// params: none
// returns: row
// scope: part
WITH {id: t.uid, title: t.title, made_at: toString(t.made_at), task: t} AS row
