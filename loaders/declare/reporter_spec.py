"""Which columns say who made the report: they go to the vault, and nowhere else."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from loaders.declare.read_spec import Declared


def _as_columns(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


_Columns = Annotated[tuple[str, ...], BeforeValidator(_as_columns), Field(min_length=1)]
PARTS = ("name", "id_number", "phone", "address", "unit")


class ReporterSpec(Declared):
    """Columns about the reporter by what they say, whose reporter it is, and texts to be looked through beside the usual."""

    of: str | None = Field(None, description="node of the row that was reported; the only matter where none is named")
    name: _Columns | None = None
    id_number: _Columns | None = None
    phone: _Columns | None = None
    address: _Columns | None = None
    unit: _Columns | None = None
    details: _Columns | None = Field(None, description="further columns about the reporter, kept under their names")
    texts: _Columns | None = Field(None, description="columns of free text beside those of the matter itself")

    def parts(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the columns of each part of a reporter."""
        for name in PARTS:
            yield name, getattr(self, name) or ()

    def columns(self) -> tuple[str, ...]:
        """Return every column that nothing but the vault may hold."""
        named = [column for _, columns in self.parts() for column in columns]
        return (*named, *(self.details or ()))
