"""Further facts of a node, written as `facts:` beside its fields: each becomes a node of its own, stated of the other."""

from collections.abc import Iterator
from typing import Any

FACT, STATED_OF = "Fact", "STATED_OF"


def with_facts(document: Any) -> Any:
    """Return what a declaration says with its facts written out as nodes and links, or refuse facts of another form."""
    nodes = document.get("nodes") if isinstance(document, dict) else None
    if not isinstance(nodes, dict) or not any(isinstance(node, dict) and "facts" in node for node in nodes.values()):
        return document
    written: dict[str, Any] = {}
    links = list(document.get("links") or ())
    for alias, node in nodes.items():
        written[alias] = node
        if not isinstance(node, dict) or "facts" not in node:
            continue
        written[alias] = {name: value for name, value in node.items() if name != "facts"}
        for name, column in _named(alias, node["facts"]):
            of_fact = f"{alias}.{name}"
            if of_fact in nodes:
                raise ValueError(
                    f"nodes.{alias}.facts: there is a node '{of_fact}' already; give one of them another name"
                )
            written[of_fact] = _fact(node, name, column)
            links.append({"type": STATED_OF, "from": of_fact, "to": alias})
    return document | {"nodes": written, "links": links}


def _named(alias: str, facts: Any) -> Iterator[tuple[str, str]]:
    stated = {each: each for each in facts if isinstance(each, str)} if isinstance(facts, list) else facts
    if (
        not isinstance(stated, dict)
        or len(stated) < len(facts)
        or not all(isinstance(text, str) for pair in stated.items() for text in pair)
    ):
        raise ValueError(f"nodes.{alias}.facts: give a list of columns, each once, or names with their columns")
    yield from stated.items()


def _fact(node: dict[str, Any], name: str, column: str) -> dict[str, Any]:
    same: dict[str, Any] = {part: node[part] for part in ("each", "key") if part in node}
    fields = {"fact_name": {"value": name}, "fact_text": {"column": column, "as": "text"}}
    return {"kind": FACT, "when": column, "fields": fields, **same}
