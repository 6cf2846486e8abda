import subprocess
import sys

import pytest

from graph_service import errors
from graph_service.errors import GraphServiceError

CHILDREN = GraphServiceError.__subclasses__()
SLOW = ("neo4j", "polars", "strawberry", "fastapi", "pydantic", "rich", "jgo", "sqlalchemy")


def test_there_are_at_most_six_children_with_a_code_of_their_own() -> None:
    codes = {child.code for child in CHILDREN if child.__module__ == errors.__name__}

    assert len(CHILDREN) <= 6
    assert codes == {
        "BAD_INPUT",
        "UNAUTHENTICATED",
        "NOT_FOUND",
        "GRAPH_UNAVAILABLE",
        "CONFLICT",
        "LIMIT_EXCEEDED",
    }


@pytest.mark.parametrize("child", CHILDREN, ids=lambda child: child.__name__)
def test_an_error_says_what_where_and_what_to_do(child: type[GraphServiceError]) -> None:
    error = child("the file is empty", "a.csv", "send it again")

    assert str(error) == "the file is empty; a.csv; send it again"
    assert (error.what, error.where, error.mend) == ("the file is empty", "a.csv", "send it again")
    assert child.code == error.code == child.code.upper()
    assert "code" in vars(child)


def test_the_command_line_shows_a_refusal_as_one_line() -> None:
    done = _leadlink("neo4j", "status", LEADLINK_PORT="many")

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("error [BAD_INPUT]: setting LEADLINK_PORT is wrong; ")
    assert done.stderr.count("\n") == 1


def test_help_loads_nothing_slow() -> None:
    program = f"""
import sys
from graph_service.cli import build_app
build_app()
print([name for name in {SLOW!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def _leadlink(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "graph_service.cli", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
