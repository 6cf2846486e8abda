"""Files of the registers: people, firms, vehicles, cards, refuellings, trips, bills, subsidies, tenders, compounds."""

from collections.abc import Iterator

from loaders.city.compounds import Compound
from loaders.city.export import GB18030, UTF8_BOM, Cell, Export
from loaders.city.firms import Firm
from loaders.city.fuel import ordinary_refuellings, ordinary_trips
from loaders.city.people import RELATIONS
from loaders.city.plan import Bill, Plan
from loaders.city.receptions import Receptions
from loaders.city.subsidies import ordinary_payments, receivers
from loaders.city.tenders import ordinary_tenders
from loaders.city.vehicles import Vehicle, private_cars
from loaders.city.world import World

_GROWN = 2008  # who was born later has no phone of their own


def write_people(world: World, out: Export) -> None:
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
    ]
    with (
        out.csv("people", "household/360502.csv", head, GB18030) as one,
        out.csv("people", "household/360521.csv", head, GB18030) as other,
    ):
        for person in world.people:
            phone = person.phone if person.born.year < _GROWN and not person.died else None
            sex = "男" if person.is_male else "女"
            write = one if person.area == "360502" else other
            write([person.id_number, person.name, sex, person.born, person.died, person.area, f"H{person.household + 1:07d}",
                   RELATIONS[person.role], person.home, phone])


def write_firms(world: World, out: Export) -> None:
    """Write the company register: firms, shareholders and people in charge."""

    def firms() -> Iterator[Firm]:
        for index in range(world.size.firms):
            yield world.firms.firm(index)
        yield from world.maker.made

    out.table("firms", "firms", ["信用代码", "名称", "类型", "区划代码", "住所", "电话", "成立日期", "注册资本"],
              ([f.uscc, f.name, f.kind.label, f.area, f.address, f.phone, f.founded, f"{f.capital_wan}"] for f in firms()))
    out.table("shareholders", "shareholders", ["企业代码", "股东证件号", "股东姓名", "持股比例", "入股日期"],
              ([f.uscc, one.id_number, one.name, float(one.what), one.since] for f in firms() for one in f.shares))
    out.table("firm_officers", "officers", ["企业代码", "证件号", "姓名", "职务", "任职日期"],
              ([f.uscc, one.id_number, one.name, one.what, one.since] for f in firms() for one in f.posts))


def write_vehicles(world: World, plan: Plan, cars: list[Vehicle], out: Export) -> None:
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
    ]
    with out.xlsx("vehicles", "vehicles/official.xlsx", "公务用车", head) as write:
        for car in cars:
            unit = world.units[car.unit]
            write(
                [
                    car.plate,
                    car.vin,
                    car.model,
                    car.fuel,
                    car.tank,
                    car.rated,
                    car.use,
                    car.bought,
                    unit.uscc,
                    unit.name,
                ]
            )
    with out.csv(
        "fuel_cards", "vehicles/fuel_cards.csv", ["卡号", "绑定车牌", "持卡单位代码", "发卡日期", "状态"], GB18030
    ) as write:
        for car in cars:
            write([car.card, car.plate, world.units[car.unit].uscc, car.bought, "正常"])
    owners = [*private_cars(world.firms, world.size.private_cars), *plan.cars]
    out.table("private_vehicles", "vehicles", ["车牌号", "车架号", "厂牌型号", "所有人证件号", "登记日期"],
              ([car.plate, car.vin, car.model, car.owner, car.since] for car in owners))


def write_driving(world: World, plan: Plan, cars: list[Vehicle], out: Export) -> None:
    """Write refuellings and trips."""
    head = ["流水号", "加油时间", "卡号", "车牌", "油品", "加油量", "金额", "里程", "加油站"]
    with out.csv("refuellings", "vehicles/refuellings.csv", head, GB18030) as write:
        for rows in (ordinary_refuellings(world.seed, cars, world.size.refuellings_each), plan.refuellings):
            for row in rows:
                write(
                    [
                        row.number,
                        row.at,
                        row.card,
                        row.plate,
                        row.product,
                        row.litres or None,
                        f"{row.fen / 100:.2f}",
                        row.odometer,
                        row.station,
                    ]
                )
    drivers: dict[int, list[str]] = {}
    for one in world.officials:
        drivers.setdefault(one.unit, []).append(one.person.id_number)
    keys = ["trip_no", "depart_at", "arrive_at", "from", "to", "km", "plate", "driver_id", "dispatch_no"]
    with out.jsonl("trips", "vehicles/trips.jsonl", keys) as write:
        for trips in (ordinary_trips(world.seed, cars, drivers, world.size.trips_each), plan.trips):
            for trip in trips:
                write(
                    [
                        trip.number,
                        trip.start,
                        trip.end,
                        trip.origin,
                        trip.goal,
                        trip.km,
                        trip.plate,
                        trip.driver,
                        trip.dispatch or None,
                    ]
                )


