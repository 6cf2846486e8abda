"""Guards the floors of the house: a lower floor never imports a higher one, and no modules import each other in a circle.

Imports inside functions and those for types only count like any other, so that none can hide a circle.
"""

import ast
from collections.abc import Mapping

import networkx
import pytest

from tests.unit.tree import PRODUCT, imported_modules, named, nodes, of_kind, python

# From the ground up; what stands on one floor does not know its neighbours. The longest name that fits a module counts.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("schema",),
    ("schema.identifiers",),
    (
        "graph_service.errors",
        "graph_service.progress",
        "graph_service.bolt",
        "graph_service.model",
        "graph_service.user",
        "graph_service.quiet",
        "graph_service.clock",
    ),
    ("graph_service.terminal", "graph_service.driver_errors", "graph_service.act"),
    (
        "graph_service.disk",
        "graph_service.keys",
        "graph_service.graph",
        "graph_service.vault_settings",
        "graph_service.desk_settings",
    ),
    ("graph_service.work.stated",),
    (
        "graph_service.cypher.marks",
        "graph_service.work.life",
        "graph_service.work.calendar",
    ),
    ("graph_service.work.limits", "graph_service.work.why"),
    ("graph_service.work.next_acts",),
    ("graph_service.work.deadlines", "graph_service.tasks.rules"),
    ("graph_service.work.standing",),
    ("graph_service.work.acting", "graph_service.work.custody"),
    ("graph_service.work.worklist", "graph_service.tasks.standing"),
    (
        "graph_service.settings",
        "graph_service.cypher.load",
        "graph_service.mentions.text",
        "graph_service.web",
        "graph_service.unit_forms",
    ),
    (
        "graph_service.cypher",
        "graph_service.mentions.lexicon",
        "graph_service.mentions.meaning",
        "graph_service.mentions.days",
        "graph_service.mentions.numbers",
        "graph_service.server",
    ),
    ("graph_service.recusal",),
    ("graph_service.cypher.project", "graph_service.rights", "graph_service.migrations", "graph_service.mentions.find"),
    ("graph_service.vault.ciphers", "graph_service.vault.entry"),
    ("graph_service.vault.giveaways",),
    (
        "graph_service.embedded",
        "graph_service.access_log",
        "graph_service.mentions.mean",
        "graph_service.identity",
        "graph_service.linkage",
        "graph_service.models",
        "graph_service.search",
        "graph_service.analysis",
        "graph_service.paths",
        "graph_service.series",
        "graph_service.interventions",
        "graph_service.views",
        "graph_service.packs",
        "graph_service.access_requests",
        "graph_service.work",
        "graph_service.recusal.acts",
        "graph_service.probing",
        "graph_service.vault",
    ),
    ("graph_service.mentions", "graph_service.backup", "graph_service.reports", "graph_service.tasks"),
    ("graph_service.reports.offline", "graph_service.circulars"),
    ("loaders.rejection", "loaders.reporters"),
    ("loaders.declare",),
    ("loaders.readers.heading", "loaders.readers.marks", "loaders.readers.other_lines", "loaders.readers.row"),
    ("loaders.readers.xlsx",),
    ("loaders.readers",),
    ("loaders.drafting", "loaders.mapping"),
    ("loaders.merging",),
    ("loaders.ledger",),
    ("loaders.load",),
    ("loaders.sync", "loaders.show"),
    ("loaders.session",),
    ("loaders.bulk",),
    ("loaders.city.words",),
    ("loaders.city.world",),
    ("loaders.city.cases",),
    ("loaders.city.files",),
    ("loaders.city",),
    ("graph_service.api.media_types",),
    (
        "graph_service.api.gate",
        "graph_service.api.requests",
        "graph_service.api.request_body",
        "graph_service.api.asked_fields",
        "graph_service.api.turns",
        "graph_service.api.watch",
        "graph_service.api.callers",
    ),
    ("graph_service.api.arguments",),
    ("graph_service.api.plan",),
    ("graph_service.api.types",),
    ("graph_service.api.queries",),
    ("graph_service.api.mutations",),
    ("graph_service.api.subscriptions", "graph_service.api.answers", "graph_service.api.leaving"),
    ("graph_service.api.schema",),
    ("graph_service.api.exports",),
    ("graph_service.api",),
    ("graph_service.operation",),
    ("graph_service.app",),
    ("graph_service.serving", "graph_service.demo"),
    ("graph_service.commands",),
    ("graph_service.cli",),
    ("graph_service.operation.child_command",),
)
MOST_FILES = 20  # in one folder, what introduces the folder not counted


