"""Which project a text means that does not name it: by whose it is, with its sum, the end of its number, or its work.

"沙陂小学那条水泥路，合同四百二十三万多", "鹤岭的医院 … 水利项目（248号）": a unit has few projects, and of these one has the
sum, the number or the work that is told. Nothing is told where two have.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph_service.mentions.lexicon.projects import short_numbers
from graph_service.mentions.mean.scene import Scene
from graph_service.mentions.text.folded import fold_name
from graph_service.mentions.text.mention import SURE_FROM, MentionKind
from graph_service.mentions.text.span import Span
from graph_service.unit_forms.forms import unit_forms
from graph_service.unit_forms.project_names import project_work

_MOST = 400  # projects of one unit: a centre that buys for all says little of which
_BY_NUMBER, _BY_SHORT_NUMBER, _BY_SUM, _BY_ROUGH_SUM, _BY_BOTH_ENDS, _BY_WORK, _BY_SHORT_WORK = (
    0.9, 0.8, 0.9, 0.85, 0.8, 0.7, 0.6,
)  # fmt: skip
_KEPT = 65536
_MORE = 0.05  # for each further sign of it
_LONG_NUMBER = 3  # digits
_SHORT_WORK = 3  # signs
_BUILT = re.compile(r"[楼路桥渠墙站场网馆库井厂房塘坝堤亭园灯泵]|管(?![理辖控教家])")
_DEED = re.compile(r"(?:建设|改造|维修|修缮|新建|扩建|改建|提升|整治|加固|采购|安装)+$")
_TELLING_SUM, _TELLING_ROUGHLY = 3, 3  # digits that are told
_NUMBERED = re.compile(
    r"(?:编号|项目号|标段号|合同号|标号)的?(?:尾巴|尾数|尾号|末尾|结尾|末[两三四五六]位|[最]?后[几两三四五六]位)?(?:是|为|:)?[^\d,。;]{0,2}(\d{2,8})"
    r"|(?:尾号|尾数|末尾)(?:是|为|:)?(\d{2,8})的?(?:项目|标段|工程|合同)"
    r"|(?:项目|工程|采购|标段|合同)[(\[](?:20\d\d[)\]年])?第?(\d{2,6})号?[)\]]"
    r"|(?:项目|工程|采购|标段|合同)[(\[]20\d\d[)\]]第?(\d{2,6})号"
    r"|(?<!\d)(\d{2,6})号(?:项目|标段|工程|合同)"
)


@dataclass(frozen=True, slots=True)
class ToldProject:
    """A project, how sure it is meant, and the words that tell it."""

    project: int
    certainty: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Sign:
    certainty: float
    start: int
    end: int


def tell_project(scene: Scene) -> ToldProject | None:
    """Return the one project of the units of a text that it tells without its name; None where it names one surely."""
    spans = scene.of_kind(MentionKind.PROJECT)
    if any(len(span.entities) == 1 and span.certainty >= SURE_FROM for span in spans):
        return None
    told = [each for project in sorted(_projects(scene)) if (each := _told(scene, project))]
    best = max((each.certainty for each in told), default=0.0)
    found = [each for each in told if each.certainty == best]
    return found[0] if len(found) == 1 else None


def _projects(scene: Scene) -> set[int]:
    """Return the projects of the units that the text or its entry surely speaks of."""
    units = scene.own_units.union(*(meant for meant in scene.meant.values() if len(meant) == 1))
    found = (scene.view.projects(unit) for unit in units)
    return {project for those in found if len(those) <= _MOST for project in those}


def _told(scene: Scene, project: int) -> ToldProject | None:
    signs = [*_by_number(scene, project), *_by_sum(scene, project), *_by_ends(scene, project)]
    signs += _by_work(scene, project)
    if not signs:
        return None
    best = max(signs, key=lambda sign: (sign.certainty, -sign.start))
    more = len({sign.start for sign in signs}) - 1
    return ToldProject(project, round(min(0.95, best.certainty + _MORE * more), 3), best.start, best.end)


def _by_number(scene: Scene, project: int) -> Iterator[_Sign]:
    lexicon = scene.view.lexicon
    short = short_numbers(lexicon.identifiers[project], fold_name(lexicon.names[project]))
    for found in _NUMBERED.finditer(scene.text):
        told = next(filter(None, found.groups()))
        if told.lstrip("0") in short:
            certainty = _BY_NUMBER if len(told) >= _LONG_NUMBER else _BY_SHORT_NUMBER
            yield _Sign(certainty, *found.span(found.lastindex or 0))


def _by_sum(scene: Scene, project: int) -> Iterator[_Sign]:
    sums = {str(fen).rstrip("0"): len(str(fen)) for fen in scene.view.sums(project)}
    for span in scene.of_kind(MentionKind.AMOUNT):
        told = span.normal.lstrip("~")
        digits = told.rstrip("0")
        if span.normal == told:
            if len(digits) >= _TELLING_SUM and sums.get(digits) == len(told):
                yield _Sign(_BY_SUM, span.start, span.end)
        elif len(digits) >= _TELLING_ROUGHLY and any(
            size == len(told) and known.startswith(digits) for known, size in sums.items()
        ):
            yield _Sign(_BY_ROUGH_SUM, span.start, span.end)


def _by_ends(scene: Scene, project: int) -> Iterator[_Sign]:
    """Yield the unit named in the text where both who puts a project out and who carries it out are spoken of."""
    of_it = [span for span in _units(scene) if project in scene.view.projects(scene.meant[span][0])]
    units = {scene.meant[span][0] for span in of_it} | {
        unit for unit in scene.own_units if project in scene.view.projects(unit)
    }
    if of_it and len(units) > 1:
        yield _Sign(_BY_BOTH_ENDS, of_it[0].start, of_it[0].end)


def _units(scene: Scene) -> list[Span]:
    return [span for span in scene.of_kind(MentionKind.UNIT) if len(scene.meant.get(span, ())) == 1]


def _by_work(scene: Scene, project: int) -> Iterator[_Sign]:
    lexicon = scene.view.lexicon
    owners = sorted(lexicon.names[unit] for unit in scene.units_around if project in scene.view.projects(unit))
    work = _work(lexicon.names[project], tuple(owners))
    at = scene.text.find(work) if work else -1
    if at >= 0:
        yield _Sign(_BY_WORK, at, at + len(work))
    elif work and (start := _shortened(scene, work)) >= 0:
        yield _Sign(_BY_SHORT_WORK, start, start + _SHORT_WORK)


def _shortened(scene: Scene, work: str) -> int:
    """Return where a text calls a work by three of its signs, 综合楼 of 综合教学楼建设 and 污水管 of 污水管网改造; -1 where it does not."""
    done, text = _DEED.sub("", work), scene.text
    for found in _BUILT.finditer(text):
        at = found.end() - _SHORT_WORK
        word = text[max(at, 0) : found.end()]
        is_it = len(word) == _SHORT_WORK and word[:2] in done and word[2] in done[done.index(word[:2]) + 2 :]
        if is_it and not any(span.start < found.end() and at < span.end for span in scene.spans):
            return at
    return -1


@lru_cache(maxsize=_KEPT)
def _work(name: str, owners: tuple[str, ...]) -> str:
    return project_work(fold_name(name), [form for owner in owners for form in unit_forms(fold_name(owner))])
