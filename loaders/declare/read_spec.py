"""How a source is read: its format, where its rows are, and what reading one file may take."""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from loaders.declare.job import Limits
from loaders.declare.password_spec import PasswordSpec


class Declared(BaseModel):
    """A part of a declaration; anything it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class LimitSpec(Declared):
    """How much reading one file of the source may take."""

    memory_mb: int = Field(Limits.memory_mb, ge=64)
    seconds: int = Field(Limits.seconds, ge=1)
    rows: int = Field(Limits.rows, ge=1)
    unpacked_mb: int = Field(Limits.unpacked_mb, ge=1)
    ratio: int = Field(Limits.ratio, ge=2)


class ReadSpec(Declared):
    """Where the rows are and in which form."""

    format: Literal["csv", "xlsx", "jsonl", "sql"]
    files: str | None = None
    encoding: Literal["utf-8", "gb18030", "gbk", "gb2312"] = "utf-8"
    delimiter: str = Field(",", min_length=1, max_length=1)
    sheet: str | None = None
    header_row: int = Field(1, ge=1, description="line of the sheet or CSV file in which the column names begin")
    header_lines: int = Field(
        1, ge=1, le=5, description="lines that name the columns together, such as 家庭成员 above 姓名: 家庭成员.姓名"
    )
    url: str | None = None
    password: PasswordSpec | None = None
    query: str | None = None
    columns: tuple[str, ...] = ()
    absent: tuple[str, ...] = Field(
        (), description="words by which this source says that nothing was written, such as NA"
    )
    limits: LimitSpec = LimitSpec()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        needed = ("url", "query") if self.format == "sql" else ("files",)
        if missing := [name for name in needed if not getattr(self, name)]:
            raise ValueError(f"format {self.format} needs {' and '.join(missing)}")
        if self.format == "jsonl" and not self.columns:
            raise ValueError("format jsonl needs columns: the names that a line may hold")
        if self.password and self.format != "sql":
            raise ValueError("password is that of a database; it needs format sql")
        return self
