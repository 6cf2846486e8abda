"""`leadlink vault verify|rotate`: the reporter's vault, for whoever keeps it; neither command shows anything of an entry."""

import json

import typer

_JSON = typer.Option(False, "--json", help="Print one JSON object.")


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(no_args_is_help=True)
    group.command()(verify)
    group.command()(rotate)
    app.add_typer(group, name="vault", help="The reporter's vault: whether it is whole, and new keys for it.")


def verify(as_json: bool = _JSON) -> None:
    """Open every entry and check that none was changed, moved or taken out; exit code 1 if one was."""
    from dataclasses import asdict

    from graph_service.settings import read_settings
    from graph_service.vault.keys import VaultPlace
    from graph_service.vault.store import Vault
    from graph_service.vault.upkeep import verify as verified

    found = verified(Vault(VaultPlace.of(read_settings())))
    if as_json:
        print(json.dumps(asdict(found)))
    else:
        ciphers = ", ".join(f"{number:,} under {name}" for name, number in found.ciphers.items()) or "none"
        print(
            f"{found.entries:,} entries of {found.records:,} matters ({ciphers}); {found.repeated:,} by a reporter of another"
        )
        print(f"digest over all: {found.whole or 'none'}")
        print("\n".join(found.faults) or "every entry opens and stands where it was put")
    raise typer.Exit(1 if found.faults else 0)


def rotate(as_json: bool = _JSON) -> None:
    """Seal every entry under new keys; the service and loads may go on meanwhile."""
    from graph_service.settings import read_settings
    from graph_service.vault.keys import VaultPlace
    from graph_service.vault.store import Vault
    from graph_service.vault.upkeep import rotate as rotated

    number = rotated(Vault(VaultPlace.of(read_settings())))
    print(json.dumps({"entries": number}) if as_json else f"{number:,} entries are sealed under new keys")
