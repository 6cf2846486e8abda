"""Writes the rows of the registers, each in its own habit."""

from bench.third_city.book import Book
from bench.third_city.ids import forms, phone
from bench.third_city.people import City, Firm, Person

PREFIX = {"d": "东港", "l": "岚山", "j": "莒县", "w": "五莲"}


class Registers:
    """Fills the book with what bureaus hold."""

    def __init__(self, city: City, book: Book) -> None:
        self.city, self.book, self.rng = city, book, city.rng

    def write(self) -> None:
        """Adds all registers that are not about alerts."""
        for person in self.city.people.values():
            self.hukou(person)
        for unit in self.city.units.values():
            self.unit(unit.key)
        self.staff()
        for firm in self.city.firms.values():
            self.firm(firm)
        self.cars()
        self.kin()
        for key in self.city.projects:
            self.project(key)

    def hukou(self, one: Person) -> None:
        """Adds a person of the household register, some numbers in lower case or with blanks."""
        number = (
            one.number.lower()
            if self.rng.random() < 0.3
            else forms(one.number)["#ids"]
            if self.rng.random() < 0.03
            else one.number
        )
        name = " ".join(one.name) if len(one.name) == 2 and self.rng.random() < 0.1 else one.name
        born = f"{one.born.year}{one.born.month:02}{one.born.day:02}"
        row = {
            "户号": one.household,
            "关系": one.relation,
            "姓名": name,
            "曾用名": one.former,
            "身份号码": number,
            "出生": born,
            "住址": f"山东省日照市{self.rng.choice(('正阳路', '海曲路', '富阳路'))}{self.rng.randrange(1, 500)}号",
            "手机": one.phone if self.rng.random() < 0.7 or not one.key.startswith("r_") else "",
        }
        self.book.add("hukou", row, {"姓名": ("person", one.key)})

    def unit(self, key: str) -> None:
        """Adds a unit; the normed short name is blank for many."""
        unit = self.city.units[key]
        parent = self.city.units.get(unit.parent)
        row = {
            "机构名称": unit.name,
            "规范简称": unit.short if self.rng.random() < 0.55 else "",
            "原名称": unit.former,
            "统一代码": unit.code,
            "主管部门": parent.name if parent else "",
            "区划": PREFIX.get(unit.county, "市直"),
            "地址": unit.address,
            "总机": unit.phone,
        }
        records = {"机构名称": ("unit", key)}
        if parent:
            records["主管部门"] = ("unit", parent.key)
        self.book.add("bianban", row, records)

    def staff(self) -> None:
        """Adds the posts that people hold and held."""
        n = 0
        for one in self.city.people.values():
            for unit, post, begin, end in one.posts:
                n += 1
                shown = self.city.units[unit].name
                row = {
                    "档号": f"ZG{n:05}",
                    "人": {"姓名": one.name, "证号": one.number},
                    "岗": {"单位": shown, "职务": post, "任": begin, "免": end},
                    "电话": one.phone,
                }
                self.book.add("zugong", row, {"人.姓名": ("person", one.key), "岗.单位": ("unit", unit)})

    def firm(self, firm: Firm) -> None:
        """Adds a firm with its owners and officers as nested lists."""
        people = self.city.people
        legal = people[firm.legal]
        row = {
            "信用代码": firm.code,
            "企业名称": firm.name,
            "前名称": firm.former,
            "法定代表人": {"名": legal.name, "证": legal.number},
            "住所": firm.address,
            "联络电话": firm.phone,
            "注册资金": f"{firm.capital}万元",
            "设立": firm.founded,
            "投资人": [{"名": people[k].name, "证": people[k].number, "占比": f"{r}%"} for k, r in firm.holders],
            "任职": [{"名": people[k].name, "证": people[k].number, "职": r} for k, r in firm.officers],
        }
        records = {"企业名称": ("firm", firm.key), "法定代表人.名": ("person", firm.legal)}
        records |= {f"投资人{n}": ("person", k) for n, (k, _) in enumerate(firm.holders, 1)}
        records |= {f"任职{n}": ("person", k) for n, (k, _) in enumerate(firm.officers, 1)}
        self.book.add("shijian", row, records)

    def cars(self) -> None:
        """Adds cars with one fuel card each; the columns are initials of pinyin."""
        for n in range(135):
            key = f"car{n}"
            unit = list(self.city.units)[n % 110]
            self.city.plates[key] = (f"鲁L{self.rng.choice('ABCDEFGH')}{self.rng.randrange(1000, 9999)}", unit)
        for key, (plate, unit) in self.city.plates.items():
            fuel = "电" if plate[3:4] == "D" and len(plate) == 8 else self.rng.choice(("汽油", "汽油", "柴油"))
            row = {
                "hphm": plate,
                "sydw": self.city.units[unit].name,
                "rllx": fuel,
                "yxrj": self.rng.choice((55, 60, 70)),
                "ytxz": self.rng.choice(("机要通信", "执法执勤", "公务保障")),
                "zt": "在用",
            }
            self.book.add("gwc", row, {"hphm": ("vehicle", key), "sydw": ("unit", unit)})
            card = f"90000371{self.rng.randrange(10**11):011}"
            self.city.shared[f"card:{key}"] = ("card", card)
            row = {
                "ykh": card,
                "hphm": plate[:2] + "·" + plate[2:] if self.rng.random() < 0.2 else plate,
                "dwmc": self.city.units[unit].short or self.city.units[unit].name,
                "zt": "正常",
            }
            self.book.add("jyk", row, {"hphm": ("vehicle", key), "dwmc": ("unit", unit)})

    def kin(self) -> None:
        """Adds the family members that officials reported."""
        people, n = self.city.people, 0
        homes: dict[str, list[Person]] = {}
        for one in people.values():
            homes.setdefault(one.household, []).append(one)
        for one in people.values():
            if not one.posts:
                continue
            found = [*one.kin]
            if one.relation in ("户主", "配偶"):
                others = [o for o in homes[one.household] if o is not one]
                found += [(o.key, relation(o)) for o in others][:2]
            for key, word in found:
                n += 1
                other = people[key]
                number = forms(other.number)["#mask"] if self.rng.random() < 0.2 else other.number
                where = self.city.units[other.posts[0][0]].name + other.posts[0][1] if other.posts else ""
                row = {
                    "登记号": f"GS{n:05}",
                    "本人": one.name,
                    "本人身份证": one.number,
                    "称谓": word,
                    "亲属": other.name,
                    "亲属身份证": number,
                    "亲属单位职务": where,
                }
                self.book.add("jiating", row, {"本人": ("person", one.key), "亲属": ("person", key)})

    def project(self, key: str) -> str:
        """Adds a tendered section and gives the number of its project."""
        one = self.city.projects[key]
        buyer, winner = self.city.units[one["buyer"]], self.city.firms[one["winner"]]
        year, month, day = one["day"].split(".")
        number = one.setdefault("number", f"RZGC-{year}-{self.rng.randrange(100, 9999):04}")
        alias = one["alias"] if key in ("j1", "j2", "j6") else ""
        row = {
            "标段号": number,
            "项目名称": one["name"],
            "立项名": alias,
            "招标人": buyer.name,
            "方式": one["way"],
            "类别": "工程",
            "开标": f"{year}年{month}月{day}日",
            "中标人": winner.name,
            "中标人代码": winner.code,
            "中标价(万元)": one["wan"],
        }
        self.book.add(
            "biaoduan", row, {"标段号": ("project", key), "招标人": ("unit", buyer.key), "中标人": ("firm", winner.key)}
        )
        return number

    def bid(self, project: str, firm: str, price: int, account: str) -> None:
        """Adds a bid of a firm for a project, with a contact of its own."""
        one, bidder = self.city.projects[project], self.city.firms[firm]
        row = {"标段号": one["number"], "投标人": bidder.name, "信用代码": bidder.code, "报价": f"{price}元"}
        row |= {"联系人": self.city.name(), "手机": phone(self.rng), "保证金账号": account}
        self.book.add("toubiao", row, {"标段号": ("project", project), "投标人": ("firm", firm)})


def relation(other: Person) -> str:
    """Return how an official calls this member of the household."""
    if other.relation in ("配偶", "户主"):
        return "配偶"
    return "女儿" if "女" in other.relation else "儿子"
