// title: The number of the newest notice; it says that there is something to look for, not for whom
// params: none
// returns: number
// scope: system
OPTIONAL MATCH (b:NoticeBook {uid: 'notices'})
RETURN coalesce(b.last, 0) AS number
