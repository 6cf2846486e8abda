"""Names that a unit goes by beside the registered ones."""

import re
from collections.abc import Iterator
from enum import IntEnum

from graph_service.mentions.text.folded import fold_name


class AliasCloseness(IntEnum):
    """How close a name is to the registered one."""

    FULL = 0
    OTHER = 1  # short or former name, as registered
    PLAIN = 2  # without the city in front
    LOOSE = 3  # without district or legal form: never decides by itself


_CITY = re.compile(r"(?:[\u4e00-\u9fff]{2,3}省)?[\u4e00-\u9fff]{2,3}市(?=[\u4e00-\u9fff]{3})")
_DISTRICT = re.compile(r"[\u4e00-\u9fff]{2,3}(?:区|县)(?=[\u4e00-\u9fff]{2})")
_FORM = re.compile(r"(?:股份有限|有限责任|有限|股份)公司$")
_FIRM_PLACE = re.compile(r"\([\u4e00-\u9fff]{2,4}\)")
_COMMITTEES = ("村民委员会", "居民委员会")
_SHORTEST = 3
_SHORTEST_CORE = 4


def unit_names(names: tuple[str, ...]) -> Iterator[tuple[str, AliasCloseness]]:
    """Yield every name by which a unit may be called, folded; the first name is the full one, the second the short one."""
    for place, name in enumerate(names):
        folded = fold_name(name)
        if not folded:
            continue
        yield folded, AliasCloseness.OTHER if place else AliasCloseness.FULL
        if place == 0:
            yield from _shortened(folded)
        elif place == 1 and names[0].endswith(_COMMITTEES) and folded.endswith(("村", "社区")):
            yield folded + ("委会" if folded.endswith("村") else "居委会"), AliasCloseness.OTHER


def _shortened(full: str) -> Iterator[tuple[str, AliasCloseness]]:
    city = _CITY.match(full)
    rest = full[city.end() :] if city else full
    district = _DISTRICT.match(rest) if city else None
    if city and district:
        yield rest, AliasCloseness.PLAIN
        yield rest[district.end() - 1 :], AliasCloseness.LOOSE
    elif city and _FORM.search(full) is None:
        yield f"市{rest}", AliasCloseness.PLAIN
    form = _FORM.search(rest)
    if form:
        core = _FIRM_PLACE.sub("", rest[: form.start()]).removeprefix("江西")
        if len(core) >= _SHORTEST_CORE:
            yield core, AliasCloseness.LOOSE
            yield f"{core}公司", AliasCloseness.LOOSE


def under_parent(parent: str, own: str) -> str | None:
    """Return the name that joins the short names of a unit and its superior, such as 鹄山乡小桥村."""
    joined = fold_name(parent) + fold_name(own)
    return joined if len(own) >= _SHORTEST - 1 and not own.startswith(parent) else None
