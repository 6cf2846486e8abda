"""`leadlink doctor`: what this machine lacks, before anything is started."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from graph_service.operation.checkup import Finding


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(doctor)


def doctor(as_json: bool = typer.Option(False, "--json", help="Print one JSON array.")) -> None:
    """Check Python, Java, jars, disk, ports and Neo4j; exit code 1 if something has to be mended."""
    from graph_service.operation.checkup import examine
    from graph_service.settings import read_settings

    findings = examine(read_settings())
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings]))
    else:
        _print(findings)
    raise typer.Exit(0 if all(finding.good for finding in findings) else 1)


def _print(findings: "list[Finding]") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("", "check", "found", "what to do")
    for finding in findings:
        mark, mend = ("[green]ok[/]", "") if finding.good else ("[red]no[/]", finding.mend)
        table.add_row(mark, finding.check, finding.found, mend)
    Console().print(table)
