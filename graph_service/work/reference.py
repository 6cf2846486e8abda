"""The page of a clue's life, made from its rules: stages, acts and who may do them, time limits."""

from graph_service.work.life import Act, Condition, Duty, Life, Needed, read_life
from graph_service.work.limits import Limits, read_limits
from graph_service.work.who_may import known_roles, who_may

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
- **What waits for you** is `worklist`: every clue of which the stage waits for an act that you may do now, with what was handed back, what
  is due soon or late, what was put before you, and shelved clues whose day has come; by last day, then number, counted by kind. It is found by
  what the newest step left (`stands_at`, `held_by`) and by what sources say of clues without one.
- **Who is told**: after an act, in the same transaction, the team that holds the clue or those who have the duty for which it waits now, but
  not who did it; `leadlink work daily` tells what is due soon, late, or to be looked at again. Each thing is told once (`notices`, also as a
  subscription), and shown to who may read the clue at that moment. What is late with others is put before who is named in the table below.
- **Whom it may be given to** is told by `routes`: teams that watch over the unit that the clue is about or in which its subject has a post,
  over a unit above it, or over its area; the nearest and stationed ones first. A team may send a clue back twice; then the register
  recalls it and proposes another (`RECALL`).
- **Whose hands it was in** is told by `custody`, from its receipt on without a gap: team or duty, by which act, who signed for it. What came by
  a hand-over of inspection, audit or another body is owed an answer (`ANSWER_ORIGIN`), which the model C5 takes for the echo.
- **What is written** with an act (reason, paper) is of the class of data in the table, for the roles that see it; the line itself is for
  everybody who reads the clue.
- **Time limits** count working days by the State Council's yearly notice, days that are worked instead included (the library `holidays`; a
  test holds every day from 2018 on against a second library). A year without a notice yet is foreseen: `isForeseen`. The earliest of
  statutory, local and set by a leader counts; while the clock stands (`PAUSE`) nothing runs but the day that a leader set. Days are those
  of Beijing by the graph's clock.
"""
_CONDITIONS = {
    Condition.REAL_NAME: "real name",
    Condition.TRANSFERRED: "handed over",
    Condition.REFUSED: "refused",
    Condition.SENT: "sent",
}


def life_reference() -> str:
    """Return the page as Markdown."""
    life, limits = read_life(), read_limits()
    lines = [_ABOUT, "## Stages", "", "| Stage | | | Waits for |", "|---|---|---|---|"]
    lines += [
        f"| `{name}` | {each.zh} | {each.en}{' (end)' if each.ends else ''} | {', '.join(each.waits_for)} |"
        for name, each in life.stages.items()
    ]
    asked = {duty for act in life.acts.values() for duty in act.by}
    lines += ["", "## Duties", "", "| Duty | Roles that have it |", "|---|---|"]
    lines += [f"| `{duty}` | {', '.join(f'`{role}`' for role in _roles(duty))} |" for duty in Duty if duty in asked]
    lines += [
        "",
        "## Acts",
        "",
        f"Edition {life.version}. Who has none of the duties is refused by `ClueActNotYours`.",
        "",
    ]
    return (
        "\n".join(
            [
                *lines,
                *acts_table(life),
                "",
                "## Every transition and every role",
                "",
                *who_may(life),
                "",
                *_of_limits(limits),
            ]
        )
        + "\n"
    )


def acts_table(life: Life) -> list[str]:
    """Return the table of every act of a life."""
    lines = [
        "| Act | | From | To | Duty | Needs | Apart from | Data | Rule |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    return lines + [_act_line(name, act) for name, act in life.acts.items()]


def _of_limits(limits: Limits) -> list[str]:
    lines = ["## Time limits", "", f"Edition {limits.version}; due soon {limits.warns} working days before.", ""]
    lines += limits_table(limits)
    lines += [
        "",
        "## Who is told of a limit that is not met",
        "",
        "| Step | | Working days after the last day | Told |",
        "|---|---|---|---|",
    ]
    return lines + [
        f"| `{name}` | {step.zh} | {step.at} | {', '.join(step.tell)} |" for name, step in limits.escalation.items()
    ]


def limits_table(limits: Limits) -> list[str]:
    """Return the table of time limits."""
    lines = [
        "| Limit | | Starts with | Met by | Limit | Longer by | Rule | Text |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, each in limits.limits.items():
        longer = f"{each.extend.by}, {each.extend.times} ×" if each.extend else ""
        for_whom = f" ({_CONDITIONS[each.only_if]})" if each.only_if else ""
        lines.append(
            f"| `{name}` | {each.zh}{for_whom} | {', '.join(each.starts)} | {', '.join(each.met_by)} | {each.limit} | {longer} | "
            f"{each.rule} | {each.status} |"
        )
    return lines


def _act_line(name: str, act: Act) -> str:
    duties = ", ".join(f"`{each}`" for each in act.by) + (", holding it" if act.holds else "")
    needs = ", ".join(_needed(each) for each in act.needs) + (f" approved as {act.disposal}" if act.disposal else "")
    needs += f" like {act.team_like}" if act.team_like != "*" else ""
    needs += f", at most {act.times} times" if act.times else ""
    needs += f"; makes a `{act.makes}`" if act.makes else ""
    needs += f"; items that are {', '.join(act.items_from)}" if act.items_from else ""
    needs += f"; every item is {', '.join(act.all_items)}" if act.all_items else ""
    start, to = ", ".join(act.starts) or "any", act.to or "the same"
    apart, rule = ", ".join(act.apart_from), act.rule or ""
    return f"| `{name}` | {act.zh} | {start} | {to} | {duties} | {needs} | {apart} | {act.data} | {rule} |"


def _needed(each: Needed) -> str:
    return "two `officers`" if each is Needed.TWO_OFFICERS else f"`{each.argument}`"


def _roles(duty: Duty) -> list[str]:
    return [role.name for role in known_roles() if role.grants.intersection((duty,))]
