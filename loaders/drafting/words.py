"""What tables and columns are called elsewhere: words for kinds, fields, links and keys, in Chinese and in English."""

import re
from collections.abc import Iterable, Mapping

from schema.identifiers.fold import fold

# By the name of the field; in the form of `plain`.
ALSO_CALLED = {
    "born_on": ("date of birth", "birth date", "birthday", "dob", "出生年月日", "生日"),
    "died_on": ("date of death", "death date", "dod"),
    "sex": ("gender", "性别"),
    "Person.name": ("full name", "person name", "人员姓名", "名字"),
    "Unit.name": (
        "company name",
        "firm name",
        "organisation name",
        "名称",
        "单位名称",
        "企业名称",
        "公司名称",
        "机构名称",
        "单位全称",
    ),
    "Project.name": ("project name", "项目名称"),
    "address": ("street address", "postal address", "地址", "住址", "详细地址"),
    "phone_number": ("phone", "phone no", "mobile", "telephone", "电话", "手机", "手机号", "号码", "phone number"),
    "plate": ("license plate", "registration number", "registration no", "reg", "reg no", "车牌", "号牌号码", "车牌号"),
    "model": ("型号", "品牌型号"),
    "latitude": ("lat", "纬度", "北纬"),
    "longitude": ("lon", "lng", "long", "经度", "东经"),
    "account_number": ("account", "account no", "iban", "账号", "帐号", "银行账号", "银行卡号", "卡号"),
    "card_number": ("card no", "fuel card", "加油卡号"),
    "badge_number": ("badge no", "badge", "警号", "工号"),
    "officer_rank": ("rank", "警衔", "职级"),
    "seconds": ("duration", "call duration", "length", "时长", "通话时长"),
    "call_kind": ("call type", "通话类型"),
    "id_number": ("身份证", "身份证号", "证件号码", "公民身份号码"),
    "uscc": ("统一社会信用代码", "信用代码", "社会信用代码"),
    "occurred_at": (
        "time",
        "call time",
        "start time",
        "call start",
        "时间",
        "通话时间",
        "开始时间",
        "通话开始时间",
        "转账时间",
        "交易时间",
    ),
    "occurred_from": ("date", "crime date", "offence date", "案发日期", "发案日期"),
    "founded_on": ("incorporation date", "date of incorporation", "founded", "成立日期", "设立日期"),
    "remark": ("摘要", "附言"),
}
_GIVEN = ("given name", "given names", "first name", "forename", "firstname", "name", "fname")
_FAMILY = ("surname", "family name", "last name", "lastname", "lname")
# What a person is called, first part first, with the text between the parts.
_NAMES = ((_GIVEN, _FAMILY, " "), (("姓", "姓氏"), ("名", "名字"), ""))

