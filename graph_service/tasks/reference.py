"""The page of tasks, made from their rules: stages, states of items, acts and who may do them, time limits."""

from collections.abc import Iterator

from graph_service.tasks.rules import TASKS, read_task_rules
from graph_service.work.life import Life
from graph_service.work.reference import acts_table, limits_table

_ABOUT = """# Recommendations and sweeps

Made from the files of YAML in `graph_service/tasks` by `leadlink sdl`; do not edit.

Beside clues a team carries tasks through: a recommendation 纪律检查建议书、监察建议书 tells a unit what to put right, a sweep 举一反三排查
looks for one defect in all similar units and places. `makeRecommendation` and `openSweep` propose one, `actOnRecommendation` and
`actOnSweep` carry it on one act at a time, `recommendations`, `sweeps` and `taskWorklist` show what there is and what waits.

- **What a task rests on** are matters that its maker reads (`matters`, the members of a `series`, for a sweep those of its
  `recommendation`), one at least. Inside, who reads every one of them and sees data of its class reads the task, and so does the team that
  carries it (`heldBy`): by default the maker's own, else one that has the duty `HANDLE`; where nobody outside may know of a matter, one of the
  teams that read it. Who is recused from one of the matters, and who works for a partner, has no task of it. What is opened to somebody for a
  time is there to be read: who approves has to read it by right.
- **A task is a node of the service's own**, and so are its items and steps: no load, merge or roll-back touches them, no step is changed or
  deleted. Each act is one transaction, counted once by its `clientKey`, allowed or refused by the function that also makes
  `allowedActions`: `TaskNotVisible`, `TaskActNotYours`, `TaskActNotNow`, `TaskSameHand`, `TaskNeedsMore`, `TaskReasonMissing`, `TaskOvertaken`. An
  argument that the action does not take is `BAD_INPUT`.
- **Items** are what a recommendation asks for, and what a sweep looks at: named units and places, and all of a kind in an area or under a
  unit, of those that its maker reads (`over`; found once, when the sweep is proposed); what else is found on the way is added. Who may not read a
  unit or place sees neither its item nor a count of it. Totals found, put right and people affected are worked out of the items.
- **Time limits** count as those of clues do ([clue_life.md](clue_life.md)); the earliest of the rule's, the city's own (`local`), the paper's own
  day and a leader's counts. An item with a day of its own is due then. No figure of these limits is in a rule that we have.
- **What is not there yet**: notices of tasks, and escalation by the daily job; a leader finds what is late in `taskWorklist`.
"""


def tasks_reference() -> str:
    """Return the page as Markdown."""
    return "\n".join([_ABOUT, *(line for kind in TASKS for line in _of(kind))])


def _of(kind: str) -> Iterator[str]:
    rules = read_task_rules(kind)
    life = rules.life
    yield from (f"## {kind}", "", f"Edition {life.version}.", "", "| Stage | | | Waits for |", "|---|---|---|---|")
    for name, each in life.stages.items():
        yield f"| `{name}` | {each.zh} | {each.en}{' (end)' if each.ends else ''} | {', '.join(each.waits_for)} |"
    yield from ("", *_items(life), "", *acts_table(life), "", *limits_table(rules.limits), "")


def _items(life: Life) -> Iterator[str]:
    yield from ("| Item | | | Comes by |", "|---|---|---|---|")
    for name, each in life.items.items():
        acts = [act for act, told in life.acts.items() if told.items_to == name]
        yield f"| `{name}` | {each.zh} | {each.en} | {', '.join(acts) or 'the task itself'} |"
