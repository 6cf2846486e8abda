"""The page of a clue's life, made from its rules: stages, acts and who may do them, time limits."""

from graph_service.rights.roles import read_roles
from graph_service.work.life import Act, Duty, Needed, read_life
from graph_service.work.limits import read_limits

_ABOUT = """# The life of a clue

Made from `graph_service/work/life.yaml`, `graph_service/work/deadlines.yaml` and `graph_service/rights/roles.yaml` by `leadlink sdl`; do
not edit.

A clue that a source brings goes through its life here: `actOnClue` does one act, `Clue.stage`, `heldBy`, `steps`, `deadlines` and
`allowedActions` tell how it stands. Each act is one transaction that is allowed or refused by the tables below: what `allowedActions` says
and what `actOnClue` refuses is the same function, and what an act needs beside it is asked for by name (`graph_service/work/next_acts.py`).

- **What the service writes stays.** A step names its clue by the clue's own id, so loads, syncs, roll-backs, merges and un-merges of people
  leave it as it is; a clue that goes with its source and comes back goes on where it stood. No step is ever changed or deleted. A clue
  whose number its source changes is another clue: its life begins anew.
- **Where it begins**: by the state that its source gives; one without a state is registered, or received where it came as a letter, visit,
  call or message to the petition office. One that a team should have and none does waits in the register. Acts that lead nowhere (urging,
  telling, stopping the clock) leave stage and holder to the source.
- **Who holds it reads it.** From the approved assignment on the team reads the clue and what hangs on it, until it gives the clue up,
  another team takes it, or its life ends; then only what its own readers' rule gives. A clue of which nobody outside may know (own staff)
  is given only to teams that read it. What is opened to somebody for a time is there to be read: who handles may act on it, who approves
  may not.
- **Nothing changes beside an act**: an argument that the action does not take is `BAD_INPUT`, so a disposal is carried out as it was
  approved.
- **Separate hands**: some acts are refused to who did another act with the same clue (`apart from`), by officer, whatever team or role; who
  was named to verify or investigate did it too.
- **Refusals**: `ClueNotVisible`, `ClueActNotYours` (duty, or a team that does not hold it), `ClueActNotNow` (stage, disposal, number of
  times), `ClueSameHand`, `ClueNeedsMore` (a paper, two officers, a day …), `ClueReasonMissing`, `ClueOvertaken` (another stage than the one
  in `seen`). An act with the same `clientKey` counts once.
- **What is written** with an act (reason, paper) is of the class of data in the table, for the roles that see it; the line itself is for
  everybody who reads the clue.
- **Time limits** count working days by the State Council's yearly notice, days that are worked instead included (the library `holidays`; a
  test holds every day from 2018 on against a second library). A year without a notice yet is foreseen: `isForeseen`. The earliest of
  statutory, local and set by a leader counts; while the clock stands (`PAUSE`) nothing runs but the day that a leader set. Days are those
  of Beijing by the graph's clock.
"""
_NEEDED = {
    Needed.PAPER: "`paper`", Needed.TEAM: "`team`", Needed.TWO_OFFICERS: "two `officers`", Needed.DISPOSAL: "`disposal`",
    Needed.LOOK_AGAIN_ON: "`lookAgainOn`", Needed.DUE_ON: "`dueOn`", Needed.OTHER: "`other`", Needed.BODY: "`body`",
    Needed.LIMIT: "`limit`",
}  # fmt: skip


def life_reference() -> str:
    """Return the page as Markdown."""
    life, limits = read_life(), read_limits()
    lines = [_ABOUT, "## Stages", "", "| Stage | | |", "|---|---|---|"]
    lines += [
        f"| `{name}` | {each.zh} | {each.en}{' (end)' if each.ends else ''} |" for name, each in life.stages.items()
    ]
    lines += ["", "## Duties", "", "| Duty | Roles that have it |", "|---|---|"]
    lines += [f"| `{duty}` | {', '.join(f'`{role}`' for role in _roles(duty))} |" for duty in Duty]
    lines += [
        "",
        "## Acts",
        "",
        f"Edition {life.version}. Who has none of the duties is refused by `ClueActNotYours`.",
        "",
    ]
    lines += [
        "| Act | | From | To | Duty | Needs | Apart from | Data | Rule |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    lines += [_act_line(name, act) for name, act in life.acts.items()]
    lines += ["", "## Time limits", "", f"Edition {limits.version}; warned of {limits.warns} working days before.", ""]
    lines += [
        "| Limit | | Starts with | Met by | Limit | Longer by | Rule | Text |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, each in limits.limits.items():
        longer = f"{each.extend.by}, {each.extend.times} ×" if each.extend else ""
        for_whom = " (real name)" if each.only_if else ""
        lines.append(
            f"| `{name}` | {each.zh}{for_whom} | {', '.join(each.starts)} | {', '.join(each.met_by)} | {each.limit} | {longer} | "
            f"{each.rule} | {each.status} |"
        )
    return "\n".join(lines) + "\n"


def _act_line(name: str, act: Act) -> str:
    duties = ", ".join(f"`{each}`" for each in act.by) + (", holding it" if act.holds else "")
    needs = ", ".join(_NEEDED[each] for each in act.needs) + (f" approved as {act.disposal}" if act.disposal else "")
    needs += f" like {act.team_like}" if act.team_like != "*" else ""
    needs += f", at most {act.times} times" if act.times else ""
    start, to = ", ".join(act.starts) or "any", act.to or "the same"
    apart, rule = ", ".join(act.apart_from), act.rule or ""
    return f"| `{name}` | {act.zh} | {start} | {to} | {duties} | {needs} | {apart} | {act.data} | {rule} |"


def _roles(duty: Duty) -> list[str]:
    known = read_roles()
    roles = dict.fromkeys(role for _, role in (*known.posts, *known.patterns))
    return [role.name for role in roles if role.grants.intersection((duty,))]
