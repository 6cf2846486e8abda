"""The hand-written texts: entities declared beside them, series, near misses, and marks of what is named."""

import re
from dataclasses import dataclass, field
from pathlib import Path

MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


@dataclass
class Thing:
    """A declared person, firm, project, phone, account, place or plate."""

    mark: str
    key: str
    cells: list[str]
    extra: dict[str, str]


@dataclass
class Matter:
    """One matter: what its row says, and what its text names."""

    channel: str
    day: str
    problem: str
    options: dict[str, str]
    raw: str
    number: str = ""
    row: str = ""
    text: str = ""
    entities: list[str] = field(default_factory=list)
    planted: bool = True


@dataclass
class Group:
    """A series, a set of near misses, or single matters."""

    sort: str
    kind: str
    why: str
    anchor: str
    also: list[str] = field(default_factory=list)
    matters: list[Matter] = field(default_factory=list)


def pairs(text: str) -> dict[str, str]:
    """Returns `a=b;c=d` as a dictionary."""
    return {k: v for k, _, v in (part.partition("=") for part in text.split(";") if part)}


def read(folder: Path) -> tuple[list[Thing], list[Group]]:
    """Returns the entities and groups of all files of the folder, by name of file."""
    things: list[Thing] = []
    groups: list[Group] = []
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("@"):
                mark, rest = line[1], line[3:]
                cells = rest.split("|")
                last = pairs(cells[-1]) if mark in "PFJ" and "=" in cells[-1] else {}
                things.append(Thing(mark, cells[0].split()[0], cells, last))
            elif line[:1] in "=~.":
                groups.append(head(line))
            elif line.strip():
                groups[-1].matters.append(matter(line))
    return things, groups


def head(line: str) -> Group:
    """Returns the group that a header opens."""
    if line[0] == "~":
        kind, why, anchor = (*line[2:].split("|"), "", "")[:3]
        return Group("near", kind.strip(), why, anchor)
    words = [word for word in line.split() if word[0] != "+"]
    also = [word[1:] for word in line.split() if word[0] == "+"]
    return Group("series" if line[0] == "=" else "single", words[1], " ".join(words[2:]), "", also)


def matter(line: str) -> Matter:
    """Returns the matter of a line `CH day KIND k=v … :: text`."""
    left, text = line.split(" :: ", 1)
    channel, day, problem, *options = left.split()
    day = day if "-" in day else f"{day[:4]}-{day[4:6]}-{day[6:]}"
    return Matter(channel, day, problem, dict(o.partition("=")[::2] for o in options), text)
