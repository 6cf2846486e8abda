"""Names that a unit or a person goes by beside the registered ones."""

import re
from collections.abc import Container, Iterator

from graph_service.mentions.text.folded import fold_name
from graph_service.unit_forms.firm_names import firm_name
from graph_service.unit_forms.forms import Closeness, unit_forms
from graph_service.unit_forms.several import several_names

_COMMITTEES = ("村民委员会", "居民委员会")
_SHORT = 1
_SHORTEST = 2
_HAN_NAME = re.compile(r"[\u3400-\u9fff]+")


def unit_names(names: tuple[str, ...]) -> dict[str, Closeness]:
    """Return every folded name by which a unit may be called: the first is the full one, the second short, the rest former."""
    found: dict[str, Closeness] = {}
    for place, name in [(at, fold_name(name)) for at, cell in enumerate(names) for name in several_names(cell)]:
        if not name:
            continue
        forms = unit_forms(name) if place != _SHORT else _of_short(name, names[0])
        for form, how in forms.items():
            closeness = how if place == 0 else max(how, Closeness.OTHER)
            found[form] = min(closeness, found.get(form, closeness))
    return found


def firm_names(names: tuple[str, ...], places: Container[str]) -> dict[str, Closeness]:
    """Return what a firm is called for short, by its registered and former names: 瑞锦, 瑞锦市政 of 云江瑞锦市政工程有限公司.

    What is an ordinary word by itself, as in 阳光物业, means the firm only with its trade, and never decides.
    """
    found: dict[str, Closeness] = {}
    for name in (fold_name(each) for cell in names for each in several_names(cell)):
        parts = firm_name(name, places)
        if parts:
            how = Closeness.SHORT if parts.is_telling else Closeness.LOOSE
            with_area = [form for form, far in unit_forms(name).items() if far is Closeness.LOOSE]
            found |= dict.fromkeys([*with_area, *parts.with_more()], how)
            if parts.is_telling:
                found[parts.own] = Closeness.FIRM_OWN
    return found


def _of_short(short: str, full: str) -> dict[str, Closeness]:
    forms = {short: Closeness.OTHER}
    if full.endswith(_COMMITTEES) and short.endswith(("村", "社区")):
        forms[short + ("委会" if short.endswith("村") else "居委会")] = Closeness.OTHER
    return forms


def under_parent(parent: str, own: str) -> str | None:
    """Return the name that joins the short names of a unit and its superior, such as 鹄山乡小桥村."""
    joined = fold_name(parent) + fold_name(own)
    return joined if len(own) >= _SHORTEST and not own.startswith(parent) else None


def person_forms(name: str) -> Iterator[str]:
    """Yield a folded name; one with a dot also with the dots that people write or leave out, and its first part alone."""
    yield name
    if "·" not in name and "." not in name:
        return
    parts = [part for part in re.split(r"[·.]", name) if part]
    if len(parts) > 1 and _HAN_NAME.fullmatch("".join(parts)):
        yield from (sign.join(parts) for sign in ("·", ".", ""))
        yield parts[0]
