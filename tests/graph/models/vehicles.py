"""Cars and fuel cards: what each model is to find, and the neighbouring cases that it is to leave alone."""

from tests.graph.models.notation import times

_TANK = "Vehicle C1 tank_litres=70"
_FAR = "Refuelling F1 occurred_at=2025-03-03T12:00 longitude=114.9 latitude=27.8 REFUELLED C1"
_PARKED = "Trip T1 ended_at=2025-03-03T09:00 occurred_at=2025-03-03T08:00 latitude=27.8 DRIVEN_WITH C1"
_HOLIDAY = "Refuelling F1 occurred_at=2025-05-01T10:00 REFUELLED C1"
_ORDER = "DispatchOrder O1 occurred_at=2025-05-01T08:00 ended_at=2025-05-01T18:00 ORDERED_FOR C1"
_AWAY = "Refuelling F1 occurred_at=2025-05-01T10:00 station_area=南昌县 REFUELLED C1"
_OFFICIAL = "Vehicle C1 is_official=true"
_DINNER = "Trip T1 end_kind=餐饮 DRIVEN_WITH C1 ;"  # takes its time as a line of its own
_DRIVE = "Trip T1 km=30 end_place=分宜县人民医院 DRIVEN_WITH C1"
_QUARTER = "Trip T1 km=1000 occurred_at=2025-02-01T08:00 DRIVEN_WITH C1"


def _fuelled(car: str, litres: int, km: int) -> str:
    return (
        f"Vehicle {car} rated_litres=8 tank_litres=50\n"
        f"Trip T{car} km={km} occurred_at=2025-02-01T08:00 DRIVEN_WITH {car}\n"
        + times(3, f"Refuelling {car}F{{n}} litres={litres} occurred_at=2025-02-0{{n}}T08:00 REFUELLED {car}")
    )


