"""Plants hits and near misses of the models of meals and of relief among quiet rows."""

from dataclasses import dataclass

from bench.third_city.planting import Planter


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


class SpendingPlanter(Planter):
    """Writes bills and payments."""

    def meal(self, meal: Meal) -> str:
        """Return the number of a new bill."""
        number = self.number("JD-24-{:04}")
        units = self.city.units
        row = {
            "凭单号": number,
            "单位": units[meal.host].short or units[meal.host].name,
            "用餐日期": meal.day,
            "用餐地点": meal.place or self.rng.choice(("聚贤楼", "海韵大酒店", "渔家八大碗", "机关食堂")),
            "来宾单位": units[meal.guest].name,
            "公函文号": self.number("鲁函〔2024〕{}号"),
            "来宾数": meal.guests,
            "陪同数": meal.hosts,
            "酒水菜品": meal.dishes,
            "合计(元)": f"{meal.yuan:.2f}",
        }
        self.book.add("jiedai", row, {"单位": ("unit", meal.host), "来宾单位": ("unit", meal.guest)})
        return number

    def write(self) -> None:
        """Plants R1, R2, R5, B1 and B3 among quiet rows."""
        hosts = [k for k in self.city.units if "." in k and not k.startswith(("v.", "j.b"))]
        for n in range(180):
            day, guest = f"2024年{n % 12 + 1}月{n % 27 + 1}日", hosts[(n * 7 + 3) % len(hosts)]
            self.meal(Meal(hosts[n % len(hosts)], day, guest, 5, 2, "蛤蜊炖蛋、海肠韭菜、煎饼", 7 * 80))
        for n in range(4):
            self.tables(hosts, n)
        self.reliefs()

    def tables(self, hosts: list[str], n: int) -> None:
        """Plants a bill and its near miss of each model of meals."""
        guest, day = hosts[-n - 1], f"2024年11月{n + 20}日"
        bill = self.meal(Meal(hosts[n], day, guest, 6 + n, 5, "家常菜", 900))
        self.note("R1", "hits", [bill], "five hosts for few guests")
        bill = self.meal(Meal(hosts[n + 5], day, guest, 9, 3, "家常菜", 900))
        self.note("R1", "near_misses", [bill], "three hosts for nine")
        dishes = ("茅台2瓶、鲍鱼", "软中华2条、对虾", "海参10位、五粮液1瓶", "套餐")[n]
        bill = self.meal(Meal(hosts[n + 10], day, guest, 6, 3, dishes, (4200, 1300, 5000, 2250)[n]))
        self.note("R2", "hits", [bill], "per head or goods", per_head_yuan=150)
        dishes = ("茅台镇风味醉虾、面", "五粮饭、芋头", "中华鲟造型拼盘", "套餐")[n]
        bill = self.meal(Meal(hosts[n + 15], day, guest, 6, 3, dishes, 1340))
        self.note("R2", "near_misses", [bill], "sounds alike, 149 a head")
        bills = [self.meal(Meal(hosts[n + 20], day, guest, 8, 3, "便餐", 1190, "聚贤楼")) for _ in range(2)]
        self.note("R5", "hits", bills, "two bills below the limit", approval_limit_yuan=2000)
        two = ("聚贤楼", "海韵大酒店")
        bills = [self.meal(Meal(hosts[n + 25], day, guest, 8, 3, "便餐", 1190, place)) for place in two]
        self.note("R5", "near_misses", bills, "two places")

    def pay(self, person: str, scheme: str, day: str) -> str:
        """Returns the number of a new payment."""
        one = self.city.people[person]
        number = self.number("YK2024{:06}")
        row = {
            "流水": number,
            "领款人": one.name,
            "身份证号": one.number.lower(),
            "村居": self.rng.choice([u.name for u in self.city.units.values() if u.head == "N2"]),
            "项目": scheme,
            "到账日": day,
            "金额": f"{self.rng.randrange(20, 90) * 10}元",
            "卡号": self.city.account(),
        }
        self.book.add("ykt", row, {"领款人": ("person", person)})
        return number

    def reliefs(self) -> None:
        """Plants B1 and B3 among quiet payments."""
        plain = [k for k, p in self.city.people.items() if k.startswith("r_") and not p.posts and p.born.year < 1990]
        owners = {f.legal for f in self.city.firms.values()} | {
            h for f in self.city.firms.values() for h, _ in f.holders
        }
        plain = [k for k in plain if k not in owners]
        for n in range(300):
            self.pay(plain[n], ("耕地地力保护补贴", "农村低保金", "高龄津贴")[n % 3], f"2024.{n % 12 + 1:02}.1{n % 9}")
        staff = [k for k, p in self.city.people.items() if k.startswith("r_") and p.posts]
        for n in range(4):
            dead, near = plain[300 + n], plain[310 + n]
            for who in (dead, near):
                one = self.city.people[who]
                row = {
                    "火化证号": self.number("HH{:05}"),
                    "死者": one.name,
                    "证件号": one.number,
                    "死亡日期": "2024/3/5",
                }
                self.book.add("huohua", row, {"死者": ("person", who)})
            self.note(
                "B1",
                "hits",
                [self.pay(dead, "高龄津贴", f"2024.0{n + 6}.12")],
                "paid months after death",
                grace_months=1,
            )
            self.note("B1", "near_misses", [self.pay(near, "高龄津贴", "2024.03.28")], "paid within the month")
            self.note("B3", "hits", [self.pay(staff[n * 9], "农村低保金", "2024.07.15")], "payroll draws relief")
            self.note(
                "B3", "near_misses", [self.pay(staff[n * 9 + 4], "耕地地力保护补贴", "2024.07.15")], "a land subsidy"
            )
