"""Which project a text means that does not name it: by whose it is, with its sum, the end of its number, or its work.

"沙陂小学那条水泥路，合同四百二十三万多", "鹤岭的医院 … 水利项目（248号）": a unit has few projects, and of these one has the
sum, the number or the work that is told. Nothing is told where two have.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph_service.mentions.lexicon.projects import short_numbers
from graph_service.mentions.mean.scene import Scene
from graph_service.mentions.text.folded import fold_name
from graph_service.mentions.text.mention import SURE_FROM, MentionKind
from graph_service.unit_forms.firm_names import is_firm_name
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


@dataclass(frozen=True, slots=True)
class _Clues:
    """What a text offers to tell a project by: read once, held against each project."""

    scene: Scene
    tied: Mapping[int, set[int]]  # by project: the units of text and register entry that it is tied to
    numbers: Sequence[tuple[str, int, int]]  # told for a project or contract, and where
    built: Sequence[tuple[str, int]]  # what may be a work called by three signs, and where

    @classmethod
    def of(cls, scene: Scene) -> "_Clues":
        tied: defaultdict[int, set[int]] = defaultdict(set)
        for unit in scene.units_around:
            for project in scene.view.projects(unit):
                tied[project].add(unit)
        numbers = [
            (next(filter(None, found.groups())), *found.span(found.lastindex or 0))
            for found in _NUMBERED.finditer(scene.text)
        ]
        return cls(scene, tied, numbers, list(_built(scene)))

    def projects(self) -> list[int]:
        """Return the projects of the units that are surely spoken of, those of a unit that has too many left out."""
        surely = self.scene.own_units.union(*(meant for meant in self.scene.meant.values() if len(meant) == 1))
        many = Counter(unit for units in self.tied.values() for unit in units)
        few = {unit for unit in surely if many[unit] <= _MOST}
        return sorted(project for project, units in self.tied.items() if units & few)


def tell_project(scene: Scene) -> ToldProject | None:
    """Return the one project of the units of a text that it tells without its name; None where it names one surely."""
    spans = scene.of_kind(MentionKind.PROJECT)
    if any(len(span.entities) == 1 and span.certainty >= SURE_FROM for span in spans):
        return None
    clues = _Clues.of(scene)
    told = [each for project in clues.projects() if (each := _told(clues, project))]
    best = max((each.certainty for each in told), default=0.0)
    found = [each for each in told if each.certainty == best]
    return found[0] if len(found) == 1 else None


def _told(clues: _Clues, project: int) -> ToldProject | None:
    signs = [sign for look in (_by_number, _by_sum, _by_ends, _by_work) for sign in look(clues, project)]
    if not signs:
        return None
    best = max(signs, key=lambda sign: (sign.certainty, -sign.start))
    more = len({sign.start for sign in signs}) - 1
    return ToldProject(project, round(min(0.95, best.certainty + _MORE * more), 3), best.start, best.end)


def _by_number(clues: _Clues, project: int) -> Iterator[_Sign]:
    if not clues.numbers:
        return
    lexicon = clues.scene.view.lexicon
    short = short_numbers(lexicon.identifiers[project], fold_name(lexicon.names[project]))
    for told, start, end in clues.numbers:
        if told.lstrip("0") in short:
            yield _Sign(_BY_NUMBER if len(told) >= _LONG_NUMBER else _BY_SHORT_NUMBER, start, end)


def _by_sum(clues: _Clues, project: int) -> Iterator[_Sign]:
    sums = [str(fen) for fen in clues.scene.view.sums(project)]
    for span in clues.scene.of_kind(MentionKind.AMOUNT):
        told = span.normal.lstrip("~")
        digits = told.rstrip("0")
        if span.normal == told:
            if len(digits) >= _TELLING_SUM and told in sums:
                yield _Sign(_BY_SUM, span.start, span.end)
        elif len(digits) >= _TELLING_ROUGHLY and any(
            len(known) == len(told) and known.startswith(digits) for known in sums
        ):
            yield _Sign(_BY_ROUGH_SUM, span.start, span.end)


def _by_ends(clues: _Clues, project: int) -> Iterator[_Sign]:
    """Yield the unit named in the text where both who puts a project out and who carries it out are spoken of."""
    scene, tied = clues.scene, clues.tied[project]
    of_it = [
        span
        for span in scene.of_kind(MentionKind.UNIT)
        if len(scene.meant.get(span, ())) == 1 and scene.meant[span][0] in tied
    ]
    both = {scene.meant[span][0] for span in of_it} | scene.own_units & tied
    # A bureau and the school that it builds for are spoken of together for many reasons.
    if of_it and len(both) > 1 and any(is_firm_name(scene.view.lexicon.names[unit]) for unit in both):
        yield _Sign(_BY_BOTH_ENDS, of_it[0].start, of_it[0].end)


def _by_work(clues: _Clues, project: int) -> Iterator[_Sign]:
    scene, lexicon = clues.scene, clues.scene.view.lexicon
    work = _work(lexicon.names[project], tuple(sorted(lexicon.names[unit] for unit in clues.tied[project])))
    at = scene.text.find(work) if work else -1
    if at >= 0:
        yield _Sign(_BY_WORK, at, at + len(work))
    elif work and (start := _shortened(clues.built, work)) >= 0:
        yield _Sign(_BY_SHORT_WORK, start, start + _SHORT_WORK)


def _built(scene: Scene) -> Iterator[tuple[str, int]]:
    """Yield three signs that end in something built, outside of names, and where they begin."""
    for found in _BUILT.finditer(scene.text):
        at = found.end() - _SHORT_WORK
        if at >= 0 and not any(span.start < found.end() and at < span.end for span in scene.spans):
            yield scene.text[at : found.end()], at


def _shortened(built: Sequence[tuple[str, int]], work: str) -> int:
    """Return where a text calls a work by three of its signs, 综合楼 of 综合教学楼建设 and 污水管 of 污水管网改造; -1 where it does not."""
    done = _DEED.sub("", work) if built else ""
    for word, at in built:
        if word[:2] in done and word[2] in done[done.index(word[:2]) + 2 :]:
            return at
    return -1


@lru_cache(maxsize=_KEPT)
def _work(name: str, owners: tuple[str, ...]) -> str:
    return project_work(fold_name(name), [form for owner in owners for form in unit_forms(fold_name(owner))])
