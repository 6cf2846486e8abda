// title: What somebody typed, found by names, numbers, texts, sounds and slips of the pen, and by what joins its words
// params: viewer_audiences, given
// returns: Node
// scope: shared
// tie: row.place, row.node.uid
// order RANK: row.sort ASC -- Best match first, then what more matters name
// sends: {node: address(row.node), sort: row.sort, place: row.place, rank: row.rank, values: [name IN $given.fields WHERE row.node[name] IS NOT NULL | [name, row.node[name]]]}
CALL () {
  UNWIND $given.strict AS way
  CALL (way) {
SOUGHT_
  }
  WITH node, min(rank) AS rank
  WHERE KEPT_
  RETURN collect({node: node, rank: rank}) AS strict
}
CALL (strict) {
  UNWIND strict AS each
  RETURN each.node AS node, each.rank AS rank
  UNION ALL
  WITH strict
  // Numbers that are one slip away from one that is there are other numbers.
  WHERE size([each IN strict WHERE each.rank < $given.vague]) < $given.enough
    AND NOT ($given.is_number AND any(each IN strict WHERE each.rank = 0))
  UNWIND $given.loose AS way
  CALL (way) {
SOUGHT_
  }
  WITH node, rank
  WHERE KEPT_
  RETURN node, rank
  UNION ALL
  // Words that stand together in a value are one, written with a blank.
  WITH strict
  WHERE size($given.words) > 0 AND NOT any(each IN strict WHERE each.rank < $given.joined)
  CALL () {
    UNWIND range(0, size($given.words) - 1) AS place
    CALL (place) {
      UNWIND $given.words[place] AS way
      CALL (way) {
SOUGHT_
      }
      WITH node, min(rank) AS rank ORDER BY rank, coalesce(node.key_place, ''), node.uid LIMIT $given.most
      RETURN collect(node) AS hits
    }
    RETURN collect(hits) AS every
  }
  CALL (every) {
    UNWIND every AS hits
    UNWIND hits AS node
    WITH DISTINCT node
    WHERE KEPT_
    RETURN node, $given.some AS rank
    UNION ALL
    WITH every, reduce(few = every[0], hits IN every | CASE WHEN size(hits) < size(few) THEN hits ELSE few END) AS rarest
    UNWIND rarest AS hit
    CALL (hit) {
      RETURN hit AS node
      UNION
      MATCH (hit)-[r:CONNECTIONS_]-(node:MATTERS_|ENTITIES_)
      WHERE visible(r, node)
      RETURN node
    }
    WITH DISTINCT node, every
    WHERE all(hits IN every WHERE node IN hits OR EXISTS { MATCH (node)-[r:CONNECTIONS_]-(hit) WHERE hit IN hits AND visible(r, hit) })
    WITH node, every
    WHERE KEPT_
    // All words in its own values come first, then a matter that joins them, then what else does.
    RETURN node, $given.joined + CASE WHEN all(hits IN every WHERE node IN hits) THEN 0 WHEN node:MATTERS_ THEN 1 ELSE 2 END AS rank
  }
  RETURN node, rank
}
WITH node, min(rank) AS rank
WITH collect({node: node, rank: rank}) AS hits
UNWIND hits AS hit
WITH hit.node AS node, hit.rank AS rank, size(hits) <= $given.most AS few
WITH node, rank, CASE WHEN few THEN COUNT { MATCH (node)<-[r:NAMES|NAMES_IN_TEXT]-(m) WHERE visible(r, m) } ELSE 0 END AS named
WITH {node: node, rank: rank, sort: rank * 1000000 - CASE WHEN named < 999999 THEN named ELSE 999999 END, place: coalesce(node.key_place, '')} AS row
// extra kinds
UNWIND every AS hit
WITH labels(hit.node) AS labels, count(*) AS number
WITH [kind IN $given.labels WHERE kind IN labels][0] AS kind, sum(number) AS count ORDER BY kind
WITH {kind: kind, count: count} AS row
// extra channels
UNWIND every AS hit
WITH hit.node.channel AS channel, count(*) AS count ORDER BY channel
WHERE channel IS NOT NULL
WITH {channel: channel, count: count} AS row
