"""The page of tasks, made from their rules: stages, states of items, acts and who may do them, time limits."""

from collections.abc import Iterator

from graph_service.tasks.rules import TASKS, TICKET, read_task_rules
from graph_service.work.life import Life
from graph_service.work.reference import acts_table, limits_table
from graph_service.work.who_may import who_may

_ABOUT = """# Recommendations, sweeps, supervision lists, consultations and tickets

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
  unit or place sees neither its item nor a count of it, nor what was done to it; items are numbered by their place among those that are
  shown. Totals found, put right and people affected are worked out of these. One thing still tells: where every item has to be done with
  first (`REPORT`, `CLOSE`), one that is not shown holds the act up like any other, for nothing is closed half done.
- **Time limits** count as those of clues do ([clue_life.md](clue_life.md)); the earliest of the rule's, the city's own (`local`), the paper's own
  day and a leader's counts. An item with a day of its own is due then. No figure of these limits is in a rule that we have.
- **Supervision lists** 监督清单 say what is looked at in a unit, item by item (`makeSupervisionList`, `actOnSupervisionList`,
  `supervisionLists`). They rest on no matter: everybody inside who sees data of D8 reads them. An item is in order, or there is a problem and
  the matter that it became; that matter, and what was written with the act, is for who may read it. `CHECK_AGAIN` puts items up for
  another check by a new day.
- **Tickets** 投诉件 of the platform are brought by a source and live by the same machinery: `ticket { life { … } }` and `actOnTicket`. Who has the
  duty `SEND_TICKETS` (the media desk, the conduct office) sends one to a unit; it is there, as long as the unit has it, for the officers of the
  role `INFORMATION_OFFICER` whose own person (`IS_PERSON`) informs for that unit today (`INFORMS_FOR`), and for no other unit's. They accept it, send
  it back with a reason, or answer; who has `CHECK_TICKETS` checks answers and sends poor ones back; the citizen's rating closes it. The role sees
  data of D1 alone: the words of the ticket and the units in it, no person, no phone, nothing on who asked; whether it may go to the unit that it
  complains of is for the desk to judge. Where a ticket begins its source's state
  says. What the source gave to a unit already is sent once more from here.
- **Consultations** 会商 are meetings of teams (`proposeConsultation`, `actOnConsultation`, `consultations`). The agenda is found once, when it is
  proposed: new links between matters of two channels, series that members came to, units that warn with more points than before; since the
  last consultation of the convening team that was held (`since` says otherwise). It is sought by what the convener and **every team that takes
  part** may read by right, counts and points included, so no team learns of a matter by it. What the last one put off or did not come to, and
  every task of earlier ones that is not done, comes first. Topics of one's own (`topics`) may rest on matters that some of those who take part
  do not read.
- **Each viewer sees of a consultation** the items of which every matter, unit and part of a link may be read, numbered without gaps, and the
  steps that were taken with nothing but such items; rights that change later change that. It is there for the teams that take part and for
  who has `APPROVE_AS_LEADER`; title, venue and the paper of the minutes are for all of them. `outcome` is what was said of an item.
- **What is decided** (`DECIDE`: `items`, `decision`, `team`, `dueOn`) becomes a task of one of these teams (`ConsultationTask`,
  `actOnConsultationTask`, `consultationTasks`), which has to read by right everything that the items are on. The team accepts it and reports;
  another hand checks it. It is on the agenda of each next consultation until it is done.
- **Who is told**: after an act the team that carries the task or those for whom it waits now, but not who did it; of a ticket that a unit has, the
  officers who inform for the unit. `leadlink work daily` tells what is due soon or late, by the `escalation` of each kind. Each thing is told once
  (`notices` with `taskId`, also as a subscription), and shown to who may read the task or the ticket at that moment.
"""


def tasks_reference() -> str:
    """Return the page as Markdown."""
    return "\n".join([_ABOUT, *(line for kind in (*TASKS, TICKET) for line in _of(kind))])


def _of(kind: str) -> Iterator[str]:
    rules = read_task_rules(kind)
    life = rules.life
    yield from (f"## {kind}", "", f"Edition {life.version}.", "", "| Stage | | | Waits for |", "|---|---|---|---|")
    for name, each in life.stages.items():
        yield f"| `{name}` | {each.zh} | {each.en}{' (end)' if each.ends else ''} | {', '.join(each.waits_for)} |"
    yield ""
    if life.items:
        yield from (*_items(life), "")
    yield from (*acts_table(life), "", *who_may(life), "", *limits_table(rules.limits), "")


def _items(life: Life) -> Iterator[str]:
    yield from ("| Item | | | Comes by |", "|---|---|---|---|")
    for name, each in life.items.items():
        acts = [act for act, told in life.acts.items() if told.items_to == name]
        yield f"| `{name}` | {each.zh} | {each.en} | {', '.join(acts) or 'the task itself'} |"
