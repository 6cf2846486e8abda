"""Passages of a folded text that give a reporter away, and what most ways to find them have in common."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph_service.mentions.find.unled_names import is_given
from graph_service.mentions.lexicon.surname_list import surname_size
from graph_service.mentions.text.folded import HAN

HIDDEN = "〔已隐去〕"
END = r",;。!?\n〔"  # signs at which a statement about a person ends; the mark of what is hidden is one
# What people set between the digits of a number; the folded form of brackets, slashes and strokes of any width.
APART = r"[-\s./_~·()—–,、]{0,2}"
# Telephone, identity card, landline, e-mail; stars where somebody has masked a part of it.
NUMBER = (
    rf"(?:\d{{17}}[\dX]|\d{{6}}[\dX*]{{9,12}}|\(?1[3-9]\d{APART}[\d*]{{4}}{APART}[\d*]{{4}}|\(?1[3-9]\d\)?开头[^\d]{{0,8}}\d{{4}}"
    rf"|0\d{{2,3}}-?\d{{7,8}}|[A-Z0-9._-]{{1,40}}@[A-Z0-9.-]{{1,40}})(?!\d)"
)
# Surnames that the lexicon of texts does not have, and surnames that are everyday words: a name by these needs telling signs.
_RARE = frozenset("鄢缑亓仉佴宓晁郄郗訾逄钭阚蔺麴濮璩禤妫尉逯隗臧昝笪仝厍郜郦郏鄯闵阙酆鄞邝邴邸邬邰郇郓")
_EVERYDAY = frozenset("和向于由时应从同支付关方国常强任成有经能相因都单连全计管门包解上在来去说要")
_DOTTED = re.compile(rf"[{HAN}]{{1,8}}(?:·[{HAN}]{{1,9}})+")
_GOES_ON = re.compile(
    rf"$|[^{HAN}]|反映|举报|投诉|控告|检举|称|说|要求|现|电话|手机|身份证|住|男|女|系|是|于|在|同志|先生|女士|等|和|与|及|敬上|谨上|家|今年|来"
    r"|可以|能|也|都|被|去|亲"
)
_POLITE = re.compile(r"(?:某{1,2}|女士|先生|小姐|大爷|大妈|阿姨|师傅|老师|同志|同学)")


class Why(StrEnum):
    """Why a passage gives the reporter away."""

    KNOWN = "KNOWN"  # it says what the vault knows of the reporter
    LABELLED = "LABELLED"
    SELF = "SELF"
    NEAR = "NEAR"  # kin, neighbours, colleagues of the one who writes
    SIGNATURE = "SIGNATURE"
    FEW = "FEW"


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A range of a folded text that is to be hidden."""

    start: int
    end: int
    why: Why


def hidden(pattern: re.Pattern[str], text: str, why: Why) -> Iterator[Passage]:
    """Yield the group `h` of every place where the pattern fits."""
    for found in pattern.finditer(text):
        if found.end("h") > found.start("h"):
            yield Passage(found.start("h"), found.end("h"), why)


def name_end(text: str, at: int) -> int:
    """Return where a name that begins at this place ends, the place itself where none does."""
    if dotted := _DOTTED.match(text, at):
        return dotted.end()
    size = surname_size(text, at) or int(text[at : at + 1] in _RARE and at < len(text))
    if not size:
        return at
    if polite := _POLITE.match(text, at + size):
        return polite.end()
    for given in (2, 1) if text[at] not in _EVERYDAY else ():
        end = at + size + given
        if _is_han(text[at + size : end], given) and _GOES_ON.match(text, end):
            return end
    return max(
        (at + size + given for given in (1, 2) if _is_telling(text[at + size : at + size + given], given)), default=at
    )


def _is_han(signs: str, number: int) -> bool:
    return len(signs) == number and re.fullmatch(rf"[{HAN}]+", signs) is not None


def _is_telling(signs: str, number: int) -> bool:
    return _is_han(signs, number) and all(map(is_given, signs))
