"""Ids redirect for ever: whatever is asked by the id of a node that was merged is answered for its survivor.

The node that has the id must be open to the viewer by its own audience, and the survivor by its; who may not read one of
them finds nothing, as if the id were not there.
"""

import re
from collections.abc import Sequence

from schema import ENTITY

OWN = "coalesce({0}.own_audience, {0}.audience) IN $viewer_audiences"
_POINTED = re.compile(r":(\w+(?:\|\w+)*) \{uid: \$(\w+)\}")
_NAMED = re.compile(r"\bn\.uid = \$(\w+)")


def answering(conditions: Sequence[str], label: str) -> tuple[str, list[str]]:
    """Return what finds the nodes that answer for the ids in these conditions on n, and the conditions on those nodes."""
    told: dict[str, str] = {}
    for condition in conditions:
        told |= {param: labels for labels, param in _POINTED.findall(condition) if _merges(labels)}
        told |= {param: label for param in _NAMED.findall(condition) if _merges(label)}
    found, known = "", ""
    for param, labels in told.items():
        asked, answers = f"asked_{param}", f"answering_{param}"
        found += f"MATCH ({asked}:{labels} {{uid: ${param}}})\nWHERE {OWN.format(asked)}\n"
        found += f"WITH {known}coalesce({asked}.survivor, {asked}.uid) AS {answers}\n"
        known += f"{answers}, "
    return found, [_led(condition, told) for condition in conditions]


def _led(condition: str, told: dict[str, str]) -> str:
    for param in told:
        condition = re.sub(rf"\${param}\b", f"answering_{param}", condition)
    return condition


def _merges(labels: str) -> bool:
    return all(label in ENTITY for label in labels.split("|"))
