"""What is asked for with an export: which pack, in which form and language."""

from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

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


class ExportWanted(BaseModel):
    """An export of a unit's pack; the first fields are the arguments of `unitPack`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    unit: str
    levels: int = 1
    on: str | None = None
    echoDays: int = Field(USUAL_ECHO_DAYS)
    first: int = USUAL_SHOWN
    form: ExportForm = ExportForm.PDF
    language: Literal["zh", "en"] = "zh"

    @property
    def variables(self) -> dict[str, Any]:
        """Return the variables of the operation."""
        given = self.model_dump(include={"unit", "levels", "on", "echoDays", "first"})
        return {name: value for name, value in given.items() if value is not None}


def read_wanted(given: object) -> ExportWanted:
    """Return what a body asks for; refuse what is no such thing, with the place of each wrong value."""
    try:
        return ExportWanted.model_validate(given)
    except ValidationError as error:
        wrong = ", ".join(".".join(map(str, each["loc"])) or "the whole" for each in error.errors())
        mend = "give unit and form (docx, xlsx, pdf or zip), and levels, on, echoDays, first, language (zh or en) where needed"
        raise BadInput(f"the export is not described as it has to be: {wrong}", "request body", mend) from error
