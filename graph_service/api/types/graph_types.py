"""The API's types of nodes and edges, made from the declarations in `schema/`."""

from collections.abc import Iterable
from enum import Enum
from typing import Any

import strawberry

from graph_service.api.types.kept import clue_life, tasks, tickets
from graph_service.api.types.made import TYPES, api_type, declare, empty, listed, nested, term_type
from graph_service.api.types.scalars import Moment
from graph_service.api.types.walks import begin_walks, declare_walks
from graph_service.cypher.project.kept.checks import ALERT, CHECK, CHECKS, REVIEW
from graph_service.cypher.project.kept.series import SERIES, SERIES_FIELD, is_in_series
from graph_service.cypher.project.mentions import MENTIONS, has_mentions
from graph_service.cypher.project.subjects import SUBJECT, SUBJECTS
from graph_service.mentions.text.mention import Because, MentionKind, MentionState
from graph_service.model import ABSTRACT, EDGES, OUTGOING, STATEMENT, STATEMENTS, end_type, snake
from schema import KINDS, RELATIONSHIP_TYPES, RelationshipType
from schema.record import Record, RelationshipRecord
from schema.vocabulary import Channel, Problem

_FAMILY_ABOUT = {
    "Node": "Anything with an id: matters, entities, events, reports, rounds, teams and officers",
    "Matter": "A matter 事项: clue, audit finding, inspection issue, ticket or alert",
    "Entity": "An entity 实体: person, unit, vehicle, card, phone, account, place, project or contract",
    "Event": "An event: a dated fact about entities",
}
_MATTER_ABOUT = {
    "number": "Number of the matter in its own register 事项编号",
    "title": "The matter in one line 事项标题",
    "text": "The matter as its source states it 事项内容",
    "channel": "Channel of supervision that the matter came in by 事项监督渠道",
    "problem": "Kind of problem that the matter speaks of 事项问题类型",
}


@strawberry.type(description="Where a fact comes from: source system, record, row and load 数据来源")
class Provenance:
    """Where a node or edge comes from, by those of its rows that the viewer may read."""

    source: str | None = strawberry.field(description="Source that stated the fact 来源系统")
    source_key: str | None = strawberry.field(description="Key of the record in its source 来源记录主键")
    row: int | None = strawberry.field(
        description="Row of the file or query that stated it, from 1; for who may read all of the source 来源行号，可读该来源全部记录者可见"
    )
    load: str | None = strawberry.field(
        description="Load that brought the fact; for who may read all of the source 加载批次，可读该来源全部记录者可见"
    )
    learnt_at: Moment | None = strawberry.field(
        description="When that load began; for who may read all of the source 入库时间，可读该来源全部记录者可见"
    )


@strawberry.enum(description="Why an alert that was checked has to be looked at again 预警复核原因")
class AlertReview(Enum):
    """Reasons to check an alert once more."""

    GROUND_GONE = strawberry.enum_value(
        "GROUND_GONE", description="The rows that it rests on fire no more since it was checked 所依据的数据已不再触发"
    )
    CHANGED = strawberry.enum_value(
        "CHANGED", description="What it says changed since it was checked, or it fires again 核查后预警内容有变化"
    )


def _fields_of(record: type[Record | RelationshipRecord]) -> Iterable[tuple[str, Any, str]]:
    for name, field in record.model_fields.items():
        yield name, api_type(record, name) | None, field.description or ""


def _declare_mentions(cls: type, type_name: str) -> None:
    if has_mentions(type_name):
        about = f"What the text of the {'matter' if type_name in ABSTRACT else snake(type_name).replace('_', ' ')} names 文中提及"
        setattr(cls, MENTIONS, strawberry.field(resolver=nested(listed("Mention")), description=about))


def _declare_subjects(cls: type, type_name: str) -> None:
    if is_in_series(type_name):
        about = "On whom the matter is, in the words of its own source, for who may read the naming 反映对象"
        setattr(cls, SUBJECTS, strawberry.field(resolver=nested(listed(SUBJECT)), description=about))


def _declare_series(cls: type, type_name: str) -> None:
    if is_in_series(type_name):
        about = "Series that the matter is in, open ones first 所在串案"
        setattr(cls, SERIES_FIELD, strawberry.field(resolver=nested(listed(SERIES)), description=about))


def _declare_checks(cls: type) -> None:
    declare(cls, REVIEW, AlertReview | None, "Why a desk has to look at the alert again 预警待复核原因")
    about = "What people said of the alert at a desk, newest first 历次核查"
    setattr(cls, CHECKS, strawberry.field(resolver=nested(listed(CHECK)), description=about))


def _fill_mention(cls: type) -> None:
    entity: Any = TYPES["Entity"]
    declare(cls, "id", strawberry.ID, "Opaque id of the mention 提及标识")
    declare(cls, "text", str, "The words as the text has them 原文字词")
    declare(cls, "start", int, "Where they begin, counted in Unicode code points from 0 起始位置")
    declare(cls, "end", int, "Where they end; the sign there is no longer part of them 结束位置")
    declare(cls, "kind", term_type(MentionKind), "What the words are 提及类别")
    declare(cls, "normal", str, "The words in normal form: fen, ISO days, digits without blanks 规范形式")
    declare(cls, "certainty", float, "How sure it is, from 0 to 1 确定程度")
    declare(cls, "because", term_type(Because), "What the certainty rests on 确定依据")
    declare(cls, "state", term_type(MentionState), "Whether somebody has to look 提及状态")
    declare(cls, "namesakes", int | None, "People of that name whom every reader of the matter may know of 同名人数")
    declare(cls, "entity", entity | None, "What is meant, where that is sure and you may see it 所指对象")
    declare(cls, "candidates", listed("Entity"), "What may be meant, at most 20, where it is not sure 可能所指")
    strawberry.type(cls, name="Mention", description="Words of a matter's text that name something 文中提及")


