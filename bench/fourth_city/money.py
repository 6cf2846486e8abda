"""Plants hits and near misses of the models of meals and of relief among quiet rows."""

from dataclasses import dataclass

from bench.fourth_city.planting import Planter


@dataclass(frozen=True)
class Meal:
    """A meal as its bill has it."""

    host: str
    day: str
    guest: str
    guests: int
    hosts: int
    dishes: str
    yuan: float
    place: str = ""
    letter: str = ""


class MoneyPlanter(Planter):
    """Writes bills and payments."""

    def meal(self, meal: Meal) -> str:
        """Return the number of a new bill."""
        number, units = self.number("JP{:05}"), self.city.units
        row = {
            "票据号": number,
            "接待单位": units[meal.host].short or units[meal.host].name,
            "日期": meal.day,
            "饭店": meal.place or self.rng.choice(("蓝宝石大饭店", "老码头鱼庄", "团结食堂", "机关餐厅")),
            "来客单位": self.registers.once(meal.guest, 0.5),
            "函号": meal.letter or self.number("新函〔2024〕{}号"),
            "客人数": meal.guests,
            "陪餐数": meal.hosts,
            "菜单": meal.dishes,
            "金额（元）": f"{meal.yuan:.2f}",
        }
        self.book.add("canyin", row, {"接待单位": ("unit", meal.host), "来客单位": ("unit", meal.guest)})
        return number

    def write(self) -> None:
        """Plants R1, R2, R4, R5, B1, B3, B6 and B7 among quiet rows."""
        hosts = [k for k in self.city.units if "." in k and not k.startswith("v.")]
        for n in range(120):
            day, guest = f"2024/{n % 12 + 1}/{n % 27 + 1}", hosts[(n * 7 + 3) % len(hosts)]
            self.meal(Meal(hosts[n % len(hosts)], day, guest, 5, 2, "大盘鸡、拌面、酸奶子", 7 * 70))
        for n in range(2):
            self.tables(hosts[n::2], n)
        self.reliefs()

    def tables(self, hosts: list[str], n: int) -> None:
        """Plants a bill and its near miss of each model of meals."""
        guest, day = hosts[-1], f"2024/11/{n + 28}"
        self.note("R1", "hits", [self.meal(Meal(hosts[0], day, guest, 8, 5 + n, "家常菜", 900))], "too many hosts")
        self.note("R1", "near_misses", [self.meal(Meal(hosts[1], day, guest, 15, 5, "家常菜", 900))], "a third")
        dishes, yuan = (("伊力王2瓶、羊羔肉", 3300), ("便餐", 1800))[n]
        self.note("R2", "hits", [self.meal(Meal(hosts[2], day, guest, 6, 3, dishes, yuan))], "head", per_head_yuan=150)
        dishes = ("茅台镇酱香牛肉、面", "红雪莲瓜、馕")[n]
        self.note("R2", "near_misses", [self.meal(Meal(hosts[3], day, guest, 6, 3, dishes, 1300))], "sounds alike")
        letter = f"新函〔2024〕90{n}号"
        keys = [self.meal(Meal(hosts[k], f"2024/10/{k + 8}", guest, 6, 2, "抓饭", 500, "", letter)) for k in (4, 5)]
        self.note("R4", "hits", keys, "one letter on two bills")
        letters = [f"新函〔202{k}〕91{n}号" for k in (3, 4)]
        keys = [
            self.meal(Meal(hosts[6], f"2024/10/{k + 9}", guest, 6, 2, "抓饭", 500, "", each))
            for k, each in enumerate(letters)
        ]
        self.note("R4", "near_misses", keys, "one number of two years")
        keys = [self.meal(Meal(hosts[7], day, guest, 8, 3, "便餐", 1290, "老码头鱼庄")) for _ in range(2)]
        self.note("R5", "hits", keys, "two bills below the limit", approval_limit_yuan=2000)
        two = ("老码头鱼庄", "蓝宝石大饭店")
        keys = [self.meal(Meal(hosts[8], day, guest, 8, 3, "便餐", 1290, each)) for each in two]
        self.note("R5", "near_misses", keys, "two places")

    def pay(self, person: str, scheme: str, day: str, account: str = "") -> str:
        """Returns the number of a new payment."""
        one, number = self.city.people[person], self.number("HM24{:06}")
        row = {
            "发放号": number,
            "姓名": one.name,
            "身份证": one.number.lower(),
            "补贴名称": scheme,
            "所属月份": day[:7],
            "发放日": day,
            "金额": f"{self.rng.randrange(20, 90) * 10}.00",
            "卡号": account or self.own.setdefault(person, self.city.account()),
        }
        self.book.add("butie", row, {"姓名": ("person", person)})
        return number

    def reliefs(self) -> None:
        """Plants B1, B3, B6 and B7 among quiet payments."""
        self.own: dict[str, str] = {}
        busy = {f.legal for f in self.city.firms.values()} | {h for f in self.city.firms.values() for h, _ in f.holders}
        quiet = [k for k, p in self.city.people.items() if k.startswith("r_") and not p.posts and p.born.year < 1990]
        plain = [k for k in quiet if k not in busy]
        for n in range(200):
            self.pay(
                plain[n], ("耕地地力保护补贴", "农村低保金", "草原生态补奖")[n % 3], f"2024-{n % 12 + 1:02}-1{n % 9}"
            )
        staff = [k for k, p in self.city.people.items() if k.startswith("r_") and p.posts]
        for n in range(3):
            dead, near = plain[200 + n], plain[210 + n]
            self.die(dead)
            self.die(near)
            self.note(
                "B1", "hits", [self.pay(dead, "草原生态补奖", f"2024-0{n + 6}-12")], "after death", grace_months=1
            )
            self.note("B1", "near_misses", [self.pay(near, "草原生态补奖", "2024-03-28")], "within the month")
        for n in range(2):
            self.note("B3", "hits", [self.pay(staff[n * 9 + 2], "城市低保金", "2024-07-15")], "payroll draws relief")
            keys = [self.pay(staff[n * 9 + 4], "草原生态补奖", "2024-07-15")]
            self.note("B3", "near_misses", keys, "no relief for the poor")
            pair = ("农村低保金", ("特困人员救助供养金", "城市低保金")[n])
            keys = [self.pay(plain[220 + n], each, "2024-08-10") for each in pair]
            self.note("B6", "hits", keys, "two schemes that exclude each other")
            keys = [self.pay(plain[226 + n], each, "2024-08-10") for each in ("农村低保金", "高龄津贴")]
            self.note("B6", "near_misses", keys, "may be drawn together")
            self.shared_account(plain, n)

    def shared_account(self, plain: list[str], n: int) -> None:
        """Plants four people of four households on one account, and two on another."""
        homes = list({self.city.people[k].household: k for k in plain[232:300]}.values())[n * 8 : n * 8 + 6]
        many, few = self.city.account(), self.city.account()
        keys = [self.pay(k, "草原生态补奖", "2024-09-10", many) for k in homes[:4]]
        self.note("B7", "hits", keys, "four households on one account", persons=3)
        keys = [self.pay(k, "草原生态补奖", "2024-09-10", few) for k in homes[4:]]
        self.note("B7", "near_misses", keys, "two people")

    def die(self, who: str) -> None:
        """Adds somebody to the register of deaths."""
        one = self.city.people[who]
        row = {"编号": self.number("SW{:04}"), "死者姓名": one.name, "身份证号": one.number, "死亡时间": "2024.3.6"}
        self.book.add("siwang", row, {"死者姓名": ("person", who)})
