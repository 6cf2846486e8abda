"""What a comparison model reads, as its text tells it, and what tells two states of that apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import orjson

from graph_service.cypher.editions import EVERYTHING, ends_of, named_in
from graph_service.cypher.files import query
from graph_service.cypher.rules import model_text
from graph_service.graph import Writer
from graph_service.models.model_file import Model
from graph_service.rights.roles import Roles

KEPT = frozenset({"ClueStep"})  # what the service keeps that counts up an edition of its own
RAISED = "ModelAlert"  # the edition of what runs of models write
_QUOTED = re.compile(r"'[^'\n]*'")
# Every name that this graph holds begins with a capital.
_PATTERN_NAME = re.compile(r"(?:[:|&!]\s*\(?|\bIS)\s*`?([A-Z]\w*)")
_KEYWORDS = frozenset({"CASE", "COLLECT", "COUNT", "EXISTS", "NOT", "NULL"})
_TODAY = re.compile(r"\bdate\((?:\)|\{\s*timezone\b)")
# Relationships of any type; nodes of any kind; names that are not told, what is read from elsewhere; chance and clocks.
_UNTOLD = re.compile(
    r"-\[\w*\]-|--|-\[\w* ?[{*]|-\[\w+ WHERE"
    r"|(?:\bMATCH\s*|[,=]\s*)\(\w*\)(?!\s*<?-)|(?<!\w)\((?!EXISTS|COUNT|COLLECT)\w*\s*\{|(?<!\w)\(\w+\s+WHERE"
    r"|\$\(|[:|&(]\s*[!%]|\bCALL\s+\w|\bLOAD\s+CSV|(?:^|\{)\s*USE\s"
    r"|\b(?:datetime|localdatetime|localtime|time|timestamp|rand|randomUUID)\(\)|\.(?:transaction|statement|realtime)\(",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True)
class Inputs:
    """The kinds and types that a model reads, nothing where its text does not tell them all; whether it asks what day it is."""

    names: frozenset[str] | None
    asks_day: bool


def inputs_of(model: Model) -> Inputs:
    """Return what a model reads: what its text names, and the kinds of nodes to which the named relationships may lead."""
    text = _QUOTED.sub("''", model_text(model.file.body))
    named = named_in(text)
    kept = KEPT & set(_PATTERN_NAME.findall(text))
    strange = {name for name in _PATTERN_NAME.findall(text) if name not in _KEYWORDS | kept and not named_in(name)}
    if strange or not named or _UNTOLD.search(text):
        return Inputs(None, True)
    names = named | ends_of(named) | kept
    return Inputs(names | {EVERYTHING, "Alert"} | ({RAISED} if "Alert" in names else set()), bool(_TODAY.search(text)))


def state_of_inputs(writer: Writer, model: Model, parameters: Mapping[str, Any], roles: Roles) -> str | None:
    """Return what differs where the model could find something else, or its alerts be told otherwise; nothing where that is unknown."""
    inputs = inputs_of(model)
    if inputs.names is None:
        return None
    known = writer.run_read(query("editions/known").body, names=sorted(inputs.names))[0][0]
    patterns = [[pattern, sorted(role.grants)] for pattern, role in roles.patterns]
    day = known["day"] if inputs.asks_day else None
    stated = [model_text(model.file.body), model.id, model.file.head, parameters, patterns, day, known["editions"]]
    return blake2b(orjson.dumps(stated, option=orjson.OPT_SORT_KEYS), digest_size=16).hexdigest()
