"""What the machine says of two records is told in Chinese too, by the part of the queue that shows them."""

import ast
import inspect

from graph_service.cypher.files import part
from graph_service.identity import deciding, model, units


def _labels() -> set[str]:
    """Return every label that a level is given where the levels are stated."""
    calls = [each for each in ast.walk(ast.parse(inspect.getsource(model))) if isinstance(each, ast.Call)]
    levels = [each.args[1] for each in calls if isinstance(each.func, ast.Name) and each.func.id == "Level"]
    stated = {each.value for each in levels if isinstance(each, ast.Constant)}
    named = {str(getattr(model, each.id)) for each in levels if isinstance(each, ast.Name)}
    return (
        {str(each) for each in stated | named}
        | {label for _, label, _ in units._LEVELS}
        | {units._IN_AREA[0], units._ONLY_VILLAGE[0]}
    )


def _guards() -> set[str]:
    returns = [
        each.value for each in ast.walk(ast.parse(inspect.getsource(deciding.guard))) if isinstance(each, ast.Return)
    ]
    return {str(each.value) for each in returns if isinstance(each, ast.Constant) and each.value}


def test_every_label_and_guard_has_its_chinese() -> None:
    text = part("identity_candidate")

    assert len(_labels()) > 25
    assert [each for each in sorted(_labels() | _guards()) if f"`{each}`: '" not in text] == []
