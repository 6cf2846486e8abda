"""What a declaration says of reading, in the form that the reading process is told."""

from graph_service.errors import BadInput
from loaders.declare.job import CLASSIFIED, FileForm, Limits, Rule
from loaders.declare.parts import SourceReading
from loaders.declare.paths import last_step
from loaders.declare.source import SealedSpec
from loaders.readers.marks import LEVEL_COLUMNS
from schema.identifiers.characters import without_blanks


def form_of(source: SourceReading) -> FileForm:
    """Return how the files of a source are to be read."""
    read = source.read
    others = [other for names in source.renamed.values() for other in names]
    return FileForm(
        read.format,
        read.encoding,
        read.delimiter,
        read.sheet,
        read.header_row,
        read.header_lines,
        source.columns == "strict",
        read.columns if read.format == "jsonl" else (),
        (*source.used_columns, *others),
        source.lists,
        tuple(name for key in source.key for name in (key, *source.renamed.get(key, ()))),
        Limits(**read.limits.model_dump()),
    )


def rules_of(source: SourceReading, columns: tuple[str, ...], operator: tuple[str, ...]) -> tuple[Rule, ...]:
    """Return which rows must not come in; a column of secrecy levels is heeded even if nobody declared it."""
    rules = [_rule(source, spec, operator) for spec in source.sealed]
    declared = {column for rule in rules if rule.kind == CLASSIFIED for column in rule.columns}
    levels = tuple(
        name for name in columns if without_blanks(last_step(name)) in LEVEL_COLUMNS and name not in declared
    )
    return (*rules, Rule(CLASSIFIED, levels)) if levels else tuple(rules)


def _rule(source: SourceReading, spec: SealedSpec, operator: tuple[str, ...]) -> Rule:
    values = spec.values
    if spec.kind == "OPERATOR":
        if not operator:
            raise BadInput(
                f"source {source.name} keeps out what is about the person who loads it, and nobody says who that is",
                "LEADLINK_OPERATOR",
                "set it to the name and numbers of the person who loads, with ; between them",
                zh="该来源须回避装载人本人，请在LEADLINK_OPERATOR中填写装载人的姓名、证件号码等，以分号分隔",
            )
        values = operator
    return Rule(spec.kind, spec.columns, values, spec.holds, spec.then == "refuse")
