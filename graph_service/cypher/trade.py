"""Macros that are words of the trade: what a matter is about, who leads, what is a firm, what held on a day."""

from graph_service.cypher.states import alert_state
from graph_service.cypher.visibility import visible
from schema.problem_levels import PARENT, VAGUE

_VAGUE = sorted(kind.value for kind in VAGUE)
_HOLDING = sorted({kind.value for kind in PARENT.values()})
# Who leads a unit is called by its 长, whatever the unit is, or by an office of a few; who leads a part of one is not.
LEADING = (
    "(?!.*(副|助理|[科股组班排]长|护士长|[中小分]队长|小组|支部|工会|团委|[班科]主任|科室主任|车间主任)).*"
    "([一-鿿]长|书记|主任|主席|总经理|总裁).*"
)

# Whom everybody has to do with: water, power, gas, heat, buses, telephone, post, banks, in whoever's hands they are.
SERVING_ALL = (
    ".*(水务|自来水|供水|排水|供电|燃气|天然气|煤气|供热|热力|公交|公共交通|公共汽车|地铁|轨道交通|电信|(移动|联合网络)通信(集团.{0,4})?|广电网络|邮政|电网|[国省]网.{0,6}电力|银行|信用(合作)?)"
    "(集团|控股|实业|运营|投资|发展|建设|服务|经营|总)*"
    "(股份有限公司|有限责任公司|有限公司|公司|联社|联合社)(.{0,12}((分|支)公司|(分|支)行|营业厅|营业部))?"
)


def is_firm(unit: str) -> str:
    """Return the condition that a unit is a firm or a trader of somebody's own: codes of the market's register begin with 9."""
    return (
        f"(coalesce({unit}.unit_kind, 'FIRM') IN ['FIRM', 'SOLE_TRADER']"
        f" AND ({unit}.unit_kind IS NOT NULL OR coalesce({unit}.uscc STARTS WITH '9', false)))"
    )


def is_private_firm(unit: str, half: str) -> str:
    """Return the condition that a firm is no public service.

    One is by its name what serves everybody, or a public unit is above it or holds half of it (in per cent).
    """
    owner = (
        f"EXISTS {{ MATCH ({unit})<-[owning:HOLDS_SHARE]-(owner:Unit)"
        f" WHERE owning.ratio >= {half} AND {_is_public('owner')} AND {visible('owning', 'owner')} }}"
        f" OR EXISTS {{ MATCH ({unit})-[owning:UNDER]->(owner:Unit)"
        f" WHERE {_is_public('owner')} AND {visible('owning', 'owner')} }}"
    )
    return f"({is_firm(unit)} AND NOT (coalesce({unit}.name =~ '{SERVING_ALL}', false) OR {owner}))"


def _is_public(unit: str) -> str:
    return f"coalesce({unit}.unit_kind, {unit}.uscc) IS NOT NULL AND NOT {is_firm(unit)}"


def kinds_of(matter: str) -> str:
    """Return the list of the kinds of problem of a matter: what its column states, made finer by its text, or else what its text tells.

    The text tells it unless it is a guess; where a column tells a kind that holds others, the text tells which of them.
    """
    stated = f"coalesce({matter}.problem, 'OTHER')"
    told = (
        f"COLLECT {{ MATCH ({matter})-[:MENTIONS]->(kind_told:Mention {{kind: 'PROBLEM'}})"
        f" WHERE kind_told.certainty > GUESSED_ AND {visible('kind_told')}"
        f" AND ({stated} = 'OTHER' OR PARENTS_[kind_told.normal] = {matter}.problem)"
        " RETURN DISTINCT kind_told.normal ORDER BY kind_told.normal }"
    )
    plain = f"[kind IN [{stated}] WHERE kind <> 'OTHER']"
    return f"({plain} + CASE WHEN {stated} IN {['OTHER', *_HOLDING]} THEN {told} ELSE [] END)"


def same_kind(mine: str, theirs: str) -> str:
    """Return the first kind of problem in both lists, or nothing; one that goes with any other only where it stands alone."""
    plain = f"NOT kind IN {_VAGUE} OR size({mine}) = 1 OR size({theirs}) = 1"
    return f"head([kind IN {mine} WHERE kind IN {theirs} AND ({plain})])"


_OF_UNIT, _OF_PERSON = "= 'SUBJECT_UNIT'", "IN ['SUBJECT', 'SUBJECT_AND_VICTIM']"


