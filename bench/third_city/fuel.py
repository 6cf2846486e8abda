"""Plants hits and near misses of the models of fuel among quiet fuellings."""

from bench.third_city.planting import Planter


class FuelPlanter(Planter):
    """Writes fuellings."""

    def cars(self) -> list[str]:
        """Return the keys of cars that no text names."""
        return [k for k in self.city.plates if k.startswith("car")]

    def row(self, key: str) -> dict[str, object]:
        """Return the row of a car."""
        return next(r for r in self.book.rows["gwc"] if r["hphm"] == self.city.plates[key][0])

    def fuel(self, key: str, when: str, litres: float, product: str = "") -> str:
        """Returns the receipt of a new fuelling."""
        plate = self.city.plates[key][0]
        receipt = self.number("SH{:09}")
        product = product or {"汽油": "92号", "柴油": "0号柴油", "电": "92号"}[str(self.row(key)["rllx"])]
        row = {
            "lsh": receipt,
            "ykh": self.city.shared[f"card:{key}"][1],
            "hphm": plate.lower() if self.rng.random() < 0.1 else plate,
            "jysj": when,
            "jyz": self.rng.choice(("日照海曲路站", "日照迎宾路站", "莒县城北站")),
            "jyqx": "东港区",
            "yp": product,
            "sl": litres,
            "je": round(litres * 7.6, 2),
        }
        self.book.add("jyjl", row, {"hphm": ("vehicle", key)})
        return receipt

    def write(self) -> None:
        """Plants V1, V3, V4, V5 and V7 among quiet fuellings."""
        for n, key in enumerate(self.cars()):
            for month in range(1, 13):
                self.fuel(key, f"2024-{month:02}-{19 + n % 8:02} 1{n % 8}:20:00", self.tank(key) * 0.6)
        cars = iter(self.cars())
        free = [k for k in self.cars() if self.row(k)["ytxz"] == "公务保障"]
        petrol = [k for k in self.cars() if self.row(k)["rllx"] == "汽油"]
        for n in range(4):
            self.over(next(cars), next(cars), n)
            self.twice(next(cars), next(cars), n)
            self.note("V5", "hits", [self.fuel(free[n + 8], f"2024-10-0{n + 1} 10:00:00", 30)], "holiday")
            self.note("V5", "near_misses", [self.fuel(free[n + 14], f"2024-09-29 1{n}:00:00", 30)], "worked Sunday")
            wrong = ("0号柴油", "洗衣液", "润滑油", "-10号柴油")[n]
            self.note("V7", "hits", [self.fuel(petrol[n + 30], f"2024-11-1{n} 10:00:00", 30, wrong)], "does not fit")
            right = ("95#乙醇汽油", "98号", "爱跑98", "92号车用汽油")[n]
            self.note("V7", "near_misses", [self.fuel(petrol[n + 36], f"2024-11-1{n} 10:00:00", 30, right)], "petrol")

    def over(self, one: str, two: str, n: int) -> None:
        """Plants a fuelling over the tank's size, and one just at it."""
        when = f"2024-03-0{n + 4} 09:10:00"
        self.note(
            "V1", "hits", [self.fuel(one, when, self.tank(one) * 1.2)], "litres above tank x 1.05", tank_factor=1.05
        )
        self.note("V1", "near_misses", [self.fuel(two, when, self.tank(two) * 1.03)], "litres at tank x 1.03")

    def twice(self, one: str, two: str, n: int) -> None:
        """Plants two fuellings within two hours, and two on either side of midnight."""
        first = self.fuel(one, f"2024-05-1{n} 10:00:00", self.tank(one) * 0.8)
        keys = [first, self.fuel(one, f"2024-05-1{n} 11:20:00", self.tank(one) * 0.7)]
        self.note("V3", "hits", keys, "80 minutes apart, sum above tank", minutes=120, tank_factor=1.05)
        self.note("V4", "hits", keys, "same day", per_day=2)
        first = self.fuel(two, f"2024-05-1{n} 23:10:00", self.tank(two) * 0.8)
        keys = [first, self.fuel(two, f"2024-05-1{n + 1} 02:40:00", self.tank(two) * 0.8)]
        self.note("V3", "near_misses", keys, "210 minutes apart over midnight")
        self.note("V4", "near_misses", keys, "two days")

    def tank(self, key: str) -> float:
        """Return the litres that a car's tank takes."""
        return float(str(self.row(key)["yxrj"]))
