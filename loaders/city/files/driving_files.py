"""Files on driving: refuellings, trips, dispatch orders, repairs."""

from collections.abc import Iterator
from itertools import chain

from loaders.city.cases.fuel import Drive, Refuel, ordinary_refuellings, ordinary_trips
from loaders.city.cases.plan import CityPlan
from loaders.city.cases.registers.driving import order_of, ordinary_repairs
from loaders.city.files.export import GB18030, UTF8_BOM, Cell, Export
from loaders.city.world.grounds import area_of, kind_of, spot_of
from loaders.city.world.vehicles import CityVehicle
from loaders.city.world.world import World

_REFUELLING = "流水号 加油时间 卡号 车牌 油品 加油量 金额 里程 加油站 加油站区县 经度 纬度"
_TRIP = "trip_no depart_at arrive_at from to km plate driver_id dispatch_no end_kind end_longitude end_latitude"
_ORDER = "派车单号 车牌号 用车单位代码 计划出车时间 计划收车时间 事由 目的地 审批结果"
_REPAIR = "维修单号 车牌号 进厂时间 出厂时间 维修项目 金额 承修厂代码"
_PURPOSES = ("公务出行", "下乡调研", "送文件", "参加会议")


def write_driving(world: World, plan: CityPlan, cars: list[CityVehicle], out: Export) -> None:
    """Write refuellings, trips, and the orders of the trips."""
    with out.csv("refuellings", "vehicles/refuellings.csv", _REFUELLING.split(), GB18030) as write:
        for row in chain(ordinary_refuellings(world.seed, cars, world.size.refuellings_each), plan.refuellings):
            write(_refuelling(row))
    with out.jsonl("trips", "vehicles/trips.jsonl", _TRIP.split()) as write:
        for trip in _trips(world, plan, cars):
            write(_trip(trip))
    units = {car.plate: world.units[car.unit].uscc for car in cars}
    with out.csv("dispatch_orders", "vehicles/dispatch.csv", _ORDER.split(), UTF8_BOM) as write:
        planted = {order.number for order in plan.rows.orders}
        made = (order_of(trip) for trip in _trips(world, plan, cars) if trip.dispatch and trip.dispatch not in planted)
        for n, order in enumerate(chain(made, plan.rows.orders)):
            times = (order.begin, order.end, _PURPOSES[n % len(_PURPOSES)])
            write([order.number, order.plate, units[order.plate], *times, order.goal, "同意"])


def write_repairs(world: World, plan: CityPlan, cars: list[CityVehicle], out: Export) -> None:
    """Write what repair shops did to official cars."""
    with out.csv("repairs", "vehicles/repairs.csv", _REPAIR.split(), GB18030) as write:
        for row in chain(ordinary_repairs(world.seed, cars, plan.rows.shops), plan.rows.repairs):
            write([row.number, row.plate, row.begin, row.end, row.part, f"{row.fen / 100:.2f}", row.shop])


def _trips(world: World, plan: CityPlan, cars: list[CityVehicle]) -> Iterator[Drive]:
    drivers: dict[int, list[str]] = {}
    for one in world.officials:
        drivers.setdefault(one.unit, []).append(one.person.id_number)
    return chain(ordinary_trips(world.seed, cars, drivers, world.size.trips_each), plan.trips)


def _refuelling(row: Refuel) -> list[Cell]:
    bought = (row.product, row.litres or None, f"{row.fen / 100:.2f}")
    where = (row.station, area_of(row.station), *(spot_of(row.station) or (None, None)))
    return [row.number, row.at, row.card, row.plate, *bought, row.odometer, *where]


def _trip(trip: Drive) -> list[Cell]:
    way = (trip.start, trip.end, trip.origin, trip.goal, trip.km)
    spot = trip.spot or spot_of(trip.goal) or (None, None)
    return [trip.number, *way, trip.plate, trip.driver, trip.dispatch or None, kind_of(trip.goal), *spot]
