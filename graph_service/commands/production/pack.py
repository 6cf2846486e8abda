"""`leadlink pack make|verify|return`: a unit's pack as files, whether a signed one is whole, and what a team brings back."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from graph_service.reports.offline.returned import Returned

_AS = typer.Option(
    ..., "--as", help="For whom: @FILE with the officer's token, or in demo mode the officer's staff number."
)
_PURPOSE = typer.Option(..., "--purpose", help="What the pack is for; it stands in the access log and in the pack.")
_JSON = typer.Option(False, "--json", help="Print one JSON object.")
_KEY = typer.Option(None, "--key", help="Public key of who made the pack (PEM); that of this home without it.")
_FORMS = "docx+xlsx+pdf+zip"
_WITH = (
    "More: forms=docx+pdf (all of docx, xlsx, pdf and the signed zip without it), levels=2, on=2026-06-30, language=en."
)


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(no_args_is_help=True)
    group.command()(make)
    group.command()(verify)
    group.command(name="return")(take_back)
    app.add_typer(group, name="pack", help="A unit's pack before a round: made, verified, and brought back.")


def make(
    unit: str = typer.Argument(..., help="Unit, by its id or as unit:CODE."),
    out: Path = typer.Option(..., "--out", help="Folder for the files."),
    purpose: str = _PURPOSE,
    officer: str = _AS,
    given: str = typer.Option("", "--with", help=_WITH),
) -> None:
    """Write the pack as its officer may see it; each file stands in the access log before it is written."""
    from graph_service.api.exports.wanted import PackWanted, read_wanted
    from graph_service.commands.production.packing import Asking, make_files
    from graph_service.settings import read_settings

    told = dict(each.partition("=")[::2] for each in given.split(",") if each)
    forms = told.pop("forms", _FORMS).split("+")
    numbers = {name: int(told.pop(name)) for name in ("levels", "first", "echoDays") if told.get(name, "").isdecimal()}
    wanted = [read_wanted(PackWanted, {"unit": unit, **told, **numbers, "form": form}) for form in forms]
    for path in make_files(read_settings(), Asking(officer, purpose), wanted, out):
        print(path)


def verify(
    file: Path = typer.Argument(..., help="The signed pack."), key: Path | None = _KEY, as_json: bool = _JSON
) -> None:
    """Check signature and digests of a signed pack; exit code 1 if anything is wrong."""
    from graph_service.reports.offline.verifying import verify as verified

    found = verified(file, _public(key))
    told = {"manifest": found.manifest, "wrong": found.wrong}
    print(json.dumps(told, ensure_ascii=False) if as_json else "\n".join(found.wrong) or _whole(found.manifest))
    raise typer.Exit(1 if found.wrong else 0)


def take_back(
    file: Path = typer.Argument(..., help="The workbook findings.xlsx, filled in."),
    pack: Path = typer.Option(..., "--pack", help="The signed pack that it came with."),
    officer: str = _AS,
    key: Path | None = _KEY,
    as_json: bool = _JSON,
) -> None:
    """List what a team checked and found, and what conflicts with what changed meanwhile; writes nothing. Exit code 1 if something does."""
    from graph_service.commands.production.packing import Asking, pack_now
    from graph_service.errors import BadInput
    from graph_service.reports.offline.returned import returned
    from graph_service.reports.offline.verifying import verify as verified
    from graph_service.settings import read_settings

    found = verified(pack, _public(key))
    if found.wrong:
        raise BadInput(f"the pack is not as it was signed: {found.wrong[0]}", str(pack), "give the pack as it was made")
    asking = Asking(officer, f"return of {found.manifest['request']}: {found.manifest['purpose']}")
    wanted = {"unit": found.pack["unit"]["id"], "levels": found.manifest["levels"], "form": "zip"}
    back = returned(file, found.pack, pack_now(read_settings(), asking, wanted))
    print(json.dumps(back.told, ensure_ascii=False) if as_json else _told(back))
    raise typer.Exit(1 if back.conflicts else 0)


def _public(key: Path | None) -> Any:
    from graph_service.reports.offline.signing import PackSigner, read_public_key
    from graph_service.settings import read_settings

    return read_public_key(key) if key else PackSigner(read_settings().home).public


def _whole(manifest: Any) -> str:
    unit, files = manifest["unit"]["name"], len(manifest["files"])
    return f"{unit}: {files} files as they were signed for {manifest['officer']} at {manifest['made_at']}"


def _told(back: "Returned") -> str:
    lines = [
        f"checked {len(back.checked)}, new {len(back.new)}, not checked {back.unchecked}, appeared {len(back.appeared)}"
    ]
    lines += [f"checked    {each['number']}  {'; '.join(each['told'].values())}" for each in back.checked]
    lines += [f"new        {each.get('标题', '?')}  {each.get('单位', '')}" for each in back.new]
    lines += [f"appeared   {each['number']}  {each['title']}" for each in back.appeared]
    for each in back.conflicts:
        fields = "; ".join(f"{one['field']}: {one['then']} -> {one['now']}" for one in each.get("fields", ()))
        lines.append(f"conflict   {each['conflict']}  {each['number']}  {fields}")
    return "\n".join(lines)
