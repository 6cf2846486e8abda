"""Macros that are words of the trade: what a matter is about, who leads, what is a firm, what held on a day."""

from graph_service.cypher.visibility import visible
from schema.problem_levels import VAGUE

_VAGUE = sorted(kind.value for kind in VAGUE)
_LEADING = (
    "(?!.*(副|助理|科长|股长|组长|小组|支部)).*"
    "(局长|书记|主任|院长|校长|园长|镇长|乡长|董事长|总经理|所长|站长|台长|馆长).*"
)


def is_firm(unit: str) -> str:
    """Return the condition that a unit is a firm or a trader of somebody's own: codes of the market's register begin with 9."""
    return (
        f"(coalesce({unit}.unit_kind, 'FIRM') IN ['FIRM', 'SOLE_TRADER']"
        f" AND ({unit}.unit_kind IS NOT NULL OR coalesce({unit}.uscc STARTS WITH '9', false)))"
    )


def kinds_of(matter: str) -> str:
    """Return the list of the kinds of problem of a matter: what its column states, made finer by its text, or else what its text tells.

    The text tells it unless it is a guess; where a column tells a kind that holds others, the text tells which of them.
    """
    told = (
        f"COLLECT {{ MATCH ({matter})-[:MENTIONS]->(kind_told:Mention {{kind: 'PROBLEM'}})"
        f" WHERE kind_told.certainty > GUESSED_ AND {visible('kind_told')}"
        " RETURN DISTINCT kind_told.normal ORDER BY kind_told.normal }"
    )
    finer = f"[kind IN {told} WHERE PARENTS_[kind] = {matter}.problem]"
    return f"CASE WHEN coalesce({matter}.problem, 'OTHER') = 'OTHER' THEN {told} ELSE [{matter}.problem] + {finer} END"


def same_kind(mine: str, theirs: str) -> str:
    """Return the first kind of problem in both lists, or nothing; one that goes with any other only where it stands alone."""
    plain = f"NOT kind IN {_VAGUE} OR size({mine}) = 1 OR size({theirs}) = 1"
    return f"head([kind IN {mine} WHERE kind IN {theirs} AND ({plain})])"


def concerns(matter: str, naming: str) -> str:
    """Return the condition that a naming is of the unit that a matter is about: its column says so, or its text where no column does."""
    column = (
        f"MATCH ({matter})-[in_column:NAMES {{role: 'SUBJECT_UNIT'}}]->(own:Unit) WHERE {visible('in_column', 'own')}"
    )
    return f"({naming}.role = 'SUBJECT_UNIT' OR {naming}.role = 'MENTIONED_IN_TEXT' AND NOT EXISTS {{ {column} }})"


def is_subject(matter: str, naming: str) -> str:
    """Return the condition that a naming is of the person whom a matter is about, by its column or else by its text."""
    subject = "IN ['SUBJECT', 'SUBJECT_AND_VICTIM']"
    column = f"MATCH ({matter})-[in_column:NAMES]->(own:Person) WHERE in_column.role {subject} AND {visible('in_column', 'own')}"
    return (
        f"({naming}.role {subject} OR {naming}.role = 'MENTIONED_IN_TEXT'"
        f" AND coalesce({naming}.certainty, 1.0) >= SURE_NAMING_ AND NOT EXISTS {{ {column} }})"
    )


def is_complaint(matter: str) -> str:
    """Return the condition that a citizen complains by a matter: a petition, or a ticket that does not merely ask or advise."""
    petition = (
        f"{matter}.channel IN ['PETITION', 'PALM'] OR {matter}.came_by STARTS WITH 'PETITION'"
        f" OR {matter}.came_by = 'PALM_PLATFORM'"
    )
    ticket = f"NOT coalesce({matter}.category, 'COMPLAINT') IN ['CONSULT', 'ADVICE']"
    return f"({matter}:Ticket AND {ticket} OR {matter}:Clue AND ({petition}))"


def leads(post: str) -> str:
    """Return the condition that a post leads its unit or answers for a part of its work; where no column says, its name does."""
    return f"(coalesce({post}.is_top_leader, {post}.post =~ '{_LEADING}', false) OR {post}.in_charge_of IS NOT NULL)"


def held_on(tie: str, day: str) -> str:
    """Return the condition that a tie held on a day; an end of its term that nobody stated excludes nothing."""
    return f"(coalesce({tie}.valid_from <= {day}, true) AND coalesce({day} <= {tie}.valid_to, true))"


def was_in_post(post: str, finding: str) -> str:
    """Return the condition that a term that is known to have begun covers a day on which what was found happened, or was found."""
    first, last = (f"coalesce({finding}.{end}, {finding}.found_on)" for end in ("occurred_from", "occurred_to"))
    return f"({post}.valid_from <= {last} AND coalesce({first} <= {post}.valid_to, true))"


def car_of(refuelling: str) -> str:
    """Return the expression of the car that a receipt names, or to which its card was bound that day, and of the tie to it."""
    bound = held_on("b", f"date({refuelling}.occurred_at)")
    return (
        f"head([({refuelling})-[t:REFUELLED]->(v:Vehicle) | [v, t]]"
        f" + [({refuelling})-[:PAID_WITH]->(:FuelCard)-[b:BOUND_TO]->(v:Vehicle) WHERE {bound} | [v, b]])"
    )
