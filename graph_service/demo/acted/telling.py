"""Tells the nine stories as officers act them, once per home: afterwards the same lines again."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from rich.console import Console

from graph_service.demo.acted.outcome import Outcome
from graph_service.demo.acted.playing import plays, stage_of, take_in
from graph_service.demo.acted.stage import Line
from graph_service.graph import ServerAddress
from graph_service.settings import Settings

_SHOWN_LINES = 24  # of one story


async def tell_acted(settings: Settings, running: ServerAddress, truth: Mapping[str, Any], console: Console) -> None:
    """Print who did what when in each story, and what came of it."""
    kept = settings.home / "stories" / "acted.txt"
    console.print(
        "\n[bold]The same stories acted[/bold] by officers of different teams through the API alone, on days of November 2026"
    )
    if not kept.exists():
        told = [line async for line in _acted(settings, running, truth)]
        kept.write_text("\n".join(told), encoding="utf-8")
    console.print(kept.read_text(encoding="utf-8"), markup=False)
    console.print(
        "Look at them: `LEADLINK_DEMO=true leadlink work custody YL-F6-01 --as o-chief-01`, or open YL-F6-01 in the desk.",
        style="dim",
    )


async def _acted(settings: Settings, running: ServerAddress, truth: Mapping[str, Any]) -> Any:
    async with stage_of(settings, running) as stage:
        intake = await take_in(stage, settings, truth)
        for name, play in plays().items():
            stage.lines.clear()
            yield as_text(name, await play(stage, intake), stage.lines)


def as_text(name: str, outcome: Outcome, lines: list[Line]) -> str:
    """Return one story as text: its sentence, then a line for each act; one for all where an officer does the same to many.

    Of a long story one line stands for all who do the same at the same moment.
    """
    shown = _told(lines, lambda one: (one.at, one.what, one.officer))
    if len(shown) > _SHOWN_LINES:
        shown = _told(lines, lambda one: (one.at, one.what))
    more = [f"    … {len(shown) - _SHOWN_LINES} more"] if len(shown) > _SHOWN_LINES else []
    return "\n".join(["", f"{name}  {outcome.sentence}", *shown[:_SHOWN_LINES], *more])


def _told(lines: list[Line], alike: Callable[[Line], Hashable]) -> list[str]:
    groups: dict[Hashable, list[Line]] = {}
    for one in lines:
        groups.setdefault(alike(one), []).append(one)
    return [_line(group) for group in sorted(groups.values(), key=lambda group: group[0].at)]


def _line(group: list[Line]) -> str:
    first, others = group[0], len({one.officer for one in group}) - 1
    officer = f"{first.officer} +{others}" if others else first.officer
    team = first.team if len({one.team for one in group}) == 1 else ""
    came = list(dict.fromkeys(one.came_of_it for one in group))
    told = came[0] if len(came) == 1 else f"{came[0]} and {len(came) - 1} more"
    times = f"  × {len(group)}" if len(group) > 1 else ""
    return f"    {first.at:%m-%d %H:%M}  {officer:<16} {team:<19} {first.what:<32} {told}{times}"
