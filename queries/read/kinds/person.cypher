// title: People
// params: viewer_audiences
// returns: Person
// scope: shared
// filter id ID: n.KEY_ = $id -- The people with this id Person 标识
// filter idNumber String: n.id_number = $idNumber -- Resident identity number of the person 公民身份号码
// filter name String: n.name = $name -- Exact name of the people 姓名
// filter unit ID: EXISTS { (n)-[h:HOLDS_POST]->(u:Unit {uid: $unit}) WHERE visible(h, u) } -- People with a post in this unit 任职单位
// filter isSupervised Boolean: n.is_supervised = $isSupervised -- People who fall under supervision, or do not 监察对象
// filter areaCode String: n.area_code = $areaCode -- People registered in this area 户籍地
// order NAME: n.name ASC -- By name
// order NAMED_AROUND: COUNT { MATCH (n)-[tie:KIN_OF|KNOWS]-(other:Person) WHERE visible(tie, other) AND EXISTS { MATCH (other)<-[naming:NAMES]-(matter) WHERE visible(naming, matter) } RETURN DISTINCT other } DESC -- Most kin and acquaintances who are named in matters first
// order BORN: n.born_on ASC date -- Oldest person first
MATCH (n:Person)
WHERE visible(n)
