"""Tells ties and paths in words, in the direction that each tie has: the words come from the declarations of the links."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from graph_service.cypher.macros import told_tie
from graph_service.cypher.project.piece import Piece
from graph_service.cypher.sentences import in_chinese, in_english
from graph_service.model import is_term, value_type
from schema import KINDS, PREFIXES, RELATIONSHIP_TYPES
from schema.record import RelationshipRecord

IN_TEXT = "NAMES_IN_TEXT"
MOST_STATEMENTS = 3  # of parallel ties in the sentence of a hop
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
_ON, _UNDATED = ("on {}", "{}"), ("no date", "时间不详")


@cache
def called(name: str) -> tuple[str, str]:
    """Return what a type of tie or a kind of node is called in English and in Chinese."""
    about = (
        RELATIONSHIP_TYPES[name].about if name in RELATIONSHIP_TYPES else KINDS[name].__doc__ if name in KINDS else ""
    )
    found = _CALLED.match(" ".join((about or "").split()))
    return (found[1], found[2]) if found else _IN_TEXT_CALLED


def told_of(type_name: str, field: str, var: str) -> Piece | None:
    """Return the piece of the sentence of a hop or a path, or nothing for any other field."""
    if field not in _LANGUAGES or type_name not in {"Path", "PathHop"}:
        return None
    language = _LANGUAGES.index(field)
    if type_name == "PathHop":
        return Piece(_hop(var, MOST_STATEMENTS), lambda told: hop_sentence(told, language))
    # What a rule found is told by the rule, any other path hop by hop.
    hops = f"{{hops: [hop IN {var}.hops | {_hop('hop', 1)}]}}"
    return Piece(f"coalesce({var}.told, {hops})", lambda told: _path_told(told, language))


def _hop(var: str, most: int) -> str:
    return f"[{var}.count, {var}.is_timed, [tie IN {var}.edges[..{most}] | {told_tie('tie')}]]"


def _path_told(told: Any, language: int) -> str:
    if isinstance(told, Mapping):
        return path_sentence(told["hops"], language)
    return (in_english, in_chinese)[language](told)


def hop_sentence(told: Sequence[Any], language: int) -> str:
    """Return the sentence of a hop, its parallel ties one after the other: 0 is English, 1 is Chinese."""
    count, is_timed, ties = told
    statements = dict.fromkeys(_statement(tie, language, is_timed) for tie in ties[:MOST_STATEMENTS])
    more = count - min(len(ties), MOST_STATEMENTS)
    return _AND[language].join(statements) + (_MORE[language].format(more) if more else "")


def path_sentence(hops: Sequence[Sequence[Any]], language: int) -> str:
    """Return the sentence of a path, hop by hop."""
    return _BETWEEN_HOPS[language].join(hop_sentence(hop, language) for hop in hops)


def _statement(tie: Mapping[str, Any], language: int, is_timed: bool) -> str:
    start, end = (_name(tie[each], language) for each in ("start", "end"))
    facts = [*_facts(tie, language), *_time(tie, language, is_timed)]
    told = f"{_LISTED[language].join(facts)}" if facts else ""
    return _template(tie["type"])[language].format(start=start, end=end) + (
        _BRACKETS[language].format(told) if told else ""
    )


def _template(name: str) -> tuple[str, str]:
    if link := RELATIONSHIP_TYPES.get(name):
        return link.says, link.says_zh
    return _OF_OUR_OWN[name]


def _name(end: Sequence[Any], language: int) -> str:
    """Return what a node is called: a matter by its number, everything else by its caption, after its kind."""
    uid, number, caption = end
    label, name = PREFIXES.get(uid.partition("_")[0], ""), number or caption
    if label in _BARE or not label:
        return str(name)
    return f"{called(label)[0]} {name}" if language == 0 else f"{called(label)[1]}{name}"


def _facts(tie: Mapping[str, Any], language: int) -> Iterator[str]:
    record = RELATIONSHIP_TYPES["NAMES" if tie["type"] == IN_TEXT else tie["type"]].ties if _is_declared(tie) else None
    for name, value in tie["carried"].items():
        if value is None or value in _PLAIN_ROLES or name.startswith("valid_") or _says_nothing(name, value, tie):
            continue
        shown = f"{value:g}" if isinstance(value, float) else _word(record, name, value, language)
        yield _FACTS.get(name, ("{}", "{}"))[language].format(shown)


def _is_declared(tie: Mapping[str, Any]) -> bool:
    return tie["type"] in RELATIONSHIP_TYPES or tie["type"] == IN_TEXT


def _says_nothing(name: str, value: Any, tie: Mapping[str, Any]) -> bool:
    """Return whether a fact says again what stands there anyway: the very name of an end, or that something is sure."""
    return (name == "as_named" and value in {tie["start"][2], tie["end"][2]}) or (name == "certainty" and value == 1.0)


def _word(record: type[RelationshipRecord] | None, name: str, value: str, language: int) -> str:
    kind = value_type(record, name) if record and name in record.model_fields else str
    if not is_term(kind) or value not in kind.__members__:  # type: ignore[attr-defined]
        return value
    return value.lower().replace("_", " ") if language == 0 else str(kind[value].label)  # type: ignore[index]


def _time(tie: Mapping[str, Any], language: int, is_timed: bool) -> Iterator[str]:
    """Yield the term of a tie; where a time was asked for also the day of one without a term, or that it has none."""
    since, until = tie["carried"]["valid_from"], tie["carried"]["valid_to"]
    if since and until:
        yield _TERM[language].format(since, until)
    elif since or until:
        yield (_SINCE if since else _UNTIL)[language].format(since or until)
    elif is_timed:
        yield _ON[language].format(tie["day"]) if tie["day"] else _UNDATED[language]
