"""Grounds of recusal 回避情形: what ties an officer to what a matter is about, hard or soft, in words.

Sources: Supervision Law 2024, article 67; rules on recusal of civil servants. A hard ground hides the matter and blocks its
assignment; a soft one is told to whoever assigns it or works on it.
"""

from dataclasses import dataclass
from enum import Enum

from graph_service.recusal.kin import Part


class GroundKind(Enum):
    """Kinds of grounds: their words in English and Chinese, of an officer {officer} and somebody {person}, and whether they are hard."""

    NAMED = "the matter names {officer}", "事项涉及{officer}本人", True
    WITNESS = "{officer} is a witness in the matter", "{officer}系该事项证人", True
    INTEREST = "{officer} has a part in the firm that the matter is about", "{officer}在被反映企业中有利益", True
    SPOUSE = "{person} is the spouse of {officer}", "{person}系{officer}的配偶", True
    BLOOD = (
        "{person} is a blood relative of {officer} within three generations",
        "{person}系{officer}的三代以内血亲",
        True,
    )
    IN_LAW = "{person} is a near in-law of {officer}", "{person}系{officer}的近姻亲", True
    UNSTATED = "{person} is kin of {officer}; how is not stated", "{person}系{officer}的亲属，关系未注明", True
    HOUSEHOLD = "{person} lives in the household of {officer}", "{person}与{officer}同户", True
    SHARED_FIRM = (
        "{person} and {officer} held or led one firm at the same time",
        "{person}与{officer}同期持股或任职于同一企业",
        True,
    )
    DECLARED = "{officer} declared a ground, and it was accepted", "{officer}申请回避并经批准", True
    COLLEAGUE = (
        "{person} and {officer} worked in one unit at the same time",
        "{person}与{officer}曾同期在同一单位任职",
        False,
    )
    SAME_VILLAGE = "{person} and {officer} are of one village", "{person}与{officer}系同村", False
    ACQUAINTED = "{person} and {officer} know each other", "{person}与{officer}有交往", False

    @property
    def is_hard(self) -> bool:
        """Return whether it keeps the officer from the matter, whoever decides."""
        return bool(self.value[2])

    @property
    def sentences(self) -> tuple[str, str]:
        """Return the ground in English and Chinese words, {officer} and {person} left to be put in."""
        return str(self.value[0]), str(self.value[1])


@dataclass(frozen=True)
class Ground:
    """One ground: the matter, its kind, whom it goes by if not by the officer alone, and what it rests on."""

    matter: str
    kind: GroundKind
    person: str | None = None
    via: tuple[Part, ...] = ()

    @property
    def place(self) -> tuple[str, bool, str, str]:
        """Return what grounds sort by: the matter, the hard ones first, the kind, the person."""
        return self.matter, not self.kind.is_hard, self.kind.name, self.person or ""