# By kind, in the order in which they are tried: what a table, or its label in an export, may be called.
KINDS_CALLED: Mapping[str, tuple[str, ...]] = {
    "Refuelling": ("refuelling", "refuellings", "refueling", "fuelling", "fuellings", "加油"),
    "ReceptionBill": ("reception", "receptions", "banquet", "banquets", "公务接待", "接待", "招待"),
    "Bid": ("bid", "bids", "bidding", "投标"),
    "AuditFinding": ("audit", "audits", "audit findings", "审计"),
    "InspectionIssue": ("inspection", "inspections", "巡察", "巡视"),
    "Ticket": ("ticket", "tickets", "hotline", "投诉", "工单", "热线", "诉求"),
    "PhoneCall": ("phonecall", "phonecalls", "phone call", "phone calls", "call", "calls", "cdr", "通话", "话单"),
    "Transfer": ("transfer", "transfers", "transaction", "transactions", "payment", "payments", "转账", "交易流水", "银行流水"),
    "Phone": ("phone", "phones", "telephone", "电话", "手机"),
    "Account": ("account", "accounts", "账户", "账号"),
    "CaseOfficer": ("officer", "officers", "investigator", "investigators", "police", "民警", "承办人", "办案人员"),
    "Vehicle": ("vehicle", "vehicles", "car", "cars", "车辆", "机动车"),
    "Place": ("location", "locations", "place", "places", "address", "addresses", "airport", "airports", "station", "stations",
              "地点", "地址", "场所"),
    "Clue": ("crime", "crimes", "case", "cases", "incident", "incidents", "clue", "clues", "petition", "petitions",
             "案件", "线索", "警情", "信访", "举报", "来信", "来访", "移送"),
    "Person": ("person", "persons", "people", "citizen", "citizens", "suspect", "suspects", "employee", "employees", "staff",
               "resident", "residents", "人员", "居民", "职工", "干部", "人口"),
    "Unit": ("company", "companies", "firm", "firms", "organisation", "organization", "organisations", "organizations", "unit",
             "units", "department", "departments", "airline", "airlines", "单位", "企业", "公司", "机构", "部门"),
    "Contract": ("contract", "contracts", "合同"),
    "Invoice": ("invoice", "invoices", "发票"),
    "Project": ("project", "projects", "tender", "tenders", "项目", "工程", "标段", "招标"),
}  # fmt: skip
# By link type: what a column, a type in an export or a table of links may be called.
LINKS_CALLED: Mapping[str, tuple[str, ...]] = {
    "KIN_OF": ("family", "kin", "relative", "relatives", "spouse", "parent", "亲属", "家庭", "亲戚", "配偶"),
    "KNOWS": ("knows", "know", "friend", "friends", "acquaintance", "classmate", "colleague", "neighbour", "neighbor", "tie",
              "ties", "认识", "交往", "同学", "同事", "朋友", "邻居", "战友", "社会关系"),
    "LOCATED_AT": ("address", "location", "located", "lives", "living", "home", "place", "住址", "地址", "住所", "所在地"),
    "USES_PHONE": ("phone", "telephone", "mobile", "电话", "手机"),
    "USES_ACCOUNT": ("account", "账户", "账号", "银行卡"),
    "CALLED_FROM": ("caller", "calling", "from", "主叫"),
    "CALLED_TO": ("called", "callee", "receiver", "to", "被叫"),
    "SENT_FROM": ("payer", "sender", "from", "转出", "付款"),
    "SENT_TO": ("payee", "receiver", "beneficiary", "to", "转入", "收款"),
    "INVESTIGATED_BY": ("investigated", "investigator", "investigates", "officer", "承办", "办案", "主办"),
    "NAMES": ("party", "involved", "suspect", "victim", "witness", "occurred", "names", "涉案", "被反映", "涉及", "案发"),
    "OWNED_BY": ("owner", "owns", "owned", "车主", "所有人", "权属", "权利人", "产权人", "业主"),
    "UNDER": ("superior", "parent", "under", "上级", "主管"),
    "HOLDS_SHARE": ("share", "shares", "shareholder", "shareholders", "holds", "invests", "股东", "持股", "投资", "出资"),
    "OFFICER_OF": ("director", "manager", "legal", "supervisor", "法人", "法定代表人", "董事", "监事", "经理"),
    "HOLDS_POST": ("works", "employer", "office", "department", "post", "单位", "任职", "工作单位", "部门"),
    "DRIVEN_BY": ("driver", "驾驶"),
}  # fmt: skip
_OF_THE_THING = frozenset(
    {"USES_PHONE", "USES_ACCOUNT", "LOCATED_AT", "HOLDS_POST"}
)  # whose words name the thing itself
# Of one kind with itself a column says only these of the row that it stands in.
OF_ONE_KIND = ("UNDER", "KIN_OF", "KNOWS")
STARTS = ("start id", "start", "from", "source", "src", "from id", "source id", "起点", "起始", "甲方", "甲", "主体")
ENDS = ("end id", "end", "to", "target", "dst", "to id", "target id", "终点", "终止", "乙方", "乙", "对象")
TYPES = ("type", "rel type", "relation type", "relationship", "关系类型", "类型")
LABELS = ("label", "labels", "标签")
_WORD_SETS = {
    "amount": ("amount", "price", "sum", "金额", "税额", "价款", "资本"),
    "measure": ("amount", "price", "age", "count", "quantity", "note", "notes", "remark", "remarks", "description", "text",
                "金额", "数量", "年龄", "备注", "内容", "说明", "摘要", "latitude", "longitude", "经度", "纬度",
                "duration", "length", "seconds", "时长"),
    "described": ("name", "surname", "title", "address", "phone", "telephone", "mobile", "email", "sex", "gender",
                  "姓名", "姓", "名", "名字", "名称", "标题", "题名", "地址", "住址", "住所", "地点", "电话", "手机", "邮箱", "性别"),
}  # fmt: skip
_CHANGED = re.compile(
    r"^(?:row )?(?:last )?(?:updated?|modified|modify|changed)(?: (?:at|on|time|date|datetime|timestamp))?$|^gmt modified$|^mtime$"
    r"|^(?:gx|xg|bg)(?:sj|rq)$|(?:更新|修改|变更|变动)(?:时间|日期|日|时刻|于)$"
)
_KEY = re.compile(
    r"(?:^|[ _])(?:id|ids|no|num|number|code|key|uuid|guid|faa|carrier)$|编号|代码|编码|主键|标识|流水号?$|单号|(?<![账帐卡机话证牌车])号$"
)
_EXPORTED = re.compile(r"^(?P<name>[^:]*):(?P<kind>[A-Za-z_]+)(?:\[\])?(?:\((?P<space>[^)]*)\))?(?:\{.*\})?$")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def plain(name: str) -> str:
    """Return a column's name in small plain words; `:START_ID(Person)` is `start id`, `name:string` is `name`."""
    found = _EXPORTED.match(name)
    named = (found["name"] or found["kind"]) if found else name
    spaced = fold(" ".join(re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-.\s]+", " ", named).lower().split()))
    return spaced.replace(" ", "") if _HAN.search(spaced) else spaced  # blanks between signs are for the eye


def id_space(name: str) -> str:
    """Return the space of ids that an export names in a column, as in `:START_ID(Person)`; empty where there is none."""
    found = _EXPORTED.match(name)
    return (found["space"] or "") if found and found["kind"].upper() in ("ID", "START_ID", "END_ID") else ""


def export_part(name: str) -> str:
    """Return ID, LABEL, START_ID, END_ID or TYPE where the column plays this part in a graph export, empty for others."""
    found = _EXPORTED.match(name)
    if found and found["kind"].upper() in ("ID", "LABEL", "START_ID", "END_ID", "TYPE"):
        return found["kind"].upper()
    return {"_id": "ID", "_labels": "LABEL", "_start": "START_ID", "_end": "END_ID", "_type": "TYPE"}.get(
        name.lower(), ""
    )


def is_key_word(name: str) -> bool:
    """Return whether the name says that the column numbers its rows."""
    return export_part(name) == "ID" or _KEY.search(plain(name)) is not None


def tells_change(name: str) -> bool:
    """Return whether a column's name says that it holds when a row was last changed."""
    return _CHANGED.search(plain(name)) is not None


def has_word(words: str, name: str) -> bool:
    """Return whether one of a set of words stands in a name."""
    return says(name, _WORD_SETS[words])


def says(name: str, words: Iterable[str]) -> bool:
    """Return whether a name has one of the words: a Chinese one anywhere, another as a word of its own."""
    text = plain(name)
    spaced = f" {text} "
    return any(word in text if _HAN.search(word) else f" {word} " in spaced for word in words)


def called(name: str, table: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the entries of a table of words that a name speaks of."""
    return [entry for entry, words in table.items() if says(name, words)]


def says_role(name: str) -> bool:
    """Return whether a column's name tells what somebody is to the row, such as its owner, and not what the thing is."""
    return bool(set(called(plain(name), LINKS_CALLED)) - _OF_THE_THING)


def name_parts(columns: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], str] | None:
    """Return the two columns that make a person's name and the text between them, of (plain name, column); or None."""
    known = {plain: column for plain, column in columns}
    for first, second, between in _NAMES:
        begin = next((known[word] for word in first if word in known), None)
        end = next((known[word] for word in second if word in known), None)
        if begin is not None and end is not None:
            return (begin, end), between
    return None
