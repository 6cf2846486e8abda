"""`leadlink log verify|show|review`: the access log, for whoever reviews what was read."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from graph_service.access_log.reading import Wanted
    from graph_service.settings import Settings

_FOLDER = typer.Option(
    None, "--folder", help="Folder of a copy; without it the log of this home, which keeps that it was read."
)
_OFFICER = typer.Option(None, help="Only what this officer asked.")
_TIME = typer.Option("", help="Only from a day or time on, before another, or both: 2026-11-01..2026-11-28T22:00.")
_JSON = typer.Option(False, "--json", help="Print JSON.")


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(no_args_is_help=True)
    group.command()(verify)
    group.command()(show)
    group.command()(review)
    app.add_typer(group, name="log", help="The access log: whether it is whole, what stands in it, what is odd.")


def verify(
    folder: Path | None = typer.Argument(None, help="Folder of the log; this home's without it."),
    key: Path | None = typer.Option(None, help="Public key, best the copy that lies elsewhere."),
    anchors: Path | None = typer.Option(
        None, help="Folder of the anchored heads; LEADLINK_ACCESS_LOG_ANCHOR otherwise."
    ),
    part: bool = typer.Option(False, help="Earlier files are kept elsewhere."),
    as_json: bool = _JSON,
) -> None:
    """Check that nothing was changed, taken out, moved or cut; exit code 1 if something was."""
    from graph_service.access_log.log import FOLDER
    from graph_service.access_log.verify.__main__ import main
    from graph_service.settings import read_settings

    settings = read_settings()
    outside = anchors or (settings.access_log_anchor if folder is None else None)
    given = [str(folder or settings.home / FOLDER)]
    given += [*(("--key", str(key)) if key else ()), *(("--anchors", str(outside)) if outside else ())]
    raise typer.Exit(main([*given, *(["--part"] if part else ()), *(["--json"] if as_json else ())]))


def show(
    folder: Path | None = _FOLDER,
    officer: str | None = _OFFICER,
    record: str | None = typer.Option(None, "--id", help="Only answers that showed the record with this id."),
    time: str = _TIME,
    as_json: bool = _JSON,
) -> None:
    """Show answers and refusals, oldest first."""
    from graph_service.access_log.reading import Wanted, read_entries, times
    from graph_service.settings import read_settings

    settings = read_settings()
    wanted = Wanted(officer, record, *times(time))
    for entry in read_entries(_folder_of(settings, folder, "show", wanted), wanted):
        print(json.dumps(entry) if as_json else _line(entry))


def review(
    folder: Path | None = _FOLDER,
    officer: str | None = _OFFICER,
    time: str = _TIME,
    samples: int = typer.Option(5, min=0, help="How many entries to draw for a closer look."),
    as_json: bool = _JSON,
) -> None:
    """Tell per officer how much, how widely, when and how often in vain was asked, and what of it is odd."""
    from graph_service.access_log.reading import Wanted, read_entries, times
    from graph_service.access_log.review import review as reviewed
    from graph_service.settings import read_settings

    settings = read_settings()
    wanted = Wanted(officer, None, *times(time))
    found = reviewed(read_entries(_folder_of(settings, folder, "review", wanted), wanted), samples)
    if as_json:
        print(json.dumps(found))
    else:
        _print(found)


def _folder_of(settings: "Settings", folder: Path | None, how: str, wanted: "Wanted") -> Path:
    """Return the folder to read; that the own log is read is written into it first."""
    from graph_service.access_log.folder import FILES
    from graph_service.access_log.log import FOLDER, write_once
    from graph_service.user import user_name

    own = settings.home / FOLDER
    if folder is None and any(own.glob(FILES)):
        write_once(settings, {"kind": "inspected", "by": user_name(), "how": how, "wanted": wanted.told})
    return folder or own


def _line(entry: dict[str, Any]) -> str:
    told = json.dumps(entry["purpose"]) if entry["purpose"] else "-"
    asked = ",".join(entry["operation"]) or "-"
    return f"{entry['at']}  {entry['officer'] or '-'}  {entry['code']}  {asked}  {entry['number']} records  {told}  {entry['request']}"


def _print(found: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    columns = ("officer", "answers", "refused", "empty", "night", "records", "people", "withoutPurpose")
    table = Table(*columns, "odd")
    for each in found["officers"]:
        table.add_row(*(str(each[name]) for name in columns), ", ".join(each["odd"]))
    Console().print(table)
    for entry in found["samples"]:
        print(_line(entry))
