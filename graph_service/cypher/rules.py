"""Puts the linkage rules together, and fills the stand-ins that query files hold for parts and closed words."""

from collections.abc import Iterable
from functools import cache

from graph_service.cypher.files import QueryFile, caption, part, read_folder
from graph_service.cypher.order import with_orders
from schema import ENTITY, KINDS
from schema.record import captioned

_COLUMNS = "other, nodes, edges, degree, certainty"


def filled(text: str, labels: tuple[tuple[str, str], ...] = ()) -> str:
    """Return the text with its stand-ins filled: parts, rules, closed words such as labels and bounds, and orders."""
    if "RULES_" in text:
        text = text.replace("RULES_", rules())
    text = text.replace("CANDIDATE_", part("identity_candidate"))
    text = text.replace("ISSUES_", part("issues_of_finding")).replace("CAPTION_", caption("nodes(p)[i]"))
    for stand_in, label in labels:
        text = text.replace(stand_in, label)
    return with_orders(text)


@cache
def rules() -> str:
    """Return every linkage rule in one text: rules that share a kind of thing make one branch, each other its own."""
    files = list(read_folder("linkage").values())
    shared = {file.head["shares"]: file for file in files if "shares" in file.head}
    through = {file.head["shares"]: file for file in files if "through" in file.head}
    branches = [_shared_branch(shared), _through_branch(through)]
    branches += [
        f"CALL (m) {{\n{file.body}\n}}\nRETURN {_COLUMNS}, {_claim(file)} AS claim, facts"
        for file in files
        if file.body
    ]
    return dated(part("evidence").replace("BRANCHES_", "\nUNION ALL\n".join(branches)))


def _shared_branch(rules_by_label: dict[str, QueryFile]) -> str:
    claims = " ".join(f"WHEN e:{label} THEN {_claim(file)}" for label, file in rules_by_label.items())
    text = part("shared").replace("LABELS_", "|".join(rules_by_label))
    return text.replace("CAPTION_E_", _caption("e", rules_by_label)).replace("CLAIM_", f"CASE {claims} END")


def _through_branch(rules_by_label: dict[str, QueryFile]) -> str:
    claims = " ".join(f"WHEN e:{label} THEN {_claim(file, 'through_')}" for label, file in rules_by_label.items())
    types = "|".join(file.head["through"] for file in rules_by_label.values())
    text = part("shared_through").replace("LABELS_", "|".join(rules_by_label)).replace("TYPES_", types)
    text = text.replace("CAPTION_E_", _caption("e", rules_by_label)).replace("CAPTION_H_", _caption("h", ENTITY))
    return text.replace("CLAIM_", f"CASE {claims} END")


def _caption(var: str, labels: Iterable[str]) -> str:
    return caption(var, captioned([KINDS[label] for label in labels]))


def _claim(file: QueryFile, way: str = "") -> str:
    """Return the list of a rule's name, weight and which of its sentences to tell."""
    return f"['{file.name.partition('/')[2]}', {float(file.head['weight'])}, '{way}']"


def dated(text: str) -> str:
    """Return the text with the day that each matter came in."""
    day = "coalesce({0}.received_on, {0}.found_on, date({0}.asked_at), date({0}.raised_at))"
    return text.replace("DAY_M_", day.format("m")).replace("DAY_O_", day.format("other"))
