"""The table of all comparison models with their parameters, as `leadlink sdl` writes it into the docs."""

from dataclasses import asdict
from functools import cache
from typing import Any

from graph_service.models.model_file import Model, read_models

_HEAD = """# Comparison models

Made from the heads of `queries/models/` by `make sdl`; do not edit. The ids are those of the trade (`V` vehicles, `R` reception,
`A` allowances, `B` benefits, `T` tenders, `K` kin and firms, `M` medical, `C` across channels).

`leadlink models` runs them over the graph and keeps what they find as alerts; a second run writes nothing, and an alert goes when its
rows fire no more, unless somebody has checked it: then it stays and its `review` says so. `--only V1,T5` runs some, `--parameters
FILE` gives a city's own parameters (`V1: {tank_factor: 1.1}` in YAML), `--dry-run` tells what would be found, `--json` prints every
alert with the source and key of each row that fired. An alert is no finding: a desk checks it, the innocent explanations first. It
is told only to whoever may read every row that it rests on.

A model whose input is as it was when it last ran does not run: its alerts stand, and the output says so. What a model reads are the
kinds and relationships that its text names; each has a number in the graph that every load, withdrawal, roll-back, merge and reading
of texts counts up with what it writes. Another version, other parameters, other roles and, where the text asks for today, another
day run it too, and so does whatever leaves a doubt: a text that does not tell what it reads always runs. `--all` runs everything;
use it after records were changed by other means than this program, or by a version that did not count yet.

What came of an alert is said by `checkAlert(id:, outcome:, reason:, matter:, seen:, clientKey:)`: `DISMISSED` with the innocent
explanation that holds, `TO_UNIT` for a ticket that the unit answers, `TO_CLUE` for a registered clue, `OPEN` to open it again. The
ticket or clue is named where it is here already, and shown to whoever may read it. Checks are kept for ever: the next one retires
the earlier, and neither a load, a withdrawal nor a run of a model undoes one. `state` of an alert, filters and counts follow the
newest check, else what the source said; `checks` is the history, `review` says whether the alert changed or lost its ground since
(`CHANGED`, `GROUND_GONE`). `{ modelScoreboard { model checked dismissed toUnit toClue precision } }` tells which models earn their desk's time.

What a model would find with other numbers is told by `modelDryRun(model:, parameters: [{name:, value:}])` without writing anything: how many
findings, how many of them have no alert yet, which alerts would go, the first 50 of each with their sentences. It reads the same text as the
run, over what the viewer may read: a finding counts whose rows, names and ties the viewer reads all. It is for the teams inside the house.

A model of one's own is one file, no Python: a head like those in `queries/models/`, and Cypher that returns `key` (what the alert is
about), `facts` (what the sentences `because` and `because_zh` take in), `records` (the nodes that fired), `ties` (the
relationships that fired) and `named` (pairs of a role and an entity). It lies in `queries/models/`, or in a folder given as `--folder`.
"""


def models_reference() -> str:
    """Return the page on all models of the product."""
    return _HEAD + "".join(_section(model) for model in read_models().values())


@cache
def models_told() -> list[dict[str, Any]]:
    """Return every model of the product as the API tells of it."""
    models = enumerate(read_models().values())
    return [{"place": place, **_told(model)} for place, model in models]


def _told(model: Model) -> dict[str, Any]:
    head = model.file.head
    parameters = [asdict(each) for each in model.file.parameters.values()]
    told = {name: head[name] for name in ("title", "severity", "channel", "team", "innocent", "innocent_zh")}
    return {"model": model.id, "version": model.version, **told, "parameters": parameters}


def _section(model: Model) -> str:
    head = model.file.head
    lines = [
        "", f"## {model.id} {model.title}", "",
        f"Version {model.version}, severity {head['severity']}, to team {head['team']}.",
        f"Tells: {head['because']}.", f"{head['because_zh']}。", "",
        f"To check first: {head['innocent']}. {head['innocent_zh']}。",
    ]  # fmt: skip
    if model.file.parameters:
        lines += ["", "| Parameter | Default | Unit | Meaning |", "|---|---|---|---|"]
    for each in model.file.parameters.values():
        default = each.default if len(each.default) <= 60 else each.default[:57] + "…"
        lines.append(f"| `{each.name}` | `{default}` | {each.unit} | {each.about} |")
    return "\n".join(lines) + "\n"
