"""`leadlink sdl`: exports what derives from the declarations: the API's schema and the references in docs/."""

from pathlib import Path

import typer

ROOT = Path(__file__).resolve().parent.parent.parent


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(sdl)


def sdl(check: bool = typer.Option(False, "--check", help="Only tell whether the exported files are fresh.")) -> None:
    """Write what derives from the declarations: the SDL, the references in docs/, and the words of the desk."""
    from graph_service.errors import Conflict

    for name, text in exports().items():
        path = ROOT / name
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"{name}: {text.count(chr(10))} lines")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            raise Conflict("the exported file is not what the declarations give", name, "run `make sdl`")


def exports() -> dict[str, str]:
    """Return every derived file by its name."""
    from graph_service.api.schema import build_schema
    from graph_service.api.terms import terms
    from graph_service.cypher.reference import queries_reference
    from graph_service.models.reference import models_reference
    from graph_service.rights.reference import rights_reference
    from graph_service.tasks.reference import tasks_reference
    from graph_service.work.reference import life_reference
    from loaders.declare.source_file import read_sources
    from schema.reference import reference

    api = build_schema()
    titles = {each.name: each.title for each in read_sources(sorted((ROOT / "loaders" / "sources").rglob("*.yaml")))}
    return {
        "schema/api.graphql": api.as_str() + "\n",
        "docs/reference.md": reference(),
        "docs/models.md": models_reference(),
        "docs/query_files.md": queries_reference(),
        "docs/rights.md": rights_reference(),
        "docs/clue_life.md": life_reference(),
        "docs/tasks.md": tasks_reference(),
        "docs/settings.md": settings_table(),
        **terms(api._schema, titles),
    }


def settings_table() -> str:
    """Return the table of every setting, its default and its meaning."""
    from graph_service.settings import PREFIX, Settings

    lines = [
        "# Settings", "", "Made from `graph_service/settings.py` by `make sdl`; do not edit.",
        "Each is an environment variable; with `_FILE` behind its name it is read from that file.", "",
        "| Setting | Default | Meaning |", "|---|---|---|",
    ]  # fmt: skip
    for name, field in Settings.model_fields.items():
        default = "unset" if field.default is None else f"`{field.default}`"
        lines.append(f"| `{PREFIX}{name.upper()}` | {default} | {field.description} |")
    return "\n".join(lines) + "\n"
