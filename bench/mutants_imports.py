"""Which of our modules import which, so that only what holds the changed module is imported anew for each mutant."""

import ast
from collections.abc import Iterable
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_OURS = ("graph_service", "loaders", "schema", "tests")


def file_of(module: str) -> Path:
    """Return the file of a module, or of the package itself."""
    path = _ROOT / module.replace(".", "/")
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def imported(files: Iterable[Path]) -> dict[str, set[str]]:
    """Return every module of ours that the files lead to, each with those that it imports itself."""
    found: dict[str, set[str]] = {}
    waiting = set().union(*(_imports(file) for file in files))
    while waiting:
        module = waiting.pop()
        found[module] = _imports(file_of(module))
        waiting |= found[module] - found.keys()
    return found


def holding(module: str, graph: dict[str, set[str]]) -> set[str]:
    """Return the module and all that import it, directly or not."""
    held = {module}
    while more := {name for name, imports in graph.items() if imports & held} - held:
        held |= more
    return held


def _imports(file: Path) -> set[str]:
    named: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            named |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name for name in named if name.partition(".")[0] in _OURS and file_of(name).is_file()}
