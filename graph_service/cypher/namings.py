"""Macros on namings: who names a thing, and by which of several namings a matter names it most surely."""

from graph_service.cypher.visibility import visible


def namings_counted(thing: str) -> str:
    """Return the expression of how many namings a thing has, whoever may see them, counted up to one more than a hub has."""
    return f"COUNT {{ MATCH ({thing})<-[:NAMES|NAMES_IN_TEXT]-() RETURN 1 LIMIT $hub_cap + 1 }}"


def namers(thing: str, counted: str) -> str:
    """Return the list of the matters that name a thing, each as `{matter, namings}`; empty where more do than a hub has.

    So many as `counted` namings there are at most: only where that is too many is it asked how many matters they are of.
    """
    seen = f"MATCH ({thing})<-[the_naming:NAMES|NAMES_IN_TEXT]-(the_namer:Matter) WHERE {visible('the_naming', 'the_namer')}"
    crowd = f"COUNT {{ {seen} RETURN DISTINCT the_namer LIMIT $hub_cap + 1 }} > $hub_cap"
    left_out = f"CASE WHEN {counted} = 0 THEN true WHEN {counted} > $hub_cap THEN {crowd} ELSE false END"
    found = f"COLLECT {{ {seen} WITH the_namer, collect(the_naming) AS its_namings RETURN {{matter: the_namer, namings: its_namings}} }}"
    return f"CASE WHEN {left_out} THEN [] ELSE {found} END"


def surest(namings: str) -> str:
    """Return the expression of the surest of several namings of one thing by one matter."""
    order = "coalesce(a_naming.certainty, 1.0) DESC, coalesce(a_naming.role, ''), coalesce(a_naming.source_key, ''), a_naming.uid"
    first = f"COLLECT {{ UNWIND {namings} AS a_naming WITH a_naming ORDER BY {order} LIMIT 1 RETURN a_naming }}[0]"
    return f"CASE WHEN size({namings}) = 1 THEN {namings}[0] ELSE {first} END"
