"""Names that a text takes apart: 姓沈，叫露欣; 一个姓胡的副局长."""

import re
from collections.abc import Iterator

from graph_service.mentions.find.view import View
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
_ALONE = re.compile(r"的(?=[,.;:!?。、)]|$|[手名家人他她把给叫说在是要收拿跟和])")


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
