"""Whom 其爱人, 他小舅子 and 王局长的儿子 mean: the registered relative of that kind, where there is one.

With a surname that is said, 其爱人谢某, it must be theirs. 亲属 and 亲戚 are anybody's kin: only the one who has a firm is meant, where
the words are about business.
"""

import re
from collections.abc import Iterator

from graph_service.mentions.find.names import NameSpan
from graph_service.mentions.lexicon.surname_list import surname_size
from graph_service.mentions.lexicon.vocabulary import read_words
from graph_service.mentions.mean.scene import Scene
from graph_service.mentions.mean.units import Meaning, referents
from graph_service.mentions.text.folded import fold_name
from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span
from schema.register_vocabulary import KinRelation

_NAMED, _ONE, _WITH_A_FIRM = 0.9, 0.8, 0.75
_NAMES = (MentionKind.PERSON, MentionKind.UNIT, MentionKind.PLACE, MentionKind.PROJECT)
_ANY = read_words("kin_any")
_RELATIONS = {word: relation for relation in KinRelation for word in read_words(f"kin_{relation.lower()}")}
_KIN = re.compile("|".join(sorted((*_RELATIONS, *_ANY), key=len, reverse=True)))
_OTHERS = {KinRelation.PARENT: KinRelation.CHILD, KinRelation.CHILD: KinRelation.PARENT}  # from the other's side
_PRONOUN = re.compile(r"(?:[其他她](?:本人|自己)?|自己|本人)(?:的|那个|家的?)?$")
_OF_NAME = re.compile(r"(?:的|家的?|那个|他|她|之)?$")
_BUSINESS = re.compile(
    r"公司|企业|办厂|厂|开店|的店|门面|经商|生意|买卖|入股|持股|股份|承包|承揽|接活|业务|中介|代理|供货|供应|工程|项目|合作社|酒楼|饭店|茶楼|会所|茶庄|超市"
)
_ANYBODY = re.compile(
    "|".join(sorted({*read_words("roles"), "家长", "学生", "对方", "别人", "他人"}, key=len, reverse=True))
)
_CLAUSES = 24  # signs around a kin word that may tell of business


def kin_spans(scene: Scene) -> Iterator[tuple[Span, Meaning]]:
    """Yield the kin words that stand for one registered relative, without a name after them."""
    named = {span.start for span in scene.spans if span.kind is MentionKind.PERSON}
    for found in _KIN.finditer(scene.text):
        if found.end() in named or any(
            span.start < found.end() and found.start() < span.end for span in scene.spans if span.kind in _NAMES
        ):
            continue
        if meaning := _meaning(scene, found, "", _ONE):
            yield Span(*found.span(), MentionKind.PERSON, found[0], 0.0), meaning


def mean_kin(scene: Scene, named: NameSpan) -> Meaning | None:
    """Return the registered relative whom 爱人谢某 means; None where no kin word stands before the masked name or none fits."""
    start = named.span.start
    found = next((each for each in _KIN.finditer(scene.text, max(0, start - 6), start) if each.end() == start), None)
    return _meaning(scene, found, named.span.normal, _NAMED) if found else None


def _meaning(scene: Scene, found: re.Match[str], name: str, certainty: float) -> Meaning | None:
    whose = _whose(scene, found.start())
    if whose is None:
        return None
    relation = _RELATIONS.get(found[0])
    kin = {one for one, tie in _kin(scene, whose) if relation in (None, tie) and _fits(scene, one, name)}
    if relation is None or len(kin) > 1:
        certainty = certainty if name and len(kin) == 1 else _WITH_A_FIRM
        if not name or len(kin) > 1:
            around = scene.text[max(0, found.start() - _CLAUSES) : found.end() + _CLAUSES]
            kin = (
                {one for one in kin if any(True for _ in scene.view.firms(one))} if _BUSINESS.search(around) else set()
            )
    if len(kin) != 1:
        return None
    return certainty, Because.KIN_OF_NAMED, referents(scene, tuple(kin), certainty)


def _kin(scene: Scene, person: int) -> Iterator[tuple[int, KinRelation]]:
    for other, relation, is_from_other in scene.view.kin(person):
        told = KinRelation[relation]
        yield other, _OTHERS.get(told, told) if is_from_other else told


def _fits(scene: Scene, person: int, name: str) -> bool:
    return not name or fold_name(scene.view.lexicon.names[person]).startswith(name[: surname_size(name, 0) or 1])


def _whose(scene: Scene, at: int) -> int | None:
    """Return the person whose kin a word at this place tells of, as far as that is sure."""
    people = [(span, person) for span, person in scene.people.items() if span.end <= at]
    nearest = max(people, key=lambda each: each[0].end, default=None)
    if nearest and _OF_NAME.fullmatch(scene.text, nearest[0].end, at):
        return nearest[1]
    if not _PRONOUN.search(scene.text, max(0, at - 5), at):
        return None
    if _ANYBODY.search(scene.text, nearest[0].end if nearest else 0, at):
        return None  # 打击反映问题的家长,将其配偶调走 is the parent's
    if nearest:
        return nearest[1]
    return next(iter(scene.own_people)) if len(scene.own_people) == 1 else None
