"""Every transition of a life and every role, as a table: done by the role, by its team while that holds the thing, or refused."""

from collections.abc import Iterator

from graph_service.rights.roles import Role, read_roles
from graph_service.work.life import Act, Life

ANY = "any"


def known_roles() -> list[Role]:
    """Return the roles that some team or post has, each once."""
    known = read_roles()
    return list(dict.fromkeys(role for _, role in (*known.posts, *known.patterns)))


def transitions(life: Life) -> Iterator[tuple[str, str, str]]:
    """Return every transition: the stage from which it leads, the act, the stage to which it leads; an act of any stage once."""
    for name, act in life.acts.items():
        for stage in act.starts or (ANY,):
            yield stage, name, act.to or stage


def mark(role: Role, act: Act) -> str:
    """Return how a role has an act: at its stages, while its team holds the thing, or not at all."""
    if not role.grants.intersection(act.by) or act.data not in role.sight.classes:
        return " "
    return "○" if act.holds else "●"


def who_may(life: Life) -> list[str]:
    """Return the table of every transition of a life and every role that has any."""
    roles = sorted(known_roles(), key=lambda each: each.name)
    doing = [role for role in roles if any(mark(role, act) != " " for act in life.acts.values())]
    lines = [
        f"● may do it · ○ while its team holds the {life.noun} · empty: refused (`{life.of}ActNotYours`), as for every other role. From a stage that "
        f"stands in no line of an act it is refused to everybody (`{life.of}ActNotNow`).",
        "",
        "| From | Act | To | " + " | ".join(f"`{role.name}`" for role in doing) + " |",
        "|---|---|---|" + "---|" * len(doing),
    ]
    return lines + [
        f"| {start} | `{name}` | {to} | " + " | ".join(mark(role, life.acts[name]) for role in doing) + " |"
        for start, name, to in transitions(life)
    ]
