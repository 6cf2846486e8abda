"""Nothing is remembered in a module that one test, request or load could leave behind for the next."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.unit.tree import PRODUCT, functions, named, python, tree

_CONTAINERS = (ast.Dict, ast.List, ast.Set, ast.DictComp, ast.ListComp, ast.SetComp)
_MAKERS = {"dict", "list", "set", "defaultdict", "Counter", "deque"}
_CHANGES = {"append", "add", "update", "setdefault", "pop", "clear", "extend", "insert", "remove", "discard"}
# The process of an import's share is told once where its words go; the types of the API are made while it is imported.
_KNOWN = {"loaders/bulk/workers.py: _words", "graph_service/api/types/made.py: TYPES"}


def test_no_module_changes_its_own_state() -> None:
    found = {f"{named(path)}: {name}" for path in python(*PRODUCT, "bench") for name in _changed(path)}

    assert found == _KNOWN


def _changed(path: Path) -> Iterator[str]:
    kept = _containers(path)
    for function in functions(path):
        for node in ast.walk(function):
            if isinstance(node, ast.Global):
                yield from node.names
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CHANGES:
                yield from _names(node.func.value, kept)
            elif isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
                yield from _names(node.value, kept)


def _containers(path: Path) -> set[str]:
    found: set[str] = set()
    for node in tree(path).body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        made = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in _MAKERS
        if isinstance(value, _CONTAINERS) or made:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]  # type: ignore[attr-defined]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


def _names(node: ast.expr, kept: set[str]) -> list[str]:
    return [node.id] if isinstance(node, ast.Name) and node.id in kept else []
