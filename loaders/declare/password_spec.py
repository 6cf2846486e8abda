"""Where the password of a source's database is: never in the declaration itself."""

import os
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from graph_service.errors import BadInput


class PasswordSpec(BaseModel):
    """The place of a password; what stands there is read when it is needed, and kept nowhere."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    env: str | None = Field(None, min_length=1, description="environment variable that holds it")
    file: Path | None = Field(None, description="file that holds it, its last line break left out")

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.env is None) == (self.file is None):
            raise ValueError("give either env or file")
        return self

    def read(self, where: str) -> str:
        """Return the password, or refuse with the place that lacks it."""
        try:
            found = os.environ[self.env] if self.env else (self.file or Path()).read_text(encoding="utf-8")
        except (KeyError, OSError, UnicodeDecodeError) as error:
            what = f"the password of the database cannot be read from {self.env or self.file}"
            mend = "set the variable, or give a readable file, that read.password names"
            raise BadInput(what, where, mend, zh="数据库密码读不到，请检查read.password") from error
        return found.removesuffix("\n").removesuffix("\r")
