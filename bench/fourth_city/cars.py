"""Plants hits and near misses of the models of fuel among quiet fuellings."""

from bench.fourth_city.planting import Plan, Planter


class CarPlanter(Planter):
    """Writes fuellings."""

    def row(self, key: str) -> dict[str, object]:
        """Return the row of a car."""
        return next(r for r in self.book.rows["cheliang"] if r["车牌号码"] == self.city.plates[key][0])

    def tank(self, key: str) -> float:
        """Return the litres that a car's tank takes."""
        return float(str(self.row(key)["油箱(升)"]))

    def fuel(self, key: str, when: str, litres: float, product: str = "") -> str:
        """Returns the receipt of a new fuelling."""
        plate, receipt = self.city.plates[key][0], self.number("XJ{:08}")
        product = product or {"汽油": "92#汽油", "柴油": "-35号柴油"}[str(self.row(key)["燃油类型"])]
        row = {
            "lsh": receipt,
            "kh": self.city.shared[f"card:{key}"][1],
            "cph": plate.lower() if self.rng.random() < 0.1 else plate,
            "sj": when,
            "zd": self.rng.choice(("博乐城北站", "精河服务区站", "温泉路站")),
            "yp": product,
            "sl": round(litres, 2),
            "je": round(litres * 8.1, 2),
        }
        self.book.add("jiayou", row, {"cph": ("vehicle", key)})
        return receipt

    def write(self) -> None:
        """Plants V1, V3, V4, V7 and V10 among quiet fuellings."""
        cars = [k for k in self.city.plates if k.startswith("car")]
        for n, key in enumerate(cars):
            for month in range(1, 13):
                self.fuel(key, f"2024-{month:02}-{n % 8 + 8:02} 1{n % 8}:20:00", self.tank(key) * 0.6)
        petrol = [k for k in cars[30:] if self.row(k)["燃油类型"] == "汽油"]
        for n in range(2):
            a, b, c, d, e, f = cars[n * 6 : n * 6 + 6]
            keys = [self.fuel(a, f"2024-03-2{n} 09:10:00", self.tank(a) * 1.25)]
            self.note("V1", "hits", keys, "litres above the tank", tank_factor=1.05)
            self.note("V1", "near_misses", [self.fuel(b, f"2024-03-2{n} 09:10:00", self.tank(b))], "full to the brim")
            self.twice(c, d, n)
            self.note(
                "V7", "hits", [self.fuel(petrol[n], f"2024-11-2{n} 10:00:00", 30, ("0#柴油", "车用尿素")[n])], "no"
            )
            right = ("95号乙醇汽油", "98#")[n]
            self.note("V7", "near_misses", [self.fuel(petrol[n + 4], f"2024-11-2{n} 10:00:00", 30, right)], "petrol")
            for car, day, sort in ((e, "2024-11-20", "hits"), (f, "2024-12-28", "near_misses")):
                self.row(car)["车辆状态"], self.row(car)["状态变更日"] = (
                    ("封存", "报废")[n],
                    "2024/11/5" if sort == "hits" else "2024/12/30",
                )
                self.note("V10", sort, [self.fuel(car, f"{day} 10:00:00", 30)], "after or before it was put away")
            self.quiet_after(e)

    def quiet_after(self, car: str) -> None:
        """Takes the quiet fuelling of December away from a car that is out of use."""
        card = self.city.shared[f"card:{car}"][1]
        rows = self.book.rows["jiayou"]
        for row in rows:
            if row["kh"] == card and str(row["sj"]) > "2024-11-05" and not str(row["sj"]).startswith("2024-11-20"):
                row["sj"] = (
                    str(row["sj"]).replace("2024-11", "2024-10").replace("2024-12", "2024-09").replace(" 1", " 0")
                )

        # The moved ones stand on days with another of the same card: that they are told is no fault of the model.
        empty: Plan = {"parameters": {}, "hits": [], "near_misses": [], "neutral": []}
        self.plans.setdefault("V4", empty)["neutral"] += [str(row["lsh"]) for row in rows if row["kh"] == card]

    def twice(self, one: str, two: str, n: int) -> None:
        """Plants two fuellings within two hours, and two on either side of midnight."""
        first = self.fuel(one, f"2024-05-2{n} 10:00:00", self.tank(one) * 0.8)
        keys = [first, self.fuel(one, f"2024-05-2{n} 11:30:00", self.tank(one) * 0.7)]
        self.note("V3", "hits", keys, "90 minutes apart, sum above tank", minutes=120, tank_factor=1.05)
        self.note("V4", "hits", keys, "same day", per_day=2)
        first = self.fuel(two, f"2024-05-2{n} 22:50:00", self.tank(two) * 0.8)
        keys = [first, self.fuel(two, f"2024-05-2{n + 1} 06:40:00", self.tank(two) * 0.8)]
        self.note("V3", "near_misses", keys, "hours apart over midnight")
        self.note("V4", "near_misses", keys, "two days")
