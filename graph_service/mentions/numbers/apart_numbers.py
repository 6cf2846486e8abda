"""Telephone numbers whose digits are set apart by signs: (152)1894-3326, 152.1894.3326, 0790/6123456, one by one."""

import re
from collections.abc import Iterator

from graph_service.mentions.numbers.number_cues import OTHER_NUMBER, PHONE_CUE, has_cue
from graph_service.mentions.numbers.number_runs import Range
from graph_service.mentions.numbers.spoken_numbers import SIGNS, as_digits

_D = rf"[\d{SIGNS}]"
_ONE = rf"[1幺一][3-9三四五六七八九]{_D}"
_MARK = r"[.·/_~,、。\u20e3-]"
_GAP = rf" {{0,2}}(?:{_MARK}| ) {{0,2}}"
_BEGINS = rf"(?<!{_D})(?<!\d[./_·~-])"
_ENDS = rf"(?!{_D})(?![./_·~]\d)(?![十百千万亿])"
_PREFIX = r"(?:\(?\+?(?:00)?86\)?[ -]?)?"
_MOBILE = re.compile(
    rf"{_BEGINS}{_PREFIX}(?:(?P<open>\()(?P<area>{_ONE})\)[ -]?{_D}{{4}}[ -]?{_D}{{4}}"
    rf"|{_ONE}(?P<gap>{_GAP})(?:{_D}{{4}}(?P=gap){_D}{{4}}|{_D}{{3}}(?P=gap){_D}{{5}}|{_D}{{2}}(?:(?P=gap){_D}{{2}}){{3}})"
    rf"|[1幺一](?P<single>{_GAP})[3-9三四五六七八九](?:(?P=single){_D}){{9}}\u20e3?){_ENDS}"
)
_LAND = re.compile(
    rf"{_BEGINS}(?:{_PREFIX}\((?P<open>0\d{{2,3}})\) ?|(?P<area>0[1-9]\d{{1,2}})(?P<gap> {{0,2}}[./_~-] {{0,2}}| {{1,2}}))"
    rf"(?P<first>[2-9]\d{{2,3}})(?P<split>[ .-]?)(?P<last>\d{{4}}){_ENDS}"
)
_SOME = re.compile(rf"{_D}[^\n]{{1,5}}{_D}.{{0,5}}{_D}")
_FREE = re.compile(
    r"[ ._·-]*"
)  # what sets nothing else apart in three parts of that size; other signs need a word beside
_MADE = re.compile(r"版本|型号|规格|编码|坐标|IP|端口|[Vv]$")


def apart_numbers(text: str) -> Iterator[tuple[Range, str]]:
    """Yield the ranges of a folded text that are telephone numbers in parts, with the number in its usual form."""
    if _SOME.search(text) is None:
        return
    for found in _MOBILE.finditer(text):
        gap = found["gap"] or found["single"] or ""
        is_spoken = not re.search(r"\d", found[0])
        is_usual = is_spoken or (_FREE.fullmatch(gap) is not None and not (found["single"] and "." in gap))
        if _is_phone(text, found, is_usual):
            digits = re.sub(r"\D", "", as_digits(found[0]))
            yield found.span(), digits[-11:]
    for found in _LAND.finditer(text):
        if found["open"] or found["split"] or found["gap"] != "-":
            is_usual = bool(found["open"]) or found["gap"].strip() in ("", "-")
            if _is_phone(text, found, is_usual):
                yield found.span(), f"{found['open'] or found['area']}-{found['first']}{found['last']}"


def _is_phone(text: str, found: re.Match[str], is_usual: bool) -> bool:
    start = found.start()
    is_other = has_cue(OTHER_NUMBER, text, start) or has_cue(_MADE, text, start)
    return has_cue(PHONE_CUE, text, start) or (is_usual and not is_other)
