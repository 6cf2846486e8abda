"""Which column fills which field of a kind: only where nothing else can be meant, for a draft states no wrong fact."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from graph_service.model import value_type
from loaders.declare.field_types import default_normaliser, other_word, terms, vocabulary
from loaders.drafting.column import DATES, Column
from loaders.drafting.matters import words_of
from loaders.drafting.words import ALSO_CALLED, plain, says
from schema.record import Record, RelationshipRecord
from schema.term import Term

LIKE = 88.0  # of 100: how alike the words of a column and of a field have to be
FORMS = frozenset({"resident_id", "uscc", "phone", "plate"})  # the form alone tells
_BY_WORD = frozenset(
    {"bank_account", "fuel_card", "latitude", "longitude", "seconds"}
)  # any number has it: a word must too
_TEXTS = frozenset({"text", "name", "unit_name", "postal_text"})
_MOMENTS = {"date_dmy": "datetime_dmy", "date_mdy": "datetime_mdy"}
_PLACE_NAMES = ("name", "place name", "名称", "地名")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_IDLE = re.compile(r"人员|本人|公民|居民|员工|职工|干部|系统|登记|详细|的")
_SYNONYMS = {"sex": {"M": "MALE", "F": "FEMALE", "MALE": "MALE", "FEMALE": "FEMALE", "男性": "MALE", "女性": "FEMALE"}}


@dataclass(frozen=True)
class Filled:
    """What fills a field: a column, or several joined, and how it is read."""

    columns: tuple[str, ...]
    as_: str = ""
    join: str = " "
    map: tuple[tuple[str, str], ...] = ()


def filled_by(column: Column, record: type[Record | RelationshipRecord], name: str) -> Filled | None:
    """Return how a column would fill a field without saying anything untrue, None where it cannot."""
    usual = default_normaliser(record, name, column.name)
    kind = value_type(record, name)
    if (accepted := terms(record, name)) is not None:
        return _of_words(column, accepted | _other_words(column, vocabulary(record, name)), _SYNONYMS.get(name, {}))
    if usual in ("money", "ratio"):
        return None  # without its unit an amount is any other
    if kind.__name__ in ("date", "datetime"):
        return _of_days(column, kind.__name__, usual)
    if usual == column.reads or usual in column.also:
        return Filled((column.name,))
    if usual in FORMS | _BY_WORD:
        masked = usual == "resident_id" and "whole_or_masked_id" in column.also
        return Filled((column.name,), "whole_id") if masked else None
    if kind is str:
        return Filled((column.name,)) if usual in _TEXTS else None
    fits = {"int": ("integer",), "float": ("integer", "decimal"), "bool": ("boolean",)}.get(kind.__name__, ())
    return Filled((column.name,)) if column.reads in (*fits, usual) else None


def as_written(column: Column, record: type[Record | RelationshipRecord], name: str) -> Filled | None:
    """Return how a table of phones, vehicles or places fills what they are known by as it is written, as abroad."""
    own = last_words(column.name)
    if name == "address" and own in _PLACE_NAMES and column.is_unique(column.filled):
        return Filled((column.name,))
    is_number = name in ("phone_number", "plate") and own in ALSO_CALLED[name]
    return Filled((column.name,), "text") if is_number and column.reads in ("text", "integer") else None


def _other_words(column: Column, kind: type[Term] | None) -> dict[str, str]:
    return {word: said for word in column.words if (said := other_word(kind, word)) is not None}


def _of_words(column: Column, accepted: dict[str, str], synonyms: dict[str, str]) -> Filled | None:
    if not column.words:
        return None
    others = sorted(word for word in column.words if word not in accepted)
    if any(word.upper() not in synonyms for word in others):
        return None
    known = {word: word for word in sorted(column.words & accepted.keys())} if others else {}
    table = {word: accepted[known[word]] or '""' for word in known} | {word: synonyms[word.upper()] for word in others}
    return Filled((column.name,), map=tuple(table.items()))


def _of_days(column: Column, kind: str, usual: str) -> Filled | None:
    if usual == "term_end" and usual in column.also:
        return Filled((column.name,))
    if column.reads not in DATES or column.reads == "date_either":
        return None
    if column.reads in ("date", "datetime"):
        return Filled((column.name,), "" if usual != "term_end" else usual)
    return Filled((column.name,), _MOMENTS[column.reads] if kind == "datetime" else column.reads)


def likenesses(
    columns: Sequence[Column], record: type[Record | RelationshipRecord], is_hinted: bool = False
) -> list[tuple[float, str, Column]]:
    """Return how alike fields and columns are, the most alike first; a column that several fields may mean is none of them."""
    found: list[tuple[float, int, str, Column]] = []
    for place, column in enumerate(columns):
        fitting = [(name, _likeness(column, record, name, is_hinted)) for name in record.model_fields]
        likely = [(like, name) for name, like in fitting if like >= LIKE]
        sure = [each for each in likely if each[0] > LIKE]
        if len(sure) == 0 and len(likely) > 1:
            continue
        found += [(like, -place, name, column) for like, name in (sure or likely)]
    found.sort(key=lambda each: each[:3], reverse=True)
    return [(like, name, column) for like, _, name, column in found]


def _likeness(column: Column, record: type[Record | RelationshipRecord], name: str, is_hinted: bool) -> float:
    if is_hinted and as_written(column, record, name):
        return 99.0
    if filled_by(column, record, name) is None:
        return 0.0
    usual = default_normaliser(record, name, column.name)
    if usual in FORMS and column.reads == usual:
        return 100.0
    words = words_of(getattr(record, "LABEL", ""), name)
    own = last_words(column.name)
    if own == _words(name):
        return 100.0
    if own in words:
        return 99.0
    if usual in FORMS | _BY_WORD:
        return 95.0 if says(own, words) else 0.0
    told = [part for part in _HAN.findall(record.model_fields[name].description or "")]
    han = [_IDLE.sub("", word) or word for word in _HAN.findall(own)]
    if any(word in told for word in han):
        return 90.0
    if any(len(word) > 1 and any(word in phrase for phrase in told) and not _of_state(word, record) for word in han):
        return LIKE
    return fuzz.token_sort_ratio(_words(own), _words(name)) if own.isascii() else 0.0


def _of_state(word: str, record: type[Record | RelationshipRecord]) -> bool:
    """Return whether a word stands in what a field of a vocabulary is about, so that another that it sounds like is not meant."""
    closed = (info.description or "" for name, info in record.model_fields.items() if vocabulary(record, name))
    return any(word in phrase for description in closed for phrase in _HAN.findall(description))


def last_words(name: str) -> str:
    """Return the plain words of a column, of a path its last step."""
    return plain(name.rpartition(".")[2]) or plain(name)


def _words(name: str) -> str:
    spaced = plain(name)
    return re.sub(r"\b(on|at|fen|is)\b", "", spaced).strip() or spaced
