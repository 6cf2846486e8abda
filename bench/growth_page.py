"""`python -m bench.growth_page --city medium=FOLDER …`: docs/growth.md, how what was measured grows with the city.

Each folder holds the files that the benches kept with `--out`: connected.json, first.json, search.json, live.json and models.json, those
of them that were measured.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

ROOT = Path(__file__).resolve().parent.parent
_HEAD = """# How it grows

Made by `python -m bench.growth_page` from files that the benches kept; do not edit. Milliseconds unless said otherwise, one client, on a
machine of two cores on which other work runs: commit, and load at the start and at the end, stand in the last table.
"""
_BENCHES = {
    "connected": "connected_speed",
    "first": "first_asked",
    "search": "search_forms",
    "live": "live_links",
    "models": "models",
}
Told = dict[str, Any]


def main(
    city: list[str] = typer.Option(..., help="NAME=FOLDER of a city, the smallest first."),
    page: Path = typer.Option(ROOT / "docs" / "growth.md", help="The page that is written."),
) -> None:
    """Write the page."""
    pairs = (each.partition("=") for each in city)
    told = {name: _read(Path(folder)) for name, _, folder in pairs}
    page.write_text("\n".join(lines(told)).rstrip() + "\n", encoding="utf-8")


def lines(told: dict[str, dict[str, Told]]) -> list[str]:
    """Return the page, one column for each city."""
    rows: dict[str, dict[str, str]] = {}
    for city, measured in told.items():
        for name, value in _figures(measured):
            rows.setdefault(name, {})[city] = value
    models = {city: measured["models"] for city, measured in told.items() if "models" in measured}
    runs: dict[str, dict[str, str]] = {}
    for city, measured in told.items():
        for name, each in measured.items():
            runs.setdefault(f"bench.{_BENCHES[name]}", {})[city] = (
                f"{each['commit']}, {' to '.join(f'{one:.1f}' for one in each['load'])}"
            )
    return [
        _HEAD, *_table("what", list(told), rows),
        *(["## Each comparison model, seconds", "", *_table("model", list(models), _seconds(models))] if models else []),
        "## Commit and load of each measurement", "", *_table("bench", list(told), runs),
    ]  # fmt: skip


def _read(folder: Path) -> dict[str, Told]:
    return {
        name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        for name in _BENCHES
        if (folder / f"{name}.json").exists()
    }


def _figures(measured: dict[str, Told]) -> Iterator[tuple[str, str]]:
    """Yield what one city is told by, a figure a row."""
    if connected := measured.get("connected"):
        yield "nodes", f"{connected['graph']['nodes']:,}"
        yield "relationships", f"{connected['graph']['links']:,}"
        for name, title in {
            "again": "connectedMatters, warm",
            "new selections": "connectedMatters, a selection never seen",
        }.items():
            yield f"{title}: p50 / p95 / most", _three(connected[name])
    if first := measured.get("first"):
        for name, each in first["asked"].items():
            yield f"{name}: median / most", f"{each['median']} / {each['most']}"
    yield from _searched(measured.get("search", {}))
    if live := measured.get("live"):
        for name in ("load", "mentions", "link"):
            yield f"after {live['matters']:,} new matters: {name}", f"{live[name]['seconds']} s"
    if models := measured.get("models"):
        yield "all comparison models, sum", f"{sum(models['seconds per model'].values()):.1f} s"


def _searched(search: Told) -> Iterator[tuple[str, str]]:
    for what, title in {"milliseconds": "", "processor milliseconds of Neo4j": ", processor time of Neo4j"}.items():
        if what in search:
            yield f"search, every drawn form{title}: p50 / p95 / most", _three(search[what])
            for name, each in search[f"{what} of forms"].items():
                yield f"search, {name.replace('_', ' ')}{title}: p50 / p95 / most", _three(each)


def _three(each: Told) -> str:
    return " / ".join(str(each[name]) for name in ("p50", "p95", "most"))


def _seconds(models: dict[str, Told]) -> dict[str, dict[str, str]]:
    rows: dict[str, dict[str, str]] = {}
    for city, measured in models.items():
        for model, seconds in measured["seconds per model"].items():
            rows.setdefault(model, {})[city] = f"{seconds:.1f} ({measured['alerts'][model]} alerts)"
    return rows


def _table(first: str, cities: list[str], rows: dict[str, dict[str, str]]) -> list[str]:
    head = [f"| {first} | {' | '.join(cities)} |", "|" + "---|" * (len(cities) + 1)]
    return [
        *head,
        *(f"| {name} | {' | '.join(cells.get(city, '') for city in cities)} |" for name, cells in rows.items()),
        "",
    ]


if __name__ == "__main__":
    typer.run(main)
