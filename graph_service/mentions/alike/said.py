"""What one text says that other texts may say too, beside the entities that it surely names.

An entity of the registers that two texts name connects them by itself. Here is what no register has to know: numbers,
documents, addresses, a person's name beside a number of theirs (masked or not), and a place on a day.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph_service.mentions.alike.addresses import address
from graph_service.mentions.lexicon.surname_list import surname_size
from graph_service.mentions.lexicon.vocabulary import read_words
from graph_service.mentions.text.folded import fold_name
from graph_service.mentions.text.mention import Because, Mention, MentionKind
from schema.vocabulary import Term

NEAR = 12  # signs between a name and the number that goes with it
_OF_A_PERSON = 11  # signs of a mobile number; hotlines and lines within a house are shorter
_ORDINARY = frozenset(read_words("ordinary"))
_NUMBERS = {
    MentionKind.PHONE, MentionKind.ACCOUNT, MentionKind.VEHICLE, MentionKind.FUEL_CARD, MentionKind.RESIDENT_ID,
    MentionKind.CREDIT_CODE,
}  # fmt: skip
_OFFICE_BEFORE = re.compile(
    r"(?:办公|行政(?:服务)?中心|政务|服务大厅|机关|接待|通[讯信]地址|联系地址|邮寄|来访)[^,，。;；]{0,10}$"
    r"|(?:政府|委员会|[局院所])(?:驻地|地址|地点)?(?:位于|设在|在|是|为|:)?$"
)
_OFFICE_AFTER = re.compile(r"(?:的|[(（])?(?:[市区县镇乡]?(?:政府|行政|政务|机关)|办公)")
_DOCUMENT = re.compile(r".+〔\d{4}〕\d+号|.+号")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_AT = re.compile(r"[在到于赴去往]$")
_BETWEEN = re.compile(r"(?:的人)?[,，、]?的?(?:联系)?(?:电话|手机|号码|身份证)?号?码?[是为:：]?[(（]?$")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_CLAUSE_ENDS = re.compile(r"[。;；!！?？\n]")


class AlikeKind(Term):
    """Kind 相同内容类别 of what two texts say alike."""

    PHONE = "PHONE", "电话号码"
    ACCOUNT = "ACCOUNT", "银行账号"
    VEHICLE = "VEHICLE", "车牌号"
    FUEL_CARD = "FUEL_CARD", "加油卡号"
    RESIDENT_ID = "RESIDENT_ID", "身份号码"
    CREDIT_CODE = "CREDIT_CODE", "信用代码"
    DOCUMENT = "DOCUMENT", "文号"
    PLACE = "PLACE", "地址"
    NAME_WITH_NUMBER = "NAME_WITH_NUMBER", "姓名及号码"
    PLACE_AND_DAY = "PLACE_AND_DAY", "地点及日期"
    TEXT = "TEXT", "文字表述"
    DEFECT = "DEFECT", "问题表现"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a text says: what it is compared by, the words and where they stand."""

    kind: AlikeKind
    value: str
    words: str
    start: int
    certainty: float
    pattern: str = ""  # a number that may be masked: compared by what fits, not by equality
    is_public: bool = (
        False  # a number to call for service: where one text that readers may read says so, it connects nobody
    )


def registered(number: str) -> Said | None:
    """Return a number of a matter as said by it: a text that speaks of that number speaks of the matter.

    Only a document number is one that texts speak of: running numbers of a register are none.
    """
    return Said(AlikeKind.DOCUMENT, number, "", -1, 1.0) if _DOCUMENT.fullmatch(number) else None


def said(text: str, mentions: Sequence[Mention]) -> list[Said]:
    """Return what a text says that others may say alike, in the order of the text, each thing once."""
    found: dict[tuple[AlikeKind, str, str], Said] = {}
    everything = [*_values(text, mentions), *_named(text, mentions), *_places(text, mentions)]
    for one in sorted(everything, key=lambda each: each.start):
        found.setdefault((one.kind, one.value, one.pattern), one)
    return list(found.values())


