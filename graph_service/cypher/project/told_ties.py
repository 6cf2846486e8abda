"""Tells ties and paths in words, in the direction that each tie has: the words come from the declarations of the links."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from graph_service.cypher.macros import named, told_tie
from graph_service.cypher.project.piece import Piece
from graph_service.cypher.sentences import in_chinese, in_english
from graph_service.model import is_term, value_type
from schema import KINDS, PREFIXES, RELATIONSHIP_TYPES
from schema.record import RelationshipRecord

IN_TEXT = "NAMES_IN_TEXT"
_LANGUAGES = ("sentence", "sentenceZh")
_CALLED = re.compile(r"^An? ([\w' -]+?) ([\u4e00-\u9fff]+)")
_OF_OUR_OWN = {
    IN_TEXT: ("{start} mentions {end} in its text", "{start}在正文中提及{end}"),
    "SAYS_ALIKE": ("{start} and {end} tell of the same thing", "{start}与{end}所述相同"),
}
_IN_TEXT_CALLED = ("mention in the text", "文中提及")
_BARE = {"Person", "Unit"}  # are called by their names alone
_PLAIN_ROLES = {"MENTIONED_IN_TEXT"}  # the sentence says it already
_LISTED, _BRACKETS, _BETWEEN_HOPS = (", ", "、"), (" ({})", "（{}）"), ("; ", "；")
_AND, _MORE = (" and ", "，且"), (" (and {} more)", "（另有{}条）")
_FACTS: Mapping[str, tuple[str, str]] = {
    "as_named": ("as {}", "原文“{}”"),
    "ratio": ("{} %", "{}%"),
    "certainty": ("certainty {}", "确定程度{}"),
}
_SINCE, _UNTIL, _TERM = ("since {}", "{}起"), ("until {}", "至{}"), ("{} to {}", "{}至{}")
_UNNAMED = "?"
_ON, _UNDATED = ("on {}", "{}"), ("no date", "时间不详")


@cache
def called(name: str) -> tuple[str, str]:
    """Return what a type of tie or a kind of node is called in English and in Chinese."""
    about = (
        RELATIONSHIP_TYPES[name].about if name in RELATIONSHIP_TYPES else KINDS[name].__doc__ if name in KINDS else ""
    )
    found = _CALLED.match(" ".join((about or "").split()))
    return (found[1], found[2]) if found else _IN_TEXT_CALLED


def hops_of(path: str) -> str:
    """Return the expression of a path's hops; where a rule found the path, each edge is a hop, told by nodes of the path alone."""
    ends = f"[n IN {path}.nodes WHERE n = startNode(edge) OR n = endNode(edge) | {named('n')}]"
    hop = f"{{count: 1, ends: {ends}, edges: [edge], told: [{told_tie('edge')}]}}"
    return f"coalesce({path}.hops, [edge IN {path}.edges | {hop}])"


def told_of(type_name: str, field: str, var: str) -> Piece | None:
    """Return the piece of the sentence of a hop or a path, or nothing for any other field."""
    if field not in _LANGUAGES or type_name not in {"Path", "PathHop"}:
        return None
    language = _LANGUAGES.index(field)
    if type_name == "PathHop":
        return Piece(_told_hop(var), lambda told: hop_sentence(told, language))
    # What a rule found is told by the rule, any other path hop by hop.
    hops = f"{{hops: [hop IN {var}.hops | {_told_hop('hop', '[..1]')}]}}"
    return Piece(f"coalesce({var}.told, {hops})", lambda told: _path_told(told, language))


def _told_hop(var: str, cut: str = "") -> str:
    return f"[{var}.count, {var}.ends, {var}.told{cut}, {var}.days]"


def _path_told(told: Any, language: int) -> str:
    if isinstance(told, Mapping):
        return path_sentence(told["hops"], language)
    return (in_english, in_chinese)[language](told)


def hop_sentence(told: Sequence[Any], language: int) -> str:
    """Return the sentence of a hop, its parallel ties one after the other: 0 is English, 1 is Chinese."""
    count, ends, ties, days = told
    dated = zip(ties, days or [None] * len(ties), strict=False)
    statements = dict.fromkeys(_statement({**tie, "day": day}, ends, language) for tie, day in dated)
    more = count - len(ties)
    return _AND[language].join(statements) + (_MORE[language].format(more) if more else "")


def path_sentence(hops: Sequence[Sequence[Any]], language: int) -> str:
    """Return the sentence of a path, hop by hop."""
    return _BETWEEN_HOPS[language].join(hop_sentence(hop, language) for hop in hops)


def _statement(tie: Mapping[str, Any], ends: Sequence[Any], language: int) -> str:
    started = [each for each in ends if each[0] == tie["start"]]
    ended = [each for each in ends if each[0] != tie["start"]]
    names = {"start": _name(started, language), "end": _name(ended, language)}
    captions = [each[2] for each in ends]
    facts = _LISTED[language].join([*_facts(tie, captions, language), *_time(tie, language)])
    return _template(tie["type"])[language].format(**names) + (_BRACKETS[language].format(facts) if facts else "")


def _template(name: str) -> tuple[str, str]:
    if link := RELATIONSHIP_TYPES.get(name):
        return link.says, link.says_zh
    return _OF_OUR_OWN[name]


def _name(ends: Sequence[Any], language: int) -> str:
    """Return what the node at an end is called: a matter by its number, everything else by its caption, after its kind."""
    if not ends:
        return _UNNAMED
    uid, number, caption = ends[0]
    label, name = PREFIXES.get(uid.partition("_")[0], ""), number or caption
    if label in _BARE or not label:
        return str(name)
    return f"{called(label)[0]} {name}" if language == 0 else f"{called(label)[1]}{name}"


def _facts(tie: Mapping[str, Any], captions: Collection[str], language: int) -> Iterator[str]:
    record = RELATIONSHIP_TYPES["NAMES" if tie["type"] == IN_TEXT else tie["type"]].ties if _is_declared(tie) else None
    for name, value in tie["carried"].items():
        if value is None or value in _PLAIN_ROLES or name.startswith("valid_") or _says_nothing(name, value, captions):
            continue
        shown = f"{value:g}" if isinstance(value, float) else _word(record, name, value, language)
        yield _FACTS.get(name, ("{}", "{}"))[language].format(shown)


def _is_declared(tie: Mapping[str, Any]) -> bool:
    return tie["type"] in RELATIONSHIP_TYPES or tie["type"] == IN_TEXT


def _says_nothing(name: str, value: Any, captions: Collection[str]) -> bool:
    """Return whether a fact says again what stands there anyway: the very name of an end, or that something is sure."""
    return (name == "as_named" and value in captions) or (name == "certainty" and value == 1.0)


def _word(record: type[RelationshipRecord] | None, name: str, value: str, language: int) -> str:
    kind = value_type(record, name) if record and name in record.model_fields else str
    if not is_term(kind) or value not in kind.__members__:  # type: ignore[attr-defined]
        return value
    return value.lower().replace("_", " ") if language == 0 else str(kind[value].label)  # type: ignore[index]


def _time(tie: Mapping[str, Any], language: int) -> Iterator[str]:
    """Yield the term of a tie; of one without a term its day where a time was asked for, or that it has none."""
    since, until = tie["carried"]["valid_from"], tie["carried"]["valid_to"]
    if since and until:
        yield _TERM[language].format(since, until)
    elif since or until:
        yield (_SINCE if since else _UNTIL)[language].format(since or until)
    elif tie["day"] is not None:
        yield _ON[language].format(tie["day"]) if tie["day"] else _UNDATED[language]
