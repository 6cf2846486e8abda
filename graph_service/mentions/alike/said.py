"""What one text says that other texts may say too, beside the entities that it surely names.

An entity of the registers that two texts name connects them by itself. Here is what no register has to know: numbers,
documents, addresses, and a person's name beside a number of theirs (masked or not).
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from graph_service.mentions.alike.addresses import address
from graph_service.mentions.alike.covered_names import is_covered_name
from graph_service.mentions.alike.kinds import AlikeKind
from graph_service.mentions.alike.numbers import ends_of, grouped, is_tail, is_telling
from graph_service.mentions.lexicon.surname_list import surname_size
from graph_service.mentions.lexicon.vocabulary import read_words
from graph_service.mentions.text.folded import fold_name, fold_text
from graph_service.mentions.text.mention import Because, Mention, MentionKind
from schema.identifiers import Refused, document_number, plain_issuer

NEAR = 12  # signs between a name and the number that goes with it
_OF_A_PERSON = 11  # signs of a mobile number; hotlines and lines within a house are shorter
_OF_PEOPLE = (MentionKind.PHONE, MentionKind.RESIDENT_ID)
_BESIDE, _BESIDE_TAIL = 0.9, 0.7  # a name with a number, and with the last signs of one alone
_BY_ENDS = 0.9  # head and tail of a number
_BY_SURNAME, _TAIL = 0.8, 4
_ORDINARY = frozenset(read_words("ordinary"))
_NUMBERS = {
    MentionKind.PHONE, MentionKind.ACCOUNT, MentionKind.VEHICLE, MentionKind.FUEL_CARD, MentionKind.RESIDENT_ID,
    MentionKind.CREDIT_CODE,
}  # fmt: skip
_OFFICE_BEFORE = re.compile(
    r"(?:办公|行政(?:服务)?中心|政务|服务大厅|机关|接待|通[讯信]地址|联系地址|邮寄|来访)[^,，。;；]{0,10}$"
    r"|(?:政府|委员会|[局院]|(?<![场住处居寓会厕])所)(?:驻地|地址|地点)?(?:位于|设在|在|是|为|:)?$"
)
_OFFICE_AFTER = re.compile(r"(?:的|[(（])?(?:[市区县镇乡]?(?:政府|行政|政务|机关)|办公)")
_DOCUMENT = re.compile(r".+〔\d{4}〕\d+号|.+号")
_BETWEEN = re.compile(
    r"(?:的人)?[,，、]?的?(?:联系)?(?:电话|手机|微信|号码|身份证|(?:银行|[工农建中]行)?卡|账[号户])?号?码?[是为:：]?[(（]?$"
)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_CLAUSE_ENDS = re.compile(r"[。;；!！?？\n]")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a text says: what it is compared by, the words and where they stand."""

    kind: AlikeKind
    value: str
    words: str
    start: int
    certainty: float
    pattern: str = ""  # a number that may be masked: compared by what fits, not by equality
    is_public: bool = False  # to call for service: where one text says so that readers may read, it connects nobody
    is_known: bool = False  # an entity of the registers bears it, which connects by itself


def registered(number: str) -> Said | None:
    """Return a number of a matter as said by it: a text that speaks of that number speaks of the matter.

    Only a document number is one that texts speak of: running numbers of a register are none. It stands at no place of the text.
    """
    return Said(AlikeKind.DOCUMENT, _of_texts(number), number, -1, 1.0) if _DOCUMENT.fullmatch(number) else None


def _of_texts(number: str) -> str:
    """Return a document number of a register in the form of mentions: its year in 〔〕, its office's sign without 字."""
    with suppress(Refused):
        issuer, bracket, rest = (document_number(number) or number).partition("〔")
        return plain_issuer(issuer) + bracket + rest
    return number


def said(text: str, mentions: Sequence[Mention], area: str = "") -> list[Said]:
    """Return what a text says that others may say alike, in the order of the text, each thing once.

    The area is the code of the matter's prefecture, empty where it is unknown: land lines without theirs are compared within it.
    """
    found: dict[tuple[AlikeKind, str, str], Said] = {}
    everything = [*_values(text, mentions, area), *_named(text, mentions)]
    for one in sorted(everything, key=lambda each: each.start):
        found.setdefault((one.kind, one.value, one.pattern), one)
    return list(found.values())


def _values(text: str, mentions: Sequence[Mention], area: str) -> Iterator[Said]:
    for one in mentions:
        if one.kind is MentionKind.RESIDENT_ID:
            yield from _ids(one)
            continue
        if one.kind in (MentionKind.PHONE, MentionKind.ACCOUNT):
            yield from _by_ends(one)
        if one.referents or one.because is Because.MASKED:
            continue
        if one.kind in _NUMBERS or one.kind is MentionKind.DOCUMENT:
            kind, is_public = AlikeKind[one.kind.name], one.because is Because.PUBLIC_NUMBER
            value, pattern = grouped(kind, one.normal, area)
            yield Said(kind, value, one.text, one.start, one.certainty, pattern, is_public)
        elif one.kind is MentionKind.PLACE and not _is_office(text, one):
            found = address(fold_name(one.normal))
            if found:
                pattern = f"{found.county}/{found.whole}"
                yield Said(AlikeKind.PLACE, found.group, one.text, one.start, found.certainty, pattern)


