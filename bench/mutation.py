"""Mutants of a module: the module with one operator, number, text, condition or statement changed, one at a time.

What is not changed: annotations, decorators, docstrings, and the words of a refusal that is raised on the spot.
"""

import ast
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

Path = tuple[tuple[str, int | None], ...]  # from the module to a node: field, and place where the field is a list
_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
    ast.Pow: ast.Mult, ast.LShift: ast.RShift, ast.RShift: ast.LShift, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}
_UNTOUCHED = {"annotation", "returns", "type_params", "decorator_list", "bases", "ctx"}


@dataclass(frozen=True)
class Mutant:
    """One change, and the module with it."""

    place: str  # the function or class it is in
    line: int
    before: str
    after: str
    module: ast.Module

    @property
    def told(self) -> str:
        """Return the change in one line, which stays as it is when lines move."""
        return f"{self.place}: {self.before} → {self.after}"


def mutants(text: str, only: frozenset[str] = frozenset()) -> Iterator[Mutant]:
    """Yield every mutant of a module, or of those of its functions, classes and constants that are named."""
    module = ast.parse(text)
    for path, node, place in _sites(module, (), ""):
        if only and place.partition(".")[0] not in only:
            continue
        for part, new in _changes(node):
            old = _at(node, part)
            changed = _with(module, (*path, *part), new)
            yield Mutant(place, getattr(node, "lineno", 0), _written(old), _written(new), changed)


def places(text: str) -> set[str]:
    """Return the names of the functions, classes and constants of a module."""
    return {place.partition(".")[0] for _, _, place in _sites(ast.parse(text), (), "")}


def _sites(node: ast.AST, path: Path, place: str) -> Iterator[tuple[Path, ast.AST, str]]:
    """Yield every node that may be changed, with the way to it and the name of what it stands in."""
    yield path, node, place
    for name, value in ast.iter_fields(node):
        if name in _UNTOUCHED:
            continue
        for number, child in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(child, ast.AST) and not _is_words(node, child):
                step = (name, number if isinstance(value, list) else None)
                yield from _sites(child, (*path, step), _place(child, place))


def _place(node: ast.AST, outer: str) -> str:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return f"{outer}.{node.name}".strip(".")
    if isinstance(node, ast.Assign | ast.AnnAssign) and not outer:
        return ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target).strip("()")
    return outer


def _is_words(parent: ast.AST, node: ast.AST) -> bool:
    if isinstance(node, ast.Raise):
        return True
    return isinstance(parent, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    )


def _changes(node: ast.AST) -> Iterator[tuple[Path, ast.AST]]:
    """Yield what may be changed about a node: the way to the part that is changed, and what takes its place."""
    if isinstance(node, ast.If | ast.IfExp):
        yield from (((("test", None),), ast.Constant(truth)) for truth in (True, False))
    if isinstance(node, ast.While):
        yield (("test", None),), ast.Constant(False)
    if isinstance(node, ast.comprehension):
        yield from (((("ifs", place),), ast.Constant(True)) for place in range(len(node.ifs)))
    if isinstance(node, ast.Return) and not (node.value is None or _is_nothing(node.value)):
        yield (("value", None),), ast.Constant(None)
    yield from (((), new) for new in _instead(node))


def _instead(node: ast.AST) -> Iterator[ast.AST]:
    yield from _other_statements(node)
    yield from _other_operators(node)
    yield from _other_values(node)


def _other_statements(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Expr(value=ast.Call()):
            yield ast.Pass()
        case ast.AugAssign():
            yield ast.Pass()
            yield ast.AugAssign(node.target, _COUNTED[type(node.op)](), node.value)
        case ast.Continue():
            yield ast.Break()


def _other_operators(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(ops=[op, *rest]):
            yield ast.Compare(node.left, [_COMPARED[type(op)](), *rest], node.comparators)
        case ast.BoolOp():
            yield ast.BoolOp(ast.And() if isinstance(node.op, ast.Or) else ast.Or(), node.values)
        case ast.BinOp() if type(node.op) in _COUNTED:
            yield ast.BinOp(node.left, _COUNTED[type(node.op)](), node.right)
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand


def _other_values(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Name(id=name) if name in _CALLED and isinstance(node.ctx, ast.Load):
            yield ast.Name(_CALLED[name], ast.Load())
        case ast.Constant(value=bool()):
            yield ast.Constant(not node.value)
        case ast.Constant(value=int() | float() as number):
            yield ast.Constant(number + 1)
        case ast.Constant(value=str() as text):
            yield ast.Constant(f"XX{text}XX")


def _is_nothing(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _at(node: ast.AST, path: Path) -> ast.AST:
    for name, number in path:
        value = getattr(node, name)
        node = value if number is None else value[number]
    return node


def _with(module: ast.Module, path: Path, new: ast.AST) -> ast.Module:
    changed = deepcopy(module)
    *way, (name, number) = path
    parent = _at(changed, tuple(way))
    if number is None:
        setattr(parent, name, new)
    else:
        getattr(parent, name)[number] = new
    return ast.fix_missing_locations(changed)


def _written(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 80 else f"{text[:60]} … {text[-17:]}"
