"""A number that plainly different people state: whose it is, and which node keeps what is said of the others.

The number is of whom the best ranked source gives it to, among equals whom most sources give it to. All else that is said
under it of somebody plainly different is kept at a node of its own, which follows from number and name: two sources that
say the same of the same number mean one person. There the number is disputed and decides nothing. What is said depends
on no order, and so does where it is kept.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph_service.identity.plain_difference import all_differ, differ_plainly, shows_all
from loaders.mapping.claims import NodeClaim
from loaders.mapping.statement import FieldValues, OtherHome, content_hash
from schema import KINDS
from schema.identifiers.name_fold import fold_name
from schema.uid import identity_of, node_uid

Built = tuple[str, str, dict[str, Any], str, str]  # uid, identity, values, hash, source key

LABEL = "Person"
NUMBER, DISPUTED, NAME = "id_number", "disputed_id_number", "name"


@dataclass(frozen=True)
class Disputes:
    """The numbers that are disputed: which nodes keep what is said of others than their owner."""

    uid_key: bytes = b""
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)  # node of the owner -> nodes of the others

    def placed(self, built: Built) -> Built:
        """Return what was built under a disputed number at the node that keeps it."""
        uid, identity, values, digest, source_key = built
        other = other_home(LABEL, values, self.uid_key)
        if other is None or other not in self.apart[uid]:
            return uid, identity, values, digest, source_key
        kept = as_disputed(values)
        return other, identity, kept, content_hash(kept), source_key


def owner_uid(number: str, uid_key: bytes) -> str:
    """Return the node of whom a number is."""
    return node_uid(KINDS[LABEL], identity_of(NUMBER, number), uid_key)


def other_home(label: str, values: FieldValues, uid_key: bytes) -> str | None:
    """Return the node that keeps this where the number is somebody else's, if it states a number and a name."""
    if label != LABEL or NUMBER not in values or NAME not in values:
        return None
    return node_uid(KINDS[LABEL], apart_identity(values[NUMBER], values[NAME]), uid_key)


def apart_identity(number: str, name: str) -> str:
    """Return the identity of whoever is named with a number that is somebody else's."""
    return f"{identity_of(NUMBER, number)}|{identity_of(NAME, fold_name(name))}"


def elsewhere(label: str, values: FieldValues, uid_key: bytes) -> OtherHome | None:
    """Return the node that may have come to keep a statement, or may yet, beside the one it is made of."""
    if label == LABEL and DISPUTED in values:
        return OtherHome(owner_uid(values[DISPUTED], uid_key), content_hash(as_owned(values)))
    uid = other_home(label, values, uid_key)
    return OtherHome(uid, content_hash(as_disputed(values))) if uid else None


def as_disputed(values: FieldValues) -> FieldValues:
    """Return the values with the number as a disputed one."""
    return {DISPUTED if name == NUMBER else name: value for name, value in values.items()}


def as_owned(values: FieldValues) -> FieldValues:
    """Return the values with the number as one's own, as the row states them."""
    return {NUMBER if name == DISPUTED else name: value for name, value in values.items()}


def number_of(values: FieldValues) -> str | None:
    """Return the number that is stated, disputed or not."""
    number: str | None = values.get(NUMBER) or values.get(DISPUTED)
    return number


def needs_a_look(claims: Iterable[NodeClaim]) -> bool:
    """Return whether what is said of one node of a person may have to be parted, or joined again."""
    stated = [claim for claim in claims if number_of(claim.values)]
    if any(DISPUTED in claim.values for claim in stated):
        return True
    return len({claim.values.get(NAME) for claim in stated}) > 1 and bool(said_of_others(stated))


def said_of_others(claims: Iterable[NodeClaim]) -> list[NodeClaim]:
    """Return the claims under one number that speak of somebody plainly different than its owner."""
    named = [claim for claim in claims if NAME in claim.values]
    if len({fold_name(claim.values[NAME]) for claim in named}) < 2:
        return []
    names = _names_of_owner(named)
    return [claim for claim in named if all_differ(_names(claim), names)]


def _names_of_owner(named: list[NodeClaim]) -> set[str]:
    sources: dict[str, set[str]] = {}
    ranks: dict[str, int] = {}
    for claim in named:
        name = fold_name(claim.values[NAME])
        sources.setdefault(name, set()).add(claim.source)
        ranks[name] = max(claim.rank, ranks.get(name, claim.rank))
    owner = min(sources, key=lambda name: (not shows_all(name), -ranks[name], -len(sources[name]), name))
    of_owner = (claim for claim in named if not differ_plainly(claim.values[NAME], owner))
    return {owner, *(claim.values["former_name"] for claim in of_owner if "former_name" in claim.values)}


def _names(claim: NodeClaim) -> list[str]:
    return [claim.values[name] for name in (NAME, "former_name") if name in claim.values]


def owned(claim: NodeClaim) -> NodeClaim:
    """Return the claim as its row states it."""
    return _with(claim, as_owned(claim.values)) if DISPUTED in claim.values else claim


def disputed(claim: NodeClaim) -> NodeClaim:
    """Return the claim as it is kept of somebody whose number is another's."""
    return _with(claim, as_disputed(claim.values))


def _with(claim: NodeClaim, values: FieldValues) -> NodeClaim:
    return replace(claim, values=values, hash=content_hash(values))
