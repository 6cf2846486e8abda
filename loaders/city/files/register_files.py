"""Files of the registers: people, firms, vehicles, cards, compounds."""

from collections.abc import Iterator
from itertools import chain

from loaders.city.cases.plan import CityPlan
from loaders.city.cases.registers.people import married_in
from loaders.city.files.export import GB18030, UTF8_BOM, Cell, Export
from loaders.city.world.compounds import Compound
from loaders.city.world.firms import Firm, Holder
from loaders.city.world.people import RELATIONS, Inhabitant
from loaders.city.world.vehicles import CityVehicle, PrivateCar, private_cars
from loaders.city.world.world import World

_GROWN = 2008  # who was born later has no phone of their own


def write_people(world: World, plan: CityPlan, out: Export) -> None:
    """Write the household register, one file per area."""
    head = [
        "公民身份号码",
        "姓名",
        "性别",
        "出生日期",
        "死亡日期",
        "户籍区划",
        "户号",
        "与户主关系",
        "住址",
        "联系电话",
        "迁入日期",
    ]
    with (
        out.csv("people", "household/360502.csv", head, GB18030) as one,
        out.csv("people", "household/360521.csv", head, GB18030) as other,
    ):
        for person in world.people:
            write = one if person.area == "360502" else other
            write([*_person(person), plan.rows.moves.get(person.index) or married_in(world.seed, person)])


def _person(person: Inhabitant) -> list[Cell]:
    sex = "男" if person.is_male else "女"
    house = (f"H{person.household + 1:07d}", RELATIONS[person.role], person.home)
    phone = person.phone if person.born.year < _GROWN and not person.died else None
    return [person.id_number, person.name, sex, person.born, person.died, person.area, *house, phone]


def write_firms(world: World, out: Export) -> None:
    """Write the company register: firms, shareholders and people in charge."""

    def firms() -> Iterator[Firm]:
        yield from (world.firms.firm(index) for index in range(world.size.firms))
        yield from world.maker.made

    head = [
        "信用代码",
        "名称",
        "类型",
        "区划代码",
        "住所",
        "电话",
        "成立日期",
        "注册资本",
        "从业人数",
        "上年纳税额(万元)",
    ]
    out.table("firms", "firms", head, map(_firm, firms()))
    head = ["企业代码", "股东证件号", "股东姓名", "持股比例", "入股日期"]
    out.table("shareholders", "shareholders", head, (_share(firm, one) for firm in firms() for one in firm.shares))
    head = ["企业代码", "证件号", "姓名", "职务", "任职日期"]
    out.table("firm_officers", "officers", head, (_post(firm, one) for firm in firms() for one in firm.posts))


def _firm(firm: Firm) -> list[Cell]:
    seat = (firm.area, firm.address, firm.phone)
    return [
        firm.uscc,
        firm.name,
        firm.kind.label,
        *seat,
        firm.founded,
        str(firm.capital_wan),
        firm.size[0],
        f"{firm.size[1]:.2f}",
    ]


def _share(firm: Firm, one: Holder) -> list[Cell]:
    return [firm.uscc, one.id_number, one.name, float(one.what), one.since]


def _post(firm: Firm, one: Holder) -> list[Cell]:
    return [firm.uscc, one.id_number, one.name, one.what, one.since]


def write_vehicles(world: World, plan: CityPlan, cars: list[CityVehicle], out: Export) -> None:
    """Write official vehicles, fuel cards and private cars."""
    head = [
        "车牌号",
        "车架号",
        "厂牌型号",
        "燃料种类",
        "油箱容积",
        "额定油耗",
        "用途",
        "购置日期",
        "单位代码",
        "单位名称",
        "车辆状态",
        "封存报废日期",
    ]
    with out.xlsx("vehicles", "vehicles/official.xlsx", "公务用车", head) as write:
        for car in cars:
            unit = world.units[car.unit]
            motor = (car.model, car.fuel, car.tank, car.rated, car.use)
            write(
                [
                    car.plate,
                    car.vin,
                    *motor,
                    car.bought,
                    unit.uscc,
                    unit.name,
                    *plan.rows.states.get(car.plate, ("在用", None)),
                ]
            )
    head = ["卡号", "绑定车牌", "持卡单位代码", "发卡日期", "状态"]
    with out.csv("fuel_cards", "vehicles/fuel_cards.csv", head, GB18030) as write:
        for car in cars:
            write([car.card, car.plate, world.units[car.unit].uscc, car.bought, "正常"])
    owners = chain(private_cars(world.firms, world.size.private_cars), plan.cars)
    head = ["车牌号", "车架号", "厂牌型号", "所有人证件号", "登记日期"]
    out.table("private_vehicles", "vehicles", head, map(_private, owners))


def _private(car: PrivateCar) -> list[Cell]:
    return [car.plate, car.vin, car.model, car.owner, car.since]


def write_compounds(compounds: list[Compound], out: Export) -> None:
    """Write the housing compounds of the city."""
    with out.csv("compounds", "places/compounds.csv", ["小区名称", "地址", "区划代码", "居住人数"], UTF8_BOM) as write:
        for one in compounds:
            write([one.name, one.address, one.area, one.people])
