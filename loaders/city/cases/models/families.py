"""Every family of cases, in the order in which they are planted."""

from loaders.city.cases.models.benefits import BenefitCases
from loaders.city.cases.models.cards import CardCases
from loaders.city.cases.models.driving import DrivingCases
from loaders.city.cases.models.firms import FirmCases
from loaders.city.cases.models.invoices import InvoiceCases
from loaders.city.cases.models.journeys import JourneyCases
from loaders.city.cases.models.matters import MatterCases
from loaders.city.cases.models.planting import Scene
from loaders.city.cases.models.receptions import ReceptionCases
from loaders.city.cases.models.tenders import TenderCases

_SHOPS = ("云江市顺达汽车修理厂", "云江市宏运汽车维修中心", "云江市平安汽修行")


def plant_models(scene: Scene) -> None:
    """Plant the cases of every model that the city's older cases do not have, and near misses of the others."""
    world = scene.world
    scene.plan.rows.shops += [world.maker.make_trader(scene.casting.owner(), name).uscc for name in _SHOPS]
    scene.plant(CardCases(scene).cases())
    scene.plant(DrivingCases(scene).cases())
    scene.plant(ReceptionCases(scene).cases())
    scene.plant(InvoiceCases(scene).cases())
    scene.plant(JourneyCases(scene).cases())
    scene.plant(BenefitCases(scene).cases())
    scene.plant(TenderCases(scene).cases())
    scene.plant(FirmCases(scene).cases())
    MatterCases(scene).plant()
