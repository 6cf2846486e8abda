"""Every family of cases, in the order in which they are planted."""

from loaders.city.cases.models.benefits import benefit_cases
from loaders.city.cases.models.cards import card_cases
from loaders.city.cases.models.driving import driving_cases
from loaders.city.cases.models.firms import firm_cases
from loaders.city.cases.models.invoices import invoice_cases
from loaders.city.cases.models.journeys import journey_cases
from loaders.city.cases.models.matters import MatterCases
from loaders.city.cases.models.planting import Scene
from loaders.city.cases.models.receptions import reception_cases
from loaders.city.cases.models.tenders import tender_cases

_SHOPS = ("云江市顺达汽车修理厂", "云江市宏运汽车维修中心", "云江市平安汽修行")


def plant_models(scene: Scene) -> None:
    """Plant the cases of every model that the city's older cases do not have, and near misses of the others."""
    world = scene.world
    scene.plan.rows.shops += [world.maker.make_trader(scene.casting.owner(), name).uscc for name in _SHOPS]
    for family in (
        card_cases, driving_cases, reception_cases, invoice_cases, journey_cases, benefit_cases, tender_cases, firm_cases
    ):  # fmt: skip
        scene.plant(family(scene))
    MatterCases(scene).plant()
