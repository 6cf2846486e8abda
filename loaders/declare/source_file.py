"""Reads a declaration: YAML to a checked source, or one error that names every problem with its place."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from graph_service.errors import BadInput
from loaders.declare.document import MEND, read_document
from loaders.declare.nearest import unknown
from loaders.declare.password_spec import PasswordSpec
from loaders.declare.read_spec import LimitSpec, ReadSpec
from loaders.declare.reporter_spec import ReporterSpec
from loaders.declare.source import (
    DeletedSpec,
    EndSpec,
    FieldSpec,
    LinkSpec,
    NodeSpec,
    ReaderSpec,
    SealedSpec,
    Source,
)
from loaders.declare.source_check import problems
from loaders.declare.sync_spec import SyncSpec, WatermarkSpec
from loaders.declare.when_spec import WhenSpec

_PARTS = {
    "read": ReadSpec,
    "readers": ReaderSpec,
    "nodes": NodeSpec,
    "links": LinkSpec,
    "fields": FieldSpec,
    "deleted": DeletedSpec,
    "limits": LimitSpec,
    "password": PasswordSpec,
    "reporter": ReporterSpec,
    "sealed": SealedSpec,
    "sync": SyncSpec,
    "watermark": WatermarkSpec,
    "when": WhenSpec,
}
_SHOWN = 12
_FEWEST = 3  # of the names that a declaration needs; what has fewer is something else, of which nothing is repeated
# A column may be written where these are wanted, as a text or as the short form of a part.
_WANTED_TEXT = ("string_type", "tuple_type", "dict_type", "model_type", "model_attributes_type")


def read_source(path: Path) -> Source:
    """Return the source that the file declares, or refuse with every problem it has."""
    source = _parse(path, read_document(path))
    if found := problems(source):
        raise _refusal(path, found)
    return source


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        found = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
        if not found:
            raise BadInput("the folder holds no declaration", str(path), "give a folder of *.yaml, or the files")
        yield from found


def read_sources(paths: Sequence[Path]) -> list[Source]:
    """Return the sources that the files declare, every one of a folder, or refuse with every problem that any of them has."""
    sources: list[Source] = []
    refusals: list[BadInput] = []
    for path in _files(paths):
        try:
            sources.append(read_source(path))
        except BadInput as refusal:
            refusals.append(refusal)
    if len(refusals) == 1:
        raise refusals[0]
    if refusals:
        what = f"{len(refusals)} declarations cannot be used: " + "; ".join(
            f"{each.where}: {each.what}" for each in refusals
        )
        zh = f"{len(refusals)}份来源声明有问题，请按docs/sources.md更正"
        raise BadInput(what, f"{len(paths)} declarations", MEND, zh=zh)
    return sources


def _parse(path: Path, document: dict[str, Any]) -> Source:
    needed = [name for name, field in Source.model_fields.items() if field.is_required()]
    if len(set(needed) & document.keys()) < _FEWEST:
        what = f"this declares no source: of {', '.join(needed)} it has hardly any"
        raise BadInput(what, str(path), "give a declaration, not the file that it is about", zh="该文件不是来源声明")
    try:
        return Source.model_validate(document)
    except ValidationError as error:
        found = [_sentence(each) for each in error.errors()]
        raise _refusal(path, list(dict.fromkeys(found))) from error


def _sentence(error: ErrorDetails) -> str:
    # A union's branches add the class name to the place; it says nothing to the reader.
    steps = [str(step) for step in error["loc"] if not (isinstance(step, str) and _is_branch(step))]
    where = ".".join(steps)
    if error["type"] == "extra_forbidden":
        return f"{where}: {unknown('name', steps[-1], _known(steps[:-1]))}"
    if error["type"] in _WANTED_TEXT and (other := _other_than_text(error["input"])):
        return f"{where}: {other}; write it in quotes if it is a name or a text: {error['msg']}"
    said = error["msg"].removeprefix("Value error, ")
    return f"{where}: {said}" if where else said


def _is_branch(step: str) -> bool:
    return step.endswith(("Spec", "Spec]")) or step in ("str", "constrained-str", "literal[True]")


def _other_than_text(value: object) -> str:
    """Return what YAML has read where no quotes say that it is text, empty for everything else."""
    if value is None:
        return "nothing is written here"
    names = {bool: "YAML reads a truth value", dt.date: "YAML reads a day", dt.datetime: "YAML reads a time"}
    names |= {int: "YAML reads a number", float: "YAML reads a number"}
    return names.get(type(value), "")


def _known(steps: list[str]) -> list[str]:
    model: Any = Source
    for step in steps:
        model = EndSpec if step in ("from", "to") else _PARTS.get(step, model)
    return [field.alias or name for name, field in model.model_fields.items()]


def _refusal(path: Path, found: list[str]) -> BadInput:
    shown = "; ".join(found[:_SHOWN])
    more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    count = "1 problem" if len(found) == 1 else f"{len(found)} problems"
    zh = f"来源声明有{len(found)}处问题，请按docs/sources.md更正"
    return BadInput(f"the declaration has {count}: {shown}{more}", str(path), MEND, zh=zh)