def _by_ends(one: Mention) -> Iterator[Said]:
    """Yield a number by the ends that a covered one shows of it; a covered one that can be a known number is left to that."""
    kind, is_known, is_masked = AlikeKind[one.kind.name], bool(one.referents), one.because is Because.MASKED
    ends = "" if one.because is Because.PUBLIC_NUMBER or (is_masked and is_known) else ends_of(kind, one.normal)
    if ends:
        # Whose it is may be open; that two such numbers are one is not: one in hundreds of thousands has these ends.
        yield Said(kind, ends, one.text, one.start, max(one.certainty, _BY_ENDS), one.normal, is_known=is_known)


def _ids(one: Mention) -> Iterator[Said]:
    """Yield a whole id, and a masked one that shows enough; one of a person of the registers meets masked ones only."""
    is_known, is_masked = bool(one.referents), one.because is Because.MASKED
    if not is_masked or (is_telling(one.normal) and not is_known):
        value, pattern = grouped(AlikeKind.RESIDENT_ID, one.normal, "")
        yield Said(AlikeKind.RESIDENT_ID, value, one.text, one.start, one.certainty, pattern, is_known=is_known)


def known_id(number: str, name: str) -> Said:
    """Return the id of a person whom a matter's own entry names, told by the name: what masked ids of texts may be."""
    value, pattern = grouped(AlikeKind.RESIDENT_ID, number, "")
    return Said(AlikeKind.RESIDENT_ID, value, name, -1, 1.0, pattern, is_known=True)


def _is_office(text: str, place: Mention) -> bool:
    """Return whether the words around call it the seat of an office, which thousands go to."""
    before = text[max(0, place.start - NEAR) : place.start]
    return _OFFICE_BEFORE.search(before) is not None or _OFFICE_AFTER.match(text, place.end) is not None


def _named(text: str, mentions: Sequence[Mention]) -> Iterator[Said]:
    """Yield names that stand beside a number of theirs: together they tell people apart who share a name."""
    numbers = [
        one
        for one in mentions
        if (one.kind is MentionKind.ACCOUNT or (one.kind in _OF_PEOPLE and len(one.normal) >= _OF_A_PERSON))
        and one.because is not Because.PUBLIC_NUMBER
    ]
    for person in (one for one in mentions if one.kind is MentionKind.PERSON and one.because is not Because.MASKED):
        for number in numbers:
            if person.end <= number.start <= person.end + NEAR and not _CLAUSE_ENDS.search(
                text, person.end, number.start
            ):
                yield from _named_person(person.start, fold_name(person.normal), number)
    for number in numbers:
        start, name = _name_before(text, number.start)
        if name:
            yield from _named_person(start, fold_name(name), number)


def _named_person(start: int, name: str, number: Mention) -> Iterator[Said]:
    """Yield a name with a number, told by the name, and by surname and last signs for a name that is covered (黄某)."""
    certainty = _BESIDE_TAIL if is_tail(number.normal) else _BESIDE
    words = _quoted(name, number.text)
    yield Said(AlikeKind.NAME_WITH_NUMBER, name, words, start, certainty, number.normal)
    surname, tail = name[: surname_size(name, 0) or 1], number.normal[-_TAIL:]
    if tail.isdigit():
        certainty = round(certainty * (_BY_SURNAME if is_covered_name(name) else 1.0), 3)
        pattern = f"{name}/{number.normal}"
        yield Said(AlikeKind.NAME_WITH_NUMBER, f"{surname} {tail}", words, start, certainty, pattern)


def _quoted(*words: str) -> str:
    # Nothing of what stands between: it may be somebody whom no mention may name, such as the reporter.
    return " … ".join(words)


def _name_before(text: str, number: int) -> tuple[int, str]:
    """Return place and words of what can be a name that a number goes with; a guess, which only its like makes a sign.

    Nothing is made of it unless another text has the same words with a number that fits.
    """
    at = max(0, number - NEAR)
    before = fold_text(text[at:number])
    between = _BETWEEN.search(before.text)
    end = between.start() if between else len(before.text)
    for size in (4, 3, 2):
        name = before.text[max(0, end - size) : end]
        surname = surname_size(name, 0) if _HAN.fullmatch(name) and len(name) == size else 0
        if surname and name not in _ORDINARY and 1 <= size - surname <= 2:
            return at + before.original(end - size, end)[0], name
    return 0, ""
