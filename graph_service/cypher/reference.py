"""The page of the words that query files may say, made from what writes them out."""

import inspect

from graph_service.cypher.macros import FAMILIES, MACROS
from graph_service.cypher.stand_ins import STAND_INS
from graph_service.cypher.states import TODAY

_ARGUMENTS = {"type_name": "Kind", "kind": "Kind"}


def queries_reference() -> str:
    """Return the page as Markdown: macros with what they are written out as, labels of families, stand-ins."""
    lines = [
        "# Words of the query files", "", "Made from `graph_service/cypher/` by `make sdl`; do not edit. "
        "A rule, model or question of one's own may say all of them.", "",
        "## Macros", "", "| Said | Means |", "|---|---|",
    ]  # fmt: skip
    lines += [f"| `{_called(name)}` | {_meaning(name)} |" for name in sorted(MACROS)]
    lines += ["", "## Labels and types", "", "| Said | Written out |", "|---|---|"]
    lines += [f"| `{name}` | `{text.replace('|', ', ')}` |" for name, text in FAMILIES.items()]
    lines += [
        "",
        f"`TODAY_` is the day it is in China, `{TODAY}`, wherever the server stands.",
        "",
        "## Stand-ins",
        "",
        "Filled when the file is put together.",
        "",
        "| Said | Stands for |",
        "|---|---|",
    ]
    lines += [f"| `{name}` | {about} |" for name, about in STAND_INS.items()]
    return "\n".join(lines) + "\n"


def _called(name: str) -> str:
    taken = inspect.signature(MACROS[name]).parameters.values()
    shown = [_ARGUMENTS.get(each.name, each.name) for each in taken if each.default is inspect.Parameter.empty]
    several = any(each.kind is inspect.Parameter.VAR_POSITIONAL for each in taken)
    return f"{name}({', '.join(shown)}{', …' if several else ''})"


def _meaning(name: str) -> str:
    said = (MACROS[name].__doc__ or "").splitlines()[0]
    return said.removeprefix("Return ").removesuffix(".")
