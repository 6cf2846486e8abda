// title: The fingerprint of the key that this graph's uids were made with, kept at first use
// params: fingerprint
// returns: fingerprint
// scope: system
MERGE (l:MigrationLock {uid: 'migrations'})
ON MATCH SET l.uid_key = coalesce(l.uid_key, $fingerprint)
RETURN l.uid_key AS fingerprint
