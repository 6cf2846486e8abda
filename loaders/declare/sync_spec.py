"""What a declaration says of keeping a source up to date: watermark, sweeps of the keys, and how often it runs."""

import re
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

_SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_SPAN = re.compile(r"(\d{1,6})\s*([smhd])")


def seconds_of(value: Any) -> Any:
    """Return a span of time such as `15m` in seconds; anything else is left for the checks that follow."""
    if isinstance(value, str):
        found = _SPAN.fullmatch(value.strip())
        if found is None:
            raise ValueError("give a span of time such as 30s, 15m, 6h or 1d")
        return int(found[1]) * _SECONDS[found[2]]
    return value


Seconds = Annotated[int, BeforeValidator(seconds_of), Field(gt=0, strict=True)]


class WatermarkSpec(BaseModel):
    """The column by which changed rows are found."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    column: str
    kind: Literal["datetime", "date", "number"] = "datetime"
    overlap: Annotated[int, BeforeValidator(seconds_of), Field(ge=0, strict=True)] = Field(
        0, description="how far behind the mark rows are read again: a span of time, or a number for kind number"
    )


class SyncSpec(BaseModel):
    """How a source is kept up to date."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    watermark: WatermarkSpec | None = None
    sweep: Seconds | None = Field(None, description="how often all keys are compared, so that deleted rows are seen")
    every: Seconds | None = Field(None, description="how often the service runs the source")

    @model_validator(mode="after")
    def _fitting(self) -> Self:
        if self.sweep and not self.watermark:
            raise ValueError("sweep belongs to a watermark; without one every sync reads and compares all rows")
        return self
