"""`python -m bench`: the measurements, printed and written to bench/RESULTS.md."""

import re
import shutil
import sys
from datetime import date
from pathlib import Path

import typer

from bench.loading import compare_loading, loading_lines
from bench.measure import Pace
from bench.queries_run import QueryPlan, run_queries
from bench.shapes import SHAPES, QuestionShape
from graph_service.errors import BadInput, GraphServiceError
from graph_service.progress import ShownSteps
from graph_service.settings import read_settings

_PART = re.compile(r"^## (\w+)(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
RESULTS = Path(__file__).with_name("RESULTS.md")
_HEAD = (
    "Written by `make bench`. Absolute times are this machine's; the ratios are of stretches of one and the same run. "
    "leadlink answers with the viewer's predicate on every node and relationship; the peer and its answers have none."
)


def main(
    parts: str = typer.Option("queries,loading", help="What to measure: queries, loading, or both."),
    size: str = typer.Option("medium", help="City to ask and to load: small, medium or full."),
    only: str = typer.Option("", help="Only these questions, by name, with commas; then no file is written."),
    rounds: int = typer.Option(3, min=1, help="Rounds of every question and side."),
    seconds: float = typer.Option(4, min=1, help="Seconds of every stretch of load."),
) -> None:
    """Measure leadlink beside @neo4j/graphql, a bare route and the raw driver, and its loader beside a plain one."""
    folder = read_settings().home / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    with ShownSteps() as steps:
        if "queries" in parts:
            plan = QueryPlan(folder / size, size, _chosen(only), Pace(rounds, seconds))
            lines += [f"## Questions on the {size} city", "", *run_queries(plan, steps).lines()]
        if "loading" in parts:
            lines += ["## Loading", "", *loading_lines(compare_loading(folder, size, rounds, steps), size)]
    print("\n".join(lines))
    if not only:
        before = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
        RESULTS.write_text(page_of(before, lines), encoding="utf-8")


def page_of(before: str, lines: list[str]) -> str:
    """Return the page with these parts; a part that was not measured this time stays as it was, with its day."""
    today = (f"{line}, {date.today().isoformat()}" if line.startswith("## ") else line for line in lines)
    parts: dict[str, str] = dict([*_PART.findall(before), *_PART.findall("\n".join(today))])
    named = (f"## {name}{parts[name].rstrip()}\n" for name in sorted(parts, reverse=True))
    return "\n".join(["# Results", "", _HEAD, "", *named])


def _chosen(only: str) -> list[QuestionShape]:
    names = [name.strip() for name in only.split(",") if name.strip()] or list(SHAPES)
    if unknown := [name for name in names if name not in SHAPES]:
        raise BadInput(f"no question is called {unknown[0]}", "--only", f"use one of {', '.join(SHAPES)}")
    return [SHAPES[name] for name in names]


def run() -> int:
    """Run the command; a named refusal is printed and gives exit code 2."""
    if not shutil.which("wrk"):
        print("wrk is not installed: the load comes from the bench's own connections, which cost more", file=sys.stderr)
    try:
        typer.run(main)
    except GraphServiceError as error:
        print(f"error [{error.code}]: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(run())
