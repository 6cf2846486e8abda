"""Which kinds of things a table is about, and which column fills which field."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph_service.model import value_type
from loaders.declare.field_types import is_required
from loaders.drafting.column import DATES, Column
from loaders.drafting.fields import FORMS, LIKE, Filled, as_written, filled_by, last_words, likenesses
from loaders.drafting.look import Look
from loaders.drafting.matters import said_for
from loaders.drafting.words import KINDS_CALLED, LINKS_CALLED, called, export_part, name_parts
from loaders.reporters import names_reporter
from schema import KINDS
from schema.record import Family, Record

_CLEAR = 150.0  # what must speak for a kind: an identifier of its form, or two fields, or its name and a field
_CLEAR_EVENT = 300.0
_NAMED = 120.0  # how much the name of the table says
UNKNOWN = "KIND"  # stands in a draft until somebody has decided
_MOST_LABELS = 12


@dataclass
class Part:
    """One thing that a row of the table is about."""

    alias: str
    kind: str
    fields: dict[str, Filled] = field(default_factory=dict)
    each: str = ""  # list of JSON of which each element is one
    when: str = ""  # column that must be filled
    label: tuple[str, str] = ("", "")  # column of labels, and the label of this part

    def placed(self) -> list[str]:
        """Return the columns that fill a field."""
        return [column for filled in self.fields.values() for column in filled.columns]

    def missing(self) -> list[str]:
        """Return the fields that the kind requires and that nothing has been found for."""
        kind = KINDS[self.kind]
        return [name for name in kind.model_fields if is_required(kind, name) and name not in self.fields]

    def identified_by(self) -> list[str]:
        """Return the columns that identify it."""
        strong = KINDS[self.kind].IDENTIFIERS if self.kind in KINDS else ()
        return [column for name in strong if name in self.fields for column in self.fields[name].columns]


def parts_of(look: Look, kind: str | None) -> list[Part]:
    """Return what a row of the table is about, first what the row is; its kind may be known."""
    columns = [column for column in look.columns if not names_reporter(column.name) and not export_part(column.name)]
    outer = [column for column in columns if not _group(column, look)]
    labels = next((column for column in look.columns if export_part(column.name) == "LABEL"), None)
    if labels and 1 < len(labels.words) <= _MOST_LABELS and kind is None:
        return [_labelled(look, outer, labels, word) for word in sorted(labels.words)]
    label = next(iter(labels.words), "") if labels and len(labels.words) == 1 else ""
    first = _best(look, outer, kind, label or look.sample.table or look.path.stem)
    groups = dict.fromkeys(group for column in columns if (group := _group(column, look)))
    return [first, *(part for group in groups if (part := _inner(look, columns, group)))]


def keyed(look: Look, parts: Sequence[Part]) -> Look:
    """Return the table with what identifies its rows as key, where its key identifies something else, such as an owner."""
    key = look.key_column()
    own = next((look.column(name) for name in parts[0].identified_by()), None)
    if key is None or own is None or key.name == own.name or not own.is_unique(look.rows):
        return look
    return replace(look, key=(own.name,)) if key.reads in ("resident_id", "uscc", "plate", "phone") else look


def _group(column: Column, look: Look) -> str:
    """Return the list or object of JSON in which a column lies, empty where it lies in none."""
    lists = [each for each in look.sample.lists if column.name == each or column.name.startswith(f"{each}.")]
    if lists:
        return min(lists, key=len)
    return column.name.partition(".")[0] if look.sample.read["format"] == "jsonl" and "." in column.name else ""


def _inner(look: Look, columns: Sequence[Column], group: str) -> Part | None:
    own = [column for column in columns if _group(column, look) == group]
    if not all(column.name.startswith(f"{group}.") for column in own):
        return None  # a list of bare values
    if any(each != group and each.startswith(f"{group}.") for each in look.sample.lists):
        return None  # a list inside a list is a source of its own
    part = _best(look, own, None, group)
    if part.kind == UNKNOWN:
        return None
    part.alias = group
    part.each = group if group in look.sample.lists else ""
    kind = KINDS[part.kind]
    part.when = next((column for name in (kind.CAPTION, *kind.IDENTIFIERS) if name in part.fields
                      for column in part.fields[name].columns), "")  # fmt: skip
    return part


def _labelled(look: Look, columns: Sequence[Column], labels: Column, word: str) -> Part:
    cells = look.cells(labels.name)
    there = [place for place, cell in enumerate(cells) if cell.strip() == word]
    filled = [column for column in columns if any(look.cells(column.name)[place].strip() for place in there)]
    part = _best(look, filled, None, word)
    part.alias, part.label = "_".join(last_words(word).split()) or "row", (labels.name, word)
    return part


def _best(look: Look, columns: Sequence[Column], kind: str | None, name: str) -> Part:
    considered = [KINDS[kind]] if kind else [
        each for each in KINDS.values()
        if each.LABEL == "CaseOfficer" or each.FAMILY not in (Family.STAFF, Family.FACT)
    ]  # fmt: skip
    hinted = next(iter(called(name, KINDS_CALLED)), "")
    scored = [_matched(look, columns, record, hinted == record.LABEL) for record in considered]
    score, part = max(scored, key=lambda each: each[0])
    # Events have few fields of their own; a day and a place are not yet a refuelling.
    is_guessed_event = KINDS[part.kind].FAMILY is Family.EVENT and part.kind != hinted
    clear = _CLEAR_EVENT if is_guessed_event else _CLEAR
    return Part("row", UNKNOWN) if kind is None and score < clear else part


def _matched(look: Look, columns: Sequence[Column], record: type[Record], is_hinted: bool) -> tuple[float, Part]:
    part = Part("row", record.LABEL)
    score = _NAMED if is_hinted else 0.0
    if joined := _joined_name(look, columns, record):
        part.fields["officer_as_named" if record.LABEL == "CaseOfficer" else "name"] = joined
        score += 100.0
    score += _fill(part, columns, record, is_hinted)
    score += said_for(record.LABEL, [last_words(column.name) for column in columns])
    _name_of_officer(part, columns)
    _moment(part, columns, record)
    key = look.key_column()
    for name in part.missing():
        if (
            key
            and key.name not in part.placed()
            and value_type(record, name) is str
            and name not in ("name", *record.IDENTIFIERS)
        ):
            part.fields[name] = Filled((key.name,))
            score += LIKE / 2
    return (score if _may_be(part, record) else 0.0), part


def _may_be(part: Part, record: type[Record]) -> bool:
    # Nothing else can stand for what identifies a thing; and firms have officers as well, without a badge.
    identified = not set(part.missing()) & set(record.IDENTIFIERS)
    return identified and (part.kind != "CaseOfficer" or bool({"badge_number", "officer_rank"} & part.fields.keys()))


def _fill(part: Part, columns: Sequence[Column], record: type[Record], is_hinted: bool) -> float:
    """Fill what columns fill, the most alike first, and return how much that says for the kind."""
    apart, score = _said_of_others(columns), 0.0
    for like, name, column in likenesses(columns, record, is_hinted):
        found = filled_by(column, record, name)
        if found is None and is_hinted and column.tells_apart():
            found = as_written(column, record, name)
        is_others = name in record.IDENTIFIERS and column.name in apart
        if found is None or is_others or name in part.fields or column.name in part.placed():
            continue
        part.fields[name] = found
        if found.as_ == "whole_id" and "id_mask" in record.model_fields:
            part.fields["id_mask"] = Filled(found.columns, "mask_of_id")
        score += like * (3 if name in record.IDENTIFIERS and column.tells_apart() and like != LIKE else 1)
    return score


def _said_of_others(columns: Sequence[Column]) -> set[str]:
    """Return the columns that identify somebody else: their name says a tie, and another of their form does not."""
    tied = {column.name for column in columns if called(last_words(column.name), LINKS_CALLED)}
    plain_forms = {column.reads for column in columns if column.name not in tied} & FORMS
    return {column.name for column in columns if column.name in tied and column.reads in plain_forms}


def _name_of_officer(part: Part, columns: Sequence[Column]) -> None:
    if part.kind != "CaseOfficer" or "officer_as_named" in part.fields:
        return
    named = next((column for column in columns if last_words(column.name) in ("name", "姓名", "民警", "承办人")), None)
    if named:
        part.fields["officer_as_named"] = Filled((named.name,))


def _moment(part: Part, columns: Sequence[Column], record: type[Record]) -> None:
    """Give an event its time where day and time of day stand in two columns, and nowhere else."""
    if "occurred_at" not in record.model_fields or "occurred_at" in part.fields:
        return
    free = [column for column in columns if column.name not in part.placed()]
    days = [column for column in free if column.reads in DATES]
    clocks = [column for column in free if column.is_clock]
    if len(days) == 1 and len(clocks) == 1 and days[0].reads != "date_either":
        as_ = {"date_dmy": "datetime_dmy", "date_mdy": "datetime_mdy"}.get(days[0].reads, "")
        part.fields["occurred_at"] = Filled((days[0].name, clocks[0].name), as_)


def _joined_name(look: Look, columns: Sequence[Column], record: type[Record]) -> Filled | None:
    if record.LABEL not in ("Person", "CaseOfficer"):
        return None
    found = name_parts((last_words(column.name), column.name) for column in columns if column.reads == "text")
    if found is None:
        return None
    names, between = found
    first, second = (look.cells(name) for name in names)
    both = [
        (one.strip(), other.strip()) for one, other in zip(first, second, strict=True) if one.strip() and other.strip()
    ]
    # Where the first holds the whole name already, joining would say the family name twice.
    if both and sum(other.lower() in one.lower() for one, other in both) > len(both) / 2:
        return None
    return Filled(names, join=between)
