"""Writes matters: the hand-written ones with their marks taken out, and a templated background."""

from collections.abc import Mapping
from typing import NamedTuple

from bench.fourth_city.background import BACK, COUNT
from bench.fourth_city.people import City
from bench.third_city.book import Book
from bench.third_city.ids import forms
from bench.third_city.parse import MARK, Group, Matter

SOURCE = {"XF": "xinfang", "PM": "rexian", "SJ": "shenji", "XC": "xuncha", "PZ": "xiansuo", "YS": "yisong"}
CHANNEL = {"XF": "PETITION", "PM": "PALM", "SJ": "AUDIT", "XC": "INSPECTION", "PZ": "STATIONED", "YS": "TRANSFER"}
FOCUS = {
    "APPOINTMENT": "基层党组织建设",
    "ORGANISATION": "基层党组织建设",
    "RECTIFICATION": "整改落实",
    "FORMALISM": "党的路线方针政策落实",
}


Made = tuple[dict[str, object], dict[str, tuple[str, str]]]


class Span(NamedTuple):
    """A place in a text and what stands there."""

    start: int
    end: int
    text: str


class Matters:
    """Fills the book with matters and keeps what the truth says of them."""

    def __init__(self, city: City, book: Book, groups: list[Group]) -> None:
        self.city, self.book, self.rng, self.groups = city, book, city.rng, groups
        self.labels = {m.options["n"]: m for g in groups for m in g.matters if "n" in m.options}
        self.mentions: dict[str, dict[str, object]] = {}
        self.counts: dict[str, int] = {}
        self.all: list[Matter] = []

    def write(self) -> None:
        """Adds all matters by day, the background among them."""
        found = [m for g in self.groups for m in g.matters]
        found += [self.background(n) for n in range(COUNT)]
        for matter in found:
            matter.number = self.number(matter)
        for matter in sorted(found, key=lambda m: (m.day, m.raw)):
            self.one(matter)
            self.all.append(matter)

    def background(self, n: int) -> Matter:
        """Returns a matter of the background."""
        channel, problem, form = BACK[n % len(BACK)]
        towns = [u for u in self.city.units.values() if u.head in ("11", "12") and not u.key.startswith("r_")]
        unit = towns[(n * 13 + 5) % len(towns)]
        day = f"202{3 + n % 2}-{n % 9 + 1:02}-{n % 27 + 1:02}"
        text = form.format(u=f"[{unit.key}|{unit.short or unit.name}]", n=n % 40 + 2)
        return Matter(
            channel,
            day,
            problem,
            {"u": unit.key} | ({"z": "1"} if channel == "SJ" and n % 3 else {}),
            text,
            planted=False,
        )

    def number(self, matter: Matter) -> str:
        """Returns the number by the habit of its register."""
        year, month, day = matter.day.split("-")
        n = self.counts[matter.channel + year] = self.counts.get(matter.channel + year, 0) + 1
        return {
            "XF": f"博信字〔{year}〕{n:03}号",
            "PM": f"{year}{month}{day}-{n:05}",
            "SJ": f"BZSJ{year[2:]}-{n:03}",
            "XC": f"{year}-XC-{n:03}",
            "PZ": f"652700{year}{n:04}",
            "YS": f"博州审移〔{year}〕{n}号",
        }[matter.channel]

    def value(self, key: str, surface: str) -> str:
        """Returns what the text says for a mark."""
        if surface.startswith("#"):
            return forms(self.city.people[key].number)[surface]
        return surface.removeprefix("?")

    def kind(self, key: str) -> str:
        """Returns the kind of an entity."""
        city = self.city
        tables: list[Mapping[str, object]] = [city.people, city.firms, city.projects, city.plates, city.units]
        sorts = zip(("person", "firm", "project", "vehicle", "unit"), tables, strict=True)
        return next((name for name, table in sorts if key in table), "")

    def one(self, matter: Matter) -> None:
        """Adds the row of a matter and the records that it makes."""
        parts, at, spans = [], 0, []
        for found in MARK.finditer(matter.raw):
            parts.append(matter.raw[at : found.start()])
            shown, start = self.value(found[1], found[2]), sum(map(len, parts))
            spans.append((start, start + len(shown), found[1], found[2], shown))
            parts.append(shown)
            at = found.end()
        matter.text = "".join(parts) + matter.raw[at:]
        source = SOURCE[matter.channel]
        row, records = getattr(self, source)(matter)
        matter.row = self.book.add(source, row, records)
        named = {key for _, key in records.values()} | {s[2] for s in spans}
        matter.entities = sorted(named | self.behind(named, [s[4] for s in spans]))
        for start, end, key, surface, shown in spans:
            kind = self.kind(key)
            if kind:
                self.mention(f"{matter.row}:text@{start}", kind, key, surface, Span(start, end, shown))

    def behind(self, named: set[str], words: list[str]) -> set[str]:
        """Returns who holds the firms named and whose phones are named: registers join such matters, though not in one deed."""
        holders = {key for firm in named & self.city.firms.keys() for key, _ in self.city.firms[firm].holders}
        numbers = {"".join(filter(str.isdigit, each)) for each in words}
        return holders | {key for key, one in self.city.people.items() if one.phone in numbers}

    def mention(self, record: str, kind: str, key: str, surface: str, span: Span) -> None:
        """Notes a mention; nicknames, numbers of people and bare titles of another's are optional."""
        self.mentions[record] = {"field": "text", "start": span.start, "end": span.end, "text": span.text}
        digits = kind == "person" and sum(c.isdigit() for c in span.text) > 6
        if surface.startswith("?") or digits or "某" in span.text:
            self.book.optional[record] = key
        else:
            self.book.identity[kind][record] = key

    def subject(self, matter: Matter) -> tuple[str, str, str]:
        """Returns key, name as written and number as written of the subject."""
        key, _, surface = matter.options.get("s", "").partition(":")
        if not key:
            return "", "", ""
        one = self.city.people[key]
        number = {"full": one.number, "mask": forms(one.number)["#mask"]}.get(matter.options.get("id", ""), "")
        return key, surface or one.name, number

    def place(self, matter: Matter, form: str) -> tuple[str, str]:
        """Returns key and name as written of the unit: its option's, else the subject's."""
        key = matter.options.get("u", "") or self.post(matter)[0]
        if not key:
            return "", ""
        unit = self.city.units[key]
        if form == "short":
            return key, unit.short or unit.name
        if form == "party" and unit.party == "党组":
            return key, f"中共{unit.name}党组"
        return key, unit.name

    def post(self, matter: Matter) -> tuple[str, str]:
        """Returns unit and post of the subject."""
        key = self.subject(matter)[0]
        posts = self.city.people[key].posts if key else []
        return (posts[0][0], posts[0][1]) if posts else ("", "")

    def xinfang(self, matter: Matter) -> Made:
        """Returns a petition: unit and post in one cell."""
        year, month, day = (int(x) for x in matter.day.split("-"))
        key, name, number = self.subject(matter)
        unit, shown = self.place(matter, "short")
        row: dict[str, object] = {
            "信访件号": matter.number,
            "登记时间": f"{year}.{month}.{day}",
            "方式": self.rng.choice(("信件", "走访", "网上", "电话")),
            "被反映人": name,
            "证件号": number,
            "单位及职务": shown + self.post(matter)[1],
            "主要内容": matter.text,
            "承办": self.rng.choice(("一室", "二室", "")),
        }
        records = {"被反映人": ("person", key)} if key else {}
        return row, records | ({"单位及职务": ("unit", unit)} if unit else {})

    def rexian(self, matter: Matter) -> Made:
        """Returns a ticket of the hotline with the asked unit by its short name."""
        unit, shown = self.place(matter, "short")
        when = f"{matter.day.replace('-', '')} {self.rng.randrange(8, 22):02}:{self.rng.randrange(10, 59)}"
        row: dict[str, object] = {
            "工单编码": matter.number,
            "来电时间": when,
            "承办单位": shown,
            "诉求内容": matter.text,
            "诉求类型": self.rng.choice(("投诉", "投诉", "求助", "咨询")),
        }
        return row, {"承办单位": ("unit", unit)} if unit else {}

    def shenji(self, matter: Matter) -> Made:
        """Returns an audit finding with the auditor's own words for its kind."""
        unit, shown = self.place(matter, "full")
        state, _, day = matter.options.get("z", "0").partition("@")
        amount = matter.options.get("amt", "")
        row: dict[str, object] = {
            "问题编号": matter.number,
            "审计项目": {"名称": f"{shown}{matter.day[:4]}年度审计", "报告日": matter.day},
            "被审计单位": shown,
            "问题性质": matter.options.get("dx", ""),
            "问题事实": matter.text,
            "金额": f"{amount}万元" if amount else "",
            "整改": {"状态": "已完成" if state == "1" else "推进中", "完成日": day},
        }
        return row, {"被审计单位": ("unit", unit)}

    def xuncha(self, matter: Matter) -> Made:
        """Returns an inspection issue, the unit by its Party group."""
        unit, shown = self.place(matter, "party")
        state, _, day = matter.options.get("z", "整改中").partition("@")
        row: dict[str, object] = {
            "编号": matter.number,
            "基本情况.轮次": f"{matter.day[:4]}年第{(int(matter.day[5:7]) - 1) // 4 + 1}轮",
            "基本情况.被巡察党组织": shown,
            "基本情况.发现时间": "-".join(str(int(part)) for part in matter.day.split("-")),
            "问题.聚焦": FOCUS.get(matter.problem, "群众身边不正之风和腐败问题"),
            "问题.具体表现": matter.text,
            "整改.情况": state,
            "整改.销号时间": day,
        }
        return row, {"基本情况.被巡察党组织": ("unit", unit)}

    def xiansuo(self, matter: Matter) -> Made:
        """Returns a clue that was handed over."""
        key, name, number = self.subject(matter)
        unit, shown = self.place(matter, "short")
        year, month, day = (int(x) for x in matter.day.split("-"))
        row: dict[str, object] = {
            "线索编码": matter.number,
            "受理日期": f"{year}年{month}月{day}日",
            "线索来源": self.rng.choice(("派驻机构报送", "下级报送", "执法机关移送")),
            "姓名": name,
            "身份证": number,
            "工作单位": shown,
            "职务": self.post(matter)[1],
            "线索摘要": matter.text,
        }
        records = {"姓名": ("person", key)} if key else {}
        return row, records | ({"工作单位": ("unit", unit)} if unit else {})

    def yisong(self, matter: Matter) -> Made:
        """Returns a transfer letter for a finding."""
        unit, shown = self.place(matter, "full")
        row: dict[str, object] = {
            "文号": matter.number,
            "日期": matter.day,
            "涉及单位": shown,
            "事项": matter.text,
            "对应问题": self.labels[matter.options["ref"]].number,
            "反馈": "",
        }
        return row, {"涉及单位": ("unit", unit)}
