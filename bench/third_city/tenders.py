"""Plants hits and near misses of the models of tenders and kin among quiet tenders."""

from dataclasses import dataclass

from bench.third_city.planting import Planter


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
        what = self.rng.choice(("道路维修", "校舍加固", "排水改造", "绿化养护", "信息化设备采购", "管网更新"))
        name = f"{self.city.units[award.buyer].name[:5]}{self.number('第{}批次')}{what}项目"
        told = {"buyer": award.buyer, "winner": award.winner, "day": award.day, "wan": str(award.wan), "way": award.way}
        self.city.projects[key] = {"key": key, "name": name, "alias": "", **told}
        self.registers.project(key)
        return key

    def write(self) -> None:
        """Plants T5, T7, T12, K1 and K4 among quiet tenders."""
        firms = [k for k in self.city.firms if k.startswith("f")]
        buyers = [k for k in self.city.units if not k.startswith("v.")][:90]
        for n in range(110):
            self.rivals(
                self.tender(Award(buyers[n % 90], firms[n], f"202{3 + n % 2}.{n % 12 + 1}.{n % 27 + 1}", 420 + n)),
                [firms[n], firms[(n + 40) % 110], firms[(n + 77) % 110]],
            )
        for n in range(4):
            self.owners(buyers[n], firms[150 + n * 4 : 154 + n * 4], n)
            for model, sort, wans in (("hits", "T12", (180, 150, 120)), ("near_misses", "T12", (90, 80, 70))):
                buyer, firm = buyers[n + 10 + 20 * (model == "hits")], firms[180 + n + 10 * (model == "hits")]
                keys = [
                    self.tender(Award(buyer, firm, f"2024.{n + 3}.{d}", w, "直接发包"))
                    for d, w in zip((3, 12, 25), wans, strict=True)
                ]
                self.note(sort, model, [self.city.projects[k]["number"] for k in keys], "three parts")
            self.kin_firm(n, firms[210 + n], firms[220 + n])

    def rivals(self, project: str, firms: list[str]) -> None:
        """Adds bids that share nothing."""
        for n, firm in enumerate(firms):
            price = int(float(self.city.projects[project]["wan"]) * 10000 * (1 + n * 0.013 + self.rng.random() * 0.02))
            self.registers.bid(project, firm, price, self.city.account())

    def owners(self, buyer: str, four: list[str], n: int) -> None:
        """Plants rivals with one shareholder, and with one deposit account."""
        one, two, three, other = four
        shared = self.city.firms[one].holders[1][0]
        rows = {r["信用代码"]: r for r in self.book.rows["shijian"]}
        person, row = self.city.people[shared], rows[self.city.firms[two].code]
        row["投资人"].append({"名": person.name, "证": person.number, "占比": "5%"})
        project = self.tender(Award(buyer, one, f"2024.6.{n + 2}", 450))
        self.rivals(project, [one, two, three])
        self.note(
            "T5",
            "hits",
            [self.city.projects[project]["number"], self.city.firms[one].code, self.city.firms[two].code],
            "one shareholder",
        )
        project = self.tender(Award(buyer, three, f"2024.7.{n + 2}", 450))
        self.rivals(project, [three, other])
        self.note("T5", "near_misses", [self.city.projects[project]["number"]], "nothing in common")
        for sort, ends in (("hits", ("", "")), ("near_misses", ("1", "2"))):
            project = self.tender(Award(buyer, other, f"2024.{8 if sort == 'hits' else 9}.{n + 2}", 450))
            account = self.city.account()[:17]
            for end, firm in zip(ends, (three, other), strict=True):
                self.registers.bid(project, firm, 4490000 + self.rng.randrange(9999), account + (end or "7") + "88")
            self.note("T7", sort, [self.city.projects[project]["number"]], "deposit account")

    def kin_firm(self, n: int, firm: str, before: str) -> None:
        """Plants a leader whose kin's firm wins in and before his time, and an official with shares."""
        leaders = ("muzhg", "lizy", "chigp", "juhg")
        leader = self.city.people[leaders[n]]
        for name, sort, day in ((firm, "hits", "2024.5.6"), (before, "near_misses", "2016.5.6")):
            number = f"GS9{n}{sort[0]}"
            owner = self.city.people[self.city.firms[name].legal]
            row = {
                "登记号": number,
                "本人": leader.name,
                "本人身份证": leader.number,
                "称谓": "兄弟" if sort == "hits" else "妹夫",
                "亲属": owner.name,
                "亲属身份证": owner.number,
                "亲属单位职务": "",
            }
            self.book.add("jiating", row, {"本人": ("person", leader.key), "亲属": ("person", owner.key)})
            project = self.tender(Award(leader.posts[0][0], name, day, 480 + n))
            self.note(
                "K1",
                sort,
                [self.city.firms[name].code, self.city.projects[project]["number"]],
                "kin's firm" if sort == "hits" else "before the leader's time",
            )
        official = [p for k, p in self.city.people.items() if k.startswith("r_") and p.posts][60 + n * 5]
        rows = {r["信用代码"]: r for r in self.book.rows["shijian"]}
        share, far = self.city.firms[f"f{240 + n}"], self.city.firms[f"f{250 + n}"]
        rows[share.code]["投资人"].append({"名": official.name, "证": official.number, "占比": "20%"})
        self.note("K4", "hits", [share.code], "serving official holds shares")
        namesake = self.city.grow(f"ns{n}", official.name, "j")
        rows[far.code]["投资人"].append({"名": namesake.name, "证": namesake.number, "占比": "20%"})
        self.note("K4", "near_misses", [far.code], "namesake of an official")
