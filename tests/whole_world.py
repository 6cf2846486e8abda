"""A small world in which everything happens that a first load has to get right, as files of source systems."""

from tests.loading import CODES, IDS, REGISTER, UNITS

PEOPLE = """
name: people
title: Household register 户籍
holder: IT
classification: INTERNAL
rank: 90
readers: [EVERYONE]
read: {format: csv, files: "people-*.csv"}
key: 身份证号
nodes:
  person:
    kind: Person
    fields: {id_number: 身份证号, name: 姓名, sex: 性别, born_on: 出生日期}
    facts: {留过的电话: 电话, 登记住址: 住址}
  home: {kind: Place, key: 住址, fields: {address: 住址, place_kind: {value: HOME}}}
  phone: {kind: Phone, when: 电话, fields: {phone_number: 电话}}
links:
  - {type: LOCATED_AT, from: person, to: home, fields: {place_use: {value: HOME}}}
  - {type: USES_PHONE, from: person, to: phone}
"""
CLUES = """
name: clues
title: Register of clues 线索登记
holder: CASE_MGMT
classification: WORK_SECRET
rank: 10
after: [people]
readers: {teams: [CASE_MGMT], columns: [部门]}
read: {format: csv, files: clues.csv}
key: 线索编号
nodes:
  clue: {kind: Clue, fields: {number: 线索编号, title: 标题, received_on: 日期, amount_fen: {column: 金额, as: money_yuan},
         is_real_name: 实名}}
  subject: {kind: Person, when: 被反映人, fields: {id_number: 身份证号, name: 被反映人}}
  other: {kind: Person, when: 同案人, fields: {id_number: 同案人身份证号, name: 同案人}}
links:
  - {type: NAMES, from: clue, to: subject, fields: {role: {value: SUBJECT}, as_named: 被反映人}}
  - {type: NAMES, from: clue, to: {kind: Unit, by: name, column: 单位}, fields: {role: {value: SUBJECT_UNIT}}}
  - type: NAMES
    from: clue
    to: {kind: Phone, by: phone_number, column: 电话, each: ";"}
    fields: {role: {value: CONTACT}}
  - {type: REPEATS, from: clue, to: {kind: Clue, source: petitions, column: 信访编号}}
"""
PETITIONS = """
name: petitions
title: Petitions 信访
holder: CASE_MGMT
classification: WORK_SECRET
readers: [CASE_MGMT]
read: {format: jsonl, files: petitions.jsonl, columns: [编号, 标题, 内容, 举报人]}
key: 编号
reporter: {name: 举报人}
nodes:
  clue: {kind: Clue, fields: {number: 编号, title: 标题, text: 内容}}
"""
EVENTS = """
name: events
title: Messages of the register 登记变更
holder: IT
classification: INTERNAL
readers: {teams: [IT], columns: [部门]}
read: {format: csv, files: "events-*.csv"}
key: 编号
version: {column: 时间, as: datetime}
deleted: {column: 动作, values: [删除]}
nodes:
  person: {kind: Person, when: 姓名, fields: {id_number: 身份证号, name: 姓名}}
links:
  - {type: USES_PHONE, from: person, to: {kind: Phone, by: phone_number, column: 电话}}
"""
KIN = """
name: kin
title: Reports of kin, where rows describe people and refer to the same numbers 亲属
holder: IT
classification: INTERNAL
rank: 20
readers: [EVERYONE]
read: {format: csv, files: kin.csv}
key: 编号
nodes:
  one: {kind: Person, when: 姓名, fields: {id_number: 身份证号, name: 姓名}}
  other: {kind: Person, when: 亲属, fields: {id_number: 亲属号码, name: 亲属}}
links:
  - {type: KIN_OF, from: one, to: other, fields: {relation: {value: SIBLING}}}
  - {type: KIN_OF, from: one, to: {kind: Person, by: id_number, column: 号码}, fields: {relation: {value: SPOUSE}}}
  - {type: KIN_OF, from: {kind: Person, by: id_number, column: 号码}, to: other, fields: {relation: {value: SIBLING}}}
"""
WORLD = {
    "people.yaml": PEOPLE,
    "people-1.csv": f"""身份证号,姓名,性别,出生日期,住址,电话
{IDS[0]},张三丰,男,1980-01-01,云江市东街1号,13812345678
{IDS[1]},李四光,女,1980-01-01,云江市东街1号,
{IDS[1]},李四光,男,1980-01-01,云江市东街1号,
12345,坏人,男,1980-01-01,云江市东街1号,
""",
    "people-2.csv": f"""身份证号,姓名,性别,出生日期,住址,电话
{IDS[2]},王五,男,1980-01-01,云江市西街2号,13812345678
{IDS[0]},张三丰,男,1980-01-01,云江市东街1号,13812345678
{IDS[1]},李四,女,1980-01-01,云江市东街9号,13712345678
""",
    "register.yaml": REGISTER,
    "register.csv": f"""编号,身份证号,姓名,性别
1,{IDS[0]},张三,男
2,{IDS[0]},张三丰,男
3,,无号,女
4,{IDS[3]},,女
5;6,{IDS[3]},,女
""",
    "clues.yaml": CLUES,
    "clues.csv": f"""线索编号,标题,日期,金额,实名,部门,被反映人,身份证号,同案人,同案人身份证号,单位,电话,信访编号
X1,"一号
有两行 ""引号"", 逗号",2024-01-02,12.50,是,T1,张三,{IDS[0]},,,云江市财政局,13812345678;13912345678,P1
X2,二号\\n,2024-01-03,,否,T2,张三丰,{IDS[0]},张三,{IDS[0]},云江市教育局,13812345678,P9
X3,三号,,,,T1,王五,,赵六,,云江市财政局,,P1
X4,四号,昨天,,,T1,王五,,,,,,
X5,五号,,,,T3,张三丰,{IDS[0]},,,云江市审计局,13612345678,P2
X5,五号,,,,T3,张三丰,{IDS[0]},,,云江市审计所,13512345678,P3
X6,六号,,,,T1;T3,李四,{IDS[1]},,,云江市审计局,,
X7,别人的号码,,,,T1,赵六,{IDS[0]},王五,{IDS[2]},云江市财政局,,
X8,又是别人的号码,,,,T2,赵六,{IDS[0]},,,云江市审计局,,
""",
    "kin.yaml": KIN,
    "kin.csv": f"""编号,身份证号,姓名,亲属号码,亲属,号码
K1,{IDS[0]},胡强,{IDS[1]},李四,{IDS[0]}
K2,{IDS[1]},李四,{IDS[0]},胡强,{IDS[0]}
K3,{IDS[2]},王五,{IDS[0]},赵六,{IDS[1]}
K4,,钱局长,,,
""",
    "petitions.yaml": PETITIONS,
    "petitions.jsonl": """{"编号": "P1", "标题": "来信", "内容": "第一行\\r\\n第二行 \\"引\\" \\\\"}
{"编号": "P2", "标题": "来信，再", "内容": "=1+1", "举报人": "邵桂花"}
""",
    "units.yaml": UNITS,
    "units.csv": f"""代码,名称,上级
{CODES[0]},云江市财政局,{CODES[1]}
{CODES[1]},云江市人民政府,
{CODES[2]},云江市审计局,11360502MB00000058
""",
    "other_units.yaml": UNITS.replace("name: units", "name: other_units").replace("units.csv", "other.csv"),
    "other.csv": f"""代码,名称,上级
{CODES[2]},云江市审计局,
{CODES[1]},云江市财政局,{CODES[1]}
""",
    "events.yaml": EVENTS,
    "events-1.csv": f"""编号,时间,动作,部门,身份证号,姓名,电话
1,2024-01-03 01:00:00,更新,T1,{IDS[0]},张三,13812345678
2,2024-01-03 01:00:00,更新,T1,{IDS[2]},王五,13312345678
3,2024-01-03 01:00:00,删除,T1,,,
4,2024-01-05 01:00:00,更新,T2,{IDS[1]},李四,13212345678
5,2024-01-05 01:00:00,更新,T2,,,
""",
    "events-2.csv": f"""编号,时间,动作,部门,身份证号,姓名,电话
1,2024-01-04 01:00:00,更新,T2,{IDS[0]},张三丰,13912345678
2,2024-01-04 01:00:00,删除,T1,,,
3,2024-01-02 01:00:00,更新,T1,{IDS[3]},孙七,13112345678
4,2024-01-04 01:00:00,更新,T2,{IDS[1]},李四光,13012345678
4,2024-01-06 01:00:00,更新,T2,{IDS[1]},李四光,13012345678
""",
}


def files_of(world: dict[str, str]) -> dict[str, str]:
    """Return the files, each beginning at its first line of text."""
    return {name: text.lstrip("\n") for name, text in world.items()}
