"""Makes an export: one operation of the API, answered to the viewer as any other, and the file that its answer becomes."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from graphql import parse

from graph_service.access_log.document import digest_of
from graph_service.api.answers import bounded
from graph_service.api.exports.wanted import CircularWanted, ExportForm, PackWanted, Wanted
from graph_service.api.gate.installed import EXAMPLES
from graph_service.api.plan.context import QueryContext
from graph_service.api.queries.execute import Compiled, OperationContext, answer, compile_operation
from graph_service.api.requests import Trace
from graph_service.api.schema import build_schema
from graph_service.clock import BEIJING
from graph_service.errors import BadInput, GraphServiceError
from graph_service.reports.circular_report import circular_report
from graph_service.reports.document import document_of
from graph_service.reports.offline.signed import signed_pack
from graph_service.reports.offline.signing import PackSigner
from graph_service.reports.pack_report import report_of
from graph_service.reports.parts import Maker
from graph_service.reports.pdf import pdf_of
from graph_service.reports.report import Report
from graph_service.reports.workbook import workbook_of

_ONE_AT_A_TIME = asyncio.Semaphore(1)  # files are made beside the event loop; questions are answered meanwhile
_MAKERS: Mapping[ExportForm, Callable[[Report], bytes]] = {
    ExportForm.DOCX: document_of, ExportForm.XLSX: workbook_of, ExportForm.PDF: pdf_of,
}  # fmt: skip
_REPORTS: Mapping[type[Wanted], Callable[[Mapping[str, Any], Maker, str], Report]] = {
    PackWanted: report_of, CircularWanted: circular_report,
}  # fmt: skip


@dataclass(frozen=True)
class Export:
    """A file that was made, and what it is to be called."""

    name: str
    body: bytes


@cache
def _compiled(text: str, name: str) -> Compiled:
    compiled, _ = compile_operation(build_schema()._schema, parse(text), name, {})
    if compiled is None:
        raise TypeError("the operation of an export compiles")
    return compiled


def require_purpose(purpose: str | None) -> str:
    """Return why an export is made; refuse one of which nobody says why."""
    if not purpose:
        raise BadInput(
            "no purpose is stated",
            "header x-purpose",
            "say what the file is for: the round and its number, or to whom it goes",
        )
    return purpose


async def read_answer(context: QueryContext, wanted: Wanted, trace: Trace) -> dict[str, Any]:
    """Return the answer of the API to this viewer; refuse what it refuses. The trace knows then what was shown."""
    text = context.gate.admit((EXAMPLES / "work" / wanted.OPERATION).read_text(encoding="utf-8"), context.viewer)
    trace.asked.document, trace.asked.name = digest_of(text), wanted.NAME
    trace.fields = (wanted.FIELD, "viewer")
    operation = OperationContext(context, trace=trace)
    data = await answer(_compiled(text, wanted.NAME), build_schema()._schema, wanted.variables, operation)
    if data is None:
        raise next(
            iter(operation.refused.values()),
            BadInput("a value is of another type", "request body", f"see `{wanted.FIELD}`"),
        )
    trace.answered(data)
    return data


async def make_export(context: QueryContext, wanted: Wanted, trace: Trace, home: Path) -> Export:
    """Return the file, made of the answer alone; it must not leave before its entry is in the access log."""
    purpose = require_purpose(trace.asked.purpose)
    data = await read_answer(context, wanted, trace)
    told, at = data[wanted.FIELD], datetime.now(BEIJING)
    officer = data["viewer"]["officerId"]
    name, moment = data["viewer"]["officerName"] or officer, f"{at:%Y-%m-%d %H:%M}"
    maker = Maker(officer, name, moment, purpose, trace.request, wanted.variables.get("levels", 1))
    async with _ONE_AT_A_TIME:
        body = await asyncio.to_thread(_made, told, maker, wanted, home)
    return Export(f"{wanted.CALLED}-{told['on']}-{trace.request}.{wanted.form}", bounded(body, context.limits.bytes))


def _made(told: Mapping[str, Any], maker: Maker, wanted: Wanted, home: Path) -> bytes:
    if wanted.form is ExportForm.ZIP:
        return signed_pack(told, maker, wanted.language, PackSigner(home))
    return _MAKERS[wanted.form](_REPORTS[type(wanted)](told, maker, wanted.language))


def told_code(error: Exception) -> str:
    """Return the code of a refusal for the access log."""
    return error.code if isinstance(error, GraphServiceError) else GraphServiceError.code
