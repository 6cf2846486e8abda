"""Changes what a sight hides, and nothing else: the other of two worlds that must look the same."""

from collections.abc import Mapping

from graph_service.cypher.seen.sight import Sight
from graph_service.graph import Writer
from graph_service.search.keeping import keep_search_keys
from schema import KINDS
from schema.record import Mask

# What stays of a number is kept, the rest becomes other signs; what a mask leaves out becomes something else altogether.
_OTHER: Mapping[Mask, str] = {
    Mask.RESIDENT_ID: "left({0}, 6) + '1977123199' + right({0}, 2)",
    Mask.PHONE: "left({0}, 3) + '7654' + right({0}, 4)",
    Mask.CARD: "'9876543210' + right({0}, 4)",
    Mask.PLATE: "left({0}, 2) + 'QQQ' + right({0}, 2)",
}
_LONG = {Mask.RESIDENT_ID: 15, Mask.PHONE: 11, Mask.CARD: 12, Mask.PLATE: 7}
_NUMBER, _PLATE = "13900000001", "云A00001"
_OTHER_STEPS = """MATCH (s:ClueStep) WHERE NOT s.data IN $classes
SET s.reason = '其他', s.paper = '其他' + s.paper, s.body = '其他', s.officers = reverse(s.officers)"""
_WRITTEN = """MATCH (c:Clue) SET c.text = coalesce(c.text, '') + $told
WITH count(*) AS done
MATCH ()-[r:NAMES]->(p:Phone|Vehicle) SET r.as_named = $told
WITH count(*) AS done
MATCH (x:Mention) SET x.text = $told, x.normal = $told
WITH count(*) AS done
MATCH ()-[t:SAYS_ALIKE]->() SET t.words = [$told, $told], t.value = $told"""


def write_numbers(writer: Writer, sight: Sight, is_other: bool) -> None:
    """Put numbers into what people wrote: where numbers are masked, other hidden digits in the other world."""
    number, plate = ("13900777777", "云A0ZZZZ") if is_other and sight.masks else (_NUMBER, _PLATE)
    writer.run_write(_WRITTEN, told=f"电{number}，车{plate}停")


def change_hidden(writer: Writer, sight: Sight) -> None:
    """Change every hidden part of every node: masked numbers, fields that are left out, kinds that are closed."""
    for label, kind in KINDS.items():
        if label in sight.closed:
            writer.run_write(f"MATCH (l:Link)-[:RESTS_ON]->(:{label}) DETACH DELETE l")
            writer.run_write(f"MATCH (n:{label}) DETACH DELETE n")
            continue
        for name, mask in kind.MASKS.items():
            if sight.masks.get(name) is mask:
                value = _OTHER[mask].format(f"n.{name}")
                writer.run_write(f"MATCH (n:{label}) WHERE size(n.{name}) >= {_LONG[mask]} SET n.{name} = {value}")
        for name, labels in sight.left_out.items():
            if label in labels:
                writer.run_write(
                    f"MATCH (n:{label}) WHERE n.{name} IS NOT NULL SET n.{name} = {_something_else(kind, name)}"
                )
        writer.run_write(f"MATCH (n:{label}) SET n:Keyless")
    writer.run_write(_OTHER_STEPS, classes=sorted(map(str, sight.classes)))
    if sight.masks:
        writer.run_write("MATCH (n) WHERE n.source_key IS NOT NULL SET n.source_key = 'z' + n.source_key")
        writer.run_write(
            "MATCH ()-[r]->() WHERE r.source_key IS NOT NULL SET r.source_key = 'z' + r.source_key, r.row_key = 'z'"
        )
    keep_search_keys(writer)
    writer.run_schema("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")


def _something_else(kind: type, name: str) -> str:
    fields = KINDS[kind.LABEL].model_fields  # type: ignore[attr-defined]
    told = str(fields[name].annotation)
    if "date" in told:
        return f"n.{name} - duration('P3Y1M2D')"
    if "bool" in told:
        return f"NOT n.{name}"
    if "int" in told or "float" in told:
        return f"n.{name} + 777"
    return f"n.{name}" if "schema." in told else f"'其他 ' + n.{name}"
