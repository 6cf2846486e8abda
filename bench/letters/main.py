"""Writes a city with letters, `python -m bench.letters.main sixth --on CITY --out OUT/city`, or counts what a result found.

The count is `python -m bench.letters.main sixth --half A --result R`, of what `bench.other_city --out R` wrote.
"""

import json
import shutil
from pathlib import Path

import typer

from bench.letters.extend import extend
from bench.letters.halves import Half, counted
from bench.letters.letters import Letters, read_added, read_letters
from bench.letters.write import append
from bench.other_city_truth import scorer_of
from graph_service.errors import BadInput


def main(
    letters: Letters = typer.Argument(..., help="Which letters."),
    out: Path | None = typer.Option(None, help="Folder to write the city to; score.py comes beside it."),
    on: Path | None = typer.Option(None, help="The city to copy: exports/, manifest.json, truth.json."),
    half: Half | None = typer.Option(None, help="Count this half of the pairs alone; else all."),
    result: Path | None = typer.Option(None, help="Result to count in, as `bench.other_city --out` wrote it."),
) -> None:
    """Write the city with the letters, or print how many pairs of each kind a result found."""
    if result:
        links = json.loads(result.read_text(encoding="utf-8"))["links"]
        print("\n".join(counted(read_added(letters), links, half)))
    elif out and on:
        print(json.dumps(write(letters, on.resolve(), out.resolve()), ensure_ascii=False))
    else:
        raise BadInput("neither a city to write nor a result", "arguments", "give --on CITY --out OUT, or --result R")


def write(which: Letters, on: Path, out: Path) -> dict[str, int]:
    """Write the city with the letters into the folder, and return how many rows each file got; refuse to write over the city."""
    if out == on:
        raise BadInput("the letters would be written over the city itself", str(out), "name another folder")
    added, letters = read_added(which), read_letters(which)
    truth = json.loads((on / "truth.json").read_text(encoding="utf-8"))
    extend(truth, added, letters)
    _copy(on, out)
    rows: dict[str, int] = {}
    for source in json.loads((on / "manifest.json").read_text(encoding="utf-8")).values():
        if own := [letter.cells for letter in letters if letter.file == source["file"]]:
            append(out / "exports" / source["file"], source["format"], source["columns"], own)
            rows[source["file"]] = len(own)
    (out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return rows


def _copy(on: Path, out: Path) -> None:
    files = {path: out / path.relative_to(on) for path in on.rglob("*") if path.is_file()}
    if out.parent != on.parent:
        files[scorer_of(on)] = out.parent / "score.py"
    for path, copy in files.items():
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)


if __name__ == "__main__":
    typer.run(main)