CASES = {
    "V1": (
        ("90 litres into a tank of 70", f"{_TANK}; Refuelling F1 litres=90 REFUELLED C1", "F1"),
        ("the receipt names no car: the card's car of that day",
         f"{_TANK}; Vehicle C2 tank_litres=200; Refuelling F1 litres=90 occurred_at=2025-03-01T10:00 PAID_WITH K1;"
         "K1 BOUND_TO C2 valid_to=2025-02-28 BOUND_TO C1 valid_from=2025-03-01", "F1"),
        ("the card went over to a bigger car the day before",
         f"{_TANK}; Vehicle C2 tank_litres=200; Refuelling F1 litres=90 occurred_at=2025-03-01T10:00 PAID_WITH K1;"
         "K1 BOUND_TO C1 valid_to=2025-02-28 BOUND_TO C2 valid_from=2025-03-01", ""),
        ("at the limit exactly", f"{_TANK}; Refuelling F1 litres=73.5 REFUELLED C1", ""),
        ("the tank is not known", "Refuelling F1 litres=900 REFUELLED C1", ""),
        ("no car and no card", "Refuelling F1 litres=900", ""),
    ),
    "V2": (
        ("the car stood 10 km away",
         f"{_FAR}; {_PARKED} ; T1 DRIVEN_BY P1; Vehicle C1 plate=C1".replace("latitude=27.8 DRIVEN", "latitude=27.8 longitude=115.0 DRIVEN"), "F1"),
        ("it stood 4 km away", f"{_FAR}; {_PARKED}".replace("latitude=27.8 DRIVEN", "latitude=27.8 longitude=114.94 DRIVEN"), ""),
        ("the last fix is two days old",
         f"{_FAR}; Trip T1 occurred_at=2025-03-01T08:00 longitude=115.5 latitude=27.8 DRIVEN_WITH C1", ""),
        ("it drove on to the station before the card was used",
         f"{_FAR}; Trip T1 occurred_at=2025-03-03T08:00 longitude=115.5 latitude=27.8 DRIVEN_WITH C1;"
         "Trip T2 occurred_at=2025-03-03T11:00 longitude=114.9 latitude=27.8 DRIVEN_WITH C1", ""),
        ("it was still on the way",
         f"{_FAR}; Trip T1 occurred_at=2025-03-03T11:30 ended_at=2025-03-03T13:00 longitude=115.5 latitude=27.8 DRIVEN_WITH C1", ""),
        ("nobody knows where the station is",
         "Refuelling F1 occurred_at=2025-03-03T12:00 REFUELLED C1;"
         "Trip T1 occurred_at=2025-03-03T08:00 longitude=115.5 latitude=27.8 DRIVEN_WITH C1", ""),
    ),
    "V3": (
        ("58 and 39 litres within two hours", f"{_TANK}; K1 BOUND_TO C1; Refuelling F1 litres=58 occurred_at=2025-03-03T08:00 PAID_WITH K1;"
         "Refuelling F2 litres=39 occurred_at=2025-03-03T10:00 PAID_WITH K1", "F1"),
        ("three in a row are told once",
         f"{_TANK}; K1 BOUND_TO C1;" + times(3, "Refuelling F{n} litres=58 occurred_at=2025-03-03T08:{n}0 PAID_WITH K1"), "F1"),
        ("a minute past the window", f"{_TANK}; K1 BOUND_TO C1; Refuelling F1 litres=58 occurred_at=2025-03-03T08:00 PAID_WITH K1;"
         "Refuelling F2 litres=39 occurred_at=2025-03-03T10:01 PAID_WITH K1", ""),
        ("together they fit the tank", f"{_TANK}; K1 BOUND_TO C1; Refuelling F1 litres=40 occurred_at=2025-03-03T08:00 PAID_WITH K1;"
         "Refuelling F2 litres=30 occurred_at=2025-03-03T09:00 PAID_WITH K1", ""),
        ("two cards of two cars", f"{_TANK}; K1 BOUND_TO C1; K2 BOUND_TO C1; Refuelling F1 litres=58 occurred_at=2025-03-03T08:00 PAID_WITH K1;"
         "Refuelling F2 litres=39 occurred_at=2025-03-03T09:00 PAID_WITH K2", ""),
        ("litres not stated", f"{_TANK}; K1 BOUND_TO C1;" + times(2, "Refuelling F{n} occurred_at=2025-03-03T08:{n}0 PAID_WITH K1"), ""),
    ),
    "V4": (
        ("twice on a day", times(2, "Refuelling F{n} occurred_at=2025-03-03T0{n}:00 PAID_WITH K1"), "F1"),
        ("before and after midnight",
         "Refuelling F1 occurred_at=2025-03-03T23:50 PAID_WITH K1; Refuelling F2 occurred_at=2025-03-04T00:10 PAID_WITH K1", ""),
        ("two cards", times(2, "Refuelling F{n} occurred_at=2025-03-03T0{n}:00 PAID_WITH K{n}"), ""),
        ("no time", times(2, "Refuelling F{n} PAID_WITH K1"), ""),
    ),
    "V5": (
        ("on the first of May", _HOLIDAY, "F1"),
        ("an ordinary car with an order", f"{_HOLIDAY}; {_ORDER}; Vehicle C1 use=机要通信", "F1"),
        ("a patrol car with an order that was refused", f"{_HOLIDAY}; {_ORDER} ; Vehicle C1 use=执法执勤; DispatchOrder O1 is_approved=false", "F1"),
        ("a patrol car with an order", f"{_HOLIDAY}; {_ORDER}; Vehicle C1 use=执法执勤", ""),
        ("the day after the holiday", "Refuelling F1 occurred_at=2025-05-06T10:00 REFUELLED C1", ""),
        ("no time", "Refuelling F1 REFUELLED C1", ""),
    ),
    "V6": (
        ("in another county without an order", _AWAY, "F1"),
        ("the order was for another car", f"{_AWAY}; {_ORDER}".replace("ORDERED_FOR C1", "ORDERED_FOR C2"), "F1"),
        ("with an order of that time", f"{_AWAY}; {_ORDER}", ""),
        ("in the city's own county", "Refuelling F1 occurred_at=2025-05-01T10:00 station_area=江西省新余市分宜县 REFUELLED C1; Unit U1 name=分宜县财政局 unit_kind=ORGAN", ""),
        ("in a district of whatever city", "Refuelling F1 occurred_at=2025-05-01T10:00 station_area=云水区 REFUELLED C1; Unit U1 name=云江市云水区教育局 unit_kind=ORGAN", ""),
        ("where only a firm is named after the place", f"{_AWAY}; Unit U1 name=南昌县商贸有限公司 unit_kind=FIRM", "F1"),
        ("the station's area is not known", "Refuelling F1 occurred_at=2025-05-01T10:00 REFUELLED C1", ""),
    ),
    "V7": (
        ("diesel for a petrol car", "Vehicle C1 fuel_type=汽油; Refuelling F1 product=0#柴油 REFUELLED C1", "F1"),
        ("cigarettes, for a car of unknown fuel", "Refuelling F1 product=香烟 REFUELLED C1", "F1"),
        ("cigarettes on a card without a car", "Refuelling F1 product=便利店商品 PAID_WITH K1", "F1"),
        ("its own fuel, another grade", "Vehicle C1 fuel_type=92号汽油; Refuelling F1 product=95# REFUELLED C1", ""),
        ("urea, which only diesels take, for a petrol car", "Vehicle C1 fuel_type=汽油; Refuelling F1 product=车用尿素 REFUELLED C1", "F1"),
        ("engine oil for a petrol car", "Vehicle C1 fuel_type=汽油; Refuelling F1 product=机油 REFUELLED C1", ""),
        ("urea for a diesel", "Vehicle C1 fuel_type=柴油; Refuelling F1 product=车用尿素 REFUELLED C1", ""),
        ("petrol for a hybrid", "Vehicle C1 fuel_type=插电混动; Refuelling F1 product=92#汽油 REFUELLED C1", ""),
        ("gas for a car of two fuels", "Vehicle C1 fuel_type=汽油/天然气; Refuelling F1 product=天然气 REFUELLED C1", ""),
        ("the product is not stated", "Vehicle C1 fuel_type=汽油; Refuelling F1 REFUELLED C1", ""),
    ),
    "V8": (
        ("four small amounts in a month", times(4, "Refuelling F{n} amount_fen=9900 occurred_at=2025-03-0{n}T08:00 PAID_WITH K1"), "F1"),
        ("four large ones", times(4, "Refuelling F{n} amount_fen=60001 occurred_at=2025-03-0{n}T08:00 PAID_WITH K1"), "F1"),
        ("three", times(3, "Refuelling F{n} amount_fen=9900 occurred_at=2025-03-0{n}T08:00 PAID_WITH K1"), ""),
        ("100 yuan each exactly", times(4, "Refuelling F{n} amount_fen=10000 occurred_at=2025-03-0{n}T08:00 PAID_WITH K1"), ""),
        ("two small and two large", times(2, "Refuelling F{n} amount_fen=9900 occurred_at=2025-03-0{n}T08:00 PAID_WITH K1")
         + "\n" + times(2, "Refuelling G{n} amount_fen=70000 occurred_at=2025-03-0{n}T08:00 PAID_WITH K1"), ""),
        ("in two months", times(2, "Refuelling F{n} amount_fen=9900 occurred_at=2025-03-0{n}T08:00 PAID_WITH K1")
         + "\n" + times(2, "Refuelling G{n} amount_fen=9900 occurred_at=2025-04-0{n}T08:00 PAID_WITH K1"), ""),
    ),
    "V9": (
        ("a fleet of one takes 30 litres per 100 km", _fuelled("C1", 100, 1000), "C1|2025Q1"),
        ("one of four takes three times as much",
         "\n".join(_fuelled(f"C{n}", 33, 1000) for n in (1, 2, 3)) + "\n" + _fuelled("C4", 100, 1000), "C4|2025Q1"),
        ("the receipts name only the card",
         "C1 LOCATED_AT X; Vehicle C1 rated_litres=8 tank_litres=50; K1 BOUND_TO C1;".replace("C1 LOCATED_AT X;", "")
         + f"{_QUARTER}\n" + times(3, "Refuelling F{n} litres=100 occurred_at=2025-02-0{n}T08:00 PAID_WITH K1"), "C1|2025Q1"),
        ("the whole fleet takes as much", "\n".join(_fuelled(f"C{n}", 100, 1000) for n in (1, 2, 3)), ""),
        ("it hardly drove", _fuelled("C1", 100, 299), ""),
        ("the excess is less than two tanks", _fuelled("C1", 59, 1000), ""),
        ("the rated consumption is not known",
         f"{_QUARTER}\n" + times(3, "Refuelling F{n} litres=100 occurred_at=2025-02-0{n}T08:00 REFUELLED C1"), ""),
    ),
    "V10": (
        ("while it was repaired",
         "Refuelling F1 occurred_at=2025-03-05T10:00 REFUELLED C1; VehicleRepair R1 occurred_on=2025-03-01 ended_on=2025-03-10 REPAIRED C1", "F1"),
        ("after it was scrapped",
         "Vehicle C1 retired_on=2025-03-04 vehicle_state=报废; Refuelling F1 occurred_at=2025-03-05T10:00 REFUELLED C1", "F1"),
        ("on the day it came out",
         "Refuelling F1 occurred_at=2025-03-10T10:00 REFUELLED C1; VehicleRepair R1 occurred_on=2025-03-01 ended_on=2025-03-10 REPAIRED C1", ""),
        ("on the day it was scrapped", "Vehicle C1 retired_on=2025-03-05; Refuelling F1 occurred_at=2025-03-05T10:00 REFUELLED C1", ""),
        ("nobody noted when it came out",
         "Refuelling F1 occurred_at=2025-03-05T10:00 REFUELLED C1; VehicleRepair R1 occurred_on=2025-03-01 REPAIRED C1", ""),
        ("its card had gone over to another car", "Vehicle C1 retired_on=2025-03-04; Refuelling F1 occurred_at=2025-03-05T10:00 PAID_WITH K1;"
         "K1 BOUND_TO C1 valid_to=2025-03-04 BOUND_TO C2 valid_from=2025-03-05", ""),
    ),
    "V11": (
        ("bound to no car", "FuelCard K1 ISSUED_TO U1", "K1"),
        ("to a private car", "Vehicle C1 is_official=false; FuelCard K1 BOUND_TO C1", "K1"),
        ("to a car that no register has", "Vehicle C1 stub=1; FuelCard K1 BOUND_TO C1", "K1"),
        ("two for one car", f"{_OFFICIAL}; FuelCard K1 BOUND_TO C1; FuelCard K2 BOUND_TO C1", "K1 K2"),
        ("two private cars of one card are told once",
         "Vehicle C1 is_official=false; Vehicle C2 is_official=false; FuelCard K1 BOUND_TO C1 BOUND_TO C2", "K1"),
        ("one for one car", f"{_OFFICIAL}; FuelCard K1 BOUND_TO C1", ""),
        ("the other was cancelled", f"{_OFFICIAL}; FuelCard K1 BOUND_TO C1; FuelCard K2 is_active=false BOUND_TO C1", ""),
        ("the other went over to another car", f"{_OFFICIAL}; FuelCard K1 BOUND_TO C1; FuelCard K2 BOUND_TO C1 valid_to=2024-12-31 BOUND_TO C2", ""),
        ("a card that only receipts name", "FuelCard K1 stub=1", ""),
    ),
    "V12": (
        ("at a restaurant at 18:00", f"{_DINNER} Trip T1 occurred_at=2025-03-03T18:00", "T1"),
        ("at noon of a Saturday", f"{_DINNER} Trip T1 occurred_at=2025-03-08T12:00", "T1"),
        ("at noon of a holiday", f"{_DINNER} Trip T1 occurred_at=2025-05-01T12:00", "T1"),
        ("at noon of a Saturday that is worked", f"{_DINNER} Trip T1 occurred_at=2025-02-08T12:00", ""),
        ("at 17:59", f"{_DINNER} Trip T1 occurred_at=2025-03-03T17:59", ""),
        ("with an order of that time", f"{_DINNER} Trip T1 occurred_at=2025-05-01T12:00; {_ORDER}", ""),
        ("a private car", f"{_DINNER} Trip T1 occurred_at=2025-03-03T18:00; Vehicle C1 is_official=false", ""),
        ("at the office", "Trip T1 end_kind=办公 occurred_at=2025-03-03T18:00 DRIVEN_WITH C1", ""),
        ("no time", _DINNER, ""),
    ),
    "V13": (
        ("30 km without an order", f"{_DRIVE}; Trip T1 occurred_at=2025-05-01T10:00", "T1"),
        ("the order was for another place",
         f"{_DRIVE}; Trip T1 occurred_at=2025-05-01T10:00 dispatch_number=O1; {_ORDER}; DispatchOrder O1 destination=南昌市", "T1"),
        ("the order was for another car",
         f"{_DRIVE}; Trip T1 occurred_at=2025-05-01T10:00 dispatch_number=O1; {_ORDER}".replace("ORDERED_FOR C1", "ORDERED_FOR C2"), "T1"),
        ("the order was refused",
         f"{_DRIVE}; Trip T1 occurred_at=2025-05-01T10:00 dispatch_number=O1; {_ORDER}; DispatchOrder O1 is_approved=false", "T1"),
        ("an order of that time, its number not noted", f"{_DRIVE}; Trip T1 occurred_at=2025-05-01T10:00; {_ORDER}", ""),
        ("the order says the place in other words",
         f"{_DRIVE}; Trip T1 occurred_at=2025-05-01T10:00 dispatch_number=O1; {_ORDER}; DispatchOrder O1 destination=人民医院", ""),
        ("two units number an order alike",
         f"{_DRIVE}; Trip T1 occurred_at=2025-05-01T10:00 dispatch_number=O1; {_ORDER}; DispatchOrder O1b order_number=O1 ORDERED_FOR C2", ""),
        ("5 km exactly", "Trip T1 km=5 occurred_at=2025-05-01T10:00 DRIVEN_WITH C1", ""),
        ("no distance", "Trip T1 occurred_at=2025-05-01T10:00 DRIVEN_WITH C1", ""),
    ),
    "V14": (
        ("the same part twice in a year",
         "VehicleRepair R1 part=变速箱 occurred_on=2024-03-01 REPAIRED C1; VehicleRepair R2 part=变速箱 occurred_on=2025-02-28 REPAIRED C1", "R2"),
        ("three times: each is told once", times(3, "VehicleRepair R{n} part=变速箱 occurred_on=2025-0{n}-01 REPAIRED C1"), "R2 R3"),
        ("a year apart exactly",
         "VehicleRepair R1 part=变速箱 occurred_on=2024-03-01 REPAIRED C1; VehicleRepair R2 part=变速箱 occurred_on=2025-03-01 REPAIRED C1", ""),
        ("two lines of one visit", times(2, "VehicleRepair R{n} part=轮胎 occurred_on=2025-03-01 REPAIRED C1"), ""),
        ("an oil change", times(2, "VehicleRepair R{n} part=更换机油 occurred_on=2025-0{n}-01 REPAIRED C1"), ""),
        ("another car", times(2, "VehicleRepair R{n} part=变速箱 occurred_on=2025-0{n}-01 REPAIRED C{n}"), ""),
        ("the part is not stated", times(2, "VehicleRepair R{n} occurred_on=2025-0{n}-01 REPAIRED C1"), ""),
    ),
}  # fmt: skip
