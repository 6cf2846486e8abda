"""Guards the house style (`style.md`): sizes, names, and what may stand where."""

import ast
import math
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.unit.tree import (
    PRODUCT,
    ROOT,
    comments,
    files,
    functions,
    imports,
    named,
    nodes,
    of_kind,
    python,
    texts,
    tree,
)

FOLDERS = ("schema", "loaders", "queries", "graph_service", "tests", "bench")
BANNED = {"get", "handle", "do", "manager", "helper"}
LAYERS = {"service", "repository", "handler", "bus"}
GIVEN = {
    "process_errors",
    "get_context",
    "get_sub_response",
    "get_results",
    "get_field_value",
    "get_alg",
    "handle_websocket_upgrade",
    "handle_message",
    "handle_task_exception",
}  # a library asks for these names
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_CYPHER = re.compile(r"\b(MATCH|MERGE|UNWIND|DETACH|CREATE CONSTRAINT|CREATE INDEX|FULLTEXT INDEX)\b")
_REGISTRY = re.compile(
    r"https?://[\w.-]*(pypi|pythonhosted|npmjs|npmmirror|maven|sonatype|proxy\.golang|docker\.io|ghcr)[\w./-]*"
)
_MACHINE = re.compile(r"(?<![\w.$}])/(?:root|home|work|Users)/\w+")


def test_no_file_is_longer_than_250_lines() -> None:
    files = of_kind(".py", ".cypher", ".yaml", ".yml", ".ts", ".tsx")
    lengths = {
        named(path): _lines(path) for path in files if path.parent != ROOT / "desk" / "src" / "text"
    }  # catalogues

    assert {name: length for name, length in lengths.items() if length > 250} == {}
    assert median(lengths.values()) < 100


def test_no_function_is_longer_than_40_lines() -> None:
    lengths = {
        f"{named(path)}:{each.name}": (each.end_lineno or 0) - each.lineno + 1
        for path in python()
        for each in functions(path)
    }

    assert {name: length for name, length in lengths.items() if length > 40} == {}
    assert median(lengths.values()) < 10


def test_no_function_takes_more_than_five_parameters() -> None:
    taken = {f"{named(path)}:{each.name}": _parameters(each) for path in python() for each in functions(path)}

    assert {name: number for name, number in taken.items() if number > 5} == {}


def test_no_parameter_is_a_tuple_of_fixed_length() -> None:
    found = [
        f"{named(path)}:{each.name}({given.arg})"
        for path in python(*PRODUCT, "bench")
        for each in functions(path)
        for given in _given(each)
        if given.annotation is not None and any(map(_is_fixed_tuple, _alternatives(given.annotation)))
    ]

    assert found == []


def test_no_name_says_get_handle_process_or_do() -> None:
    found = [
        f"{named(path)}: {name}"
        for path in python(*PRODUCT, "bench")
        for name in _defined(path)
        if name not in GIVEN and _says_nothing([word.lower() for word in _WORD.findall(name)])
    ]

    assert found == []


def _says_nothing(words: list[str]) -> bool:
    """Return whether the words hide what is done; a process may be ended and a Maven repository named, though."""
    return bool(BANNED & set(words)) or words[:1] == ["process"]


def test_there_is_no_service_repository_or_bus_layer() -> None:
    classes = [(path, name) for path in python(*PRODUCT, "bench") for name in _defined(path) if name[0].isupper()]

    assert [f"{named(path)}: {name}" for path, name in classes if _WORD.findall(name)[-1].lower() in LAYERS] == []


def test_no_file_is_called_utils_helpers_common_or_base() -> None:
    assert [named(path) for path in files() if path.stem in {"utils", "helpers", "common", "base"}] == []


def test_only_one_module_talks_to_the_driver_and_one_reads_its_errors() -> None:
    drivers = [named(path) for path in python(*PRODUCT) if "neo4j" in imports(path)]

    assert drivers == ["graph_service/driver_errors.py", "graph_service/graph.py"]


