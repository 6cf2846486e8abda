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
from schema.record import captioned

_OF_SHARED = "m, mine, e, namings, x, degree, sharers, private"
_UNION = "\nUNION ALL\n"
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
    """Return every linkage rule in one text: what starts from a thing that the matter names is asked once for each such thing."""
    files = list(read_folder("linkage").values())
    named = [_shared_branch(files), _reached_branch(files), _through_branch(_by(files, "shares", "through"))]
    named += [_own_branch(file) for file in files if "from" in file.head and not _reaches(file)]
    branches = [_put_together("named", named), _alike_branch(_by(files, "alike"))]
    branches += [_own_branch(file) for file in files if file.body and not {"from", "both", "among"} & file.head.keys()]
    words = [*_NUMBERS, ("PARENTS_", "parents")]
    return f"WITH m, {_parents()} AS parents\n{put(_put_together('evidence', branches), words)}"


def _by(files: Iterable[QueryFile], head: str, also: str = "") -> dict[str, QueryFile]:
    return {file.head[head]: file for file in files if head in file.head and (also or head) in file.head}


def _reaches(file: QueryFile) -> bool:
    return file.head["returns"].startswith("far,")


def _own_branch(file: QueryFile) -> str:
    # No CALL around it: in each that stands in another, Neo4j goes over the text twice as often before it plans it.
    return f"{file.body}, {_claim(file)} AS claim"


def _put_together(name: str, branches: list[str]) -> str:
    return put(part(name), [("BRANCHES_", _UNION.join(branches))])


def _parents() -> str:
    return "{" + ", ".join(f"{kind.value}: '{parent.value}'" for kind, parent in PARENT.items()) + "}"


def model_text(body: str) -> str:
    """Return what is sent for the body of a comparison model."""
    return put(part("model"), [("MODEL_", model_body(body))])


def model_body(body: str) -> str:
    """Return the body of a comparison model with its numbers and closed words put in."""
    return put(body, [*_NUMBERS, ("PARENTS_", _parents())])


def _shared_branch(files: list[QueryFile]) -> str:
    """Return what looks at who else names one thing: rules on the thing alone, on one kind of it, on pairs of matters on it."""
    alone = _by(files, "shares")
    claims = " ".join(f"WHEN e:{label} THEN {_claim(file)}" for label, file in alone.items())
    thing = put(part("shared_thing"), [
        ("LABELS_", "|".join(alone)),
        ("CAPTION_E_", _caption("e", alone)),
        ("CLAIM_", f"CASE {claims} END"),
    ])  # fmt: skip
    branches = [thing]
    for file in files:
        if "both" in file.head:
            kind = f"WITH {_OF_SHARED} WHERE e:{file.head['both']}"
            branches.append(f"{kind}\n{_own_branch(file)}")
    branches.append(_among_branch([file for file in files if "among" in file.head]))
    return _put_together("shared", branches)


def _reached_branch(files: list[QueryFile]) -> str:
    return _put_together("reached", [_own_branch(file) for file in files if _reaches(file)])


def _through_branch(rules_by_label: dict[str, QueryFile]) -> str:
    claims = " ".join(f"WHEN thing:{label} THEN {_claim(file, 'through_')}" for label, file in rules_by_label.items())
    types = "|".join(file.head["through"] for file in rules_by_label.values())
    return put(part("shared_through"), [
        ("LABELS_", "|".join(rules_by_label)),
        ("TYPES_", types),
        ("CAPTION_E_", _caption("thing", rules_by_label)),
        ("CAPTION_H_", _caption("holder", ENTITY)),
        ("CLAIM_", f"CASE {claims} END"),
    ])  # fmt: skip


def _alike_branch(rules_by_kind: dict[str, QueryFile]) -> str:
    claims = " ".join(f"WHEN '{kind}' THEN {_claim(file, 'alike_')}" for kind, file in rules_by_kind.items())
    return put(part("alike"), [("CLAIM_", f"CASE kind {claims} END"), ("KINDS_", str(list(rules_by_kind)))])


def _among_branch(rules_of_unit: list[QueryFile]) -> str:
    bodies = [_own_branch(file) for file in rules_of_unit]
    return f"WITH {_OF_SHARED} WHERE e:Unit\n{_put_together('among_unit', bodies)}"


def _caption(var: str, labels: Iterable[str]) -> str:
    return caption(var, captioned([KINDS[label] for label in labels]))


def _claim(file: QueryFile, way: str = "") -> str:
    """Return the list of a rule's name, weight and which of its sentences to tell."""
    return f"['{file.name.partition('/')[2]}', {float(file.head.get(f'{way}weight', file.head['weight']))}, '{way}']"


@cache
def combined() -> str:
    """Return how the evidence on each other matter becomes one score."""
    return put(part("combined"), _NUMBERS)


def _way_parts() -> Words:
    return ("MATCHED_", part("search/matched")), ("RANKED_", part("search/ranked"))


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
    "CANDIDATE_": lambda: part("identity_candidate"),
    "ISSUES_": lambda: part("issues_of_finding"),
    "WARNING_": warning,
    "LINK_": lambda: part("link"),
    "LINK_LATE_": lambda: part("link_late"),
    "LOAD_ROW_": lambda: part("own/load"),
    "HOPS_": lambda: part("paths/hops"),
    "TIES_": lambda: part("paths/ties"),
    "HITS_": lambda: put(part("access/hits"), (("OWNERS_", part("owners")), *_NUMBERS)),
    "ACCESS_": lambda: part("access/row"),
    "RECUSAL_": lambda: part("recusal/row"),
    "TASK_": lambda: part("tasks/row"),
    "TASK_LATE_": lambda: part("tasks/late"),
    "AGENDA_LATE_": lambda: part("tasks/agenda_late"),
    "INTERVENTION_": lambda: part("interventions/row"),
    "VIEW_": lambda: part("views/row"),
    "VIEW_LATE_": lambda: put(part("views/late"), (("SAVED_", part("views/nodes")),)),
    "SAVED_": lambda: part("views/nodes"),
    "OWNERS_": lambda: part("owners"),
    "SOUGHT_": lambda: put(part("search/sought"), _way_parts()),
    "MATCHED_": lambda: part("search/matched"),
    "RANKED_": lambda: part("search/ranked"),
    "KEPT_": lambda: part("search/kept"),
}
