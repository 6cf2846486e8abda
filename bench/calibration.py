"""`python -m bench.calibration --fit FILE… --check FILE…`: the map from strength to score, fitted on some cities, checked on others.

The files are judged pairs that `bench.own_city` and `bench.other_city --pairs` write.
"""

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from bench.calibration_fit import ScoreMap, Scoring, best_adamic_adar, expected_error, fitted, measured, tenths
from bench.calibration_plot import Curve, Panel, plot
from bench.judged_pairs import JudgedCity, JudgedPair, read_judged
from bench.measured_home import ROOT
from graph_service.cypher.score import SHOWN_FROM
from graph_service.errors import BadInput

PAGE, PICTURE = ROOT / "docs" / "calibration.md", "calibration.svg"
MARK = "<!-- Written by bench.calibration from here on. -->"
_SURE = 0.5


@dataclass(frozen=True)
class Checked:
    """Every city, those the map was fitted on first, and the map itself."""

    fit: Sequence[JudgedCity]
    check: Sequence[JudgedCity]
    new: ScoreMap
    adamic_adar: float

    @classmethod
    def of(cls, fit: Sequence[JudgedCity], check: Sequence[JudgedCity]) -> "Checked":
        """Return the map fitted on the first cities beside all of them."""
        return cls(fit, check, fitted(fit), best_adamic_adar(fit))

    def cities(self) -> list[tuple[JudgedCity, bool]]:
        """Return every city with whether the map was fitted on it."""
        return [*((city, True) for city in self.fit), *((city, False) for city in self.check)]


def _strength(pair: JudgedPair) -> float:
    return pair.strength


def main(
    fit: list[Path] = typer.Option(
        ..., help="Judged pairs of a city to fit the two numbers on; may come several times."
    ),
    check: list[Path] = typer.Option(..., help="Judged pairs of a city to check them on, which no fit has seen."),
    page: Path | None = typer.Option(None, help="Page whose figures are written anew, the plot beside it."),
) -> None:
    """Fit, check, print one JSON, and write figures and plot into the page if it is named."""
    if both := {path.resolve() for path in fit} & {path.resolve() for path in check}:
        raise BadInput("a city that is fitted on checks nothing", str(both.pop()), "give it to one of the two")
    checked = Checked.of([read_judged(path) for path in fit], [read_judged(path) for path in check])
    print(json.dumps(told(checked), ensure_ascii=False))
    if page:
        head = page.read_text(encoding="utf-8").partition(MARK)[0]
        page.write_text("\n".join([head + MARK, "", *figures(checked), ""]), encoding="utf-8")
        page.with_name(PICTURE).write_text(drawn(checked), encoding="utf-8")


def told(checked: Checked) -> dict[str, Any]:
    """Return all figures: the fitted numbers, those in use, and what comes of the latter in each city."""
    return {
        "fitted": vars(checked.new),
        "in use": vars(ScoreMap()),
        "cities": [_city(checked, city, is_fit) for city, is_fit in checked.cities()],
    }


def _city(checked: Checked, city: JudgedCity, is_fit: bool) -> dict[str, Any]:
    parts = tenths(city.returned(), ScoreMap())
    return {
        "city": city.city, "part": "fit" if is_fit else "check", "pairs": len(city.returned()), "neutral": city.neutral,
        "error of the strength": _error(city, _strength), "error of the score": _error(city, ScoreMap()),
        "error of the fitted": _error(city, checked.new),
        "tenths": [[n / 10, part.pairs, round(part.score, 3), round(part.right, 3)] for n, part in enumerate(parts) if part],
        **{name: [round(found.precision, 3), round(found.recall, 3)] for name, found in _compared(checked, city).items()},
    }  # fmt: skip


def _error(city: JudgedCity, scoring: Scoring) -> float:
    return round(expected_error(tenths(city.returned(), scoring)), 3)


def _compared(checked: Checked, city: JudgedCity) -> dict[str, Any]:
    scoring = ScoreMap()
    return {
        f"score from {SHOWN_FROM}": measured(city, lambda pair: scoring(pair) >= SHOWN_FROM),
        f"score from {_SURE}": measured(city, lambda pair: scoring(pair) >= _SURE),
        "any shared thing": measured(city, lambda pair: pair.shared > 0),
        f"Adamic-Adar from {checked.adamic_adar:.2f}": measured(
            city, lambda pair: pair.adamic_adar >= checked.adamic_adar
        ),
    }


def figures(checked: Checked) -> list[str]:
    """Return the tables of the page."""
    lines = [f"Made on commit `{_commit()}`.", "", f"![The share of right pairs over the score](./{PICTURE})", ""]
    new, used = checked.new, ScoreMap()
    lines += [
        f"Fitted: `HALF_RIGHT` {new.half_right}, `STEEPNESS` {new.steepness}. In use: {used.half_right} and {used.steepness}.",
        "", "| City | Part | Judged pairs | Error of the strength | Error of the score |", "|---|---|---|---|---|",
    ]  # fmt: skip
    lines += [
        f"| {city.city} | {'fitted on' if is_fit else 'checked'} | {len(city.returned()):,} | {_error(city, _strength):.3f} "
        f"| {_error(city, used):.3f} |"
        for city, is_fit in checked.cities()
    ]
    return [*lines, *_comparison(checked), *_reliability(checked)]


def _comparison(checked: Checked) -> list[str]:
    names = list(_compared(checked, checked.fit[0]))
    lines = [
        "",
        "Precision and recall, beside plain ways to connect matters (the bound of Adamic-Adar is the best on the cities fitted on):",
        "",
        f"| City | {' | '.join(names)} |",
    ]
    lines.append("|---" * (len(names) + 1) + "|")
    for city, _ in checked.cities():
        cells = [f"{found.precision:.3f} / {found.recall:.3f}" for found in _compared(checked, city).values()]
        lines.append(f"| {city.city} | {' | '.join(cells)} |")
    return lines


def _reliability(checked: Checked) -> list[str]:
    lines = ["", "Pairs per tenth of the score, with their mean score and the share that is right:", ""]
    lines += [
        f"| Score | {' | '.join(city.city for city, _ in checked.cities())} |",
        "|---" * (len(checked.cities()) + 1) + "|",
    ]
    columns = [tenths(city.returned(), ScoreMap()) for city, _ in checked.cities()]
    for n, row in enumerate(zip(*columns, strict=True)):
        cells = [f"{part.pairs:,}: {part.score:.2f}, {part.right:.2f}" if part else "" for part in row]
        lines.append(f"| {n / 10:.1f} to {(n + 1) / 10:.1f} | {' | '.join(cells)} |")
    return lines


def drawn(checked: Checked) -> str:
    """Return the plot: strengths as they combine on the left, scores on the right."""
    sides = (("Combined strength, taken for a probability", "strength", _strength), ("Score", "score", ScoreMap()))
    return plot([
        Panel(title, axis, [Curve(city.city, is_fit, tenths(city.returned(), scoring)) for city, is_fit in checked.cities()])
        for title, axis, scoring in sides
    ])  # fmt: skip


def _commit() -> str:
    """Return the commit that was measured, marked where files differ from it."""
    git = shutil.which("git")
    if git is None:
        return "unknown"
    command = [git, "describe", "--always", "--dirty", "--exclude=*"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip() or "unknown"


if __name__ == "__main__":
    typer.run(main)
