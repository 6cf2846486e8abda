"""What the graph keeps of a refusal: its sentences in both languages, and the file, unless its name may tell too much."""

import re
from pathlib import Path

from graph_service.errors import GraphServiceError
from loaders.readers.marks import MARKED
from loaders.readers.sealing import KEPT_OUT

WITHHELD = "(withheld)"
_REFUSAL = re.compile(r"^error \[[A-Z_]+\]: .*$", re.MULTILINE)


def ledger_properties(error: BaseException) -> dict[str, str]:
    """Return what stopped a load, in the words of the refusal; of any other failure only its kind."""
    if isinstance(error, GraphServiceError):
        return {"refusal": error.what, "refusal_zh": error.zh or error.what}
    return {"refusal": type(error).__name__, "refusal_zh": type(error).__name__}


def failure_of(error: BaseException) -> str:
    """Return what the state of a source says of a failure; a file whose name may tell too much stays unnamed."""
    if not isinstance(error, GraphServiceError):
        return type(error).__name__
    return f"{error.what}; {error.mend}" if error.what in (MARKED, KEPT_OUT) else str(error)


def refusal_in(output: str) -> str:
    """Return the last refusal that a command wrote among other things; a file whose name may tell too much stays unnamed.

    What else a process leaves behind when it ends, such as the lines of a fault, may repeat what a cell holds.
    """
    last = next(reversed(_REFUSAL.findall(output)), "")
    return next((what for what in (MARKED, KEPT_OUT) if what in last), last)


def file_of(error: GraphServiceError, data: Path) -> str:
    """Return the refused input as the ledger names it."""
    if error.what in (MARKED, KEPT_OUT):
        return WITHHELD
    return error.where.removeprefix(str(data)).lstrip("/")
