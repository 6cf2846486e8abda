"""What somebody typed, as the ways in which it is sought: strict ones first, loose ones where the strict find little."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graph_service.mentions.lexicon.surname_list import surname_size
from graph_service.search.keys import BEGIN, END, GRAM, grams, pairs, spaced
from graph_service.search.matches import RANKS, VAGUE, Match
from graph_service.search.normal import MASK, signs
from graph_service.search.offices import called_by_post, unit_and_office
from graph_service.search.slips import is_counted, is_number, slip_pattern, slip_sets
from graph_service.search.sounds import HAN, readings, syllables, typed_syllables
from schema import KINDS
from schema.identifiers.fold import written_forms

MOST_WORDS = 5
_LUCENE = re.compile(r'([+\-&|!(){}\[\]^"~*?:\\/])')
_QUOTED = re.compile(r'["“„«]([^"”“»]+)["”“»]')
_WILD = re.compile(r"[*?＊？]")
# What stands between words, a comma of a large number and the slash of 3/2栋 aside.
_BETWEEN = re.compile(r"[\s，、；;｜|]+|(?<!\d)[,/]|[,/](?!\d)")
_LETTERS = re.compile(r"[a-zü]{2,30}", re.IGNORECASE)
_PROSE = tuple(dict.fromkeys(name for kind in KINDS.values() for name in kind.TEXT))
_LONG_NUMBERS = tuple(dict.fromkeys(name for kind in KINDS.values() for name in kind.SOUGHT_FROM_FOUR))
_SLIP_IN_PIECES = 2 * (GRAM - 1)  # signs from which a half, with the end of the value, is a piece
_ANY = r"[^<> ]+ "  # one token of a value


@dataclass(frozen=True)
class Way:
    """One question to a full-text index, how its hits rank, and what must hold of the key or of a field beside it."""

    query: str
    match: Match
    key: str = ""
    whole: str | None = None
    begin: str | None = None
    pattern: str | None = None  # of the key
    fields: tuple[str, ...] = ()  # one of which must be as `pattern` says, instead of the key
    rank: int | None = None  # where it is not that of the match
    post: str | None = None  # words of a post that the person found has to hold or have held

    @property
    def sent(self) -> dict[str, Any]:
        """Return the way as the query takes it."""
        index = "search_keys" if self.key else "words"
        rank = RANKS[self.match] if self.rank is None else self.rank
        sent = {name: getattr(self, name) for name in ("query", "match", "key", "whole", "begin", "pattern", "post")}
        return {**sent, "fields": list(self.fields), "index": index, "rank": rank}


@dataclass(frozen=True)
class Typed:
    """A text as it is sought: as one run, and word by word where it has several."""

    strict: tuple[Way, ...]
    loose: tuple[Way, ...] = ()
    words: tuple[tuple[Way, ...], ...] = ()
    run: str = ""
    parts: tuple[str, ...] = field(default=())

    @property
    def is_number(self) -> bool:
        """Return whether it is a number, code or plate, as one run."""
        sought = signs(self.run)
        return is_number(sought) and any(sign.isdecimal() for sign in sought)

    @property
    def sent(self) -> dict[str, Any]:
        """Return what the query takes as values."""
        return {
            "strict": [way.sent for way in self.strict],
            "loose": [way.sent for way in self.loose],
            "words": [[way.sent for way in ways] for ways in self.words],
            "joined": RANKS[Match.JOINED],
            "some": RANKS[Match.SOME_WORDS],
            "vague": VAGUE,
            "is_number": self.is_number,
        }


def read_typed(text: str) -> Typed:
    """Return how a text is sought; what has no sign to seek is sought by nothing."""
    quoted = [each.strip() for each in _QUOTED.findall(text)]
    words = [each for each in _BETWEEN.split(_QUOTED.sub(" ", text)) if signs(each) or _WILD.search(each)]
    parts = (*quoted, *words)[:MOST_WORDS]
    if len(parts) == 1:
        strict, loose = _ways(parts[0], literal=bool(quoted))
        called = () if quoted else unit_and_office(signs(parts[0]))
        return Typed(strict, loose, tuple(_ways_of_word(each, False) for each in called), parts[0], called or parts)
    if all(part.casefold() in syllables() for part in words) and not quoted:
        return Typed(*_ways(" ".join(parts)), run=" ".join(parts), parts=parts)
    apart = tuple(_ways_of_word(part, part in quoted) for part in parts)
    run = " ".join(parts)
    strict, loose = ((), ()) if quoted else _ways(run)
    return Typed(strict, loose, apart, run, parts)


def read_value(text: str) -> tuple[Way, ...]:
    """Return how one value of a pasted list is sought: whole, and as what may be the same though part of it is hidden."""
    sought = signs(text)
    if not sought or _WILD.search(sought):
        return tuple(_wild(text)) if sought else ()
    whole = (
        Way(_field(way.key, way.whole or ""), way.match, way.key, way.whole, way.begin)
        for way in _parts_of_values(sought)
    )
    return (*whole, *_compatible(sought))


def _ways(text: str, literal: bool = False) -> tuple[tuple[Way, ...], tuple[Way, ...]]:
    if _WILD.search(text) and not literal:
        return tuple(_wild(text)), ()
    sought = signs(text)
    if not sought:
        return (), ()
    strict = (*_parts_of_values(sought), *_prose(text))
    if literal:
        return strict, ()
    strict = (*strict, *_in_office(sought))
    return (*strict, *_compatible(sought)), (*_sounding(text, sought), *_slipped(text, sought))


def _ways_of_word(word: str, is_quoted: bool) -> tuple[Way, ...]:
    strict, loose = _ways(word, literal=is_quoted)
    # Letters are as likely the sound of a name as a part of one.
    return (*strict, *loose) if word.isascii() and word.isalpha() else strict


def _parts_of_values(sought: str) -> Iterator[Way]:
    phrase, name = spaced(sought), "key_signs"
    yield Way(_field(name, phrase), Match.EXACT, name, f"{BEGIN} {phrase} {END}", f"{BEGIN} {phrase}")
    if len(sought) >= GRAM and sought.isascii():
        name = "key_grams"
        whole, begin = (" ".join(grams(each)) for each in (f"{BEGIN}{sought}{END}", f"{BEGIN}{sought}"))
        yield Way(_field(name, " ".join(grams(sought))), Match.EXACT, name, whole, begin)


def _prose(text: str) -> Iterator[Way]:
    phrases = " OR ".join(f'"{_escaped(each)}"' for each in written_forms(text))
    if len(signs(text)) > 1:
        yield Way(" OR ".join(f"{name}:({phrases})" for name in _PROSE), Match.TEXT)


def _in_office(sought: str) -> Iterator[Way]:
    """Yield the way to people who are called by their post: 厉局长 is somebody of that surname, 张芳局长 somebody of that name."""
    for called, post in called_by_post(sought):
        end = "" if len(called) == surname_size(called, 0) else f" {END}"
        yield Way(_field("key_signs", f"{BEGIN} {spaced(called)}{end}"), Match.JOINED, "key_signs", post=post)


def _compatible(sought: str) -> Iterator[Way]:
    """Yield the ways to what may be the same, part of it hidden: 刘*欣 for 刘子欣, 3605**********1234 for the number."""
    if HAN.fullmatch(sought) and 2 <= len(sought) <= 4:
        vague = {sought[0] + mark * count for mark in (MASK, "某") for count in (1, len(sought) - 1)}
        hidden = {sought[:at] + mark + sought[at + 1 :] for at in range(len(sought)) for mark in (MASK, "某")} - vague
        for masked, rank in ((hidden, None), (vague, VAGUE)):
            phrases = [f"{BEGIN} {spaced(each)} {END}" for each in sorted(masked)]
            yield Way(_any("key_signs", phrases), Match.COMPATIBLE, "key_signs", rank=rank)
    elif sought[:-1].isdecimal() and len(sought) >= 2 * GRAM:
        ends = [f"{BEGIN}{sought[: GRAM - 1]}", f"{sought[1 - GRAM :]}{END}"]
        query = " AND ".join(_field("key_grams", each) for each in ends)
        # Every stored mask is asked whether the number is one of those that it can be.
        yield Way(query, Match.COMPATIBLE, "key_grams", pattern=sought, fields=_LONG_NUMBERS)


def _sounding(text: str, sought: str) -> Iterator[Way]:
    letters = "".join(text.replace("'", "").split())
    if HAN.fullmatch(sought) and len(sought) > 1:
        spoken = list(readings(sought))
    elif _LETTERS.fullmatch(letters):
        spoken = typed_syllables(letters)
        yield _spoken("key_initials", " ".join(pairs(letters.casefold().replace("ü", "v"))), Match.INITIALS)
    else:
        return
    for each in spoken:
        yield _spoken("key_sounds", each, Match.SOUND)


def _spoken(name: str, phrase: str, match: Match) -> Way:
    return Way(_field(name, phrase), match, name, f"{BEGIN} {phrase} {END}", f"{BEGIN} {phrase}")


def _slipped(text: str, sought: str) -> Iterator[Way]:
    if MASK in sought or len(sought) < 3 or (sought.isascii() and sought.isalpha() and len(sought) < 2 * GRAM):
        return
    if is_number(sought) and is_counted(text):
        return
    pattern = slip_pattern(sought, " ")
    long = is_number(sought) and len(sought) >= _SLIP_IN_PIECES
    pieces = [[" ".join(grams(each)) for each in every] for every in slip_sets(sought, GRAM - 1)] if long else []
    if long and sought.isascii():
        # Nearly every value has each digit: long rows of them are sought by their pieces, and compared sign by sign.
        yield Way(_any_set("key_grams", pieces), Match.SLIP, "key_signs", pattern=pattern)
    else:
        spread = [[spaced(each) for each in every] for every in slip_sets(sought)]
        yield Way(_any_set("key_signs", spread), Match.SLIP, "key_signs", pattern=pattern)
    if is_number(sought) and len(sought) >= 2 * GRAM:
        query = _any_set("key_grams", pieces)
        yield Way(query, Match.SLIP, "key_grams", pattern=slip_pattern(sought), fields=_LONG_NUMBERS)


def _wild(text: str) -> Iterator[Way]:
    """Yield the ways to values that are as a pattern says: * is any number of signs, ? is one."""
    pieces = [signs(piece) for piece in _WILD.split(text)]
    joints = ["?" if joint in "?？" else "*" for joint in _WILD.findall(text)]
    framed = [
        f"{BEGIN if at == 0 and piece else ''}{piece}{END if at == len(pieces) - 1 and piece else ''}"
        for at, piece in enumerate(pieces)
    ]
    literal = [each for each in framed if each]
    if literal:
        query = " AND ".join(_field("key_signs", spaced(each)) for each in literal)
        yield Way(query, Match.PATTERN, "key_signs", pattern=_wild_pattern(pieces, joints))
    long = [each for each in framed if len(each) >= GRAM]
    if long and all(each.isascii() for each in literal):
        query = " AND ".join(_field("key_grams", " ".join(grams(each))) for each in long)
        whole = pieces[0] + "".join(
            (".*" if joint == "*" else ".") + piece for joint, piece in zip(joints, pieces[1:], strict=True)
        )
        yield Way(query, Match.PATTERN, "key_grams", pattern=f"(?i){whole}", fields=_LONG_NUMBERS)


def _wild_pattern(pieces: list[str], joints: list[str]) -> str:
    text = "".join(f"{sign} " for sign in pieces[0])
    for joint, piece in zip(joints, pieces[1:], strict=True):
        text += (f"(?:{_ANY})*" if joint == "*" else _ANY) + "".join(f"{sign} " for sign in piece)
    return f".*{BEGIN} {text}{END}.*"


def _field(name: str, phrase: str) -> str:
    return f'{name}:"{phrase}"'


def _any(name: str, phrases: list[str]) -> str:
    return " OR ".join(_field(name, each) for each in phrases)


def _any_set(name: str, sets: list[list[str]]) -> str:
    return " OR ".join(f"({' AND '.join(_field(name, each) for each in phrases)})" for phrases in sets)


def _escaped(word: str) -> str:
    return _LUCENE.sub(r"\\\1", word)
