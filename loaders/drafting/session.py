"""A run of `leadlink source draft`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph_service.errors import BadInput, Conflict
from loaders.declare.nearest import unknown
from loaders.drafting.guess import keyed, parts_of
from loaders.drafting.leads import Table, identified, of_parts, references
from loaders.drafting.look import Look, Tables, looks_at, tables_in
from loaders.drafting.naming import names_of
from loaders.drafting.tie_tables import ends_of, is_exported, key_of_ties, named_ends, ties_of
from loaders.drafting.write import draft_of
from schema import KINDS


@dataclass(frozen=True)
class Drafts:
    """The drafts that were written, each with a summary, and why files have none."""

    written: list[tuple[Path, str]]
    refused: list[BadInput]

    def require_all(self) -> None:
        """Return when every file has its draft, or refuse with what is wrong with each of the others."""
        if len(self.refused) == 1:
            raise self.refused[0]
        if self.refused:
            what = f"{len(self.refused)} files cannot be drafted: " + "; ".join(
                f"{each.where}: {each.what} ({each.mend})" for each in self.refused
            )
            zh = f"{len(self.refused)}个文件无法起草，其余已起草"
            raise BadInput(what, f"{len(self.refused)} files", "mend them and draft them again, with the others", zh=zh)


def draft_all(files: Sequence[Path], out: Path, kinds: Sequence[str], force: bool) -> Drafts:
    """Write a draft for each table of the files that can be read; refuse to write over one that is there."""
    found: Tables = []
    refused: list[BadInput] = []
    for file in files:
        try:
            found += tables_in(file)
        except BadInput as refusal:
            refused.append(refusal)
    looks = looks_at(found, names_of)
    known = _kinds(kinds, looks)
    tables = [_table(look, known.get(look.name)) for look in looks]
    _find_leads(tables)
    if tables:
        out.mkdir(parents=True, exist_ok=True)
    targets = [out / f"{look.name}.yaml" for look in looks]
    if not force and (there := [str(path) for path in targets if path.exists()]):
        raise Conflict("the draft is there already", ", ".join(there), "give another --out, or --force")
    for target, table in zip(targets, tables, strict=True):
        target.write_text(draft_of(table), encoding="utf-8")
    return Drafts([(target, _summary(table)) for target, table in zip(targets, tables, strict=True)], refused)


def _table(look: Look, kind: str | None) -> Table:
    parts = parts_of(look, kind)
    return Table(keyed(look, parts), parts)


def _find_leads(tables: Sequence[Table]) -> None:
    """Find what each table says of the others, and make tables of ties of those that do nothing else."""
    for table in tables:
        others = [other for other in tables if other is not table and not named_ends(other.look)]
        ends = ends_of(table, others)
        leads = ties_of(table, ends, tables) if ends else []
        # Two ends may be those of an event, such as a transfer: what is tied has to be plain.
        table.is_ties = is_exported(table.look) or any(lead.type for lead in leads)
        if ends and table.is_ties:
            table.parts, table.leads = [], leads
            table.look = replace(table.look, key=key_of_ties(table.look, ends))
        else:
            table.leads = [*of_parts(table), *references(table, others)]
            table.leads += identified(table)


def _kinds(given: Sequence[str], looks: Sequence[Look]) -> dict[str, str]:
    known: dict[str, str] = {}
    for each in given:
        file, sign, kind = each.partition("=")
        meant = [look for look in looks if file and file in look.called()]
        if not sign or not meant:
            raise BadInput(f"'{each}' names no file that is given", "--kind", "write FILE=Kind, for example units=Unit")
        if kind not in KINDS:
            raise BadInput(unknown("kind", kind, KINDS), f"--kind {each}", "see docs/reference.md")
        known |= {look.name: kind for look in meant}
    return known


def _summary(table: Table) -> str:
    look = table.look
    key = " + ".join(look.key) or "to be chosen"
    told = (
        f"{each.column} leads to {each.table or each.kind}"
        for lead in table.leads
        for each in (lead.start, lead.end)
        if each.column and (each.table or each.by)
    )
    leads = ", ".join(dict.fromkeys(told)) or "leads to no other table"
    if table.is_ties:
        types = ", ".join(dict.fromkeys(lead.type or "?" for lead in table.leads))
        return f"ties {types}, key {key}; {leads}"
    placed = len({column for part in table.parts for column in part.placed()})
    kinds = ", ".join(dict.fromkeys(part.kind for part in table.parts))
    return f"{kinds}?, key {key}, {placed} of {len(look.columns)} columns placed; {leads}"
