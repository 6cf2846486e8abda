// title: A pair c of two nodes, one and other, as the queue shows it; names are counted as far as the viewer may see
// params: viewer_audiences
// returns: row
// scope: shared
// What the machine found is kept in English; its Chinese stands here, for pairs of before too.
WITH c, one, other, {
    `same name`: '姓名或名称相同', `variant or former name`: '异体或曾用名', `same sound`: '读音相同', `another name`: '姓名不同',
    `fits the masked name`: '与隐名相符', `fits a shortened mask`: '与简写隐名相符', `does not fit the masked name`: '与隐名不符',
    `held this very post, as the only one`: '曾任该职务，为唯一任职者', `held this very post, with few others`: '曾任该职务，任职者较少',
    `held this very post, with many others`: '曾任该职务，任职者较多', `held this post, at another time`: '任过该职务但时间不符',
    `held another post in this unit`: '在该单位任其他职务', `was in this unit, at another time`: '曾在该单位但时间不符',
    `no register tells who holds this post`: '无名册记载该职务由谁担任', `is not known to have been in this unit`: '未见曾在该单位任职',
    `had a post in this unit`: '曾在该单位任职', `fits the masked id number`: '与隐码证件号相符', `conflicts`: '不一致', `same`: '一致',
    `uses the phone`: '使用该电话', `uses another phone`: '使用其他电话', `named for certain in the matter's text`: '事项正文明确提及',
    `not named in the matter's text`: '事项正文未提及', `its short name`: '单位简称', `its former name`: '单位曾用名',
    `same name with its district, without the city`: '含区县、省略市名的同名', `called as such units are or were`: '符合此类单位的现称或旧称',
    `same name without the city`: '省略市名的同名', `same body, the area is not named`: '同类机构，未写明地区',
    `same body, in the area that names it`: '所述地区内的同类机构', `the only village of that name in the city`: '全市唯一的同名村', `not stated`: '未载明',
    `another post is stated than they are known to have held`: '所述职务与已知任职不符', `the names differ`: '姓名不同', `only the name agrees`: '仅姓名相符',
    `not everybody who may read the one may read the other`: '两条记录的可查看范围不同'} AS in_chinese
WITH c, one, other, in_chinese, replace(replace(replace(replace(replace(c.guard, ' and ', '、'), 'born', '出生日期'), 'number', '证件号'),
  'sex', '性别'), ' conflict', '不一致') AS conflicting
WITH {id: c.uid, kind: toUpper(c.kind), one: one, other: other, score: coalesce(c.score, 0.0), state: c.state, by_machine: c.by = 'leadlink resolve',
  guard: nullIf(c.guard, ''), guard_zh: nullIf(coalesce(in_chinese[c.guard], conflicting), ''), merged: coalesce(one.survivor, one.uid) = coalesce(other.survivor, other.uid),
  proposed_at: toString(c.proposed_at),
  namesakes: CASE c.kind
    WHEN 'Person' THEN COUNT { MATCH (p:Person {name: coalesce(other.name, one.name)}) WHERE visible(p) AND p.id_number IS NOT NULL }
    WHEN 'Unit' THEN COUNT { MATCH (u:Unit {name: coalesce(other.name, one.name)}) WHERE visible(u) AND u.uscc IS NOT NULL }
    ELSE 0 END,
  fields: [i IN range(0, size(coalesce(c.fields, [])) - 1) | {field: c.fields[i], found: c.found[i],
    found_zh: coalesce(in_chinese[c.found[i]], c.found[i]), bits: c.bits[i], agrees: c.bits[i] > 0}],
  judgements: COLLECT {
    MATCH (c)<-[:JUDGES]-(j:IdentityJudgement)
    WITH j ORDER BY j.at DESC, j.by, j.verdict, j.uid LIMIT 100
    RETURN {verdict: j.verdict, by: j.by, why: j.why, at: toString(j.at), retired_at: toString(j.retired_at)}
  }} AS row
WHERE true
