"""Reads the parameters that a city runs the comparison models with, from one YAML file."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from graph_service.errors import BadInput
from graph_service.models.model_file import Model


def read_parameters(path: Path | None, models: Mapping[str, Model]) -> dict[str, dict[str, Any]]:
    """Return the parameters by model, none without a file; refuse a model or a parameter that there is not."""
    if path is None:
        return {}
    try:
        stated = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadInput("the file of parameters cannot be read", str(path), "give a YAML file in UTF-8") from error
    if not isinstance(stated, dict):
        raise BadInput("the file of parameters is no map", str(path), "write `V1: {tank_factor: 1.1}`")
    for model_id, given in stated.items():
        if model_id not in models:
            raise BadInput(f"there is no model {model_id!r}", str(path), f"use one of {', '.join(models)}")
        if not isinstance(given, dict):
            raise BadInput(f"the parameters of {model_id} are no map", str(path), "write `V1: {tank_factor: 1.1}`")
        stated[model_id] = {name: _days_as_text(value) for name, value in given.items()}
        models[model_id].with_parameters(stated[model_id])
    return stated


def _days_as_text(value: Any) -> Any:
    """Return a value of the file; YAML makes a date of a day that stands without quotes, models take text."""
    if isinstance(value, list):
        return [_days_as_text(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
