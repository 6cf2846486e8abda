"""How a kind of record is declared: one frozen pydantic class per kind, everything else derives from it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

# What the service adds to a node that is searched for (graph_service/search/keys.py): signs, grams of long numbers, sounds.
SEARCH_KEYS = ("key_signs", "key_grams", "key_sounds", "key_initials")
SEARCH_PLACE = "key_place"  # by which hits of one rank are sorted
KEYLESS = "Keyless"  # label of what waits for its keys


class Family(StrEnum):
    """What a kind is to the graph: a matter, an entity, an event, a dossier (report, round), staff, or a fact about one."""

    MATTER = "Matter"
    ENTITY = "Entity"
    EVENT = "Event"
    DOSSIER = "Dossier"
    STAFF = "Staff"
    FACT = "Fact"


class InText(StrEnum):
    """How the texts of matters name what is of a kind."""

    WORDS = "by its name or its code, whatever their shape"
    NUMBER = "by a number whose form gives it away, such as a plate"


class DataClass(StrEnum):
    """A class of data 数据类别, for which a role has one right (graph_service/rights/roles.yaml): D0 aggregates 汇总数据,
    D1 the register line 登记信息 (number, source, unit, stage, deadline; what is public about units and tenders), D2 the
    identity of subjects 被反映人身份, D3 the text of the allegation 反映内容, D4 reporter and original 举报人与原件, D5 material of
    verification and queries of banks and operators 核查与查询材料, D6 adjudication 审理处置, D7 audit findings 审计发现, D8
    inspection issues 巡察问题, D9 alerts and raw rows of comparison 预警与比对记录, D10 the access log 访问日志, D11 sealed intake 封存件.
    """

    D0 = "D0"
    D1 = "D1"
    D2 = "D2"
    D3 = "D3"
    D4 = "D4"
    D5 = "D5"
    D6 = "D6"
    D7 = "D7"
    D8 = "D8"
    D9 = "D9"
    D10 = "D10"
    D11 = "D11"


class Mask(StrEnum):
    """What stays of a field that is shown masked (one without a mask is shown whole): of a resident id the area and the last
    two signs, of a phone the first three and the last four, of a card the last four, of a plate the first two and the last two;
    nothing of what a masked number could be told from.
    """

    RESIDENT_ID = "RESIDENT_ID"
    PHONE = "PHONE"
    CARD = "CARD"
    PLATE = "PLATE"
    LEFT_OUT = "LEFT_OUT"


class UnclassifiedField(TypeError):
    """A kind or link is declared with a field whose class of data nobody has stated."""


def _require_classes(
    owner: str, fields: Iterable[str], classes: Mapping[DataClass, Iterable[str]], masks: Iterable[str]
) -> None:
    """Refuse a declaration in which a field has no class of data or two, or something else has one or a mask."""
    stated = Counter(name for names in classes.values() for name in names)
    known = set(fields)
    if missing := sorted(known - stated.keys()):
        raise UnclassifiedField(f"{owner}.{missing[0]} has no class of data: name it in CLASSES")
    if twice := sorted(name for name, count in stated.items() if count > 1):
        raise UnclassifiedField(f"{owner}.{twice[0]} has two classes of data in CLASSES")
    if strange := sorted((stated.keys() | set(masks)) - known):
        raise UnclassifiedField(f"{owner} has no field {strange[0]}, of which CLASSES or MASKS speaks")


class Classified(BaseModel):
    """What has fields, each of one class of data in CLASSES; MASKS says what stays of those that may be shown masked."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    CLASSES: ClassVar[Mapping[DataClass, tuple[str, ...]]] = {}
    MASKS: ClassVar[Mapping[str, Mask]] = {}

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Refuse a declaration that leaves the class of a field open."""
        _require_classes(cls.__name__, cls.model_fields, cls.CLASSES, cls.MASKS)

    @classmethod
    def class_of(cls, name: str) -> DataClass:
        """Return the class of data that a field belongs to."""
        return next(each for each, names in cls.CLASSES.items() if name in names)


class Record(Classified):
    """One node of the graph as a source states it; its docstring is the kind's description in the API.

    PREFIX begins every uid of the kind, so that an id says which label to look in. CAPTION is the field that names a node
    to a person, STANDS_IN what calls it where there is none. IDENTIFIERS, strongest first, decide identity. Queries seek
    or sort by the INDEXED fields. People search by any part of the SOUGHT fields, by their sound and with a slip of the pen; of the
    numbers in SOUGHT_FROM_FOUR, which are too many and too alike for less, by four signs or more; of the TEXT fields, which
    are prose, by words that stand there. Lists of the kind come in its ORDER: a
    leading "-day" puts what is newest first, the fields after it ascend and are what people call the node by. IN_TEXT
    says how texts name an entity. CLASSES gives each field its class of data, MASKS what stays of one that is masked.
    """

    LABEL: ClassVar[str]
    PREFIX: ClassVar[str]
    FAMILY: ClassVar[Family]
    CAPTION: ClassVar[str]
    STANDS_IN: ClassVar[tuple[str, ...]] = ()
    ORDER: ClassVar[tuple[str, ...]]
    IDENTIFIERS: ClassVar[tuple[str, ...]] = ()
    INDEXED: ClassVar[tuple[str, ...]] = ()
    SOUGHT: ClassVar[tuple[str, ...]] = ()
    SOUGHT_FROM_FOUR: ClassVar[tuple[str, ...]] = ()
    TEXT: ClassVar[tuple[str, ...]] = ()
    IN_TEXT: ClassVar[InText] = InText.WORDS


class RelationshipRecord(Classified):
    """What a relationship carries beside its two ends; ORDER sorts its lists, a field after "-" from the greatest down.

    Two of a mutual link between the same nodes say the same where they have the same in the SAME_BY fields.
    """

    ORDER: ClassVar[tuple[str, ...]]
    SAME_BY: ClassVar[tuple[str, ...]] = ()
    FROM_THE_END: ClassVar[dict[str, dict[str, str]]] = {}  # what values mean seen from the end, where that is another


def captioned(kinds: list[type[Record]]) -> tuple[str, ...]:
    """Return the fields that can name a node of these kinds: captions first, what stands in for them, then what identifies it."""
    numbers = ["number"] if any("number" in kind.model_fields for kind in kinds) else []
    identifiers = [name for kind in kinds for name in kind.IDENTIFIERS]
    stand_ins = [name for kind in kinds for name in kind.STANDS_IN]
    return tuple(dict.fromkeys([*(kind.CAPTION for kind in kinds), *stand_ins, *identifiers, *numbers]))


def is_sought(kind: type[Record]) -> bool:
    """Return whether nodes of a kind are searched for by what they are called or by a number."""
    return bool(kind.SOUGHT or kind.SOUGHT_FROM_FOUR)
