// title: merges are held against who may read what once more, at the next load
MATCH (s:Entity) WHERE EXISTS { (s)<-[:MERGED_INTO]-() } SET s:Lacking
MATCH (s:Entity {stub: true}) WHERE EXISTS { (s)<-[:MERGED_INTO]-() } SET s:Loose
