"""The words that stand in query files for what a request or another file puts there: a closed list of whole words."""

import re
from collections.abc import Iterable, Mapping

from graph_service.cypher import score
from graph_service.errors import BadInput

Words = tuple[tuple[str, str], ...]  # stand-in to what takes its place

STAND_INS: Mapping[str, str] = {
    "LABEL_": "the kind that is asked for",
    "KEY_": "the property by which it is asked for",
    "TYPE_": "a type of relationship",
    "TYPES_": "the types of relationship of the rules that go through one",
    "KINDS_": "the kinds of what two texts say alike that rules go by",
    "LABELS_": "the kinds of the rules that are put together",
    "NAMES_": "the fields that hold a kind's names",
    "NUMBERS_": "the fields that hold a kind's numbers",
    "IDENTIFIERS_": "the fields that identify a kind",
    "PARENTS_": "which kind of problem each kind belongs under",
    "CLAIM_": "which rule speaks",
    "MODEL_": "the body of a comparison model",
    "CAPTION_E_": "what the shared thing is called",
    "CAPTION_H_": "what its holder is called",
    "RULES_": "every linkage rule",
    "COMBINED_": "queries/parts/combined",
    "BRANCHES_": "the linkage rules, or the signs of early warning, one after another",
    "ASKED_": "one look for each kind of matter that may be asked about",
    "CANDIDATE_": "queries/parts/identity_candidate",
    "ISSUES_": "queries/parts/issues_of_finding",
    "AROUND_": "one look for each kind of id that a network is asked around",
    "HOPS_": "queries/parts/paths/hops",
    "TIES_": "queries/parts/paths/ties",
    "PLACE_": "where the ids of one kind stand in the list",
    "STEPS_": "the steps of a network, one after another",
    "STEP_": "how far the nodes are from which a step goes on",
    "WARNING_": "queries/parts/warning",
    "LINK_": "queries/parts/link",
    "LINK_LATE_": "what is added to a link on the page",
    "LOAD_ROW_": "queries/parts/own/load",
    "HITS_": "queries/parts/access/hits",
    "ACCESS_": "queries/parts/access/row",
    "RECUSAL_": "queries/parts/recusal/row",
    "TASK_": "queries/parts/tasks/row",
    "TASK_LATE_": "queries/parts/tasks/late",
    "AGENDA_LATE_": "queries/parts/tasks/agenda_late",
    "INTERVENTION_": "queries/parts/interventions/row",
    "VIEW_": "queries/parts/views/row",
    "VIEW_LATE_": "queries/parts/views/late",
    "SAVED_": "queries/parts/views/nodes",
    "OWNERS_": "queries/parts/owners",
    "SOUGHT_": "queries/parts/search/sought",
    "MATCHED_": "queries/parts/search/matched",
    "RANKED_": "queries/parts/search/ranked",
    "KEPT_": "queries/parts/search/kept",
    **dict.fromkeys(score.STAND_INS, "a number of the score"),
}
_STAND_IN = re.compile(r"(?<![\w$])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?!\w)")


def stand_ins(text: str) -> set[str]:
    """Return the stand-ins that a text holds."""
    return set(_STAND_IN.findall(text))


def put(text: str, words: Iterable[tuple[str, str]]) -> str:
    """Return the text with these words in the places of their stand-ins; others stay."""
    known = dict(words)
    return _STAND_IN.sub(lambda word: known.get(word[0], word[0]), text)


def refuse_unfilled(text: str, where: str) -> None:
    """Refuse a text that is to be sent and still holds a stand-in."""
    if left := sorted(stand_ins(text) & STAND_INS.keys()):
        raise BadInput(f"nothing has filled the stand-in {left[0]}", where, "give its word with the request")


def refuse_unknown(text: str, where: str) -> None:
    """Refuse a text with a stand-in that nothing ever fills."""
    if unknown := sorted(stand_ins(text) - STAND_INS.keys()):
        raise BadInput(f"nothing fills the stand-in {unknown[0]}", where, f"use one of {', '.join(STAND_INS)}")
