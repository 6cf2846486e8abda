"""A file of rules in YAML: how its parts are declared, and how it is read or refused."""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graph_service.errors import BadInput


class Stated(BaseModel):
    """A part of such a file: it is not changed, and names nothing that it does not have."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Rules = TypeVar("Rules", bound=Stated)


def read_stated(rules: type[Rules], path: Path, what: str, usual: Path) -> Rules:
    """Return the rules that a file states; refuse one that cannot be read or says nonsense, with every place of it."""
    mend = f"write it like {usual.name} in graph_service/{usual.parent.name}"
    try:
        return rules.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, each['loc'])) or 'the whole'}: {each['msg']}" for each in error.errors())
        raise BadInput(f"{what} cannot be read: {wrong}", str(path), mend) from error
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise BadInput(f"{what} cannot be read", str(path), mend) from error
