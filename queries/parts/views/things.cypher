// title: Things of a saved view v that the viewer may read, as they are today, of its nodes place by place; two that were merged stand once
// params: none
// returns: row, place
// scope: part
WITH v.view AS v, v.nodes AS nodes
WITH v.xs AS xs, v.ys AS ys, v.hidden AS hidden, v.pinned AS pinned, v.came_from AS came_from, nodes
UNWIND range(0, size(nodes) - 1) AS place
WITH xs, ys, hidden, pinned, came_from, nodes, nodes[place].n AS n, place
WHERE n IS NOT NULL
WITH xs, ys, hidden, pinned, came_from, nodes, n, min(place) AS first
WITH {node: n, x: xs[first], y: ys[first], is_hidden: hidden[first], is_pinned: pinned[first],
  brought_by: CASE WHEN came_from[first] >= 0 THEN nodes[came_from[first]].n.uid END} AS row, [first] AS place
