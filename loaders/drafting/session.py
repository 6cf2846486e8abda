"""A run of `leadlink source draft`."""

from collections.abc import Sequence
from pathlib import Path

from graph_service.errors import BadInput, Conflict
from loaders.declare.nearest import unknown
from loaders.drafting.guess import Guess, guess_all
from loaders.drafting.look import look_at
from loaders.drafting.write import draft_of
from schema import KINDS


def draft_all(files: Sequence[Path], out: Path, kinds: Sequence[str], force: bool) -> list[tuple[Path, str]]:
    """Write a draft for each file and return its path with a summary; refuse to write over one that is there."""
    known = _kinds(kinds, files)
    guesses = guess_all([look_at(path) for path in files], known)
    out.mkdir(parents=True, exist_ok=True)
    targets = [out / f"{guess.look.name}.yaml" for guess in guesses]
    if len(set(targets)) < len(targets):
        raise BadInput("two files give the same name to their source", str(out), "rename one of the files")
    if not force and (there := [str(path) for path in targets if path.exists()]):
        raise Conflict("the draft is there already", ", ".join(there), "give another --out, or --force")
    for target, guess in zip(targets, guesses, strict=True):
        target.write_text(draft_of(guess), encoding="utf-8")
    return [(target, _summary(guess)) for target, guess in zip(targets, guesses, strict=True)]


def _kinds(given: Sequence[str], files: Sequence[Path]) -> dict[str, str]:
    known: dict[str, str] = {}
    names = {name for path in files for name in (path.name, path.stem)}
    for each in given:
        file, sign, kind = each.partition("=")
        if not sign or file not in names:
            raise BadInput(f"'{each}' names no file that is given", "--kind", "write FILE=Kind, for example units=Unit")
        if kind not in KINDS:
            raise BadInput(unknown("kind", kind, KINDS), f"--kind {each}", "see docs/reference.md")
        known[file] = kind
    return known


def _summary(guess: Guess) -> str:
    links = ", ".join(f"{each.column} leads to {each.file}" for each in guess.references) or "leads to no other file"
    key = " + ".join(guess.key) or "to be chosen"
    return f"{guess.kind}?, key {key}, {len(guess.placed())} of {len(guess.look.columns)} columns placed; {links}"
