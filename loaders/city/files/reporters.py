"""Who reported the petitions of the city: drawn apart from everything else, so that nothing else of the city depends on it."""

from graph_service.vault.entry import Reporter
from graph_service.vault.giveaways.masking import mask
from loaders.city.cases.matter import CityMatter
from loaders.city.files.ledger_cells import LedgerCells
from loaders.city.world.draws import Draws
from loaders.city.world.people import BLOCK
from loaders.city.world.world import World

_POOL = 60  # heads of households: some report more than once
_SIGNED = 500  # per mille of the real-name letters whose register entry copied the signature too


def reporter_cells(world: World, matter: CityMatter, values: LedgerCells) -> LedgerCells:
    """Return the cells about who reported a petition under a real name, and its text with a signature or without."""
    if values.get("是否实名") != "是":
        return {}
    draws = Draws(world.seed, "reporter", int(matter.number.replace("-", "")[2:]))
    text, place, step = str(values["text"]), draws.below(_POOL), 0
    while mask(text, who := _reporter(world, (place + step) % _POOL)).is_changed and step < _POOL:
        step += 1  # whoever is named in the text did not write it
    cells: LedgerCells = {
        "举报人": who.name,
        "举报人身份证号": who.id_number,
        "举报人电话": who.phone,
        "举报人住址": who.address,
    }
    if text.endswith("。") and draws.chance(_SIGNED):
        cells["text"] = f"{text}举报人：{who.name}，电话{who.phone}"
    return cells


def _reporter(world: World, place: int) -> Reporter:
    person = world.people.person(place * BLOCK)
    return Reporter(person.name, person.id_number, person.phone, person.home)
