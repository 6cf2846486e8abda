"""`python -m bench.asked_page`: docs/asked.md, made of what `search_forms`, `first_asked` and `starving` kept with `--out`.

Each file is given with the name of its city, `medium=FILE`.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

ROOT = Path(__file__).resolve().parent.parent
_WANTED = {
    "exact": 0.99, "part": 0.99, "traditional": 0.99, "separated": 0.99, "pinyin": 0.98, "initials": 0.98, "homophone": 0.95, "slip": 0.95,
    "plate_slip": 0.95, "joined": 0.95,
}  # fmt: skip
_BEGUN = ("first sign", "first two signs")  # what very many share, asked for its time alone
_HEAD = """# What was asked, and what came of it

Made by `python -m bench.asked_page` from files that the benches kept; do not edit. Times are those of a machine of two cores on which
other work runs: commit, and load at the start and at the end, stand beside each measurement.
"""
Told = dict[str, Any]


def main(
    search: list[str] = typer.Option([], help="CITY=FILE of bench.search_forms."),
    first: list[str] = typer.Option([], help="CITY=FILE of bench.first_asked."),
    starving: list[str] = typer.Option([], help="CITY=FILE of bench.starving."),
    page: Path = typer.Option(ROOT / "docs" / "asked.md", help="The page that is written."),
) -> None:
    """Write the page."""
    parts = [_HEAD]
    parts += _found(_read(search)) if search else []
    parts += _first(_read(first)) if first else []
    parts += _starved(_read(starving)) if starving else []
    page.write_text("\n".join(parts).rstrip() + "\n", encoding="utf-8")


def _read(given: list[str]) -> dict[str, Told]:
    pairs = (each.partition("=") for each in given)
    return {name: json.loads(Path(file).read_text(encoding="utf-8")) for name, _, file in pairs}


def _table(head: list[str], rows: list[list[Any]]) -> list[str]:
    return [_row(head), "|" + "---|" * len(head), *map(_row, rows), ""]


def _row(cells: list[Any]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _found(told: dict[str, Told]) -> list[str]:
    lines = ["## Search: what is found within the first ten, of what was sought in each form", ""]
    rows = [
        [name, *(_share(each["forms"].get(name)) for each in told.values()), wanted] for name, wanted in _WANTED.items()
    ]
    rows.append(
        [
            "nothing, answered as exact",
            *(f"{len(each['nothing']['exact'])} of {each['nothing']['asked']}" for each in told.values()),
            "1 %",
        ]
    )
    lines += _table(["form", *told, "wanted"], rows)
    return [*lines, *_table(["city", "values", "p50 ms", "p95 ms", "most", "commit, load"], list(_times(told)))]


def _times(told: dict[str, Told]) -> Iterator[list[Any]]:
    """Yield a row for the times of each city, and for each measure of it that an older file lacks none."""
    for city, measured in told.items():
        for what, words in {"milliseconds": "", "processor milliseconds of Neo4j": ", processor time of Neo4j"}.items():
            parts = {"": measured.get(what)} | {
                f", {name}": each for name, each in measured.get(f"{what} of forms", {}).items() if name in _BEGUN
            }
            for name, each in parts.items():
                if each:
                    row = [each[part] for part in ("p50", "p95", "most")]
                    yield [f"{city}{name}{words}", measured["values"], *row, _run(measured)]


def _share(form: Told | None) -> str:
    return f"{form['found'] / form['asked']:.3f} of {form['asked']}" if form and form["asked"] else ""


def _run(told: Told) -> str:
    return f"{told['commit']}, {' to '.join(f'{each:.1f}' for each in told['load'])}"


def _first(told: dict[str, Told]) -> list[str]:
    lines = ["## Counts of all lists, and selections that nobody asked before, in ms", ""]
    rows = [
        [city, what, each["roots"], each["median"], each["most"], _slowest(each), _run(measured)]
        for city, measured in told.items()
        for what, each in measured["asked"].items()
    ]
    return [*lines, *_table(["city", "what", "roots", "median", "most", "slowest", "commit, load"], rows)]


def _slowest(told: Told) -> str:
    return ", ".join(f"{name} {took}" for name, took in told["slowest"].items())


def _starved(told: dict[str, Told]) -> list[str]:
    lines = ["## What another officer waits for beside 20 clients of one, in ms", ""]
    rows = [
        [
            city,
            name,
            each["p50"],
            each["p95"],
            each["most"],
            each.get("answered", ""),
            each.get("refused", ""),
            _run(measured),
        ]
        for city, measured in told.items()
        for name, each in measured["asked"].items()
    ]
    return [*lines, *_table(["city", "beside", "p50", "p95", "most", "answered", "refused", "commit, load"], rows)]


if __name__ == "__main__":
    typer.run(main)
