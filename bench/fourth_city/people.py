"""Everybody and every firm: those declared beside the texts, and as many others as a prefecture of several peoples needs."""

import random
from dataclasses import dataclass, field

from bench.fourth_city.names import AREAS, GIVEN, MONGOL, SURNAMES, TURKIC
from bench.fourth_city.units import Unit
from bench.third_city.ids import Birthday, account, credit_code, phone, resident_id
from bench.third_city.parse import Thing

POSTS = ("副局长", "办公室主任", "财务股股长", "四级调研员", "一级科员", "科员", "会计", "驾驶员")
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
        makers = {"P": self.person, "F": self.firm, "J": self.project, "V": self.plate}
        for thing in things:
            makers[thing.mark](thing)
        self.others()

    def fill_units(self) -> None:
        """Gives units codes, addresses and switchboards."""
        for n, unit in enumerate(self.units.values()):
            if not (unit.head == "N2" and n % 3 == 0):
                unit.code = credit_code(self.rng, unit.head, AREAS[unit.county])
            street = self.rng.choice(("北京路", "团结路", "青得里大街", "红星路"))
            unit.address = (
                "博乐市北京南路88号行政服务中心"
                if 10 < n < 20
                else f"{unit.name[:5]}{street}{self.rng.randrange(1, 300)}号"
            )
            unit.phone = f"0909-{self.rng.randrange(2000000, 8999999)}"

    def grow(self, key: str, name: str, county: str, ages: range = _GROWN) -> Person:
        """Returns a new person of this name."""
        born = Birthday(self.rng.randrange(ages.start, ages.stop), self.rng.randrange(1, 13), self.rng.randrange(1, 29))
        male = self.rng.random() < 0.6
        found = Person(key, name, resident_id(self.rng, AREAS[county], born, male), born, county, phone=phone(self.rng))
        self.people[key] = found
        return found

    def name(self) -> str:
        """Returns a made-up name: Chinese, one with the father's behind a dot, or a Mongolian one."""
        drawn = self.rng.random()
        if drawn < 0.28:
            return "·".join(self.rng.sample(TURKIC, 2))
        if drawn < 0.4:
            return "".join(self.rng.sample(MONGOL, 2)) if drawn < 0.36 else self.rng.choice(MONGOL)
        return self.rng.choice(SURNAMES) + "".join(self.rng.sample(GIVEN, self.rng.choice((1, 2, 2, 2))))

    def person(self, thing: Thing) -> None:
        """Adds a declared person."""
        key, name, unit, post, begin, end = (*thing.cells, "", "")[:6]
        end = "" if "=" in end else end
        where = self.units.get(unit)
        found = self.grow(key, name, where.county if where else "b", range(1964, 1988))
        found.former = thing.extra.get("f", "")
        found.phone = thing.extra.get("t", found.phone)
        if unit:
            found.posts.append((unit, post, begin, end))
        if "kin" in thing.extra:
            found.kin.append(tuple(thing.extra["kin"].split(":")))  # type: ignore[arg-type]

    def firm(self, thing: Thing) -> None:
        """Adds a declared firm."""
        key, name, short = thing.cells[:3]
        holders = [(h.split(":")[0], int(h.split(":")[1])) for h in thing.extra["holders"].split(",")]
        head = "93" if name.endswith("合作社") else "91"
        made = f"{self.rng.randrange(2009, 2021)}-0{self.rng.randrange(1, 9)}-1{self.rng.randrange(9)}"
        area = {"精": "j", "温": "w", "阿": "a"}.get(name[0], "b")
        self.firms[key] = Firm(
            key,
            name,
            credit_code(self.rng, head, AREAS[area]),
            short,
            thing.extra.get("former", ""),
            holders[0][0],
            holders,
            [(holders[-1][0], "监事")],
            f"{COUNTY_NAME[area]}{self.rng.choice(('友谊路', '赛里木湖路', '锦绣路'))}{self.rng.randrange(1, 399)}号",
            phone(self.rng),
            made,
            self.rng.choice((200, 500, 1000)),
        )

    def project(self, thing: Thing) -> None:
        """Adds a declared project."""
        names = ("key", "name", "alias", "buyer", "winner", "day", "wan", "way")
        self.projects[thing.key] = dict(zip(names, thing.cells, strict=False))

    def plate(self, thing: Thing) -> None:
        """Adds a car that texts name."""
        self.plates[thing.key] = (thing.cells[1], thing.cells[2])

    def others(self) -> None:
        """Adds households, staff and firms that no text was written about."""
        self.households()
        staff = [p for p in self.people.values() if p.key.startswith("r_") and 1965 <= p.born.year <= 1998][:420]
        for n, one in enumerate(staff):
            unit = list(self.units)[n % len(self.units)]
            post = POSTS[n // len(self.units) % len(POSTS)]
            if n < len(self.units):
                post = self.leader(unit)
            one.former = self.name() if n % 35 == 7 else ""
            one.posts.append((unit, post, f"{self.rng.randrange(2012, 2024)}.{self.rng.randrange(1, 13):02}", ""))
        owners = [p for p in self.people.values() if p.key.startswith("r_") and not p.posts and p.born.year < 1998]
        self.more_firms(owners)

    def leader(self, unit: str) -> str:
        """Returns the post of a unit's leader, or a lesser one where a text's person leads it."""
        name = self.units[unit].name
        lead = "党支部书记" if unit.startswith("v.") else "主任" if self.units[unit].head != "11" else "局长"
        lead = "镇长" if "镇人民政府" in name else "乡长" if "乡人民政府" in name else lead
        taken = any(p[0] == unit for one in self.people.values() if not one.key.startswith("r_") for p in one.posts)
        return "二级主任科员" if taken else lead

    def households(self) -> None:
        """Gives everybody declared a household and fills others up to some 1,700 people."""
        heads = [*self.people.values()]
        while len(self.people) < 1700:
            fresh = f"r_{len(self.people)}"
            head = heads.pop() if heads else self.grow(fresh, self.name(), self.rng.choice("bbajwt"), range(1955, 1985))
            head.household, head.relation = f"65270{len(self.people):07}", "户主"
            years = range(head.born.year - 3, head.born.year + 4)
            if self.rng.random() < 0.75 and not any(k[1] == "配偶" for k in head.kin):
                self.lives("配偶", self.name(), head, years)
            if self.rng.random() < 0.6:
                child = self.name() if "·" in head.name else head.name[0] + self.name()[-1]
                self.lives(self.rng.choice(("长子", "长女", "次女")), child, head, range(1990, 2012))

    def lives(self, relation: str, name: str, head: Person, years: range) -> None:
        """Adds somebody to a household."""
        one = self.grow(f"r_{len(self.people)}", name, head.county, years)
        one.household, one.relation = head.household, relation

    def more_firms(self, owners: list[Person]) -> None:
        """Adds firms up to two hundred."""
        words = "鑫海恒盛瑞丰通达鸿昌泰和顺荣腾越祥云天山雪莲"
        trade = ("建筑工程", "商贸", "劳务", "节水灌溉", "农业科技", "物流", "装饰", "畜牧", "机械租赁", "食品")
        while len(self.firms) < 200:
            key = f"f{len(self.firms)}"
            place, area = self.rng.choice(
                (("博乐市", "b"), ("精河县", "j"), ("温泉县", "w"), ("博州", "b"), ("新疆", "b"))
            )
            name = place + "".join(self.rng.sample(words, 2)) + self.rng.choice(trade) + "有限公司"
            if any(f.name == name for f in self.firms.values()):
                continue
            first, second = owners[len(self.firms) * 2 % len(owners)], owners[(len(self.firms) * 2 + 1) % len(owners)]
            self.firms[key] = Firm(
                key,
                name,
                credit_code(self.rng, "91", AREAS[area]),
                "",
                "",
                first.key,
                [(first.key, 70), (second.key, 30)],
                [(second.key, "监事")],
                f"{COUNTY_NAME[area]}{self.rng.choice(('友谊路', '锦绣路', '文化路'))}{self.rng.randrange(400, 999)}号",
                phone(self.rng),
                f"{self.rng.randrange(2006, 2023)}-{self.rng.randrange(1, 13):02}-{self.rng.randrange(1, 28):02}",
                self.rng.choice((10, 50, 100, 500)),
            )

    def account(self) -> str:
        """Returns an account of its own."""
        return account(self.rng)


COUNTY_NAME = {"b": "博乐市", "a": "阿拉山口市", "j": "精河县", "w": "温泉县"}
