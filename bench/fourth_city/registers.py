"""Writes the rows of the registers, each in its own habit."""

from bench.fourth_city.people import City, Firm, Person
from bench.third_city.book import Book
from bench.third_city.ids import forms, phone

AREA_WORD = {"": "博州本级", "b": "博乐市", "a": "阿拉山口市", "j": "精河县", "w": "温泉县", "t": "第五师双河市"}


class Registers:
    """Fills the book with what bureaus hold."""

    def __init__(self, city: City, book: Book) -> None:
        self.city, self.book, self.rng = city, book, city.rng
        self.holders: dict[str, list[str]] = {}

    def write(self) -> None:
        """Adds all registers that are not about alerts."""
        for person in self.city.people.values():
            self.renkou(person)
        for unit in self.city.units:
            self.unit(unit)
        self.staff()
        for firm in self.city.firms.values():
            self.firm(firm)
        self.cars()
        self.kin()
        for key in self.city.projects:
            self.project(key)

    def known_as(self, one: Person) -> str:
        """Returns somebody's name, or the former one as older papers have it."""
        return self.dotted(one.former if one.former and self.rng.random() < 0.5 else one.name)

    def once(self, key: str, often: float) -> str:
        """Returns a unit's name, or one that it had before."""
        unit = self.city.units[key]
        return self.rng.choice(unit.former.split(";")) if unit.former and self.rng.random() < often else unit.name

    def dotted(self, name: str) -> str:
        """Returns a name with the dot as this or that clerk types it."""
        return name.replace("·", self.rng.choice(("·", "·", "·", "•", ".", ""))) if "·" in name else name

    def renkou(self, one: Person) -> None:
        """Adds a person of the population register, some numbers in lower case or with blanks."""
        drawn = self.rng.random()
        number = one.number.lower() if drawn < 0.3 else forms(one.number)["#ids"] if drawn < 0.33 else one.number
        name = " ".join(one.name) if len(one.name) == 2 and self.rng.random() < 0.1 else self.dotted(one.name)
        row = {
            "公民身份号码": number,
            "姓  名": name,
            "曾用名": one.former,
            "民族": "汉" if "·" not in one.name else "其他",
            "出生日期": f"{one.born.year}{one.born.month:02}{one.born.day:02}",
            "户编号": one.household,
            "与户主关系": one.relation,
            "户籍地": f"新疆{AREA_WORD[one.county]}{self.rng.choice(('友好路', '团结路', '五一路'))}{self.rng.randrange(1, 500)}号",
            "联系电话": one.phone if self.rng.random() < 0.7 or not one.key.startswith("r_") else "",
        }
        self.book.add("renkou", row, {"姓  名": ("person", one.key)})

    def unit(self, key: str) -> None:
        """Adds a unit; the short name is blank for many, former names stand in one cell."""
        unit = self.city.units[key]
        parent = self.city.units.get(unit.parent)
        row = {
            "机构全称": unit.name,
            "社会信用代码": unit.code,
            "简称": unit.short if self.rng.random() < 0.55 else "",
            "曾用名称": unit.former,
            "上级主管": parent.name if parent else "",
            "所属区划": AREA_WORD[unit.county],
            "办公地址": unit.address,
            "值班电话": unit.phone,
        }
        records = {"机构全称": ("unit", key)}
        if parent:
            records["上级主管"] = ("unit", parent.key)
        self.book.add("jigou", row, records)

    def staff(self) -> None:
        """Adds the posts that people hold and held, unit and post in one cell."""
        n = 0
        for one in self.city.people.values():
            for unit, post, begin, end in one.posts:
                n += 1
                row = {
                    "序号": f"GB{n:05}",
                    "姓名": self.known_as(one),
                    "身份证号码": forms(one.number)["#mask"] if self.rng.random() < 0.06 else one.number,
                    "现（原）任单位及职务": self.city.units[unit].name + post,
                    "任职": begin,
                    "免职": end,
                    "手机号": one.phone,
                }
                self.book.add("ganbu", row, {"姓名": ("person", one.key), "现（原）任单位及职务": ("unit", unit)})

    def firm(self, firm: Firm) -> None:
        """Adds a firm, and its owners and officers in tables of their own."""
        legal = self.city.people[firm.legal]
        row = {
            "xydm": firm.code,
            "qymc": firm.name,
            "cym": firm.former,
            "fddbr": self.dotted(legal.name),
            "fddbr_zjh": legal.number,
            "zs": firm.address,
            "lxdh": firm.phone,
            "zczb_wy": firm.capital,
            "clrq": firm.founded,
        }
        self.book.add("qiye", row, {"qymc": ("firm", firm.key), "fddbr": ("person", firm.legal)})
        for key, share in firm.holders:
            self.holder(firm, key, share)
        for key, role in firm.officers:
            one = self.city.people[key]
            row = {"xydm": firm.code, "xm": self.dotted(one.name), "zjh": one.number, "zw": role}
            self.book.add("gaoguan", row, {"xm": ("person", key)})

    def holder(self, firm: Firm, key: str, share: int) -> None:
        """Adds a holder of shares, some with a masked number."""
        one = self.city.people[key]
        number = forms(one.number)["#mask"] if self.rng.random() < 0.05 and key.startswith("r_") else one.number
        row = {"xydm": firm.code, "gdxm": self.dotted(one.name), "gdzjh": number, "czbl": f"{share}%"}
        self.holders.setdefault(firm.key, []).append(key)
        self.book.add("gudong", row, {"gdxm": ("person", key)})

    def cars(self) -> None:
        """Adds cars with one fuel card each."""
        for n in range(90):
            unit = list(self.city.units)[n % 80]
            self.city.plates[f"car{n}"] = (f"新E{self.rng.choice('ABCDEFGH')}{self.rng.randrange(1000, 9999)}", unit)
        for key, (plate, unit) in self.city.plates.items():
            row = {
                "车牌号码": plate,
                "使用单位": self.once(unit, 0.3),
                "燃油类型": self.rng.choice(("汽油", "汽油", "柴油")),
                "油箱(升)": self.rng.choice((55, 60, 70)),
                "用途": self.rng.choice(("机要通信", "执法执勤", "一般公务")),
                "车辆状态": "在用",
                "状态变更日": "",
            }
            self.book.add("cheliang", row, {"车牌号码": ("vehicle", key), "使用单位": ("unit", unit)})
            card = f"90000865{self.rng.randrange(10**11):011}"
            self.city.shared[f"card:{key}"] = ("card", card)
            shown = plate[:2] + "·" + plate[2:] if self.rng.random() < 0.2 else plate
            name = self.city.units[unit].short or self.city.units[unit].name
            row = {"kh": card, "cph": shown, "dw": name, "zt": "正常"}
            self.book.add("youka", row, {"cph": ("vehicle", key), "dw": ("unit", unit)})

    def kin(self) -> None:
        """Adds the family that officials reported, one report each with a list."""
        homes: dict[str, list[Person]] = {}
        for one in self.city.people.values():
            homes.setdefault(one.household, []).append(one)
        for one in self.city.people.values():
            found = [*one.kin]
            if one.posts and one.relation in ("户主", "配偶"):
                found += [(o.key, relation(o)) for o in homes[one.household] if o is not one][:2]
            if found:
                self.report(one, found)

    def report(self, one: Person, found: list[tuple[str, str]]) -> None:
        """Adds a report of somebody's family."""
        number = len(self.book.rows.get("jiashu", ())) + 1
        told, records = [], {"申报人.姓名": ("person", one.key)}
        for n, (key, word) in enumerate(found, 1):
            other = self.city.people[key]
            shown = forms(other.number)["#mask"] if self.rng.random() < 0.2 else other.number
            told.append({"称谓": word, "姓名": self.known_as(other), "证件": shown})
            records[f"亲属{n}"] = ("person", key)
        who = {"姓名": self.dotted(one.name), "证件": one.number}
        self.book.add("jiashu", {"申报编号": f"SB{number:05}", "申报人": who, "亲属": told}, records)

    def project(self, key: str) -> str:
        """Adds a tendered project and gives its number; bids are hung into its row later."""
        one = self.city.projects[key]
        buyer, winner = self.city.units[one["buyer"]], self.city.firms[one["winner"]]
        year, month, day = one["day"].split(".")
        number = one.setdefault("number", f"BZJY{year}{self.rng.randrange(1000, 9999)}-{len(self.city.projects):03}")
        row = {
            "项目编号": number,
            "项目名称": one["name"],
            "招标人": buyer.name,
            "采购方式": one["way"],
            "类别": "工程",
            "开标时间": f"{year}/{month}/{day} 10:30",
            "中标": {"单位": winner.name, "代码": winner.code, "金额(万元)": one["wan"]},
            "投标": [],
        }
        records = {"项目编号": ("project", key), "招标人": ("unit", buyer.key), "中标.单位": ("firm", winner.key)}
        one["place"] = self.book.add("zhaobiao", row, records)
        one["row"] = str(len(self.book.rows["zhaobiao"]) - 1)
        return number

    def bid(self, project: str, firm: str, price: int, account: str, contact: str = "") -> None:
        """Hangs a bid of a firm into the row of a project."""
        one, bidder = self.city.projects[project], self.city.firms[firm]
        place = one["place"]
        row = self.book.rows["zhaobiao"][int(place.split(":")[1]) - 1]
        told = {"单位": bidder.name, "代码": bidder.code, "报价": f"{price}元", "联系人": self.city.name()}
        row["投标"].append({**told, "手机": contact or phone(self.rng), "保证金账号": account})
        # A bid names a firm, a phone and an account in one member of the list: which of them a record means is not told.
        self.book.optional[f"{place}:投标{len(row['投标'])}"] = firm


def relation(other: Person) -> str:
    """Return how an official calls this member of the household."""
    if other.relation in ("配偶", "户主"):
        return "配偶"
    return "女儿" if "女" in other.relation else "儿子"
