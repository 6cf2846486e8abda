// title: Places
// params: viewer_audiences
// returns: Place
// scope: shared
// filter id ID: n.KEY_ = $id -- The places with this id Place 标识
// filter address String: n.address = $address -- Address of the place as it is kept 地址
MATCH (n:Place)
WHERE visible(n)
