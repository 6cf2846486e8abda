"""Names that a text takes apart or gives by ear: 姓沈，叫露欣; 一个姓胡的副局长; 谢建（音）."""

import re
from collections.abc import Iterator

from graph_service.mentions.find.view import View
from graph_service.mentions.lexicon.boundaries import begins_well
from graph_service.mentions.lexicon.surname_list import surname_size
from graph_service.mentions.lexicon.vocabulary import read_words
from graph_service.mentions.text.mention import Because, MentionKind
from graph_service.mentions.text.span import Span

_STRENGTH = 47.0
_SURNAME = re.compile(r"(?<![百同贵尊])姓(?=[\u4e00-\u9fff])")
_GIVEN = re.compile(
    r"[,、]?(?:名字?叫?做?|叫做?|单名一?个?)“?(?!不[详明知清]|未知|什么|[啥谁])([\u4e00-\u9fff]{1,2})(?=[”,.;:!?。、)的上在是把任来当从与和]|$)"
)
_WITH_POST = re.compile(
    rf"的(?:一个|那个|这个|老|女)?(副?(?:{'|'.join(sorted(read_words('address'), key=len, reverse=True))}))"
)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_ALONE = re.compile(r"的(?=[,.;:!?。、)]|$|[手名家人他她把给叫说在是要收拿跟和])")
_HEARD = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})”?\((?:[谐同译近]?音|音[同译近似]|听音|字音|[^()]{0,4}字(?:不[详清明准]|没听清|可能不对|不知怎么写))[^()]{0,8}\)"
)
_SIGNS = (3, 2, 4)  # of a name, the usual one first


def find_heard_names(text: str, view: View) -> Iterator[Span]:
    """Yield names of a folded text that it says were taken down by ear."""
    for found in _HEARD.finditer(text):
        ends = found.start()
        starts = [ends - signs for signs in _SIGNS if ends >= signs and _may_be_name(text[ends - signs : ends])]
        start = next((each for each in starts if begins_well(text, each)), starts[0] if starts else ends)
        if start < ends:
            name = text[start:ends]
            people = view.people(name)
            because = Because.NAME_ALONE if people else Because.UNKNOWN
            yield Span(start, ends, MentionKind.PERSON, name, _STRENGTH, 0.5, because, people)


def _may_be_name(signs: str) -> bool:
    return (
        len(signs) - surname_size(signs, 0) in (1, 2)
        and surname_size(signs, 0) > 0
        and _HAN.fullmatch(signs) is not None
    )


def find_called_names(text: str, view: View) -> Iterator[tuple[Span, bool]]:
    """Yield names of a folded text whose surname is told as such, and whether no more of the name is told."""
    for found in _SURNAME.finditer(text):
        start = found.end()
        size = surname_size(text, start)
        if not size:
            continue
        surname = text[start : start + size]
        if given := _GIVEN.match(text, start + size):
            name = surname + given[1]
            yield (
                Span(
                    start, given.end(1), MentionKind.PERSON, name, _STRENGTH, 0.5, Because.NAME_ALONE, view.people(name)
                ),
                False,
            )
        elif post := _WITH_POST.match(text, start + size):
            yield Span(start, post.end(), MentionKind.PERSON, surname + post[1], _STRENGTH, 0.5, Because.MASKED), True
        elif alone := _ALONE.match(text, start + size):
            yield Span(start, alone.start(), MentionKind.PERSON, f"{surname}某", _STRENGTH, 0.5, Because.MASKED), True
