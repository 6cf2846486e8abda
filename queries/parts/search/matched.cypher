// title: The condition that what an index has found is as the way says, sign by sign
// params: none
// returns: nothing
// scope: part
way.pattern IS NULL OR CASE
      WHEN size(way.fields) = 0 THEN node[way.key] =~ way.pattern
      WHEN way.match = 'COMPATIBLE' THEN any(name IN way.fields WHERE node[name] CONTAINS '*' AND way.pattern =~ toLower(replace(node[name], '*', '.')))
      ELSE any(name IN way.fields WHERE signs_of(node[name]) =~ way.pattern) END
