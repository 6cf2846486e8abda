"""Puts the linkage rules together, and fills the stand-ins that query files hold for parts and closed words."""

from collections.abc import Callable, Iterable
from functools import cache

from graph_service.cypher.files import QueryFile, part, read_folder
from graph_service.cypher.macros import caption
from graph_service.cypher.score import STAND_INS as NUMBERS
from graph_service.cypher.stand_ins import Words, put, refuse_unfilled, stand_ins
from graph_service.cypher.warnings import warning
from schema import ENTITY, KINDS, MATTER
from schema.problem_levels import PARENT
from schema.record import captioned, looked_up

_COLUMNS = "other, nodes, edges, degree, certainty"
_NUMBERS = tuple((word, str(number)) for word, number in NUMBERS.items())


def filled(text: str, words: Words = ()) -> str:
    """Return the text with its stand-ins filled: parts, rules, and closed words such as labels and bounds."""
    asked = stand_ins(text)
    parts = [(word, made()) for word, made in _PARTS.items() if word in asked]
    return put(put(text, parts), words)


def filled_whole(text: str, words: Words, where: str) -> str:
    """Return a text that is sent as it is; refuse one with a stand-in that nothing filled."""
    made = filled(text, words)
    refuse_unfilled(made, where)
    return made


@cache
def rules() -> str:
    """Return every linkage rule in one text: rules on one kind of thing, or on one unit, make one branch, each other its own."""
    files = list(read_folder("linkage").values())
    shared = {file.head["shares"]: file for file in files if "shares" in file.head}
    through = {file.head["shares"]: file for file in files if "through" in file.head}
    alike = {file.head["alike"]: file for file in files if "alike" in file.head}
    among = [file for file in files if "among" in file.head]
    branches = [_shared_branch(shared), _through_branch(through), _alike_branch(alike), _among_branch(among)]
    branches += [
        f"CALL (m, mine) {{\n{file.body}\n}}\nRETURN {_COLUMNS}, {_claim(file)} AS claim, facts"
        for file in files
        if file.body and file not in among
    ]
    numbers = [*_NUMBERS, ("PARENTS_", _parents())]
    return put(put(part("evidence"), [("BRANCHES_", "\nUNION ALL\n".join(branches))]), numbers)


def _parents() -> str:
    return "{" + ", ".join(f"{kind.value}: '{parent.value}'" for kind, parent in PARENT.items()) + "}"


def model_text(body: str) -> str:
    """Return what is sent for the body of a comparison model."""
    return put(part("model"), [("MODEL_", put(body, [*_NUMBERS, ("PARENTS_", _parents())]))])


def _shared_branch(rules_by_label: dict[str, QueryFile]) -> str:
    claims = " ".join(f"WHEN e:{label} THEN {_claim(file)}" for label, file in rules_by_label.items())
    return put(part("shared"), [
        ("LABELS_", "|".join(rules_by_label)),
        ("CAPTION_E_", _caption("e", rules_by_label)),
        ("CLAIM_", f"CASE {claims} END"),
    ])  # fmt: skip


def _through_branch(rules_by_label: dict[str, QueryFile]) -> str:
    claims = " ".join(f"WHEN e:{label} THEN {_claim(file, 'through_')}" for label, file in rules_by_label.items())
    types = "|".join(file.head["through"] for file in rules_by_label.values())
    return put(part("shared_through"), [
        ("LABELS_", "|".join(rules_by_label)),
        ("TYPES_", types),
        ("CAPTION_E_", _caption("e", rules_by_label)),
        ("CAPTION_H_", _caption("h", ENTITY)),
        ("CLAIM_", f"CASE {claims} END"),
    ])  # fmt: skip


def _alike_branch(rules_by_kind: dict[str, QueryFile]) -> str:
    claims = " ".join(f"WHEN '{kind}' THEN {_claim(file, 'alike_')}" for kind, file in rules_by_kind.items())
    return put(part("alike"), [("CLAIM_", f"CASE kind {claims} END"), ("KINDS_", str(list(rules_by_kind)))])


def _among_branch(rules_of_unit: list[QueryFile]) -> str:
    scope = "CALL (m, e, other, days, same, wider, sharing)"
    bodies = [
        f"{scope} {{\n{file.body}\n}}\nRETURN certainty, {_claim(file)} AS claim, facts" for file in rules_of_unit
    ]
    text = put(part("among_unit"), [("BRANCHES_", "\nUNION ALL\n".join(bodies))])
    return f"CALL (m, mine) {{\n{text}\n}}\nRETURN {_COLUMNS}, claim, facts"


def _caption(var: str, labels: Iterable[str]) -> str:
    return caption(var, captioned([KINDS[label] for label in labels]))


def _claim(file: QueryFile, way: str = "") -> str:
    """Return the list of a rule's name, weight and which of its sentences to tell."""
    return f"['{file.name.partition('/')[2]}', {float(file.head.get(f'{way}weight', file.head['weight']))}, '{way}']"


@cache
def combined() -> str:
    """Return how the evidence on each other matter becomes one score."""
    return put(part("combined"), _NUMBERS)


@cache
def lookups() -> str:
    """Return one look for each kind and field that a value can be looked up by."""
    branch = part("lookup_branch")
    looks = [
        put(branch, (("LABEL_", label), ("FIELD_", name))) for label, kind in KINDS.items() for name in looked_up(kind)
    ]
    return "\nUNION\n".join(looks)


@cache
def asked_matters() -> str:
    """Return one look for each kind of matter, by its id or its number: one text, whichever is asked about."""
    branch = part("asked_matter")
    return "\nUNION ALL\n".join(put(branch, (("LABEL_", label),)) for label in MATTER)


@cache
def around(kinds: tuple[Words, ...]) -> str:
    """Return one look for each kind of id in a list, whose label and property these words give."""
    branch = part("around")
    looks = [put(branch, (*words, ("PLACE_", str(place)))) for place, words in enumerate(kinds)]
    return "\nUNION ALL\n".join(looks)


def steps(most: int) -> str:
    """Return so many steps of a network; how many of them are made is a value."""
    return "\n".join(put(part("network_step"), (("STEP_", str(hop)),)) for hop in range(most))


_PARTS: dict[str, Callable[[], str]] = {
    "RULES_": rules,
    "COMBINED_": combined,
    "ASKED_": asked_matters,
    "LOOKUPS_": lookups,
    "CANDIDATE_": lambda: part("identity_candidate"),
    "ISSUES_": lambda: part("issues_of_finding"),
    "WARNING_": warning,
    "LINK_": lambda: part("link"),
    "LINK_LATE_": lambda: part("link_late"),
    "OWNERS_": lambda: part("owners"),
}
