// title: Ties of a saved view v that are still there, between its nodes, place by place, that the viewer may read
// params: viewer_audiences
// returns: row, place
// scope: shared
WITH v.view.ties AS ties, v.view.starts AS starts, v.view.ends AS ends, v.nodes AS nodes
UNWIND range(0, size(ties) - 1) AS place
WITH place, ties[place] AS uid, nodes[starts[place]].n AS a, nodes[ends[place]].n AS b
MATCH (a)-[r]->(b)
WHERE r.uid = uid AND visible(a, r, b)
WITH r AS row, [place] AS place
