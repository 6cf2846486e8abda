"""The truth of a city with that of the letters added, in the form that the scorer reads."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bench.letters.letters import Letter
from graph_service.errors import BadInput

Truth = dict[str, Any]


def extend(truth: Truth, added: Mapping[str, Any], letters: Sequence[Letter]) -> None:
    """Adds the letters to the truth of the city they were written for, or refuses any other."""
    on = {name: truth["about"].get(name) for name in added["on"]}
    if on != added["on"]:
        raise BadInput(f"the letters stand on the city of {added['on']}", f"a city of {on}", "give that one to --on")
    _place_matters(truth, added["matters"], letters)
    truth["links"]["series"] += added["pairs"]
    truth["links"]["near_misses"] += added["near_misses"]
    for model, plans in added["models"].items():
        for name, told in plans.items():
            truth["models"][model][name] += told
    for model in added["neutral_for"]:
        truth["models"][model]["neutral"] += added["matters"]
    _count(truth, added["matters"], letters)


def _place_matters(truth: Truth, matters: Mapping[str, Truth], letters: Sequence[Letter]) -> None:
    rows, sources = _rows_of(truth, letters), {told["file"]: source for source, told in truth["files"].items()}
    for number, told in matters.items():
        file, row = rows[number]
        truth["matters"][number] = {**told, "row": f"{sources[file]}:{row}"}
        for entity in told["entities"]:
            if entity in truth["links"]["hub_groups"]:
                truth["links"]["hub_groups"][entity].append(number)


def _rows_of(truth: Truth, letters: Sequence[Letter]) -> dict[str, tuple[str, int]]:
    keys = {told["file"]: (told["key"][0], told["rows"]) for told in truth["files"].values()}
    found: dict[str, tuple[str, int]] = {}
    seen: Counter[str] = Counter()
    for letter in letters:
        key, before = keys[letter.file]
        seen[letter.file] += 1
        found[letter.cells[key]] = (letter.file, before + seen[letter.file])
    return found


def _count(truth: Truth, matters: Mapping[str, Truth], letters: Sequence[Letter]) -> None:
    written = Counter(letter.file for letter in letters)
    for told in truth["files"].values():
        for name in ("rows", "distinct_good"):
            told[name] += written[told["file"]]
    truth["about"]["matters"] += len(matters)
    truth["about"]["planted_matters"] += len(matters)
    for told in matters.values():
        truth["about"]["matters_per_channel"][told["channel"]] += 1
