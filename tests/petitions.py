"""Petitions with reporters whose every word is a canary: what is about them may stand nowhere but in the vault."""

NAME, OTHER_NAME = "綦玗璟", "缑彧翀"
ID, PHONE, HOME, UNIT = "360502198001011296", "13976543218", "柳溪村七组九十一号", "云岭农机站"
TRADE, KIN = "金丝雀养殖户", "鄢旼昊"
CANARIES = (NAME, OTHER_NAME, ID, PHONE, HOME, UNIT, TRADE, KIN)
PETITIONS = """
name: petitions
title: Petitions 信访登记
holder: PETITION
classification: WORK_SECRET
rank: 10
readers: {teams: [PETITION, CASE_MGMT, CHIEF, DISC_1, IT]}
read: {format: csv, files: petitions.csv}
key: 编号
reporter: {name: 信访人, id_number: 证件号, phone: 联系电话, address: 住址, unit: 工作单位, details: 信访人职业}
ignored: [备注]
nodes:
  clue: {kind: Clue, fields: {number: 编号, title: 标题, text: 反映内容, received_on: 日期}}
  subject: {kind: Person, when: 被反映人, fields: {name: 被反映人}}
links:
  - {type: NAMES, from: clue, to: subject, fields: {role: {value: SUBJECT}, as_named: 被反映人}}
"""
HEAD = "编号,标题,反映内容,日期,被反映人,信访人,证件号,联系电话,住址,工作单位,信访人职业,备注\n"
_LETTER = f"我叫{NAME}，是{UNIT}的{TRADE}，家住{HOME}，反映村主任陶建国侵占补偿款。我儿子{KIN}可以作证。{NAME} {PHONE}"
_CALL = f"来电人{OTHER_NAME}（电话{PHONE}）称，陶建国用公车接送孩子。当时在场的只有我和{KIN}。"
ROWS = (
    f"P1,反映陶建国侵占补偿款,{_LETTER},2025-03-01,陶建国,{NAME},{ID},{PHONE},{HOME},{UNIT},{TRADE},\n",
    f"P2,反映陶建国公车私用,{_CALL},2025-04-01,陶建国,{OTHER_NAME},,{PHONE[:3]}-{PHONE[3:7]}-{PHONE[7:]},,,,\n",
    "P3,反映路灯不亮,村口路灯三个月不亮。,2025-05-01,,,,,,,,\n",
    f"P4,反映陶建国,{_LETTER},不知哪天,陶建国,{NAME},{ID},{PHONE},{HOME},{UNIT},{TRADE},\n",
    f"P5,反映陶建国,{_LETTER},2025-05-02,陶建国,{NAME},{ID},{PHONE},{HOME},{UNIT},{TRADE},,{NAME}多了一列\n",
)
FILE = HEAD + "".join(ROWS)
SHARED = "我叫〔已隐去〕，反映村主任陶建国侵占补偿款。〔已隐去〕可以作证。"
