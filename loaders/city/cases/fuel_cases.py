"""Story F7: 42 cases of misuse by 37 people found in cards, cars and trips; and near misses of each model."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from loaders.city.cases.fuel import Drive, Refuel, fuel_price, receipt_number, trip_number
from loaders.city.cases.matter import CityMatter
from loaders.city.cases.plan import CityPlan
from loaders.city.cases.sketch import Sketcher
from loaders.city.words import story_text
from loaders.city.world.draws import Draws
from loaders.city.world.holidays import HOLIDAYS, moment, working_day
from loaders.city.world.numbers import plate_number
from loaders.city.world.officials import Official
from loaders.city.world.places import words_of
from loaders.city.world.vehicles import PLANTED_CARS_FROM, CityVehicle, PrivateCar, build_vehicles
from schema.vocabulary import Problem

CASES, PEOPLE, SANCTIONED = 42, 37, 35
_NUMBERS_FROM = 90_000_000
_MODELS = ["V1"] * 10 + ["V2"] * 8 + ["V3"] * 8 + ["V5"] * 6 + ["V7"] * 4 + ["V11"] * 6
_SANCTIONED, _TALKED_TO = "给予党内警告处分，违纪款已收缴", "情节轻微，予以批评教育"
_WHY = {
    "V1": "单次加油量超过油箱容积",
    "V2": "加油时车辆定位不在加油站",
    "V3": "两小时内连续加油",
    "V5": "节假日加油",
    "V7": "购买非油品",
    "V11": "公务加油卡为私家车加油",
}


@dataclass
class FuelCases:
    """Plants refuellings that break a rule, and the alerts and clues that came of them."""

    sketcher: Sketcher
    plan: CityPlan

    def __post_init__(self) -> None:
        self.cars = build_vehicles(self.sketcher.world.seed, self.sketcher.world.units)
        self._spare = iter(self.cars[::-1])

    def plant(self) -> None:
        """Plant the 42 cases and as many near misses as the size of the city asks for."""
        world = self.sketcher.world
        people = [self.sketcher.casting.staff() for _ in range(PEOPLE)]
        by_unit: dict[int, list[CityVehicle]] = {}
        for car in self.cars[:1000]:
            by_unit.setdefault(car.unit, []).append(car)
        matters: list[CityMatter] = []
        for n, model in enumerate(_MODELS):
            official = people[n % PEOPLE]
            own = by_unit.get(official.unit) or by_unit[world.units[official.unit].superiors[0]]
            car = own.pop()
            rows = self.rows(model, car, n, True)
            matters += self._case(n, model, official, car, rows)
            keys = [row.number for row in rows] if model != "V11" else [car.card]
            self.plan.model(model, True, keys, story="F7", why=_WHY[model], person=official.person.key)
            if model == "V3":
                self.plan.model("V4", True, keys, story="F7", why="on one day (implied by V3)")
        for n in range(world.size.hits * 2):
            for model in _WHY:
                car = next(self._spare, self.cars[n])
                rows = self.rows(model, car, 1000 + n, False)
                keys = [row.number for row in rows] if model != "V11" else [car.card]
                self.plan.model(model, False, keys, why=f"just inside the rule of {model}")
        self.plan.add(*matters)
        self.plan.stories.append(
            {
                "id": "F7",
                "title": "Misuse of official cars and fuel cards",
                "matters": matters,
                "look_for": "alerts on fuel cards that became clues; people and clues that were filed",
                "expect": {
                    "vehicles": len(self.cars),
                    "cards": len(self.cars),
                    "cases": CASES,
                    "people": PEOPLE,
                    "sanctioned": SANCTIONED,
                },
            }
        )

    def rows(self, model: str, car: CityVehicle, n: int, is_hit: bool) -> list[Refuel]:
        """Plant the refuellings, and the trip where the model needs one."""
        draws = Draws(self.sketcher.world.seed, f"fuel case {model} {is_hit}", n)
        day = working_day(draws.day(date(2025, 2, 10), date(2026, 10, 30)))
        while (day + timedelta(days=1)).weekday() > 4 or day + timedelta(days=1) in HOLIDAYS:
            day = working_day(day - timedelta(days=1))
        at = moment(day, draws, 10, 12)
        litres, product, plate = car.tank * draws.between(60, 80) / 100, car.fuel, car.plate
        if model == "V1":
            litres = car.tank * (draws.between(120, 140) if is_hit else draws.between(101, 104)) / 100
        elif model == "V2":
            self._trip(car, at, draws, is_hit)
        elif model == "V5" and is_hit:
            at = moment(
                draws.pick(sorted(one for one in HOLIDAYS if date(2025, 1, 20) < one < date(2026, 10, 8))), draws, 9, 18
            )
        elif model == "V5":
            at = datetime.combine(date(2025, 9, 30), time(13, n % 60))  # the working day before the holiday
        elif model == "V7" and is_hit:
            product, litres = draws.pick(["非油品（烟酒）", "非油品（食品礼盒）"]), 0.0
        elif model == "V11":
            plate = self._private_plate(n, car) if is_hit else car.plate
        rows = [self._row(car, at, product, litres, plate)]
        if model == "V3":
            later = at + (timedelta(minutes=draws.between(50, 110)) if is_hit else timedelta(hours=26))
            rows.append(self._row(car, later, product, litres, plate))
        return rows

    def _row(self, car: CityVehicle, at: datetime, product: str, litres: float, plate: str) -> Refuel:
        litres = round(litres, 2)
        fen = fuel_price(product, litres) if litres else 58_800
        stations = words_of("stations")
        number = receipt_number(_NUMBERS_FROM + len(self.plan.refuellings))
        row = Refuel(
            number, at, car.card, plate, product, litres, fen, 50_000 + car.index, stations[car.index % len(stations)]
        )
        self.plan.refuellings.append(row)
        return row

    def _trip(self, car: CityVehicle, at: datetime, draws: Draws, is_far: bool) -> None:
        goal = "南昌市" if is_far else "云江市城北加油站附近"
        # The car has come to where the positioning system saw it last before the card is used.
        start, end = at - timedelta(minutes=150 if is_far else 30), at - timedelta(minutes=4)
        driver = next(one for one in self.sketcher.world.officials if one.unit == car.unit)
        number = trip_number(_NUMBERS_FROM + len(self.plan.trips))
        dispatch = f"PC{at:%Y%m}9{len(self.plan.trips):06d}"
        km = draws.between(1500, 1700) / 10 if is_far else 12.5
        self.plan.trips.append(
            Drive(number, start, end, "单位驻地", goal, km, car.plate, driver.person.id_number, dispatch)
        )

    def _private_plate(self, n: int, car: CityVehicle) -> str:
        plate = plate_number(PLANTED_CARS_FROM + 200 + n + n // 14)
        owner = self.sketcher.casting.owner()
        self.plan.cars.append(PrivateCar(plate, f"LPRIVATE{n:09d}", "大众途观", owner.id_number, car.bought))
        return plate

    def _case(self, n: int, model: str, official: Official, car: CityVehicle, rows: list[Refuel]) -> list[CityMatter]:
        world, row = self.sketcher.world, rows[0]
        unit = world.units[official.unit]
        total = sum(one.fen for one in rows)
        alert = CityMatter(
            "alerts", row.at.date() + timedelta(days=1), Problem.PRIVATE_CAR_PUBLIC_FUEL, unit.index, amount_fen=total
        )
        clue = CityMatter(
            "clue_register",
            row.at.date() + timedelta(days=12),
            Problem.PRIVATE_CAR_PUBLIC_FUEL,
            unit.index,
            official.post,
            amount_fen=total,
        )
        for matter in (alert, clue):
            matter.tag = f"F7:{n}"
            matter.add_firm(unit.uscc, unit.name, "SUBJECT_UNIT").add_person(official.person, "SUBJECT")
            matter.add("Vehicle", row.plate).add("FuelCard", car.card)
            self.sketcher.casting.use(unit.index, matter.problem, matter.day)
        when = f"{row.at:%Y年%m月%d日%H时%M分}"
        facts = {"why": _WHY[model], "litres": f"{row.litres:g}", "yuan": f"{row.fen / 100:g}"}
        alert.text = story_text("fuel_alert", when=when, station=row.station, **facts)
        alert.fixed = {"channel": "公务用车监管", "model": model, "severity": "高", "state": "转为问题线索"}
        is_filed = n % PEOPLE < SANCTIONED
        facts |= {"yuan": f"{total / 100:g}", "outcome": _SANCTIONED if is_filed else _TALKED_TO}
        clue.text = story_text("fuel_clue", post=official.post, **facts)
        clue.fixed = {
            "线索来源": "数据预警",
            "办理状态": "已立案" if is_filed else "已办结",
            "处置方式": "初步核实" if is_filed else "谈话函询",
        }
        alert.clue = clue
        return [alert, clue]
