// title: Phones
// params: viewer_audiences
// returns: Phone
// scope: shared
// filter id ID: n.KEY_ = $id -- The phones with this id Phone 标识
// filter number String: n.phone_number = $number -- Phone number in normal form 电话号码
// filter user ID: EXISTS { (n)<-[p:USES_PHONE]-(u:Unit|Person {uid: $user}) WHERE visible(p, u) } -- Phones that this person or unit uses 号码使用人
MATCH (n:Phone)
WHERE visible(n)
