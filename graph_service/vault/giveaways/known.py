"""What is known of a reporter, found wherever a text repeats it."""

import re
from collections.abc import Iterable, Iterator

from graph_service.mentions.numbers.apart_numbers import apart_numbers
from graph_service.mentions.numbers.number_parts import number_parts
from graph_service.mentions.numbers.number_runs import Range
from graph_service.mentions.numbers.spoken_numbers import spoken_numbers
from graph_service.mentions.text.folded import fold_name
from graph_service.vault.entry import Reporter
from graph_service.vault.giveaways.passage import APART, Passage, Why

_SHORTEST_NAME, _SHORTEST_PLACE, _SHORTEST_CODE = 2, 4, 5
_LAST = 4  # signs of a number that masking leaves
_BLANKS = re.compile(r"[-.\s]+")
_SEVERAL = re.compile(r"[、,;/\n]")
_CODE = re.compile(r"[A-Z0-9@._*-]{5,}")
_AREA_END = re.compile(r"(?:省|市|区|县|镇|乡|街道|村|社区|路|街|小区)(?=.)")
_DIGIT = re.compile(r"[\d一二三四五六七八九十]")
_NOBODY = re.compile(r"(?:匿名|佚名|不详|保密|未知|群众|网友|市民|无名氏|某{1,3})")


def find_known(text: str, reporter: Reporter, names: Iterable[str] = ()) -> Iterator[Passage]:
    """Yield every place of a folded text that holds a name, number or address of the reporter."""
    bare = _BLANKS.sub("", text)
    for pattern in _patterns(bare, reporter, names):
        for found in re.finditer(pattern, text):
            yield Passage(*found.span(), Why.KNOWN)
    for at in _read_as(text, _codes(reporter)):
        yield Passage(*at, Why.KNOWN)


def _patterns(bare: str, reporter: Reporter, names: Iterable[str]) -> Iterator[str]:
    """Yield patterns of what may stand in the text, given without blanks and strokes: most of it does not, and costs nothing."""
    for name in {*_parts(reporter.name), *names}:
        if len(name) >= _SHORTEST_NAME and name in bare and not _NOBODY.search(name):
            yield r"\s*".join(map(re.escape, name))
    for code in _codes(reporter):
        if _BLANKS.sub("", code)[-_LAST:] in bare:
            yield _written(code)
    told = [tail for address in _parts(reporter.address) for tail in _tails(address)]
    told += [part for _, value in reporter.details for part in _parts(value) if len(part) >= _SHORTEST_PLACE]
    yield from (re.escape(words) for words in told if words in bare)


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in _SEVERAL.split(fold_name(cell)) if part.strip()]


def _codes(reporter: Reporter) -> list[str]:
    cells = (reporter.id_number, reporter.phone, *(value for _, value in reporter.details))
    return [code for cell in cells for code in _CODE.findall(fold_name(cell))]


def _read_as(text: str, codes: Iterable[str]) -> Iterator[Range]:
    """Yield where what reads the numbers of texts reads one of these: set apart by any sign, in Chinese signs, by head and tail."""
    known = [_BLANKS.sub("", code) for code in codes]
    if not known:
        return
    yield from (at for at, number in (*apart_numbers(text), *spoken_numbers(text)) if number in known)
    for part in number_parts(text):
        if part.head and any(code.startswith(part.head) and code.endswith(part.tail) for code in known):
            yield part.at


def _written(code: str) -> str:
    """Return the pattern of a number: with blanks and strokes in it, or with its middle masked."""
    signs = [sign for sign in code if sign not in "-. "]
    whole = APART.join(map(re.escape, signs))
    if len(signs) < 11 or not "".join(signs[:-1]).isdigit():
        return whole
    return rf"{whole}|{''.join(signs[:3])}\d{{0,3}}[*X×]{{3,}}{''.join(map(re.escape, signs[-4:]))}"


def _tails(address: str) -> list[str]:
    """Return the address and what is left of it without its wider areas, as long as it still says where it is."""
    starts = [0, *(found.end() for found in _AREA_END.finditer(address))]
    tails = [address[start:] for start in starts]
    return [tail for tail in tails if len(tail) >= _SHORTEST_PLACE and (_DIGIT.search(tail) or tail == address)]
