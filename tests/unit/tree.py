"""The files of the project as git knows them, and what the layout tests read in them."""

import ast
import io
import re
import subprocess
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCT = ("graph_service", "loaders", "schema")
_ORDERS = re.compile(r"#\s*(noqa|type:|fmt:|pragma|!/)")


@cache
def files() -> tuple[Path, ...]:
    """Return every file that git tracks or would track."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return tuple(ROOT / name for name in sorted(listed.split("\0")) if name and (ROOT / name).is_file())


def named(path: Path) -> str:
    """Return the path as seen from the root."""
    return path.relative_to(ROOT).as_posix()


def of_kind(*suffixes: str) -> list[Path]:
    """Return the files with one of the suffixes."""
    return [path for path in files() if path.suffix in suffixes]


def python(*folders: str) -> list[Path]:
    """Return the Python files of the folders, or of the whole project."""
    return [path for path in of_kind(".py") if not folders or named(path).split("/")[0] in folders]


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return every node of the syntax tree of a Python file."""
    return tuple(ast.walk(tree(path)))


@cache
def functions(path: Path) -> tuple[ast.FunctionDef | ast.AsyncFunctionDef, ...]:
    """Return every function and method of a file."""
    return tuple(node for node in nodes(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the texts of a file with their lines, docstrings left out."""
    said = {
        id(node.body[0].value)
        for node in nodes(path)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body and isinstance(node.body[0], ast.Expr)
    }  # fmt: skip
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def imports(path: Path) -> set[str]:
    """Return the top-level names of the packages that a file imports."""
    found: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def comments(path: Path) -> list[str]:
    """Return the comments of a file, orders to tools left out."""
    text = path.read_text(encoding="utf-8")
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT and not _ORDERS.match(token.string)]


@cache
def imported_modules() -> dict[str, set[str]]:
    """Return the product's modules by dotted name, each with those of them that it imports anywhere in its text."""
    modules = {_dotted(path): path for path in python(*PRODUCT)}
    return {module: _known(module, path, modules) for module, path in modules.items()}


def _dotted(path: Path) -> str:
    return named(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _known(module: str, path: Path, modules: dict[str, Path]) -> set[str]:
    found = set()
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{each.name}" for each in node.names}
            found |= {each if each in modules else node.module for each in whole}
        elif isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
    return (found & modules.keys()) - {module}
