// title: Earlier loads of a source, newest first
// params: source
// returns: uid, file, file_hash, mapping_hash, state, rejected, watermark, watermark_form
// scope: system
MATCH (l:Load)
WHERE l.source = $source AND NOT l.state IN ['WITHDRAWN', 'REFUSED']
RETURN l.uid AS uid, l.file AS file, l.file_hash AS file_hash, l.mapping_hash AS mapping_hash, l.state AS state,
  l.rejected AS rejected, l.watermark AS watermark, l.watermark_form AS watermark_form
ORDER BY l.started_at DESC
