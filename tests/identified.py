"""A small place whose ledgers name people by name, masked or by post: declarations and rows for tests of identity."""

from typing import Any

from graph_service.cypher.files import query
from tests.loading import Loading

KEY = b"k" * 43
UNITS = """
name: units
title: Units 单位登记
holder: ORG_DEPT
classification: PUBLIC
readers: [EVERYONE]
read: {format: csv, files: units.csv}
key: 代码
nodes:
  unit:
    kind: Unit
    fields: {uscc: 代码, name: 名称, short_name: {column: 简称, as: unit_name}, former_name: {column: 曾用名, as: unit_name}}
"""
PEOPLE = """
name: people
title: Household register 户籍
holder: IT
classification: INTERNAL
rank: 90
readers: [EVERYONE]
read: {format: csv, files: people.csv}
key: 身份证号
nodes:
  person: {kind: Person, fields: {id_number: 身份证号, name: 姓名, sex: 性别}}
"""
POSTS = """
name: posts
title: Register of posts 干部任职
holder: ORG_DEPT
classification: INTERNAL
rank: 60
readers: [EVERYONE]
read: {format: csv, files: posts.csv}
key: 编号
nodes:
  person: {kind: Person, fields: {id_number: 身份证号}}
links:
  - type: HOLDS_POST
    from: person
    to: {kind: Unit, by: uscc, column: 单位代码}
    fields: {post: 职务, valid_from: 任职, valid_to: 免职}
"""
CLUES = """
name: clues
title: Register of clues 线索登记
holder: CASE_MGMT
classification: WORK_SECRET
rank: 10
readers: {teams: [CASE_MGMT]}
read: {format: csv, files: clues.csv}
key: 线索编号
nodes:
  clue: {kind: Clue, fields: {number: 线索编号, title: 标题, received_on: 收到}}
  subject:
    kind: Person
    when: 被反映人
    fields: {id_number: 身份证号, name: 被反映人, sex: 性别, id_mask: {column: 掩码, as: masked_id}}
links:
  - type: NAMES
    from: clue
    to: subject
    fields: {role: {value: SUBJECT}, as_named: 被反映人, as_post: 职务}
  - {type: NAMES, from: clue, to: {kind: Unit, by: uscc, column: 单位代码}, fields: {role: {value: SUBJECT_UNIT}}}
"""
TICKETS = """
name: tickets
title: Tickets 投诉件
holder: CONDUCT
classification: WORK_SECRET
rank: 10
readers: [EVERYONE]
read: {format: csv, files: tickets.csv}
key: 编号
nodes:
  ticket: {kind: Ticket, fields: {number: 编号, title: 标题}}
links:
  - {type: NAMES, from: ticket, to: {kind: Unit, by: name, column: 单位}, fields: {role: {value: SUBJECT_UNIT}}}
"""
# Valid in form, invented: born 1980-01-01 in order of their sequence numbers.
IDS = (
    "360502198001011237", "360502198001011253", "36050219800101127X", "360502198001011296", "360502198001011317",
)  # fmt: skip
FINANCE, EDUCATION = "11360502MB0000001P", "11360502MB0000002T"
PEOPLE_ROWS = f"""
身份证号,姓名,性别
{IDS[0]},张建国,男
{IDS[1]},张伟,男
{IDS[2]},张伟,男
{IDS[3]},欧阳志华,女
{IDS[4]},曾小平,男
"""
UNIT_ROWS = f"""
代码,名称,简称,曾用名
{FINANCE},云江市财政局,财政局,
{EDUCATION},云江市教育局,,云江市教育体育局
"""
POST_ROWS = f"""
编号,身份证号,单位代码,职务,任职,免职
1,{IDS[0]},{FINANCE},党组书记、局长,2020-01-01,
2,{IDS[1]},{FINANCE},科员,2020-01-01,
3,{IDS[2]},{EDUCATION},科员,2020-01-01,
4,{IDS[3]},{EDUCATION},局长,2020-01-01,
"""
CLUE_HEAD = "线索编号,标题,收到,被反映人,身份证号,性别,职务,单位代码,掩码"
CLUE_ROWS = f"""
{CLUE_HEAD}
X1,按职务,2025-03-01,张某某,,,局长,{FINANCE},
X2,同名,2025-03-02,张伟,,,科员,{EDUCATION},
X3,只有姓名,2025-03-03,曾小平,,,,,
X4,繁体,2025-03-04,歐陽志華,,,局长,{EDUCATION},
X5,性别不符,2025-03-05,欧阳志华,,男,局长,{EDUCATION},
X6,有号码,2025-03-06,张建国,{IDS[0]},,局长,{FINANCE},
X7,掩码号码,2025-03-07,曾某某,,,,,3605**********1317
"""
_EVERYTHING = """MATCH (n) WHERE n.uid IS NOT NULL AND NOT n:Load AND NOT n:IdentityCandidate AND NOT n:IdentityJudgement AND NOT n:CheckBook
RETURN collect([[label IN labels(n) WHERE label <> 'Stirred'], properties(n)]) AS nodes,
  COLLECT {
    MATCH (a)-[r]->(b)
    WHERE r.uid IS NOT NULL
    RETURN [type(r), a.uid, b.uid, properties(r)]
  } AS ties"""


def load_place(loading: Loading, clues: str = CLUE_ROWS) -> None:
    """Load the registers and the clues."""
    for declaration, rows in ((UNITS, UNIT_ROWS), (PEOPLE, PEOPLE_ROWS), (POSTS, POST_ROWS), (CLUES, clues)):
        loading.load(declaration, rows)


def snapshot(loading: Loading) -> tuple[set[str], set[str]]:
    """Return every node and relationship with all that it holds."""
    found = loading.rows(_EVERYTHING)[0]
    return {_text(node) for node in found["nodes"]}, {_text(tie) for tie in found["ties"]}


def _text(item: list[Any]) -> str:
    first, *between, held = item
    labels = first if isinstance(first, str) else sorted(first)
    return repr((labels, between, sorted((name, str(value)) for name, value in held.items() if name != "load")))


def who(loading: Loading) -> dict[str, str | None]:
    """Return for each clue the name of the person that it leads to, by the register."""
    found = loading.rows(
        "MATCH (c:Clue)-[:NAMES]->(p:Person) RETURN c.number AS clue, p.id_number AS id, p.audience AS audience"
    )
    return {row["clue"]: row["id"] for row in found}


def pairs(loading: Loading) -> list[dict[str, Any]]:
    """Return the pairs that are in the graph."""
    return list(loading.rows(query("identity/candidates").body)[0]["rows"])
