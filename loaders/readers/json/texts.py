"""The values that a file of JSON holds, as texts: one a line, or the elements of one array over many lines."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import TextIO

from graph_service.errors import BadInput

_BLOCK = 1 << 16
_LONGEST = 1 << 22  # characters of one element of an array; beyond it, a bracket or quote is open by a slip
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},]|"', re.DOTALL)
_BLANK = " \t\r\n\ufeff"


def values_of(file: TextIO, where: str) -> Iterator[str]:
    """Yield the text of each value; refuse a file that is one object over several lines."""
    first = file.readline(_BLOCK)
    while first and not first.strip(_BLANK):
        first = file.readline(_BLOCK)
    opened = first.strip(_BLANK)
    if opened[:1] == "{" and opened[-1] in "{[":
        raise one_object(where)
    if not opened.startswith("["):
        first += "" if first.endswith("\n") else file.readline()
        lines = (line.lstrip("\ufeff") if line[0] == "\ufeff" else line for line in chain((first,), file))
        return (line for line in lines if line.strip())
    return _elements(first, file, where)


def one_object(where: str) -> BadInput:
    """Return the refusal of a file that is one object, in which the records may stand anywhere."""
    return BadInput(
        "the file is one JSON object around its records, not one object a record",
        where,
        'keep the array alone, [{…}, {…}] of {"data": [{…}, {…}]}, or write one record a line',
        zh='整个文件是一个JSON对象，不是每条记录一个对象，请只保留其中的数组（{"data": [{…}]}中的[{…}]），或每行写一条记录',
    )


def _elements(first: str, file: TextIO, where: str) -> Iterator[str]:
    buffer, begun, place, depth = first[first.index("[") + 1 :], 0, 0, 0
    while True:
        for token in _TOKEN.finditer(buffer, place):
            mark = token[0]
            if mark == '"':
                break  # it is not closed in what has been read so far
            place = token.end()
            if mark in "{[":
                depth += 1
            elif mark in "}]" and depth:
                depth -= 1
            elif mark in ",]" and not depth:
                text = buffer[begun : token.start()]
                if text.strip() or mark == ",":
                    yield text
                if mark == "]":
                    _refuse_rest(buffer[place:], file, where)
                    return
                begun = place
        buffer, place, begun = buffer[begun:], place - begun, 0
        # An open string is looked through again each time: so twice as much of it, up to the longest that there may be.
        more = file.read(max(_BLOCK, min(len(buffer), _LONGEST - len(buffer))))
        if not more or len(buffer) > _LONGEST:
            raise _open(where)
        buffer += more


def _refuse_rest(rest: str, file: TextIO, where: str) -> None:
    while not (text := rest.strip(_BLANK)) and (rest := file.read(_BLOCK)):
        pass
    if text:
        raise BadInput(
            "the file goes on behind the end of its JSON array",
            where,
            "give each array a file of its own, or one object a line",
            zh="JSON数组结束之后还有内容，请每个文件只放一个数组，或改为每行一个对象",
        )


def _open(where: str) -> BadInput:
    return BadInput(
        "the JSON array of the file is never closed, or one of its elements is longer than 4,194,304 characters",
        where,
        "export it again whole",
        zh="文件中的JSON数组没有结束，或某个元素超过4194304个字符，请完整地重新导出",
    )
