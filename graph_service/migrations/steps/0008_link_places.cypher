// title: links sorted by when they were proposed, then by their rule
MATCH (l:Link) SET l.place = toString(99999999999999 - l.proposed_at.epochMillis) + '\u0001' + l.rule + '\u0001' + coalesce(l.place, '')
