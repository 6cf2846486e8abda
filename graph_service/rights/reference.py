"""The page of roles and of what each sees of the fields, made from the file of roles and the declarations."""

from graph_service.rights.roles import Role, read_roles
from schema import KINDS, RELATIONSHIPS
from schema.record import DataClass, Mask
from schema.vocabulary import Channel

_ABOUT = """# Rights

Made from `graph_service/rights/roles.yaml` and `schema/` by `leadlink sdl`; do not edit.

Which **records** somebody may read follows from their readers (audiences): teams, units and assignments as the sources state
them. What somebody sees of the **fields** of these records follows from the role. Every field of every kind and link has one class of
data; a declaration with a field without one does not load. A role sees a class whole, masked, or not at all.

- **Masked**: of numbers a part is shown (the table below); numbers of six digits and plates that stand in what people wrote are
  starred behind their first signs; keys of source rows are not told.
- **Left out**: the field has no value. A kind of which the field that names it, or what it says, is left out is as if it did not exist: in
  lists, counts, links, paths, search, notices and the journal. So who reads no allegations sees no clue.
- A closed kind costs nothing: the number of an audience carries, beside its readers, the classes of data of the kind
  (`graph_service/cypher/marks.py`), and who does not see them has no such audience. Links and pairs that rest on such a node are shut with it.
  Graphs that were made before get these marks at the first start.
- Nothing is taken out of an answer. The text that reads the graph is rewritten for what the role sees (`graph_service/cypher/seen/`), so
  filters, orders, groups, ranks, cursors, sentences and quoted words are made of what is seen, and a hidden part changes no byte. What asks
  by a masked field is refused with `BAD_INPUT`, whether it would find something or not.
- A role that sees everything that the graph holds reads the texts as they are, at no cost. Equal sights share their texts, however
  many officers have them.
- Three **administrators** run the system: each one thing, none with any other role, none with any content, not even what is shared
  with everyone inside.
- Who works in several teams sees of each class the more; who also works for a partner from outside sees and
  may do no more than the partner. A pair of records that may be one is shown to who reads both in full.

A team gets its role by its code, an officer a further one by the post that the graph states (`posts`); another city gives its own file
(`LEADLINK_ROLES_FILE`). On whom a matter is, is told by `subjects` in the words of its own source, also to who may read no register: an
auditor of his own findings.
"""
_TIERS = """## Tiers

For each viewer a matter is of one of three tiers; which one follows from its readers, by a number test on its audience.

| Tier | What the viewer learns | Where |
|---|---|---|
| full | the matter, its fields as the role sees them | everywhere: it is open to one of the viewer's readers, or access to it was given |
| hit | that there is something, its channel, and the team to ask | `hits(id)`, of a thing, or of what one of the viewer's matters names |
| none | nothing: no byte of any answer is another where it is there | nowhere |

- **Who has hits** says `hits` in the file of roles, channel by channel (the table below). Townships, counties, partners from outside and
  administrators have none: for them all that they do not read is *none*.
- **What is never a hit**: what has a reader whose role `conceals` (own staff), and what a source marks by the reader `SEALED`,
  `OWN_STAFF` or `UPPER_…` beside the others: `readers: [INTERNAL, CHIEF, SEALED]`. What no team owns that the viewer may know of is none too.
- **What a hit is made of**: who asks, about what, the channel, the team. One matter or forty are the same hit, whatever their numbers,
  words, days and states; its id is encrypted, another for each officer and thing, and hits sort by channel and team. In lists, counts,
  links, paths, search and notices a hit is as nothing. What connects a matter with a hit is a thing that is named in both, surely, and no
  hub among the matters that the viewer reads.

## From a hit to content

1. `requestAccess(hit, reason, until)`, for the officer or with `forTeam` for the officer's teams. The request keeps which matters lie behind
   the hit now; the officer does not see them.
2. The owning team sees it in `accessRequests(filter: {state: [WAITING]})`, its matters as far as the reader may read them, and says
   `answerAccess(id, approve, reason, until)`: to all of them, or to those in `matters`. Nobody answers a request of his own.
3. While it is approved these matters are *full* for who asked: in lists, counts, links, paths, search, by the same texts, which are rewritten
   for such a viewer (`graph_service/cypher/seen/tiers.py`) and are as they were for everybody else. Of what hangs on a matter as
   much is open as everybody inside reads who reads the matter. Neither another matter
   nor a kind that is closed to the role comes along. A stored link that rests on several hidden parts stays hidden.
4. It is over by itself at its end, when the role has no hits of the channel any more, with the team membership of who asked,
   when the matter is sealed, and when one of the two sides says
   `revokeAccess(id, reason)`: for the next request or look of a subscription, after `LEADLINK_VIEWER_CACHE_SECONDS` at most.

Nobody asks or gives for longer than `LEADLINK_ACCESS_DAYS`. Every step stands in the request, for both sides, and with its reason in the
[access log](access_log.md). Requests are nodes of the service's own (`AccessRequest`): no load touches them. Only what is to be
refused is told by name (`AccessHitUnknown`, `AccessTermWrong`, `AccessNotVisible`, `AccessOver`, `AccessNothingGiven`, `AccessReasonMissing`).

| Role | Hits of the channels |
|---|---|
"""
_ROUNDS = """
## Before, during and after a round

A team that goes to a unit in an inspection round reads, for a time, what another role reads of that unit, without asking: what audit and
earlier rounds found there. Who goes where and when, the sources say: an `INSPECTS` with `inspecting_team`, and a round with a first and a
last day (`loaders/sources/city/inspection_rounds.yaml`); without a team or one of the days nothing is opened. What is opened, the file of
roles says (`rounds`):

| Role | Reads what is read by | Of the channels | Days before | Days after |
|---|---|---|---|---|
"""
_OF_ROUNDS = """
- It is of the unit and of the units under it today, three steps down, as far as the viewer may read round, unit and subordination; a
  matter is of a unit when it surely names it as `SUBJECT_UNIT`, for all that the other role may read it.
- It comes by the same door as access that was given: full, in every answer, as far as the role's own classes of data go, and with what
  hangs on the matter. What has a reader that `conceals`, or a mark (`SEALED`, `OWN_STAFF`, `UPPER_…`), stays shut, and so does what the
  officer is recused from. Who also works for a partner gets nothing.
- It ends by itself with the last of these days (in China), when the round's days or teams change, and with the team membership.
  No clue is handled by it and no duty begins; a link between what is open may be judged, as with access that was given.
- The days are ours, no rule gives any: 30 to read before the team goes in, 60 for its report and the feedback.
"""
_RECUSAL = """
## Recusal

Who is tied to what a matter is about has no hand in it (Supervision Law 2024, article 67; rules on recusal of civil servants). An officer
is a person of the graph by the link `IS_PERSON`, which a staff register states by the resident number
(`loaders/sources/city/staff_register.yaml`); without it an officer has no grounds but declared ones. The check is the system's own: it
reads the whole graph, from the officer outward, and keeps what it found until the graph or the day is another (`graph_service/recusal/`).

| Ground | Holds where | |
|---|---|---|
| `NAMED`, `WITNESS` | the matter surely names the officer, in whichever role | hard |
| `INTEREST` | the officer leads a firm that the matter is about, or holds 25 per cent of it or a share that is not stated | hard |
| `SPOUSE`, `BLOOD`, `IN_LAW` | a subject of the matter, or who so controls a firm that it is about, is near kin, as told below | hard |
| `UNSTATED` | they are kin of the officer, and the source does not say how | hard |
| `HOUSEHOLD` | they live in one household today | hard |
| `SHARED_FIRM` | they held or led one firm at the same time | hard |
| `DECLARED` | the officer declared it (`declareRecusal`), a leader accepted (`decideRecusal`) | hard |
| `COLLEAGUE`, `SAME_VILLAGE` | they worked in one unit at the same time; are registered in one village (area code of twelve digits) | soft |
| `ACQUAINTED` | a source says that they know each other | soft |

- **Near kin** is a spouse, kin within three generations (the common forebear is a grandparent at the farthest), or a near in-law: the
  spouse's parents, siblings and their spouses, the spouses of blood relatives, the parents of a child's spouse, steps of one family.
  What is over counts no more: a divorced spouse is none.
- **Hard**: the matter is of tier *none* for this officer, whoever reads it and whatever was opened: in lists, counts, links, paths, search,
  hits, series, requests, notices and mutations, and with it what only its own rows say. Nobody can give it to the officer:
  `answerAccess` refuses with `AccessOfficerRecused`, `actOnClue` with `ClueOfficerRecused`.
- **Soft**: nothing is hidden. `recusalGrounds(officer, matter)` tells it to the officer, to the leaders, and to the team that is asked for access.
- **Who knows**: `recusalGrounds` and `recusals` tell leaders of the officer's team (`leaders` in the file of roles) and the chief, of matters that
  they read themselves; the words of a ground are for who may read all that it rests on. The recused officer is told nothing.
- A declaration hides nothing until it is decided. Nobody decides on an own one: that of the chief is decided one level up, outside.
- What still shows that there is one matter more: the counts of a load to the team that holds its source; that a public record was
  written again when the matter came (`changes`); a stored sentence that counts. A subject whom nothing ties to the relative's record
  (a name without a number that nobody has merged) is not known as the relative.

## Probing

A look-up that leads to nothing is a *miss*: by an id or a number, `hits`, connections, paths and networks of an id that is not there, a
`search` for a number, a pasted list (`lookup`) of which not a tenth is found, requests for access to a hit that is none. The same question
counts once in the hour, and so does a search that is typed on; names, lists and pages do not count, nor does a thing that the officer reads
and of which there is nothing to say: no connection, no path, no finding, no hit. What is hidden and what is nowhere count alike and cost the
same one write before the answer.

More than `LEADLINK_MOST_MISSES` (20) in an hour after the first: look-ups are refused with `TOO_MANY_MISSES`, which says when to come
back, on every worker (after `LEADLINK_VIEWER_CACHE_SECONDS` at most those that would find something); lists, series and one's own
work go on. Once, behind the answer, `probings` tells it to who may `WATCH_PROBING`, and a notice `PROBED` to each team whose
matters the questions touched that the officer may not read. The count is a node of the service's own (`Misses`): of the questions
it holds keyed digests, no words.
"""
_MASKED = {
    Mask.RESIDENT_ID: "the first six signs and the last two: `360502**********3X`",
    Mask.PHONE: "the first three signs and the last four: `138****1234`",
    Mask.CARD: "the last four signs: `****1234`",
    Mask.PLATE: "the first two signs and the last two: `赣K***45`",
    Mask.LEFT_OUT: "nothing: a masked number could be told from it",
}


