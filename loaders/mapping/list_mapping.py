"""Lists of JSON whose elements make nodes and links: each element is mapped as if it were a row beside its row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.declare.paths import is_inside
from loaders.mapping.checks import Check
from loaders.mapping.link_mapping import LinkPlan
from loaders.mapping.node_mapping import NodePlan


@dataclass(frozen=True)
class ListPlan:
    """What each element of one list states."""

    name: str
    nodes: list[NodePlan]
    links: list[LinkPlan]
    checks: list[Check]
    places: list[int]  # columns inside the list: their cells hold the values of all elements

    def elements(self, cells: Sequence[object]) -> Iterator[tuple[int, list[object]]]:
        """Yield the number and the cells of each element, with those of the row outside the list."""
        listed = [(place, cell) for place in self.places if isinstance(cell := cells[place], list)]
        for number in range(max((len(cell) for _, cell in listed), default=0)):
            element = list(cells)
            for place, cell in listed:
                element[place] = cell[number]
            yield number, element


def list_plans(
    nodes: list[NodePlan], links: list[LinkPlan], place: Mapping[str, int], checks: Sequence[Check] = ()
) -> list[ListPlan]:
    """Return the plan of every list that nodes or links take element by element."""
    taken = [*(plan.each for plan in nodes), *(plan.each for plan in links)]
    return [
        ListPlan(
            name,
            [plan for plan in nodes if plan.each == name],
            [plan for plan in links if plan.each == name],
            [check for check in checks if is_inside(check.column, name)],
            [number for column, number in place.items() if is_inside(column, name)],
        )
        for name in dict.fromkeys(taken)
        if name
    ]
