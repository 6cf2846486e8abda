"""A handful of units and people, as small as a test can tell them apart."""

from datetime import date

from graph_service.mentions.finder import Finder
from graph_service.mentions.lexicon.known import KnownEntity, KnownTie, MatterText, RegisteredNaming
from graph_service.mentions.lexicon.lexicon import Lexicon
from graph_service.mentions.text.mention import Mention
from graph_service.rights.mention_audiences import Rights
from graph_service.rights.roles import read_roles
from schema.identifiers import ric_check

EVERYONE, TEAM, HIDDEN, WITH_AUDIT = 1, 2, 3, 4
READERS = {EVERYONE: ["EVERYONE"], TEAM: ["T"], HIDDEN: ["INTERNAL"], WITH_AUDIT: ["AUDIT", "T"]}
DAY = date(2024, 6, 1)

UNITS = {
    "edu": ("云江市教育局", "教育局", "", "11360500MB0000001W"),
    "edu2": ("云江市云水区教育局", "云水教育局", "", "11360502MB00000020"),
    "fin": ("云江市财政局", "财政局", "", "11360500MB0000003L"),
    "health": ("云江市卫生健康委员会", "卫健委", "云江市卫生和计划生育委员会", "11360500MB0000004G"),
    "clinic": ("云江市人民医院", "市人民医院", "", "12360500MB0000005B"),
    "org": ("云江市委组织部", "组织部", "", "11360500MB00000067"),
    "town1": ("云江市云水区良村镇人民政府", "良村镇", "", "11360502MB0000007J"),
    "town2": ("云江市分岭县双林镇人民政府", "双林镇", "", "11360521MB00000087"),
    "village1": ("云江市云水区良村镇老桥村民委员会", "老桥村", "", "54360502MB0000009H"),
    "village2": ("云江市分岭县双林镇老桥村民委员会", "老桥村", "", "54360521MB0000010C"),
    "firm": ("云江市恒光电力安装有限公司", "", "", "91360502MA0000001F"),
    "inn": ("聚贤楼", "", "", "92360502MA00000026"),
}
_PEOPLE = {
    "wei1": ("张伟", "36050219800101001"), "wei2": ("张伟", "36050219810101003"), "wei3": ("张伟", "36050219820101005"),
    "ping": ("王小平", "36050219750101001"), "fang": ("李芳", "36050219760101002"), "guo": ("周建国", "36050219700101003"),
    "ouyang": ("欧阳志华", "36050219780101001"), "yan": ("陈䶮", "36050219850101003"), "ji": ("刘𠮷", "36050219860101001"),
    "maimaiti": ("买买提·艾力", "36050219870101001"), "bridge": ("叶杰波", "36050219790101003"),
    "chao": ("高超", "36050219880101001"), "only": ("罗敏菊", "36050219890101002"),
}  # fmt: skip
PEOPLE = {key: (name, body + ric_check(body)) for key, (name, body) in _PEOPLE.items()}
POSTS = (
    ("wei1", "edu", "党组书记、局长", date(2021, 3, 1), None), ("guo", "edu", "局长", date(2015, 1, 1), date(2021, 2, 28)),
    ("ping", "edu", "副局长", date(2019, 1, 1), None), ("fang", "edu", "副局长", date(2020, 1, 1), None),
    ("wei2", "fin", "副局长", date(2020, 1, 1), None), ("bridge", "village2", "党支部书记", date(2020, 1, 1), None),
    ("chao", "clinic", "采购科科长", date(2020, 1, 1), None),
)  # fmt: skip
NUMBERS = (
    ("Phone", "13900000001"), ("Phone", "12345"), ("Phone", "0790-6123456"),
    ("Phone", "0790-7123456"), ("Phone", "0791-7123456"), ("Account", "6230994601848350084"),
    ("FuelCard", "1000113605052767387"), ("Vehicle", "赣K12345"), ("Vehicle", "赣KD12345"),
)  # fmt: skip


def known() -> list[KnownEntity]:
    """Return the entities."""
    found = [KnownEntity(f"unit_{key}", "Unit", EVERYONE, names[:3], names[3:]) for key, names in UNITS.items()]
    found += [
        KnownEntity(f"person_{key}", "Person", EVERYONE, (name,), (number,)) for key, (name, number) in PEOPLE.items()
    ]
    found += [KnownEntity(f"{label.lower()}_{number}", label, EVERYONE, (), (number,)) for label, number in NUMBERS]
    found += [
        KnownEntity("place_hall", "Place", EVERYONE, ("云江市云水区公园路1号市行政中心",)),
        KnownEntity("place_road", "Place", EVERYONE, ("云江市云水区劳动路8号",)),
        KnownEntity("project_1", "Project", EVERYONE, ("教育局安防监控建设项目",), ("YJZC2024-000012-01",)),
        KnownEntity("contract_1", "Contract", EVERYONE, ("教育局安防监控合同",), ("HT2024-000041",)),
    ]
    return found


def ties() -> list[KnownTie]:
    """Return the ties."""
    found = [
        KnownTie("HOLDS_POST", f"person_{who}", f"unit_{where}", EVERYONE, post, since, until)
        for who, where, post, since, until in POSTS
    ]
    found += [
        KnownTie("UNDER", "unit_village1", "unit_town1", EVERYONE),
        KnownTie("UNDER", "unit_village2", "unit_town2", EVERYONE),
        KnownTie("OFFICER_OF", "person_ouyang", "unit_firm", EVERYONE),
        KnownTie("USES_PHONE", "person_wei3", "phone_13900000001", EVERYONE),
    ]
    return found


def finder(*more: KnownEntity, more_ties: tuple[KnownTie, ...] = ()) -> Finder:
    """Return the finder that knows these and perhaps some more."""
    return Finder(Lexicon([*known(), *more], [*ties(), *more_ties]), Rights(READERS, read_roles()))


_FINDER = finder()


def find(text: str, *names: tuple[str, str], audience: int = TEAM, on: date | None = DAY) -> list[Mention]:
    """Return what the text of a matter mentions whose register entry names these entities."""
    naming = tuple(RegisteredNaming(uid, label) for uid, label in names)
    return _FINDER.find(MatterText("clue_1", text, audience, on, None, None, naming))


def shown(mentions: list[Mention], *kinds: str) -> list[tuple[str, str, str]]:
    """Return words, kind and state of the mentions."""
    return [(one.text, one.kind.value, one.state.value) for one in mentions if not kinds or one.kind in kinds]


def meant(mention: Mention) -> list[str]:
    """Return the uids that a mention may mean."""
    return [one.uid for one in mention.referents]
