"""Checks what a declaration says of the reporter."""

from collections.abc import Iterator

from loaders.declare.nearest import unknown
from loaders.declare.parts import matters_of
from loaders.declare.source import Source
from schema import MATTER


def reporter_problems(source: Source, used: dict[str, None]) -> Iterator[str]:
    """Yield one sentence per problem of the part that says which columns are the reporter's."""
    spec, columns = source.reporter, source.reporter.columns()
    for column in dict.fromkeys(columns):
        if column in used:
            yield f"reporter: column '{column}' is used by the mapping and the reporter's at once 举报人信息不得映射"
        if column in source.ignored:
            yield f"reporter: column '{column}' is among ignored; take it out there"
        if columns.count(column) > 1:
            yield f"reporter: column '{column}' stands twice"
    if spec.of is not None and spec.of not in source.nodes:
        yield f"reporter.of: {unknown('node', spec.of, source.nodes)}"
    elif spec.of is not None and source.nodes[spec.of].kind not in MATTER:
        yield f"reporter.of: {source.nodes[spec.of].kind} is nothing that is reported; name a matter"
    elif (columns or spec.texts) and spec.of is None and len(matters_of(source)) != 1:
        yield "reporter: say of which node of the row somebody is the reporter, a matter"
    for column in spec.texts or ():
        if column not in used:
            yield f"reporter.texts: {unknown('column', column, used)}"