def test_cypher_text_stands_where_cypher_is_put_together() -> None:
    allowed = re.compile(r"graph_service/(cypher/(\w+/)?\w+|graph)\.py|schema/ddl\.py")
    found = [
        f"{named(path)}:{line}"
        for path in python(*PRODUCT)
        if not allowed.fullmatch(named(path))
        for line, text in texts(path)
        if _CYPHER.search(text)
    ]

    assert found == []


def test_reading_page_by_page_is_written_once() -> None:
    found = [
        named(path)
        for path in python(*PRODUCT)
        for call in nodes(path)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "run_read"
        if any(given.arg == "after" for given in call.keywords)
    ]

    assert found == ["graph_service/cypher/paging.py"]


def test_queries_hold_cypher_only() -> None:
    assert {path.suffix for path in files() if named(path).startswith("queries/")} == {".cypher"}


@pytest.mark.parametrize("forbidden", [_REGISTRY, _MACHINE], ids=["registry", "machine"])
def test_no_file_names_a_registry_or_a_folder_of_this_machine(forbidden: re.Pattern[str]) -> None:
    own = {"Dockerfile", "docker-compose.yml"} if forbidden is _MACHINE else set()  # they name folders of the container
    found = [
        f"{named(path)}: {match[0]}"
        for path in files()
        if path != Path(__file__) and path.name not in own
        for match in forbidden.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]

    assert found == []


def test_no_dependency_is_called_like_one_of_our_folders() -> None:
    locked = {
        re.split(r"[=<>~!\[; ]", line)[0].lower().replace("-", "_")
        for path in ROOT.glob("requirements*.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and line[0].isalpha()
    }

    assert len(locked) > 30
    assert locked & set(FOLDERS) == set()


def test_comments_are_at_most_one_line_in_fifteen() -> None:
    drawings = re.compile(r"# \(:\w+\)-\[:")
    counted = {
        named(path): (sum(not drawings.match(each) for each in comments(path)), max(2, math.ceil(_lines(path) / 15)))
        for path in python()
    }

    assert {name: counts for name, counts in counted.items() if counts[0] > counts[1]} == {}


def test_what_is_left_to_be_done_has_an_issue() -> None:
    todo = re.compile(r"\b(?:TODO|FIXME|XXX)\b(?!\(#\d+\))")
    searched = [
        path for path in of_kind(".py", ".cypher", ".yaml", ".ts", ".tsx", ".sh", ".md") if path != Path(__file__)
    ]

    assert [named(path) for path in searched if todo.search(path.read_text(encoding="utf-8"))] == []


def test_public_names_of_the_product_have_a_docstring() -> None:
    found = [
        f"{named(path)}:{node.lineno} {node.name}"
        for path in python(*PRODUCT, "bench")
        for node in _public(path)
        if not ast.get_docstring(node)
    ]

    assert found == []


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return sum(each.arg not in {"self", "cls"} for each in _given(function))


def _given(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.arg]:
    given = function.args
    return [*given.posonlyargs, *given.args, *given.kwonlyargs]


def _alternatives(annotation: ast.expr) -> list[ast.expr]:
    """Return the members of a union, which may stand in quotes."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return _alternatives(ast.parse(annotation.value, mode="eval").body)
    if isinstance(annotation, ast.BinOp):
        return [*_alternatives(annotation.left), *_alternatives(annotation.right)]
    return [annotation]


def _is_fixed_tuple(annotation: ast.expr) -> bool:
    if not isinstance(annotation, ast.Subscript) or ast.unparse(annotation.value) != "tuple":
        return False
    parts = annotation.slice.elts if isinstance(annotation.slice, ast.Tuple) else [annotation.slice]
    return not (isinstance(parts[-1], ast.Constant) and parts[-1].value is ...)


def _defined(path: Path) -> list[str]:
    classes = [node.name for node in nodes(path) if isinstance(node, ast.ClassDef)]
    return classes + [each.name for each in functions(path)]


def _public(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Yield the module's own functions and classes and the methods of these, those with a leading underscore left out."""
    for node in tree(path).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            inner = (each for each in node.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef))
            yield from (each for each in inner if not each.name.startswith("_"))
