"""A comparison model as its file states it: id, version, parameters, whom it concerns, and the Cypher that finds what fires."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_service.cypher.files import Parameter, QueryFile, read_file, read_folder
from graph_service.errors import BadInput
from schema.vocabulary import Channel, Problem, Severity

_WANTED = ("model", "version", "severity", "channel", "team", "innocent", "innocent_zh", "because", "because_zh")
_TYPES: dict[str, tuple[type, ...]] = {
    "Int": (int,), "Float": (int, float), "String": (str,), "Boolean": (bool,),
}  # fmt: skip


@dataclass(frozen=True)
class Model:
    """One comparison model, checked."""

    file: QueryFile
    id: str
    version: int
    defaults: Mapping[str, Any]

    @property
    def title(self) -> str:
        """Return the model's title in both languages."""
        return self.file.head["title"]

    def with_parameters(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the parameters of a run: the given ones over the defaults; refuse what the model does not take."""
        where = f"parameters of model {self.id}"
        for name, value in given.items():
            if name not in self.file.parameters:
                known = ", ".join(self.file.parameters) or "none"
                raise BadInput(f"model {self.id} has no parameter {name!r}", where, f"use one of: {known}")
            _require_type(self.file.parameters[name], value, where)
        return {**self.defaults, **given}


def read_models(folder: Path | None = None) -> dict[str, Model]:
    """Return the models by id, in the order of their ids: those of the product, and those of a folder of one's own."""
    files = list(read_folder("models").values())
    if folder is not None:
        if not folder.is_dir():
            raise BadInput("the folder of models is not there", str(folder), "give a folder with .cypher files")
        files += [read_file(path, f"models/{path.stem}") for path in sorted(folder.glob("*.cypher"))]
    models: dict[str, Model] = {}
    for file in files:
        model = _model_of(file)
        if model.id in models:
            raise BadInput(f"two files state model {model.id}", file.name, "give one of them another id")
        models[model.id] = model
    return dict(sorted(models.items(), key=lambda each: natural_key(each[0])))


def natural_key(model_id: str) -> tuple[str, int, str]:
    """Return what sorts ids of models as people do: V2 before V10."""
    letters = model_id.rstrip("0123456789")
    digits = model_id[len(letters) :]
    return letters, int(digits) if digits else 0, model_id


def _model_of(file: QueryFile) -> Model:
    where = f"queries/{file.name}.cypher"
    missing = [name for name in _WANTED if name not in file.head]
    if missing:
        raise BadInput(f"head line missing: {', '.join(missing)}", where, "add it as `// name: text`")
    for name, term in (("severity", Severity), ("channel", Channel), ("problem", Problem)):
        value = file.head.get(name)
        if value is not None and value not in term.__members__:
            raise BadInput(f"unknown {name} {value!r}", where, f"use one of {', '.join(term.__members__)}")
    if not file.head["version"].isdigit():
        raise BadInput("the version is no whole number", where, "count it up with every change of the model")
    if untold := sorted(file.params ^ file.parameters.keys()):
        mend = "write `// parameter NAME Type DEFAULT unit -- what it means`, default and unit without blanks"
        raise BadInput(f"no line tells of parameter {untold[0]}", where, mend)
    defaults = {name: _default(each, where) for name, each in file.parameters.items()}
    return Model(file, file.head["model"], int(file.head["version"]), defaults)


def _default(parameter: Parameter, where: str) -> Any:
    try:
        value = json.loads(parameter.default)
    except ValueError as error:
        raise BadInput(
            f"the default of {parameter.name} is no JSON", where, 'write a number, "word" or ["list"] without blanks'
        ) from error
    _require_type(parameter, value, where)
    return value


def _require_type(parameter: Parameter, value: Any, where: str) -> None:
    bare = parameter.type.strip("[]")
    listed = parameter.type.startswith("[")
    if bare not in _TYPES:
        raise BadInput(f"unknown type {parameter.type!r} of {parameter.name}", where, f"use {', '.join(_TYPES)}")
    values = value if listed and isinstance(value, list) else [value]
    fits = all(isinstance(each, _TYPES[bare]) and isinstance(each, bool) == (bare == "Boolean") for each in values)
    if not fits or listed != isinstance(value, list):
        raise BadInput(f"{parameter.name} is to be {parameter.type}", where, f"give it like {parameter.default}")