def test_a_lower_floor_never_imports_a_higher_one() -> None:
    assert climbs(imported_modules()) == []


@pytest.mark.parametrize(
    ("module", "other"),
    [
        ("schema.clue", "graph_service.errors"),
        ("graph_service.graph", "graph_service.api.plan.root"),
        ("loaders.mapping.uids", "loaders.merging.merge"),
        ("graph_service.identity.merges", "graph_service.linkage.propose"),
    ],
)
def test_a_climb_is_seen(module: str, other: str) -> None:
    assert climbs({module: {other}, other: set()}) == [f"{module} imports {other}"]


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circles(imported_modules()) == []
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == [["a", "b", "c"]]


def test_every_module_stands_on_a_floor() -> None:
    alone = {"graph_service", "loaders"}  # what introduces a package imports nothing

    assert [module for module in imported_modules() if module not in alone and floor(module) is None] == []
    assert {
        name for names in FLOORS for name in names if not any(_fits(name, each) for each in imported_modules())
    } == set()


def test_no_folder_holds_more_files_than_can_be_seen_at_a_glance() -> None:
    held: dict[str, int] = {}
    for path in [*python(*PRODUCT), *of_kind(".cypher")]:
        if path.name != "__init__.py":
            folder = named(path.parent)
            held[folder] = held.get(folder, 0) + 1

    wide = {
        "schema/identifiers": 35,
        "queries/linkage": 40,
        "queries/loading": 25,
        "queries/models": 80,
        "schema": 26,
    }  # lists of like things
    assert {folder: number for folder, number in held.items() if number > wide.get(folder, MOST_FILES)} == {}


@pytest.mark.parametrize("step", ["loaders/readers/", "loaders/mapping/", "loaders/merging/"])
def test_no_step_of_a_row_is_told_the_whole_declaration(step: str) -> None:
    taken = [
        f"{named(path)}: {node.id}"
        for path in python("loaders")
        if named(path).startswith(step)
        for node in nodes(path)
        if isinstance(node, ast.Name) and node.id == "Source"
    ]

    assert taken == []


def climbs(imports: Mapping[str, set[str]]) -> list[str]:
    """Return each import of a module on a higher floor, or of a neighbour on the same one."""
    found = []
    for module, others in imports.items():
        for other in others:
            here, there = floor(module), floor(other)
            if here and there and here[1] != there[1] and there[0] >= here[0]:
                found.append(f"{module} imports {other}")
    return sorted(found)


def floor(module: str) -> tuple[int, str] | None:
    """Return the floor that a module stands on and the name by which it stands there."""
    fitting = [(number, name) for number, names in enumerate(FLOORS) for name in names if _fits(name, module)]
    return max(fitting, key=lambda each: len(each[1]), default=None)


def _fits(name: str, module: str) -> bool:
    return module == name or module.startswith(f"{name}.")


def circles(imports: Mapping[str, set[str]]) -> list[list[str]]:
    """Return the modules that import each other, circle by circle."""
    graph = networkx.DiGraph([(module, other) for module, others in imports.items() for other in others])
    return [sorted(circle) for circle in networkx.strongly_connected_components(graph) if len(circle) > 1]
