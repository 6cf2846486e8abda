"""Unit, post and perhaps name that stand together where a unit or a person is expected: 某镇财政所原所长李某."""

import re
from dataclasses import dataclass

from graph_service.mentions.lexicon.surname_list import surname_size
from graph_service.mentions.lexicon.titles import POSTS
from graph_service.mentions.lexicon.vocabulary import read_words
from schema.identifiers.name_fold import variant_name
from schema.identifiers.remembered import remembered

_LEAST_UNIT, _LEAST_SHARING, _LONGEST_NAME = 2, 3, 4
_OF_UNITS = re.compile(r"所所长$|委会副?主任$")  # 派出所所长 is who leads a unit of its own
_WORDS = frozenset(
    word
    for word in POSTS | {*read_words("titles"), *read_words("in_a_unit")}
    if len(word) > 1 and not _OF_UNITS.search(word)
)
_LONGEST_POST = max(map(len, _WORDS))
_JOINT = re.compile(
    r"(?:[、,，;；/兼和]|(?:原任?|前任|时任|现任|曾任|常务|分管|代理|挂职|退休|[一二三四]级|(?<=[局院校所站村长])前))$"
)
_MASK = re.compile(r"[某×*X]{1,2}")
_GIVEN = re.compile(r"[\u3400-\u9fff]{1,2}")
_NO_GIVEN = frozenset("局委院校所站部室会司府处社厂店行队学厅村镇乡区县市家楼馆园场坊庄铺室长任")
_UNIT = re.compile(
    r"(?:局|委|院|校|所|站|部|室|会|中心|司|集团|政府|处|办|社|厂|店|行|队|小学|中学|大学|学院|厅|园|馆|场|[镇乡村县区]|街道|社区|组|库|庭|(?<![社集文])团|(?<=[一二三四五六七八九十])连)$"
)
# A part of a unit that is none of its own: 设备科 of 人民医院, 城管 of 河埠街道.
_PART = re.compile(
    r"(.+(?:局|委员会|(?<=.)委(?!员)|[医学健生老利究法察]院|学校|中学|小学|大学|党校|幼儿园|公司|集团|镇|乡|街道|办事处|政府|支队|大队|中心(?![医小学])|厅|[^干全内]部|社区|村|(?<![市现])场|管理站|管理所|团|(?<=[一二三四五六七八九十])连))"
    r"((?:[\u4e00-\u9fff]{1,6}[科股室处组])|[\u4e00-\u9fff]{2,4})$"
)
_PARTS = ("科", "股", "室", "处", "组")
_NO_UNIT = re.compile(r"(?:办公|值班|接待|调解|工作|老)$")  # 老村长 alone calls an inn
_SAID_TWICE = re.compile(r"(?<=居民委员会)居委会$|(?<=村民委员会)村委会$")
_COMMAS = "、,，;；"


@dataclass(frozen=True, slots=True)
class UnitPost:
    """What one cell says of a unit and of somebody in it; the name is empty where it says none."""

    unit: str
    post: str
    name: str = ""


def ends_in_post(name: str) -> bool:
    """Return whether a name ends in a post and something stands before it, as no unit's name does."""
    return 0 < _post_begin(name, len(name)) < len(name)


@remembered
def unit_post(cell: str) -> UnitPost | None:
    """Return the parts of a cell that holds a unit with a post, and perhaps a name; None for everything else.

    Traditional signs and other spellings are told as their usual ones, the parts are given as the cell writes them.
    """
    plain = variant_name(cell)
    if len(plain) != len(cell):
        return None
    for end in _ends(plain):
        begin = _posts(plain, end)
        unit, post = _split(plain, begin, is_named=end < len(plain)) if begin < end else (0, 0)
        if unit:
            whole = UnitPost(cell[:unit], cell[post:end].lstrip(_COMMAS), cell[end:])
            return _first_of(whole)
    return None


def _first_of(whole: UnitPost) -> UnitPost:
    # 教育局副局长兼党校校长: the first unit is his, the rest are his further posts.
    first, joint, rest = whole.unit.partition("兼")
    head = unit_post(first) if joint else None
    return UnitPost(head.unit, f"{head.post}{joint}{rest}{whole.post}", whole.name) if head else whole


def _ends(plain: str) -> list[int]:
    """Return where the posts can end: at the end of the cell, or before a name."""
    ends = [len(plain)]
    for size in range(2, _LONGEST_NAME + 1):
        at = len(plain) - size
        surname = surname_size(plain, at) if at > 0 else 0
        given = plain[at + surname :]
        is_given = _MASK.fullmatch(given) or (_GIVEN.fullmatch(given) and _NO_GIVEN.isdisjoint(given))
        if surname and is_given:
            ends.append(at)
    return ends


def _posts(plain: str, end: int) -> int:
    """Return where the posts begin that end here, with what joins them and says when they were held."""
    at = end
    while (begin := _post_begin(plain, at)) < at:
        at = begin
        while joint := _JOINT.search(plain, 0, at):
            at = joint.start()
    return at


def _post_begin(plain: str, end: int) -> int:
    """Return where the longest post begins that ends here, the end itself where none does."""
    sizes = range(min(_LONGEST_POST, end), 1, -1)
    return next((end - size for size in sizes if plain[end - size : end] in _WORDS), end)


def _split(plain: str, begin: int, *, is_named: bool) -> tuple[int, int]:
    """Return where the unit before these posts ends and where what he is in it begins; zeros where no unit stands there."""
    unit = plain[:begin]
    if _NO_UNIT.search(unit):
        return 0, 0
    if said_twice := _SAID_TWICE.search(unit):
        return said_twice.start(), said_twice.start()
    if plain[begin] == "校" and unit.endswith(("小", "中")):  # 六小校长
        return begin, begin
    # 教育局长, 良村镇长: the last sign of the unit is the first of the post. 双桥镇长江明 may be a river.
    shares = "局院校所站" if is_named else "局院校所站村"
    is_shared = plain[begin] in shares and not _UNIT.search(unit)
    is_town = plain[begin] in "镇乡" and not is_named and not unit.endswith(("镇", "乡", "政府"))
    if (is_shared or is_town) and begin + 1 >= _LEAST_SHARING:
        return begin + 1, begin
    part = None if _UNIT.search(unit) and not unit.endswith(_PARTS) else _PART.fullmatch(unit)
    if part:
        return len(part[1]), len(part[1])
    return (begin, begin) if _UNIT.search(unit) and begin >= _LEAST_UNIT else (0, 0)
