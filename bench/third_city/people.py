"""Everybody and every firm: those declared beside the texts, and as many others as a city needs."""

import random
from dataclasses import dataclass, field

from bench.third_city.ids import AREAS, Birthday, account, credit_code, phone, resident_id
from bench.third_city.parse import Thing
from bench.third_city.units import Unit

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林郑宋于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹"
    "熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文厉牟辛费申庄滕安迟丛薄卜盛相惠寇战仲满解鞠綦逄臧隋苗"
)
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国红梅志海波春晓东云鹏飞凤琴林峰新文斌永健世广清山胜学祥德金宝庆荣"
    "福才成连同善思彦立泽远兴凯树长光"
)
POSTS = ("副局长", "办公室主任", "财务科科长", "四级调研员", "一级科员", "科员", "会计", "司机")
_GROWN = range(1955, 2003)


@dataclass
class Person:
    """A person with what the registers hold."""

    key: str
    name: str
    number: str
    born: Birthday
    county: str
    former: str = ""
    phone: str = ""
    household: str = ""
    relation: str = ""
    posts: list[tuple[str, str, str, str]] = field(default_factory=list)
    kin: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Firm:
    """A firm with owners and officers."""

    key: str
    name: str
    code: str
    short: str = ""
    former: str = ""
    legal: str = ""
    holders: list[tuple[str, int]] = field(default_factory=list)
    officers: list[tuple[str, str]] = field(default_factory=list)
    address: str = ""
    phone: str = ""
    founded: str = ""
    capital: int = 100


