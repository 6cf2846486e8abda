// title: Earlier loads of a source, newest first; if asked for, also those that only a full listing without their file has closed
// params: source, closed
// returns: uid, file, file_hash, mapping_hash, state, rejected, watermark, watermark_form
// scope: system
MATCH (l:Load)
WHERE l.source = $source AND (NOT l.state IN ['WITHDRAWN', 'REFUSED'] OR ($closed AND l.state = 'WITHDRAWN' AND l.closed))
RETURN l.uid AS uid, l.file AS file, l.file_hash AS file_hash, l.mapping_hash AS mapping_hash, l.state AS state,
  l.rejected AS rejected, l.watermark AS watermark, l.watermark_form AS watermark_form
ORDER BY coalesce(l.number, 0) DESC, l.started_at DESC
