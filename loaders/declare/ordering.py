"""The order in which sources that are given together are loaded: each after those that it names."""

from graphlib import CycleError, TopologicalSorter

from graph_service.errors import BadInput
from loaders.declare.source import Source


def ordered(sources: list[Source]) -> list[Source]:
    """Return the sources, each after those it has to come after; refuse a circle and a name that stands twice."""
    by_name = {source.name: source for source in sources}
    if len(by_name) < len(sources):
        names = [source.name for source in sources]
        twice = sorted({name for name in names if names.count(name) > 1})
        raise BadInput(f"source {', '.join(twice)} is given twice", "the arguments", "give each declaration once")
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for source in sources:
        sorter.add(source.name, *(name for name in source.after if name in by_name))
    try:
        return [by_name[name] for name in sorter.static_order()]
    except CycleError as error:
        circle = " after ".join(reversed(error.args[1]))
        raise BadInput(f"sources wait for each other: {circle}", "after", "break the circle") from error