def write_bills(world: World, plan: Plan, receptions: Receptions, out: Export) -> None:
    """Write reception bills and the people at the table."""
    keys = ["bill_no", "unit_code", "dined_at", "amount_yuan", "hosts", "guests", "items", "letter_no", "merchant_code"]

    def bills() -> Iterator[Bill]:
        yield from receptions.ordinary()
        yield from plan.bills

    with out.jsonl("reception_bills", "consumption/bills.jsonl", keys) as write:
        for bill in bills():
            letter, merchant = bill.letter or None, world.traders[bill.trader].uscc
            write(
                [
                    bill.number,
                    world.units[bill.unit].uscc,
                    bill.at,
                    bill.fen / 100,
                    bill.hosts,
                    bill.guests,
                    bill.items,
                    letter,
                    merchant,
                ]
            )
    with out.csv(
        "reception_people",
        "consumption/people.csv",
        ["账单编号", "序号", "身份", "姓名职务", "身份证号", "姓名"],
        UTF8_BOM,
    ) as write:
        for bill in bills():
            for n, (role, person, words) in enumerate(bill.present, 1):
                write([bill.number, n, role, words, person.id_number, person.name])


def write_subsidies(world: World, plan: Plan, out: Export) -> None:
    """Write the accounts of the one-card and the payments into them."""
    with out.csv("one_card", "subsidies/accounts.csv", ["身份证号", "姓名", "银行账号", "开户行"], GB18030) as write:
        accounts = {one.account: one for one, _ in receivers(world)} | plan.accounts
        for account, person in accounts.items():
            write([person.id_number, person.name, account, "云江农村商业银行"])
    head = ["发放编号", "身份证号", "姓名", "补贴项目", "所属期", "发放日期", "金额", "银行账号", "审批单位代码"]
    with out.csv("subsidies", "subsidies/payments.csv", head, GB18030) as write:
        for rows in (ordinary_payments(world), plan.payments):
            for row in rows:
                unit = world.units[row.unit].uscc
                write(
                    [
                        row.number,
                        row.person.id_number,
                        row.person.name,
                        row.scheme,
                        row.period,
                        row.day,
                        f"{row.fen / 100:.2f}",
                        row.account,
                        unit,
                    ]
                )


def write_tenders(world: World, plan: Plan, out: Export) -> None:
    """Write projects, bids and contracts of the public resource trading centre."""
    ordinary = list(ordinary_tenders(world))
    projects = ([p.number, p.name, p.method, f"{p.ceiling_fen / 100:.2f}", p.opened, p.tenderer, p.place]
                for rows in ((one for one, _, _ in ordinary), plan.projects) for p in rows)
    out.table(
        "projects",
        "projects",
        ["项目编号", "项目名称", "采购方式", "最高限价", "开标日期", "招标人代码", "建设地点"],
        projects,
    )
    bids: Iterator[list[Cell]] = ([b.number, b.project, b.firm, b.at, f"{b.fen / 100:.2f}", "是" if b.won else "否", b.machine]
            for rows in ((bid for _, found, _ in ordinary for bid in found), plan.bids) for b in rows)
    out.table("bids", "bids", ["投标编号", "项目编号", "投标人代码", "投标时间", "报价", "是否中标", "机器码"], bids)
    head = ["合同编号", "合同名称", "合同金额(元)", "签订日期", "项目编号", "甲方代码", "乙方代码"]
    with out.xlsx("contracts", "tenders/contracts.xlsx", "合同", head) as write:
        for rows in ((one for _, _, one in ordinary if one), plan.contracts):
            for c in rows:
                write([c.number, c.name, c.fen / 100, c.signed, c.project, c.buyer, c.supplier])


def write_compounds(compounds: list[Compound], out: Export) -> None:
    """Write the housing compounds of the city."""
    with out.csv("compounds", "places/compounds.csv", ["小区名称", "地址", "区划代码", "居住人数"], UTF8_BOM) as write:
        for one in compounds:
            write([one.name, one.address, one.area, one.people])
