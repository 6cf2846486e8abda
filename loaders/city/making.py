"""Makes a city: builds the world, plants stories, fills the ledgers and writes every file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from loaders.city.cases.background import fill_ledgers, give_times
from loaders.city.cases.dinner import plant_dinner
from loaders.city.cases.fuel_cases import FuelCases
from loaders.city.cases.models.families import plant_models
from loaders.city.cases.models.planting import Scene
from loaders.city.cases.near_misses import NearMissPlanter
from loaders.city.cases.pairs import PairPlanter
from loaders.city.cases.plan import CityPlan
from loaders.city.cases.reception_cases import BillPlanter
from loaders.city.cases.sketch import Sketcher
from loaders.city.cases.stories import StoryTeller
from loaders.city.cases.subsidies import SubsidyPlanter
from loaders.city.cases.sweep import SweepStory
from loaders.city.cases.tenders import TenderPlanter
from loaders.city.cases.trip_cases import TripPlanter
from loaders.city.files import check_files, driving_files, ledgers, money_files, register_files, staff_files
from loaders.city.files.export import Export
from loaders.city.files.truth import Truth
from loaders.city.world.compounds import build_compounds
from loaders.city.world.size import SIZES
from loaders.city.world.vehicles import CityVehicle
from loaders.city.world.world import Casting, World

TRUTH = "truth.json"


@dataclass(frozen=True)
class CityOutcome:
    """What was written: rows per source and connected pairs per rule."""

    rows: dict[str, int]
    pairs: dict[str, int]


def make_city(size: str, seed: int, folder: Path, said: Callable[[str], None] = lambda _: None) -> CityOutcome:
    """Write the city into the folder; the same size and seed give the same bytes."""
    world = World(seed, SIZES[size])
    casting = Casting(world)
    sketcher, plan, compounds = Sketcher(world, casting), CityPlan(), build_compounds(seed)
    said("planting stories, pairs and comparison hits")
    cases = FuelCases(sketcher, plan)
    pairs = PairPlanter(sketcher, plan)
    teller = StoryTeller(sketcher, plan)
    teller.tell(compounds)
    plant_dinner(teller, plan)
    SweepStory(teller, plan, compounds).plant()
    cases.plant()
    TripPlanter(world, plan, cases.cars).plant()
    NearMissPlanter(pairs).plant(world.size.near_misses)
    pairs.plant(world.size.pairs)
    SubsidyPlanter(world, casting, plan).plant()
    TenderPlanter(world, casting, plan).plant()
    BillPlanter(world, plan).plant()
    said("filling the ledgers")
    fill_ledgers(sketcher, plan)
    give_times(plan, seed)
    plant_models(Scene(world, casting, plan, cases.cars))
    out = Export(folder)
    _write_registers(world, plan, cases.cars, out, said)
    register_files.write_compounds(compounds, out)
    said("ledgers and truth")
    truth = Truth(world, plan, cases.cars)
    ledgers.Ledgers(world, plan, out, truth.hear).write()
    found = truth.write(out, folder / TRUTH)
    return CityOutcome(dict(out.rows), found)


def _write_registers(
    world: World, plan: CityPlan, cars: list[CityVehicle], out: Export, said: Callable[[str], None]
) -> None:
    writers: dict[str, Callable[[], None]] = {
        "teams": lambda: staff_files.write_staff(world, out),
        "staff": lambda: staff_files.write_staff_register(world, out),
        "units": lambda: staff_files.write_units(world, out),
        "officials": lambda: staff_files.write_posts(world, out),
        "kin": lambda: staff_files.write_kin(world, out),
        "people": lambda: register_files.write_people(world, plan, out),
        "firms": lambda: register_files.write_firms(world, out),
        "vehicles": lambda: register_files.write_vehicles(world, plan, cars, out),
        "refuellings and trips": lambda: driving_files.write_driving(world, plan, cars, out),
        "repairs": lambda: driving_files.write_repairs(world, plan, cars, out),
        "work": lambda: check_files.write_work(world, plan, out),
        "checks": lambda: check_files.write_checks(world, plan, out),
        "transfers": lambda: check_files.write_transfers(world, plan, out),
        "receptions": lambda: money_files.write_bills(world, plan, out),
        "subsidies": lambda: money_files.write_subsidies(world, plan, out),
        "tenders": lambda: money_files.write_tenders(world, plan, out),
    }
    for name, write in writers.items():
        said(name)
        write()