class City:
    """All entities by key, made from one random stream."""

    def __init__(self, rng: random.Random, units: dict[str, Unit], things: list[Thing]) -> None:
        self.rng, self.units = rng, units
        self.people: dict[str, Person] = {}
        self.firms: dict[str, Firm] = {}
        self.projects: dict[str, dict[str, str]] = {}
        self.shared: dict[str, tuple[str, str]] = {}
        self.plates: dict[str, tuple[str, str]] = {}
        self.fill_units()
        for thing in things:
            {"P": self.person, "F": self.firm, "J": self.project, "A": self.share, "V": self.plate}[thing.mark](thing)
        self.others()

    def fill_units(self) -> None:
        """Gives units codes, addresses and switchboards."""
        for n, unit in enumerate(self.units.values()):
            if not (unit.head == "N2" and n % 3 == 0):
                unit.code = credit_code(self.rng, unit.head, AREAS[unit.county])
            unit.address = (
                "日照市东港区烟台路99号市民中心"
                if n in range(12, 22)
                else f"{unit.name[:6]}{self.rng.choice(('海曲路', '正阳路', '文登路', '银河街'))}{self.rng.randrange(1, 300)}号"
            )
            unit.phone = f"0633-{self.rng.randrange(2000000, 8999999)}"

    def grow(self, key: str, name: str, county: str, ages: range = _GROWN) -> Person:
        """Returns a new person of this name."""
        born = Birthday(self.rng.randrange(ages.start, ages.stop), self.rng.randrange(1, 13), self.rng.randrange(1, 29))
        male = self.rng.random() < 0.6
        found = Person(key, name, resident_id(self.rng, AREAS[county], born, male), born, county, phone=phone(self.rng))
        self.people[key] = found
        return found

    def name(self) -> str:
        """Returns a made-up name."""
        return self.rng.choice(SURNAMES) + "".join(self.rng.sample(GIVEN, self.rng.choice((1, 2, 2, 2))))

    def person(self, thing: Thing) -> None:
        """Adds a declared person."""
        key, name, unit, post, begin, end = thing.cells[:6] if len(thing.cells) > 5 else (*thing.cells, "")
        where = self.units.get(unit)
        found = self.grow(key, name, where.county if where else "d", range(1964, 1988))
        found.former = thing.extra.get("f", "")
        found.phone = thing.extra.get("t", found.phone)
        if unit:
            found.posts.append((unit, post, begin, end.split("=")[0] if "=" not in end else ""))
        if "kin" in thing.extra:
            found.kin.append(tuple(thing.extra["kin"].split(":")))  # type: ignore[arg-type]

    def firm(self, thing: Thing) -> None:
        """Adds a declared firm."""
        key, name, short = thing.cells[:3]
        holders = [(h.split(":")[0], int(h.split(":")[1])) for h in thing.extra["holders"].split(",")]
        made = self.rng.randrange(2009, 2021)
        self.firms[key] = Firm(
            key,
            name,
            credit_code(self.rng, "91", "371102"),
            short,
            thing.extra.get("former", ""),
            thing.extra["legal"],
            holders,
            address=f"日照市东港区{self.rng.choice(('山东路', '威海路', '济南路'))}{self.rng.randrange(1, 400)}号",
            phone=phone(self.rng),
            founded=f"{made}年{self.rng.randrange(1, 13)}月{self.rng.randrange(1, 28)}日",
            capital=self.rng.choice((50, 300, 1000)),
        )

    def project(self, thing: Thing) -> None:
        """Adds a declared project."""
        names = ("key", "name", "alias", "buyer", "winner", "day", "wan", "way")
        self.projects[thing.key] = dict(zip(names, thing.cells, strict=False))

    def share(self, thing: Thing) -> None:
        """Adds a phone, an account or a place that texts share."""
        self.shared[thing.key] = (thing.cells[1], thing.cells[2])

    def plate(self, thing: Thing) -> None:
        """Adds a car that texts name."""
        self.plates[thing.key] = (thing.cells[1], thing.cells[2])

    def others(self) -> None:
        """Adds households, staff and firms that no text was written about."""
        self.households()
        staff = [p for p in self.people.values() if p.key.startswith("r_") and 1965 <= p.born.year <= 1998][:620]
        for n, one in enumerate(staff):
            unit = list(self.units)[n % len(self.units)]
            post = POSTS[n // len(self.units) % len(POSTS)]
            if n < len(self.units):
                post = self.leader(unit)
            one.posts.append((unit, post, f"{self.rng.randrange(2012, 2024)}.{self.rng.randrange(1, 13)}", ""))
        owners = [p for p in self.people.values() if p.key.startswith("r_") and not p.posts and p.born.year < 1998]
        self.more_firms(owners)

    def leader(self, unit: str) -> str:
        """Returns the post of a unit's leader, or a deputy's where a text's person leads it."""
        lead = "村党支部书记" if unit.startswith("v.") else "主任" if self.units[unit].head != "11" else "局长"
        lead = "镇长" if "人民政府" in self.units[unit].name else lead
        taken = any(p[0] == unit for one in self.people.values() if not one.key.startswith("r_") for p in one.posts)
        return "二级主任科员" if taken else lead

    def households(self) -> None:
        """Gives everybody declared a household and fills others up to some 2,400 people."""
        heads = [*self.people.values()]
        while len(self.people) < 2400:
            head = (
                heads.pop()
                if heads
                else self.grow(f"r_{len(self.people)}", self.name(), self.rng.choice("dljw"), range(1955, 1985))
            )
            head.household, head.relation = f"37110{len(self.people):07}", "户主"
            if self.rng.random() < 0.75 and not any(k[1] == "配偶" for k in head.kin):
                mate = self.grow(
                    f"r_{len(self.people)}", self.name(), head.county, range(head.born.year - 3, head.born.year + 4)
                )
                mate.household, mate.relation = head.household, "配偶"
            if self.rng.random() < 0.6:
                child = self.grow(
                    f"r_{len(self.people)}", head.name[0] + self.name()[1:], head.county, range(1990, 2012)
                )
                child.household, child.relation = head.household, self.rng.choice(("长子", "长女", "次女"))

    def more_firms(self, owners: list[Person]) -> None:
        """Adds firms up to three hundred."""
        words, trade = (
            "鑫海恒盛瑞丰通达鸿昌泰和顺荣腾越祥云",
            ("建筑工程", "商贸", "劳务", "广告传媒", "水产养殖", "物流", "装饰", "农业科技", "机械租赁", "食品"),
        )
        while len(self.firms) < 300:
            key = f"f{len(self.firms)}"
            name = (
                self.rng.choice(("日照", "莒县", "五莲", "山东"))
                + "".join(self.rng.sample(words, 2))
                + self.rng.choice(trade)
                + "有限公司"
            )
            if any(f.name == name for f in self.firms.values()):
                continue
            first, second = owners[len(self.firms) * 2 % len(owners)], owners[(len(self.firms) * 2 + 1) % len(owners)]
            made = f"{self.rng.randrange(2006, 2023)}年{self.rng.randrange(1, 13)}月{self.rng.randrange(1, 28)}日"
            self.firms[key] = Firm(
                key,
                name,
                credit_code(self.rng, "91", "371102"),
                "",
                "",
                first.key,
                [(first.key, 70), (second.key, 30)],
                [(second.key, "监事")],
                f"日照市东港区{self.rng.choice(('山东路', '威海路', '昭阳路'))}{self.rng.randrange(400, 999)}号",
                phone(self.rng),
                made,
                self.rng.choice((10, 50, 100, 500)),
            )

    def account(self) -> str:
        """Returns an account of its own."""
        return account(self.rng)
