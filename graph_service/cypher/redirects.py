"""Ids redirect for ever: whatever is asked by the id of a node that was merged is answered for its survivor.

The node that has the id must be open to the viewer by its own audience, and the survivor by its; who may not read one of
them finds nothing, as if the id were not there. Numbers that identify, such as a resident id, lead the same way.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.cypher.macros import visible_itself
from schema import ENTITY, KINDS

_POINTED = re.compile(r":(\w+(?:\|\w+)*) \{uid: \$(\w+)\}")
_NAMED = re.compile(r"\bn\.(\w+) = \$(\w+)")


@dataclass(frozen=True)
class _Asked:
    """What a parameter points at: labels, and the property that has its value."""

    labels: str
    field: str


def answering(conditions: Sequence[str], label: str) -> tuple[str, list[str]]:
    """Return what finds the nodes that answer for the ids in these conditions on n, and the conditions on those nodes."""
    asked: dict[str, _Asked] = {}
    for condition in conditions:
        asked |= {param: _Asked(labels, "uid") for labels, param in _POINTED.findall(condition) if _merges(labels)}
        asked |= {param: _Asked(label, field) for field, param in _NAMED.findall(condition) if _leads(label, field)}
    found, known = "", ""
    for param, each in asked.items():
        name, answers = f"asked_{param}", f"answering_{param}"
        found += f"MATCH ({name}:{each.labels} {{{each.field}: ${param}}})\nWHERE {visible_itself(name)}\n"
        found += f"WITH DISTINCT {known}coalesce({name}.survivor, {name}.uid) AS {answers}\n"
        known += f"{answers}, "
    return found, [_led(condition, asked) for condition in conditions]


def _led(condition: str, asked: dict[str, _Asked]) -> str:
    for param, each in asked.items():
        condition = re.sub(rf"\bn\.{each.field} = \${param}\b", f"n.uid = answering_{param}", condition)
        condition = re.sub(rf"\${param}\b", f"answering_{param}", condition)
    return condition


def _leads(label: str, field: str) -> bool:
    return _merges(label) and (field == "uid" or field in KINDS[label].IDENTIFIERS)


def _merges(labels: str) -> bool:
    return all(label in ENTITY for label in labels.split("|"))
