"""Puts the signs of early warning together; what each counts is in the head of its file, from when on what is said here.

A sign finds facts; a fact has `weight` points for each of what it counts, at most `most`. The points of a unit's facts are added
up: from YELLOW_FROM, ORANGE_FROM and RED_FROM on the level is that. Namings less sure than SURE count for nothing.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from graph_service.cypher.files import QueryFile, part, read_folder
from graph_service.cypher.stand_ins import put

YELLOW_FROM = 3
ORANGE_FROM = 6
RED_FROM = 10
SURE = 0.8
TOLD_MATTERS = 20
USUAL_DAYS = 90
MOST_DAYS = 1096

LEVELS: Mapping[str, Any] = {
    "yellow": YELLOW_FROM, "orange": ORANGE_FROM, "red": RED_FROM, "sure": SURE, "told": TOLD_MATTERS,
}  # fmt: skip
_BY_SIGN = "points"


def signs() -> dict[str, QueryFile]:
    """Return every sign by its name."""
    return read_folder("warnings")


@cache
def warning() -> str:
    """Return what finds the signs of a unit, one after another."""
    branches = "\nUNION ALL\n".join(_branch(name, file) for name, file in signs().items())
    gathered = f"CALL (units, near) {{\n{branches}\n}}\nWITH fact ORDER BY fact.{_BY_SIGN} DESC, fact.told[0]\nRETURN collect(fact) AS facts"
    return put(part("warning"), [("BRANCHES_", gathered)])


def _branch(name: str, file: QueryFile) -> str:
    weight, most = int(file.head["weight"]), int(file.head["most"])
    points = f"CASE WHEN {weight} * many > {most} THEN {most} ELSE {weight} * many END"
    told = f"{{sign: '{name}', told: ['{name}', facts], matters: matters, {_BY_SIGN}: {points}}}"
    return f"CALL (units, near) {{\n{_filled(file)}\n}}\nRETURN {told} AS fact"


def _filled(file: QueryFile) -> str:
    """Return the text of a sign with its parameters put in; they are numbers of its own head."""
    names = "|".join(file.parameters)
    return re.sub(rf"\$({names})\b", lambda name: file.parameters[name[1]].default, file.body) if names else file.body