def _fill_subject(cls: type) -> None:
    for name, field_type, about in _fields_of(RELATIONSHIP_TYPES["NAMES"].ties):
        if name != "certainty":
            declare(cls, name, field_type, about)
    strawberry.type(cls, name=SUBJECT, description="Somebody whom a matter is on, as its source calls them 反映对象")


def _declare_node(cls: type) -> None:
    declare(cls, "id", strawberry.ID, "Opaque id, stable over loads and merges 标识")
    declare(cls, "caption", str, "What a person calls it: its name, title or number 名称")
    declare(cls, "provenance", Provenance, "Where the shown values come from 数据来源")


def build() -> dict[str, type]:
    """Return every type of node, family and edge by its API name."""
    begin_walks()
    TYPES["Node"], TYPES["Mention"] = empty("Node"), empty("Mention")
    TYPES[SUBJECT] = empty(SUBJECT)
    for family in ("Matter", "Entity", "Event"):
        TYPES[family] = empty(family, (TYPES["Node"],))
    TYPES[SERIES] = empty(SERIES, (TYPES["Node"],))
    TYPES[CHECK] = empty(CHECK)
    clue_life.begin()
    tasks.begin()
    for label, kind in KINDS.items():
        base = TYPES.get(kind.FAMILY.value, TYPES["Node"])
        TYPES[label] = empty(label, (base,))
    _fill_families()
    for label, kind in KINDS.items():
        _fill_kind(TYPES[label], kind)
    for link in EDGES.values():
        _fill_edge(TYPES[link.edge], link)
    _fill_mention(TYPES["Mention"])
    _fill_subject(TYPES[SUBJECT])
    return TYPES


def _fill_families() -> None:
    _declare_node(TYPES["Node"])
    strawberry.interface(TYPES["Node"], name="Node", description=_FAMILY_ABOUT["Node"])
    for family in ("Matter", "Entity", "Event"):
        cls = TYPES[family]
        if family == "Matter":
            for name, about in _MATTER_ABOUT.items():
                kind = {"channel": term_type(Channel), "problem": term_type(Problem), "number": str}.get(name, str)
                declare(cls, name, kind | None, about)
        declare_walks(cls, family)
        _declare_mentions(cls, family)
        _declare_subjects(cls, family)
        _declare_series(cls, family)
        strawberry.interface(cls, name=family, description=_FAMILY_ABOUT[family])


def _fill_kind(cls: type, kind: type[Record]) -> None:
    for name, field_type, about in _fields_of(kind):
        declare(cls, name, field_type, about)
    declare_walks(cls, kind.LABEL)
    _declare_mentions(cls, kind.LABEL)
    _declare_subjects(cls, kind.LABEL)
    _declare_series(cls, kind.LABEL)
    if kind.LABEL == ALERT:
        _declare_checks(cls)
    clue_life.declare_life(cls, kind.LABEL)
    tickets.declare_life(cls, kind.LABEL)
    strawberry.type(cls, name=kind.LABEL, description=" ".join((kind.__doc__ or "").split()))


def _fill_edge(cls: type, link: RelationshipType) -> None:
    declare(cls, "id", strawberry.ID, f"Opaque id of the {link.edge} 关系标识")
    _fill_stated(cls, link)
    if link.mutual:
        declare(
            cls,
            STATEMENTS,
            listed(_statement(link)),
            "All rows that state it, the one first by which it is listed 登记记录",
        )
    for name, labels in ((link.start_name, link.start), (link.end_name, link.end)):
        declare(cls, name, TYPES[end_type(labels)], f"The {name} of the {link.edge}")
    strawberry.type(cls, name=link.edge, description=link.about)


def _fill_stated(cls: type, link: RelationshipType) -> None:
    for name, field_type, about in _fields_of(link.ties):
        declare(cls, name, field_type, about)
    if link.turns:
        about = f"Whether the source states it of the {link.start_name} whose list it is in, not the other way round 是否由本人一方登记"
        declare(cls, OUTGOING, bool, about)
    declare(cls, "provenance", Provenance, f"Where the {link.edge} comes from 关系来源")


def _statement(link: RelationshipType) -> str:
    """Return the name of the type of one row that states a mutual link, which is made here."""
    name = f"{link.edge}{STATEMENT}"
    TYPES[name] = empty(name)
    declare(TYPES[name], "id", strawberry.ID, f"Opaque id of the {name} 登记记录标识")
    _fill_stated(TYPES[name], link)
    about = f"One row that states a {link.edge}, told from the {link.start_name} whose list it is in 登记记录"
    strawberry.type(TYPES[name], name=name, description=about)
    return name
