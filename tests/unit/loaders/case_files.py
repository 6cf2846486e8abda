"""What comes of files when they are read and mapped, without a graph: values, reasons with their place, or a refusal."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph_service.rights.audiences import Audiences
from loaders.declare.parts import SourceMapping, SourceReading
from loaders.declare.source import Source
from loaders.mapping.context import MappingContext
from loaders.mapping.lookups import Lookups
from loaders.mapping.row_mapping import compile_mapping
from loaders.readers import open_inputs
from loaders.rejection import RowRefused, Sealed

CONTEXT = MappingContext(b"k" * 43, Audiences({}), Lookups())


def source_of(read: dict[str, Any], **more: Any) -> Source:
    """Return a source of people, with a name, a day and an amount of money beside the key."""
    node = {
        "kind": "Contract",
        "fields": {"contract_number": "编号", "amount_fen": {"column": "金额", "as": "money_yuan"}},
    }
    person = {"kind": "Person", "fields": {"name": "姓名"}}
    base = {"name": "people", "title": "t", "holder": "IT", "classification": "PUBLIC", "readers": ["EVERYONE"]}
    return Source.model_validate({**base, "key": "编号", "read": read, "nodes": {"p": person, "c": node}, **more})


def came_of(source: Source, data: Path) -> Iterator[tuple[str, Any]]:
    """Yield each row: its key with the values of its first node, or `row N` with the column and class of the reason."""
    for opened in open_inputs(SourceReading.of(source), data):
        map_row = compile_mapping(SourceMapping.of(source), opened.columns, CONTEXT)
        for item in opened.rows():
            assert not isinstance(item, Sealed)
            if isinstance(item, tuple):
                try:
                    row = map_row(*item)
                    stubs = [text for _, stub in row.stubs for text in stub.values.values()]
                    yield row.key, [*row.nodes[0][1].values.values(), *stubs]
                    continue
                except RowRefused as refused:
                    number, reason = item[0], refused.reason
            else:
                number, reason = item.row, item.reason
            yield f"row {number}", (reason.column, reason.value_class)
