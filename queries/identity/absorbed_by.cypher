// title: The nodes that were merged right into these
// params: uids
// returns: absorbed
// scope: system
UNWIND $uids AS uid
MATCH (:LABEL_ {uid: uid})<-[:MERGED_INTO]-(a:LABEL_)
RETURN a.uid AS absorbed
