"""What the rows of a foreign city name, row by row, and which node of the graph each name became."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph_service.graph import Writer
from graph_service.identity.merges import survivors
from graph_service.rights.audiences import Audiences
from loaders.declare.parts import SourceMapping
from loaders.declare.paths import is_inside
from loaders.declare.source import EndSpec, Source
from loaders.mapping.context import MappingContext
from loaders.mapping.disputes import Disputes
from loaders.mapping.link_mapping import LinkPlan, link_plans
from loaders.mapping.list_mapping import list_plans
from loaders.mapping.lookups import Lookups
from loaders.mapping.node_mapping import NodePlan, node_plans
from loaders.mapping.row_mapping import key_reader
from loaders.merging.parting import read_disputes
from loaders.rejection import RowRefused
from schema import ENTITY, KINDS, MATTER
from schema.identifiers import absent

_BOUND = """MATCH (a)-[r]->(b)
WHERE r.refers IS NOT NULL
RETURN collect([r.source, r.source_key, type(r), r.refers, r.refers_end, a.uid, b.uid]) AS rows"""
_TEXTS = """MATCH (m:Matter)
RETURN collect([m.uid, coalesce(m.text, ''), COLLECT {
  MATCH (m)-[:MENTIONS]->(x:Mention {state: 'SURE'})-[:REFERS_TO]->(e:Entity)
  RETURN [x.start, e.uid] ORDER BY x.start, x.end
}]) AS rows"""
_Reference = tuple[str, str, str, str]  # source, key of the row, type of the relationship, what it refers by


@dataclass(frozen=True)
class ReadText:
    """A text as the graph has it, and the nodes that it surely means by where their names begin."""

    text: str
    meant: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class WhereNamesLead:
    """What the graph knows of names: which node answers for which, where references lead, what texts mean."""

    survivors: Mapping[str, str] = field(default_factory=dict)
    bound: Mapping[_Reference, tuple[str, ...]] = field(default_factory=dict)  # to start and end
    texts: Mapping[str, ReadText] = field(default_factory=dict)  # by the uid of their matter
    disputes: Disputes = field(default_factory=Disputes)

    @classmethod
    def read(cls, writer: Writer, uid_key: bytes) -> "WhereNamesLead":
        """Return it from the graph."""
        bound: dict[_Reference, tuple[str, ...]] = {}
        for source, key, link, refers, refers_end, start, end in writer.run_read(_BOUND)[0][0]["rows"]:
            bound |= {(source, key, link, each): (start, end) for each in (refers, refers_end) if each}
        rows = writer.run_read(_TEXTS)[0][0]["rows"]
        texts = {uid: ReadText(text, tuple((start, meant) for start, meant in found)) for uid, text, found in rows}
        return cls(survivors(writer), bound, texts, read_disputes(writer, uid_key))

    def node(self, uid: str) -> str:
        """Return the node that answers for the one with this uid."""
        return self.survivors.get(uid, uid)


class RowRecords:
    """Reads the records of one source's rows: the role of each and the node that it became."""

    def __init__(self, source: Source, columns: Sequence[str], uid_key: bytes, lead: WhereNamesLead) -> None:
        place = {name: number for number, name in enumerate(columns)}
        mapping, context = SourceMapping.of(source), MappingContext(uid_key, Audiences({}), Lookups(), lead.disputes)
        self._source, self._lead, self._place = source, lead, place
        self._nodes = node_plans(mapping, place, context)
        self._links = list(zip(source.links, link_plans(mapping, place, context), strict=True))
        self._lists = list_plans(self._nodes, [plan for _, plan in self._links], place)
        self._key_of = key_reader(source.key, columns)

    def of(self, number: int, cells: Sequence[object]) -> dict[str, str]:
        """Return the nodes of a row by `SOURCE:N:ROLE`, none of a row that was refused."""
        try:
            found = dict(self._found(cells))
        except RowRefused:
            return {}
        return {f"{self._source.name}:{number}:{role}": self._lead.node(uid) for role, uid in found.items()}

    def _found(self, cells: Sequence[object]) -> Iterator[tuple[str, str]]:
        key = self._key_of(cells)
        yield from self._stated(cells, key, "", "")
        for plan in self._lists:
            for number, element in plan.elements(cells):
                own_key = f"{key}#{plan.name}[{number}]"
                yield from self._stated(element, own_key, plan.name, f"{plan.name}{number + 1}")
                yield from self._referred(element, key, plan.name, f"{plan.name}{number + 1}")
        yield from self._referred(cells, key, "", "")

    def _stated(self, cells: Sequence[object], key: str, each: str, member: str) -> Iterator[tuple[str, str]]:
        for plan in self._nodes:
            if (plan.each or "") != each or (built := plan.build(cells, key)) is None:
                continue
            uid = plan.placed(built)[0]
            yield from ((role, uid) for column in self._naming(plan) for role in roles_of(column, each, member))
            if plan.label in MATTER:
                yield from self._mentioned(plan, built[0], cells)

    def _naming(self, plan: NodePlan) -> list[str]:
        kind = KINDS[plan.label]
        if plan.label not in ENTITY:
            return []
        fields = self._source.nodes[plan.alias].fields
        naming = dict.fromkeys((*kind.IDENTIFIERS, *kind.SOUGHT, *kind.SOUGHT_FROM_FOUR, *kind.TEXT, kind.CAPTION))
        # A value that is put into words of the declaration's own names another thing than its column does.
        named = [fields[name] for name in naming if name in fields]
        return [column for spec in named if not spec.form for column in spec.read_columns]

    def _mentioned(self, plan: NodePlan, uid: str, cells: Sequence[object]) -> Iterator[tuple[str, str]]:
        fields, read = self._source.nodes[plan.alias].fields, self._lead.texts.get(uid)
        column = fields["text"].column if "text" in fields else None
        # A row that a later one has taken the place of is not in the graph with its own text.
        if read and column and read.text == cells[self._place[column]]:
            yield from ((f"text@{start}", meant) for start, meant in read.meant)

    def _referred(self, cells: Sequence[object], key: str, each: str, member: str) -> Iterator[tuple[str, str]]:
        for spec, plan in self._links:
            if (plan.each or "") != each or (plan.when is not None and absent(cells[plan.when])):
                continue
            for side, end in enumerate((spec.from_, spec.to)):
                if isinstance(end, EndSpec) and end.kind in ENTITY:
                    for uid in self._targets(cells, key, plan, side):
                        yield from ((role, uid) for role in roles_of(end.column, each, member))

    def _targets(self, cells: Sequence[object], key: str, plan: LinkPlan, side: int) -> Iterator[str]:
        end = (plan.start, plan.end)[side]
        for uid, identity, _ in end.refer(cells) if end.refer else ():
            ends = self._lead.bound.get((self._source.name, key, plan.key[0], identity)) if end.is_loose else None
            yield ends[side] if ends else uid


def roles_of(column: str, each: str, member: str) -> tuple[str, ...]:
    """Return the roles by which a column is called: its name, the object that holds it, or the member of a list."""
    if each and is_inside(column, each):
        return (member,)
    return tuple(dict.fromkeys((column.rpartition(".")[0] or column, column)))
