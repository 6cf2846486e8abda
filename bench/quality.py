"""`python -m bench.quality NAME=CITY,RESULT…`: the page of quality, made of results that `bench.other_city` kept.

CITY is the folder with truth.json, with score.py beside it; RESULT is what `bench.other_city --out` wrote.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import typer

from bench.other_city import scored
from bench.real_network_page import section_of
from graph_service.errors import BadInput

ROOT = Path(__file__).resolve().parent.parent
_LINE = re.compile(r"^  (\S.*?)\s+P\s+(\S+)\s+R\s+(\S+)\s+F1\s+\S+\s+\(tp (\d+), fp (\d+), fn (\d+)\)\s*(.*)$")
_BIN = re.compile(r"^    (\d\.\d-\d\.\d)\s+pairs\s+(\d+)\s+mean score (\S+)\s+true (\S+)$")
_ERROR = re.compile(r"expected calibration error (\S+)")
_PARTS = (("Identity", "Identity"), ("Links at", "Links"), ("Comparison models", "Models"), ("Rejects", "Rejects"))

_PAGE = """# Quality

Made by `python -m bench.quality` from results that `python -m bench.other_city --data CITY --out RESULT` kept; do not edit.
{about}

**What this says and what not.** The cities were made by others than us and by us, none of them is real. A figure counts for data
in those habits: names and numbers in those forms, texts in those wordings. Texts in other wording are measured apart
([mentions.md](mentions.md)). Precision is the share of what is told that is right, recall the share of what is there that is told.
What is missed, and why, stands pair by pair in [bench/third_city](../bench/third_city/RESULTS.md) and
[bench/fourth_city](../bench/fourth_city/RESULTS.md), with the score that each had before anything was mended (the fourth, blind: 0.974 / 0.349).
Letters by yet another hand on the registers of the first city tell what its wording is worth: 40 of 80 pairs at first
([bench/letters](../bench/letters/fifth/RESULTS.md)).
"""


@dataclass(frozen=True)
class Figure:
    """One line of a scorer's table."""

    precision: str
    recall: str
    found: int
    false: int
    missed: int

    @property
    def told(self) -> str:
        """Return the figure as a cell of a table."""
        return f"{self.precision} / {self.recall} ({self.found}, {self.false} false, {self.missed} missed)"


@dataclass(frozen=True)
class ScoreBin:
    """A tenth of the scale of scores: its pairs, their mean score, the share of true ones."""

    pairs: int
    mean: str
    true: str


@dataclass(frozen=True)
class Scored:
    """What a scorer printed for one city: tables by part, calibration, its error."""

    parts: dict[str, dict[str, Figure]]
    bins: dict[str, ScoreBin]
    error: str
    habits: str


def main(
    cities: list[str] = typer.Argument(..., help="NAME=CITY,RESULT: folder of the city and the result that was kept."),
    commit: str = typer.Option(..., help="Commit that the results were made on."),
    out: Path = typer.Option(ROOT / "docs" / "quality.md", help="Page to write."),
) -> None:
    """Score every result and write the page with the cities side by side."""
    read = dict(_scored(each) for each in cities)
    kept = section_of(out.read_text(encoding="utf-8")) if out.exists() else ""
    out.write_text("\n".join(filter(None, [page(read, commit), kept])), encoding="utf-8")
    print(json.dumps({name: {part: len(lines) for part, lines in each.parts.items()} for name, each in read.items()}))


def _scored(given: str) -> tuple[str, Scored]:
    name, _, rest = given.partition("=")
    city, _, result = rest.partition(",")
    if not result:
        raise BadInput(f"{given!r} names no city and result", "arguments", "write NAME=CITY,RESULT")
    return name, read_table(scored(Path(city).resolve(), Path(result).resolve()))


def read_table(text: str) -> Scored:
    """Return what a scorer printed, by part."""
    parts: dict[str, dict[str, Figure]] = {name: {} for _, name in _PARTS}
    bins: dict[str, ScoreBin] = {}
    now, habits = "", ""
    for line in text.partition("\nOverall")[0].splitlines():
        now = next((name for begin, name in _PARTS if line.startswith(begin)), now)
        if match := _LINE.match(line):
            parts[now][match[1]] = Figure(match[2], match[3], int(match[4]), int(match[5]), int(match[6]))
        elif match := _BIN.match(line):
            bins[match[1]] = ScoreBin(int(match[2]), match[3], match[4])
        elif line.startswith("  recall by habit: "):
            habits = line.removeprefix("  recall by habit: ")
    error = _ERROR.search(text)
    return Scored(parts, bins, error[1] if error else "", habits)


def page(cities: dict[str, Scored], commit: str) -> str:
    """Return the page."""
    about = f"Cities: {', '.join(cities)}; commit {commit}."
    sections = [_PAGE.format(about=about)]
    for _, part in _PARTS:
        names = dict.fromkeys(name for each in cities.values() for name in each.parts[part])
        if names:
            sections.append(_table(f"{part}: precision / recall", list(names), part, cities))
    sections.append(_calibration(cities))
    sections += [f"Recall by writing habit, {name}: {each.habits}.\n" for name, each in cities.items() if each.habits]
    return "\n".join(sections)


def _table(title: str, names: list[str], part: str, cities: dict[str, Scored]) -> str:
    lines = [f"## {title}", "", "| |" + "".join(f" {city} |" for city in cities), "|---|" + "---|" * len(cities)]
    for name in names:
        cells = [each.parts[part].get(name) for each in cities.values()]
        lines.append(f"| {name} |" + "".join(f" {cell.told if cell else ''} |" for cell in cells))
    return "\n".join(lines) + "\n"


def _calibration(cities: dict[str, Scored]) -> str:
    lines = [
        "## Calibration of link scores",
        "",
        "Share of true links among pairs of each score; the mean score in brackets.",
        "",
    ]
    lines += ["| score |" + "".join(f" {city} |" for city in cities), "|---|" + "---|" * len(cities)]
    for place in dict.fromkeys(place for each in cities.values() for place in each.bins):
        cells = [each.bins.get(place) for each in cities.values()]
        lines.append(f"| {place} |" + "".join(f" {_share(cell)} |" for cell in cells))
    lines.append("| expected error |" + "".join(f" {each.error} |" for each in cities.values()))
    return "\n".join(lines) + "\n"


def _share(cell: ScoreBin | None) -> str:
    return f"{cell.true} ({cell.mean}) of {cell.pairs}" if cell else ""


if __name__ == "__main__":
    typer.run(main)
