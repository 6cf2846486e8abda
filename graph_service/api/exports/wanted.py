"""What is asked for with an export: which pack or circular, in which form and language."""

from enum import StrEnum
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph_service.circulars.period import USUAL_SMALLEST
from graph_service.errors import BadInput
from graph_service.packs.bounds import USUAL_ECHO_DAYS, USUAL_SHOWN


class ExportForm(StrEnum):
    """Forms of an export, by the ending of the file."""

    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"
    ZIP = "zip"


MEDIA = {
    ExportForm.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ExportForm.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ExportForm.PDF: "application/pdf",
    ExportForm.ZIP: "application/zip",
}


class Wanted(BaseModel):
    """An export of the answer to one operation: its file, its name, the field that is told, and what the file made is called."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    OPERATION: ClassVar[str]
    NAME: ClassVar[str]
    FIELD: ClassVar[str]
    CALLED: ClassVar[str]
    MEND: ClassVar[str]

    form: ExportForm = ExportForm.PDF
    language: Literal["zh", "en"] = "zh"

    @property
    def variables(self) -> dict[str, Any]:
        """Return the variables of the operation."""
        given = self.model_dump(exclude={"form", "language"})
        return {name: value for name, value in given.items() if value is not None}


class CircularWanted(Wanted):
    """An export of a circular, the first fields the arguments of `circular`; what goes out tells no smaller counts than is usual."""

    OPERATION, NAME, FIELD, CALLED = "circular.graphql", "Circular", "circular", "circular"
    MEND = "give since, until and form (docx, xlsx or pdf), and unit, team, smallest (3 to 20), language (zh or en) where needed"

    since: str
    until: str
    unit: str | None = None
    team: str | None = None
    smallest: int = Field(USUAL_SMALLEST, ge=USUAL_SMALLEST)
    form: Literal[ExportForm.DOCX, ExportForm.XLSX, ExportForm.PDF] = ExportForm.PDF


class PackWanted(Wanted):
    """An export of a unit's pack; the first fields are the arguments of `unitPack`."""

    OPERATION, NAME, FIELD, CALLED = "unit_pack.graphql", "UnitPack", "unitPack", "pack"
    MEND = (
        "give unit and form (docx, xlsx, pdf or zip), and levels, on, echoDays, first, language (zh or en) where needed"
    )

    unit: str
    levels: int = 1
    on: str | None = None
    echoDays: int = Field(USUAL_ECHO_DAYS)
    first: int = USUAL_SHOWN


def read_wanted(kind: type[Wanted], given: object) -> Wanted:
    """Return what a body asks for; refuse what is no such thing, with the place of each wrong value."""
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        wrong = ", ".join(".".join(map(str, each["loc"])) or "the whole" for each in error.errors())
        raise BadInput(f"the export is not described as it has to be: {wrong}", "request body", kind.MEND) from error