def concerns(matter: str, naming: str) -> str:
    """Return the condition that a naming is of the unit that a matter is about: its column says so, or its text where no column does."""
    return f"({naming}.role {_OF_UNIT} OR {naming}.role = 'MENTIONED_IN_TEXT' AND NOT {_in_column(matter, 'Unit', _OF_UNIT)})"


def concerning(matter: str, namings: str, unit: str) -> str:
    """Return those of a matter's namings of one unit that concern it, if the matter is about the unit, or about the one above and tells of it."""
    part = f"EXISTS {{ MATCH ({unit})-[above:UNDER]->(own) WHERE {visible('above')} }}"
    return _about(namings, _OF_UNIT, _in_column(matter, "Unit", _OF_UNIT, f" AND NOT {part}"))


def of_subject(matter: str, namings: str) -> str:
    """Return those of a matter's namings of one person that are of its subject: by its column, or else surely by its text."""
    column = _in_column(matter, "Person", _OF_PERSON)
    return _about(namings, _OF_PERSON, column, " AND coalesce(about.certainty, 1.0) >= SURE_NAMING_")


def _about(namings: str, role: str, in_column: str, surely: str = "") -> str:
    # In this order: what a column says is at hand, what no column says has to be looked for.
    stated, told = (
        f"[about IN {namings} WHERE about.role {each}]" for each in (role, f"= 'MENTIONED_IN_TEXT'{surely}")
    )
    untold = f"CASE WHEN {in_column} THEN [] ELSE {told} END"
    return f"CASE WHEN size({stated}) > 0 THEN {stated} WHEN size({told}) > 0 THEN {untold} ELSE [] END"


def _in_column(matter: str, label: str, role: str, further: str = "") -> str:
    column = f"MATCH ({matter})-[in_column:NAMES]->(own:{label})"
    return f"EXISTS {{ {column} WHERE in_column.role {role} AND {visible('in_column', 'own')}{further} }}"


def is_about(matter: str, naming: str, kind: str) -> str:
    """Return the condition that a matter is surely about the Person or Unit of a naming, whoever may read it: by its column, else its text."""
    role = {"Person": _OF_PERSON, "Unit": _OF_UNIT}[kind]
    column = f"EXISTS {{ MATCH ({matter})-[in_column:NAMES]->(:{kind}) WHERE in_column.role {role} }}"
    said = f"{naming}.role {role} OR {naming}.role = 'MENTIONED_IN_TEXT' AND NOT {column}"
    return f"(coalesce({naming}.certainty, 1.0) >= SURE_NAMING_ AND ({said}))"


def controls(tie: str) -> str:
    """Return the condition that somebody leads a firm, or holds a part of it that is not small; an unknown share is none that is small."""
    return (
        f"CASE type({tie}) WHEN 'OFFICER_OF' THEN coalesce({tie}.role, '') <> 'SUPERVISOR'"
        f" ELSE coalesce({tie}.ratio, SMALL_SHARE_) >= SMALL_SHARE_ END"
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
    return f"(coalesce({post}.is_top_leader, {post}.post =~ '{LEADING}', false) OR {post}.in_charge_of IS NOT NULL)"


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


def was_put_right(problem: str, day: str) -> str:
    """Return the condition that a finding or an issue had been put right before a day, where it says when."""
    return f"({problem}.rectification IN ['DONE', 'CHECKED_OFF'] AND coalesce({problem}.closed_on < {day}, true))"


def lacks_echo(clue: str, days: str, day: str) -> str:
    """Return the condition that what was handed over had so many days before a day, and is neither registered nor answered."""
    late = f"{clue}.received_on + duration({{days: {days}}}) < {day}"
    unanswered = f"NOT EXISTS {{ MATCH (:ClueStep {{clue: {clue}.uid, act: 'ANSWER_ORIGIN'}}) }}"
    return f"({clue}.accepted_number IS NULL AND {clue}.answered_on IS NULL AND {late} AND {unanswered})"


def tells_against(matter: str, naming: str, sure: str) -> str:
    """Return the condition that a matter tells surely against what it names: no witness or guest, not closed, not dismissed."""
    dismissed = f"({matter}:Alert AND coalesce({alert_state(matter)} = 'DISMISSED', false))"
    return (
        f"(coalesce({naming}.certainty, 1.0) >= {sure} AND NOT coalesce({naming}.role, '') IN"
        f" ['WITNESS', 'VICTIM', 'GUEST', 'CONTACT'] AND coalesce({matter}.disposal, '') <> 'CLOSED' AND NOT {dismissed})"
    )
