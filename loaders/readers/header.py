"""Checks the header of an input against the declaration: a column too many, too few or twice refuses the input."""

from collections import Counter

from graph_service.errors import BadInput
from loaders.nearest import nearest, unknown
from loaders.source import Source

_DELIMITERS = ",;\t|；，"


def checked_header(source: Source, cells: list[object], where: str) -> tuple[str, ...]:
    """Return the column names, or refuse a header that does not fit the declaration."""
    names = tuple("" if cell is None else str(cell).strip().lstrip("\ufeff") for cell in cells)
    while names and not names[-1]:
        names = names[:-1]
    faults = _faults(source, names)
    if faults:
        shown = "; ".join(faults[:8]) + ("; …" if len(faults) > 8 else "")
        raise BadInput(
            f"the header does not fit source {source.name}: {shown}",
            where,
            "correct the file, or the declaration if the source has changed; nothing of it was loaded",
        )
    return names


def _faults(source: Source, names: tuple[str, ...]) -> list[str]:
    if not any(names):
        return ["it is empty"]
    used = source.used_columns()
    known = [*used, *source.ignored]
    missing = [name for name in used if name not in names]
    if len(missing) == len(used) and len(names) == 1 and (other := next((c for c in _DELIMITERS if c in names[0]), "")):
        return [f"it is one column with {other!r} in it; read.delimiter is {source.read.delimiter!r}"]
    faults = [f"column '{name}' stands {count} times" for name, count in Counter(names).items() if count > 1]
    faults += [_missing(name, names, known) for name in missing]
    if source.columns == "strict":
        free = [name for name in known if name not in names] or known
        faults += [_strange(number, name, free) for number, name in enumerate(names, 1) if name not in known]
    return faults


def _strange(number: int, name: str, free: list[str]) -> str:
    return unknown("column", name, free) if name else f"column {number} has no name"


def _missing(name: str, names: tuple[str, ...], known: list[str]) -> str:
    # A declared column is not what this one was misspelt as.
    near = nearest(name, [each for each in names if each and each not in known])
    return f"column '{name}' missing" + (f"; the header has '{near[0]}'" if near else "")