def _values(text: str, mentions: Sequence[Mention]) -> Iterator[Said]:
    for one in mentions:
        if one.referents or one.because is Because.MASKED:
            continue
        if one.kind in _NUMBERS or one.kind is MentionKind.DOCUMENT:
            is_public = one.because is Because.PUBLIC_NUMBER
            yield Said(AlikeKind[one.kind.name], one.normal, one.text, one.start, one.certainty, is_public=is_public)
        elif one.kind is MentionKind.PLACE and not _is_office(text, one):
            found = address(fold_name(one.normal))
            if found:
                pattern = f"{found.county}/{found.whole}"
                yield Said(AlikeKind.PLACE, found.group, one.text, one.start, found.certainty, pattern)


def _is_office(text: str, place: Mention) -> bool:
    """Return whether the words around call it the seat of an office, which thousands go to."""
    before = text[max(0, place.start - NEAR) : place.start]
    return _OFFICE_BEFORE.search(before) is not None or _OFFICE_AFTER.match(text, place.end) is not None


def _named(text: str, mentions: Sequence[Mention]) -> Iterator[Said]:
    """Yield names that stand beside a number of theirs: together they tell people apart who share a name."""
    numbers = [
        one
        for one in mentions
        if one.kind in (MentionKind.PHONE, MentionKind.RESIDENT_ID)
        and len(one.normal) >= _OF_A_PERSON
        and one.because is not Because.PUBLIC_NUMBER
    ]
    for person in (one for one in mentions if one.kind is MentionKind.PERSON and one.because is not Because.MASKED):
        for number in numbers:
            if person.end <= number.start <= person.end + NEAR and not _CLAUSE_ENDS.search(
                text, person.end, number.start
            ):
                yield _named_person(text, person.start, fold_name(person.normal), number)
    for number in numbers:
        start, name = _name_before(text, number.start)
        if name:
            yield _named_person(text, start, fold_name(name), number)


def _named_person(text: str, start: int, name: str, number: Mention) -> Said:
    return Said(AlikeKind.NAME_WITH_NUMBER, name, _quoted(name, number.text), start, 0.9, number.normal)


def _quoted(*words: str) -> str:
    # Nothing of what stands between: it may be somebody whom no mention may name, such as the reporter.
    return " … ".join(words)


def _name_before(text: str, number: int) -> tuple[int, str]:
    """Return place and words of what can be a name that a number goes with; a guess, which only its like makes a sign.

    Nothing is made of it unless another text has the same words with a number that fits.
    """
    between = _BETWEEN.search(text, max(0, number - NEAR), number)
    end = between.start() if between else number
    for size in (4, 3, 2):
        name = text[max(0, end - size) : end]
        surname = surname_size(name, 0) if _HAN.fullmatch(name) and len(name) == size else 0
        if surname and name not in _ORDINARY and 1 <= size - surname <= 2:
            return end - size, name
    return 0, ""


def _places(text: str, mentions: Sequence[Mention]) -> Iterator[Said]:
    """Yield places that somebody was at on a day that the same clause states."""
    places = [
        one
        for one in mentions
        if one.kind in (MentionKind.UNIT, MentionKind.PLACE) and _AT.search(text[max(0, one.start - 1) : one.start])
    ]
    days = [one for one in mentions if one.kind is MentionKind.DATE and _DAY.fullmatch(one.normal)]
    for day in days:
        for place in places:
            first, second = sorted((day, place), key=lambda one: one.start)
            if not _CLAUSE_ENDS.search(text, first.end, second.start) and second.start - first.end <= NEAR:
                words = _quoted(first.text, second.text)
                certainty = max(place.certainty, 0.8) * day.certainty
                yield Said(
                    AlikeKind.PLACE_AND_DAY, f"{place.normal} {day.normal}", words, first.start, round(certainty, 3)
                )
