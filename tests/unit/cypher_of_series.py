"""What query files of series and of checks match without the predicate, and why: the service's own records, shown by their matters' rights."""

_OWN = "a record of the service itself, shown by the rights of the matters that it is of"
_TAKEN = "filtered by the file that takes this part in"
_TOLD = "for the service itself, which tells teams: shown to nobody"
_NAMED = "what is asked about, or what a matter names, filtered there"
_SERIES = {"IN_SERIES|WAS_IN": _OWN, "stay": _OWN}  # a series is shown by the rights of its members, which are filtered
_MEMBERS = {"s": _TAKEN, "k": _OWN, "SeriesMember": _OWN, "IN_SERIES": _OWN}
_SAID = {"s": _TAKEN, "e": _OWN, "SAID_OF": _OWN}
CHECKED = {"newest": "what came of an alert, which is filtered"}
UNFILTERED: dict[str, dict[str, str]] = {
    "read/access/one": {"r": _OWN},
    "read/access/many": {"r": _OWN},
    "read/probing/many": {"k": _OWN},
    "read/interventions/one": {"k": _OWN},
    "read/interventions/many": {"k": _OWN},
    "parts/views/nodes": {"asked": "asked whether its own readers are the viewer's; what answers for it is filtered"},
    "read/views/one": {"v": _OWN},
    "read/views/many": {"v": _OWN},
    "read/recusal/many": {"k": _OWN},
    "read/recusal/one": {"k": _OWN},
    "parts/access/hits": {
        "asked": "open, or a hit, by its own audience; what answers for it is filtered",
        "thing": _NAMED,
    },
    "read/series/one": {"asked": _OWN, "n": _OWN, **_SERIES},
    "read/series/many": {"n": _OWN, "k": _OWN, "IN_SERIES": _OWN, **_SERIES},
    "parts/series/of_matter": {
        "series": _OWN,
        "k": "a stay of the matter, which is filtered by the file that takes this part in",
        "IN_SERIES": _OWN,
    },
    "parts/series/opening": _SAID,
    "parts/series/notes": _SAID,
    "parts/series/members": {**_MEMBERS, "e": _OWN, "CAME_WITH": _OWN, "LEFT_WITH": _OWN, "l": _OWN, "JOINS": _OWN},
    "parts/series/timeline": {**_MEMBERS, **_SAID, "l": _OWN, "JOINS": _OWN, "JUDGES": _OWN, "j": _OWN},
    "parts/series/suggestions": {
        **_MEMBERS,
        "l": _OWN,
        "JOINS": _OWN,
        "run": "the last run of the rules: it names rules and no link",
    },
    "parts/alerts/checks": {"k": _OWN},
    "read/kinds/alert": CHECKED,
    "read/kinds/clue": CHECKED,
    "parts/work/steps": {"s": _OWN},
    "parts/work/taken_in": {"s": _OWN},
    "parts/tasks/late": {"s": _OWN, "i": _OWN, "p": _OWN},
    "parts/tasks/agenda_late": {
        **dict.fromkeys(("s", "i", "p", "now", "asked", "stay", "IN_SERIES|WAS_IN"), _OWN),
        "l": "the link of an item, shown where every part of it may be read",
    },
    "read/tasks/consultation": {"t": _OWN},
    "read/tasks/consultations": {"t": _OWN, "s": _OWN},
    "read/tasks/consultation_tasks": {"t": _OWN, "s": _OWN, "p": _OWN},
    "parts/tasks/ticket": {"s": _OWN, "newest": _OWN},
    "read/tasks/one": {"t": _OWN},
    "read/tasks/recommendations": {"t": _OWN, "s": _OWN},
    "read/tasks/sweeps": {"t": _OWN, "s": _OWN, "p": _OWN},
    "read/tasks/supervision_lists": {"t": _OWN, "s": _OWN},
    "read/tasks/worklist": dict.fromkeys(("t", "now", "its_step", "its_item", "TaskStep"), _OWN),
    "read/tasks/ticket_routes": dict.fromkeys(
        ("n", "i", "Person", "Officer", "IS_PERSON"), "the directory of the platform, for who sends its tickets"
    ),
    "show/task_worklist": {"t": _OWN, "s": _OWN},
    "read/circulars/circular": dict.fromkeys(("t", "s", "l", "JOINS", "its_step", "its_item", "i", "newest"), _OWN),
    "read/circulars/supervision_of_unit": {"t": _OWN, "s": _OWN},
    "read/work/worklist": {"s": _OWN, "b": _OWN},
    "read/models/scoreboard": CHECKED,
    "parts/owners": {each: _TOLD for each in ("m", "h", "t", "s", "Team", "HANDLED_BY")},
}
# What the service keeps of series, links and alerts: shown by the rights of the matters that it is of, which are filtered.
KEPT = {"Series", "SeriesMember", "SeriesEntry", "IN_SERIES", "SAID_OF", "CAME_WITH", "LEFT_WITH"}
KEPT |= {
    "Link",
    "JOINS",
    "LinkJudgement",
    "JUDGES",
    "LinkRun",
    "IN_SERIES|WAS_IN",
    "AlertCheck",
    "ClueStep",
    "Intervention",
    "SavedView",
    "Task",
    "TaskItem",
    "TaskStep",
    "RESTS_ON",
    "RejectedRow",
    "REJECTED_IN",
}
