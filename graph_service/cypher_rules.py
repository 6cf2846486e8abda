"""Puts the linkage rules together, and fills the stand-ins that query files hold for parts and closed words."""

import re
from functools import cache

from graph_service.cypher import QueryFile, caption, part, read_folder
from schema.vocabulary import FirmRole, KinRelation, Problem, Role

_COLUMNS = "other, nodes, edges, degree, certainty"
_NAMED = re.compile(r"\{(\w+)\}")


def filled(text: str, labels: tuple[tuple[str, str], ...] = ()) -> str:
    """Return the text with its stand-ins filled: parts, rules, and closed words such as labels and bounds."""
    if "RULES_" in text:
        text = text.replace("RULES_", rules())
    text = text.replace("ISSUES_", part("issues_of_finding")).replace("CAPTION_", caption("nodes(p)[i]"))
    for stand_in, label in labels:
        text = text.replace(stand_in, label)
    return text


@cache
def rules() -> str:
    """Return every linkage rule in one text: rules that share a kind of thing make one branch, each other its own."""
    files = list(read_folder("linkage").values())
    shared = {file.head["shares"]: file for file in files if "shares" in file.head}
    through = {file.head["shares"]: file for file in files if "through" in file.head}
    branches = [_shared_branch(shared), _through_branch(through)]
    branches += [f"CALL (m) {{\n{file.body}\n}}\nRETURN {_COLUMNS}, {_claim(file)} AS claim" for file in files if file.body]
    return termed(dated(part("evidence").replace("BRANCHES_", "\nUNION ALL\n".join(branches))))


def _shared_branch(rules_by_label: dict[str, QueryFile]) -> str:
    claims = " ".join(f"WHEN e:{label} THEN {_claim(file)}" for label, file in rules_by_label.items())
    text = part("shared").replace("LABELS_", "|".join(rules_by_label))
    return text.replace("CAPTION_E_", caption("e")).replace("CLAIM_", f"CASE {claims} END")


def _through_branch(rules_by_label: dict[str, QueryFile]) -> str:
    claims = " ".join(f"WHEN e:{label} THEN {_claim(file, 'through_')}" for label, file in rules_by_label.items())
    types = "|".join(file.head["through"] for file in rules_by_label.values())
    text = part("shared_through").replace("LABELS_", "|".join(rules_by_label)).replace("TYPES_", types)
    text = text.replace("CAPTION_E_", caption("e")).replace("CAPTION_H_", caption("h"))
    return text.replace("CLAIM_", f"CASE {claims} END")


def _claim(file: QueryFile, which: str = "") -> str:
    """Return the list of a rule's name, weight and sentences."""
    sentences = f"{sentence(file.head[f'{which}because'])}, {sentence(file.head[f'{which}because_zh'])}"
    return f"['{file.name.partition('/')[2]}', {float(file.head['weight'])}, {sentences}]"


def termed(text: str) -> str:
    """Return the text with the Chinese labels of vocabularies where it asks for them."""
    for stand_in, terms in (("FIRM_ROLES_ZH_", FirmRole), ("ROLES_ZH_", Role), ("PROBLEMS_ZH_", Problem), ("KIN_ZH_", KinRelation)):
        labels = ", ".join(f"{each.value}: {_literal(each.label)}" for each in terms)
        text = text.replace(stand_in, f"{{{labels}}}")
    return text


def dated(text: str) -> str:
    """Return the text with the day that each matter came in."""
    day = "coalesce({0}.received_on, {0}.found_on, date({0}.asked_at), date({0}.raised_at))"
    return text.replace("DAY_M_", day.format("m")).replace("DAY_O_", day.format("other"))


def sentence(template: str) -> str:
    """Return the Cypher text of a template such as `Both name {shared}`; its names are columns of the rule."""
    parts: list[str] = []
    position = 0
    for match in _NAMED.finditer(template):
        parts.append(_literal(template[position : match.start()]))
        parts.append(f"coalesce(toString({match[1]}), '?')")
        position = match.end()
    parts.append(_literal(template[position:]))
    return " + ".join(part for part in parts if part != "''") or "''"


def _literal(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
