"""Reads a declaration: YAML to a checked source, or one error that names every problem with its place."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from graph_service.errors import BadInput
from loaders.declare.nearest import unknown
from loaders.declare.password_spec import PasswordSpec
from loaders.declare.read_spec import LimitSpec, ReadSpec
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

_MEND = "correct the declaration; the form is described in docs/sources.md"
_PARTS = {
    "read": ReadSpec,
    "readers": ReaderSpec,
    "nodes": NodeSpec,
    "links": LinkSpec,
    "fields": FieldSpec,
    "deleted": DeletedSpec,
    "limits": LimitSpec,
    "password": PasswordSpec,
    "sealed": SealedSpec,
    "sync": SyncSpec,
    "watermark": WatermarkSpec,
}
_SHOWN = 12


def read_source(path: Path) -> Source:
    """Return the source that the file declares, or refuse with every problem it has."""
    source = _parse(path, _document(path))
    if found := problems(source):
        raise _refusal(path, found)
    return source


def read_sources(paths: Sequence[Path]) -> list[Source]:
    """Return the sources that the files declare, or refuse with every problem that any of them has."""
    sources: list[Source] = []
    refusals: list[BadInput] = []
    for path in paths:
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
        raise BadInput(what, f"{len(paths)} declarations", _MEND, zh=zh)
    return sources


def _document(path: Path) -> dict[str, Any]:
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        near = ", ".join(sorted(each.name for each in path.parent.glob("*.yaml"))) if path.parent.is_dir() else ""
        mend = f"the folder has {near}" if near else "give the path of a declaration"
        raise BadInput("the declaration of the source does not exist", str(path), mend) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput("the declaration cannot be read as UTF-8 text", str(path), _MEND) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}, line {mark.line + 1}" if mark else str(path)
        raise BadInput(f"not YAML: {getattr(error, 'problem', None) or 'cannot be parsed'}", place, _MEND) from error
    if not isinstance(document, dict):
        raise BadInput("the declaration is not a mapping of names to values", str(path), _MEND)
    return document


def _parse(path: Path, document: dict[str, Any]) -> Source:
    try:
        return Source.model_validate(document)
    except ValidationError as error:
        found = [_sentence(each["loc"], each["type"], each["msg"]) for each in error.errors(include_input=False)]
        raise _refusal(path, list(dict.fromkeys(found))) from error


def _sentence(place: tuple[int | str, ...], kind: str, message: str) -> str:
    # A union's branches add the class name to the place; it says nothing to the reader.
    steps = [str(step) for step in place if not (isinstance(step, str) and (step.endswith("Spec") or step == "str"))]
    where = ".".join(steps)
    if kind == "extra_forbidden":
        return f"{where}: {unknown('name', steps[-1], _known(steps[:-1]))}"
    return f"{where}: {message.removeprefix('Value error, ')}"


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
    return BadInput(f"the declaration has {count}: {shown}{more}", str(path), _MEND, zh=zh)
