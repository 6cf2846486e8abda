"""Plants hits and near misses of the models of tenders and kin among quiet tenders."""

from dataclasses import dataclass

from bench.fourth_city.planting import Planter
from bench.third_city.ids import phone


@dataclass(frozen=True)
class Award:
    """A project and who won it."""

    buyer: str
    winner: str
    day: str
    wan: float
    way: str = "公开招标"


class TenderPlanter(Planter):
    """Writes projects and bids."""

    def tender(self, award: Award) -> str:
        """Return the key of a new project."""
        key = f"pj{len(self.city.projects)}"
        what = self.rng.choice(("道路维修", "校舍加固", "渠道防渗", "绿化养护", "设备采购", "管网更新"))
        name = f"{self.city.units[award.buyer].name[:5]}{self.number('第{}批')}{what}项目"
        told = {"buyer": award.buyer, "winner": award.winner, "day": award.day, "wan": str(award.wan), "way": award.way}
        self.city.projects[key] = {"key": key, "name": name, "alias": "", **told}
        self.registers.project(key)
        return key

    def write(self) -> None:
        """Plants T4, T5, T7, T12, K1 and K4 among quiet tenders."""
        firms = [k for k in self.city.firms if k.startswith("f")]
        buyers = [k for k in self.city.units if not k.startswith("v.")][:70]
        for n in range(70):
            project = self.tender(Award(buyers[n], firms[n], f"202{3 + n % 2}.{n % 12 + 1}.{n % 27 + 1}", 420 + n))
            self.rivals(project, [firms[n], firms[(n + 20) % 70], firms[(n + 47) % 70]])
        for n in range(2):
            self.owners(buyers[n], firms[80 + n * 4 : 84 + n * 4], n)
            self.contacts(buyers[n + 6], firms[90 + n * 4 : 94 + n * 4], n)
            for sort, wans in (("hits", (180, 150, 120)), ("near_misses", (90, 80, 70))):
                buyer, firm = buyers[n + 10 + 20 * (sort == "hits")], firms[100 + n + 10 * (sort == "hits")]
                dates = zip((3, 12, 25), wans, strict=True)
                keys = [self.tender(Award(buyer, firm, f"2024.{n + 3}.{d}", w, "直接委托")) for d, w in dates]
                self.note("T12", sort, [self.city.projects[k]["number"] for k in keys], "three parts")
            self.kin_firm(n, firms[124 + n], firms[130 + n])
        self.one_account("gyl", ["boyu", firms[76], firms[77], firms[78]])
        keys = [self.city.firms["hengchang"].code, self.city.projects["jnsl"]["number"]]
        self.note("K1", "hits", keys, "the firm of his wife's brother, told in texts too")

    def rivals(self, project: str, firms: list[str]) -> None:
        """Adds bids that share nothing."""
        for n, firm in enumerate(firms):
            price = int(float(self.city.projects[project]["wan"]) * 10000 * (1 + n * 0.013 + self.rng.random() * 0.02))
            self.registers.bid(project, firm, price, self.city.account())

    def one_account(self, project: str, firms: list[str]) -> None:
        """Plants deposits of one account."""
        account = self.city.account()
        for n, firm in enumerate(firms):
            self.registers.bid(project, firm, 11200000 + n * 60000, account)
        self.note("T7", "hits", [self.city.projects[project]["number"]], "deposit account, told in texts too")

    def owners(self, buyer: str, four: list[str], n: int) -> None:
        """Plants rivals with one shareholder, and with one deposit account."""
        one, two, three, other = four
        self.registers.holder(self.city.firms[two], self.city.firms[one].holders[1][0], 5)
        project = self.tender(Award(buyer, one, f"2024.6.{n + 2}", 450))
        self.rivals(project, [one, two, three])
        keys = [self.city.projects[project]["number"], self.city.firms[one].code, self.city.firms[two].code]
        self.note("T5", "hits", keys, "one shareholder")
        project = self.tender(Award(buyer, three, f"2024.7.{n + 2}", 450))
        self.rivals(project, [three, other])
        self.note("T5", "near_misses", [self.city.projects[project]["number"]], "nothing in common")
        for sort, ends in (("hits", ("", "")), ("near_misses", ("1", "2"))):
            project = self.tender(Award(buyer, other, f"2024.{8 if sort == 'hits' else 9}.{n + 2}", 450))
            account = self.city.account()[:17]
            for end, firm in zip(ends, (three, other), strict=True):
                self.registers.bid(project, firm, 4490000 + self.rng.randrange(9999), account + (end or "7") + "88")
            self.note("T7", sort, [self.city.projects[project]["number"]], "deposit account")

    def contacts(self, buyer: str, four: list[str], n: int) -> None:
        """Plants rivals with one phone, and two whose phones differ in a figure."""
        number = phone(self.rng)
        other = number[:10] + str((int(number[10]) + 1) % 10)
        for sort, second, firms in (("hits", number, four[:2]), ("near_misses", other, four[2:])):
            mine = (number, number) if sort == "hits" else (phone(self.rng), second)
            project = self.tender(Award(buyer, firms[0], f"2024.{4 if sort == 'hits' else 3}.{n + 9}", 430))
            for firm, contact in zip(firms, mine, strict=True):
                self.registers.bid(project, firm, 4280000 + self.rng.randrange(9999), self.city.account(), contact)
            self.note("T4", sort, [self.city.projects[project]["number"]], "contact")

    def kin_firm(self, n: int, firm: str, before: str) -> None:
        """Plants a leader whose kin's firm wins in and before his time, and an official with shares."""
        leader = self.city.people[("bayar", "doulin")[n]]
        for name, sort, day in ((firm, "hits", "2024.5.6"), (before, "near_misses", "2015.5.6")):
            owner = self.city.firms[name].legal
            self.registers.report(leader, [(owner, "弟弟" if sort == "hits" else "妹夫")])
            project = self.tender(Award(leader.posts[0][0], name, day, 480 + n))
            keys = [self.city.firms[name].code, self.city.projects[project]["number"]]
            self.note("K1", sort, keys, "kin's firm" if sort == "hits" else "before the leader's time")
        official = [k for k, p in self.city.people.items() if k.startswith("r_") and p.posts][60 + n * 5]
        share, far = self.city.firms[f"f{160 + n}"], self.city.firms[f"f{165 + n}"]
        self.registers.holder(share, official, 20)
        self.note("K4", "hits", [share.code], "serving official holds shares")
        self.city.grow(f"ns{n}", self.city.people[official].name, "j")
        self.registers.renkou(self.city.people[f"ns{n}"])
        self.registers.holder(far, f"ns{n}", 20)
        self.note("K4", "near_misses", [far.code], "namesake of an official")