def rights_reference() -> str:
    """Return the page as Markdown: what rights are, roles with what they see, classes with their fields, masks."""
    roles = read_roles()
    held = {role.name: (pattern, role) for pattern, role in (*roles.posts, *roles.patterns)}
    classes = list(DataClass)
    lines = [_ABOUT, "## Roles", "", "W whole, M masked, · left out.", ""]
    lines.append(f"| Role | Teams or posts | May | {' | '.join(classes)} |")
    lines.append("|---|---|---|" + "---|" * len(classes))
    for name, (pattern, role) in held.items():
        may = ", ".join(sorted(role.grants)) or "—"
        lines.append(f"| `{name}` | `{pattern}` | {may} | {' | '.join(_degree(role, each) for each in classes)} |")
    lines += ["", _TIERS + "\n".join(f"| `{name}` | {_hits(role)} |" for name, (_, role) in held.items())]
    lines += [
        _ROUNDS + "\n".join(_opened_by_rounds(name, role) for name, (_, role) in held.items() if role.rounds),
        _OF_ROUNDS.rstrip(),
    ]
    lines += [_RECUSAL.rstrip()]
    lines += ["", "## Classes of data", "", "| Class | Fields |", "|---|---|"]
    for each in classes:
        lines.append(f"| {each} | {_fields(each) or '—'} |")
    lines += ["", "## Masks", "", "| Field | What stays of it |", "|---|---|"]
    for label, kind in KINDS.items():
        lines += [f"| `{label}.{name}` | {_MASKED[mask]} |" for name, mask in kind.MASKS.items()]
    return "\n".join(lines) + "\n"


def _hits(role: Role) -> str:
    told = "all" if role.hits == {channel.value for channel in Channel} else ", ".join(sorted(role.hits)) or "—"
    return f"{told}; outside nobody knows of what it reads" if role.conceals else told


def _opened_by_rounds(name: str, role: Role) -> str:
    right = role.rounds
    if right is None:
        return ""
    told = ", ".join(sorted(right.channels))
    return f"| `{name}` | `{right.reads_as}` | {told} | {right.days_before} | {right.days_after} |"


def _degree(role: Role, each: DataClass) -> str:
    return "W" if each in role.sight.whole else "M" if each in role.sight.masked else "·"


def _fields(each: DataClass) -> str:
    owners = {**KINDS, **{link.ties.__name__: link.ties for link in RELATIONSHIPS}}
    told = []
    for name, owner in owners.items():
        fields = owner.CLASSES.get(each, ())
        if fields:
            whole = set(fields) == set(owner.model_fields)
            told.append(f"`{name}`" if whole else f"`{name}`: {', '.join(fields)}")
    return "; ".join(told)
