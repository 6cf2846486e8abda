"""What is known of a reporter, found wherever a text repeats it."""

import re
from collections.abc import Iterable, Iterator

from graph_service.mentions.text.folded import fold_name
from graph_service.vault.entry import Reporter
from graph_service.vault.giveaways.passage import APART, Passage, Why

_SHORTEST_NAME, _SHORTEST_PLACE, _SHORTEST_CODE = 2, 4, 5
_LAST = 4  # signs of a number that masking leaves
_BLANKS = re.compile(r"[-\s./_~·()—–,、]+")
_SPOKEN = str.maketrans("〇零一幺二三四五六七八九", "001123456789")
# 138开头，尾号1111; 138几几几几1111
_BETWEEN = r"(?:[几X×*?…·.\-\s]{2,8}|(?:开头|打头|起头|号段)[^\d\n。;]{0,10}|[^\d\n。;]{0,4}(?:尾号?|末尾|末四位|后四位)[^\d\n。;]{0,4})"
_SIGNS = {"0": "[0〇零]", "1": "[1一幺]"} | {
    str(at + 2): f"[{at + 2}{sign}]" for at, sign in enumerate("二三四五六七八九")
}
_SEVERAL = re.compile(r"[、,;/\n]")
_CODE = re.compile(r"[A-Z0-9@._*-]{5,}")
_AREA_END = re.compile(r"(?:省|市|区|县|镇|乡|街道|村|社区|路|街|小区)(?=.)")
_DIGIT = re.compile(r"[\d一二三四五六七八九十]")
_NOBODY = re.compile(r"(?:匿名|佚名|不详|保密|未知|群众|网友|市民|无名氏|某{1,3})")


def find_known(text: str, reporter: Reporter, names: Iterable[str] = ()) -> Iterator[Passage]:
    """Yield every place of a folded text that holds a name, number or address of the reporter."""
    bare = _BLANKS.sub("", text)
    bare += bare.translate(_SPOKEN)
    for pattern in _patterns(bare, reporter, names):
        for found in re.finditer(pattern, text):
            yield Passage(*found.span(), Why.KNOWN)


def _patterns(bare: str, reporter: Reporter, names: Iterable[str]) -> Iterator[str]:
    """Yield patterns of what may stand in the text, given without blanks and strokes: most of it does not, and costs nothing."""
    for name in {*_parts(reporter.name), *names}:
        if len(name) >= _SHORTEST_NAME and name in bare and not _NOBODY.search(name):
            yield r"\s*".join(map(re.escape, name))
    for cell in (reporter.id_number, reporter.phone, *(value for _, value in reporter.details)):
        for code in _CODE.findall(fold_name(cell)):
            if _BLANKS.sub("", code)[-_LAST:] in bare:
                yield _written(code)
    told = [tail for address in _parts(reporter.address) for tail in _tails(address)]
    told += [part for _, value in reporter.details for part in _parts(value) if len(part) >= _SHORTEST_PLACE]
    yield from (re.escape(words) for words in told if words in bare)


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in _SEVERAL.split(fold_name(cell)) if part.strip()]


def _written(code: str) -> str:
    """Return the pattern of a number: with blanks and strokes in it, in Chinese signs, its middle masked, or by its head and tail."""
    signs = [sign for sign in code if sign not in "-. "]
    told = [_SIGNS.get(sign, re.escape(sign)) for sign in signs]
    whole = APART.join(told)
    if len(signs) < 11 or not "".join(signs[:-1]).isdigit():
        return whole
    head, tail = "".join(told[:3]), "".join(told[-4:])
    return rf"{whole}|{head}\d{{0,3}}[*X×]{{3,}}{tail}|{head}{_BETWEEN}{tail}(?!\d)"


def _tails(address: str) -> list[str]:
    """Return the address and what is left of it without its wider areas, as long as it still says where it is."""
    starts = [0, *(found.end() for found in _AREA_END.finditer(address))]
    tails = [address[start:] for start in starts]
    return [tail for tail in tails if len(tail) >= _SHORTEST_PLACE and (_DIGIT.search(tail) or tail == address)]
