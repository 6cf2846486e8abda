"""The vault through the API: the petition office alone opens who reported, with a reason that the access log keeps.

Everybody else meets one refusal, before anything is looked up: whether there is an entry makes no difference to it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import strawberry

from graph_service.access_log.entry import purpose_of
from graph_service.act import ActRefused
from graph_service.api.arguments.sought import uid_of
from graph_service.api.mutations.refused import union
from graph_service.api.plan.context import QueryContext
from graph_service.api.requests import Trace
from graph_service.api.types.made import TYPES, listed
from graph_service.api.types.results import typed
from graph_service.cypher.files import query
from graph_service.errors import LogUnavailable
from graph_service.rights.roles import Grant
from graph_service.vault.entry import Entry
from graph_service.vault.store import Vault
from schema.record import DataClass

Told = tuple[str, dict[str, Any]]  # type of the answer, and its fields
NESTED = {"reporters": "VaultReporter", "originals": "VaultText", "details": "VaultText"}
_ALWAYS = ("VaultNotOpen", "VaultReasonMissing", "VaultNothingThere")


def build() -> None:
    """Make the types of what is opened; the types of refusals must be there already."""
    ident = strawberry.ID
    typed("VaultText", "A text under the name of its column 原文", {
        "name": (str, "Column of the source 列名"), "text": (str, "The text as it was written, before it was masked 原始内容"),
    })  # fmt: skip
    typed("VaultReporter", "Who reported a matter, as one source has it 举报人", {
        "source": (str, "Source that says so 来源"), "name": (str, "Name 姓名"), "idNumber": (str, "Identity number 证件号码"),
        "phone": (str, "Telephone numbers 联系电话"), "address": (str, "Address 住址"), "unit": (str, "Unit that the reporter works in 工作单位"),
        "details": (listed("VaultText"), "What else the source says of the reporter 其他信息"),
    })  # fmt: skip
    typed("VaultContent", "What the vault keeps of one matter 保密库内容", {
        "id": (ident, "Id of the matter 事项"),
        "reporters": (listed("VaultReporter"), "Who reported it 举报人"),
        "originals": (listed("VaultText"), "Texts as they were written 原始材料"),
        "warnings": (list[str], "Why few people could have known: take care that nobody works out who reported 知情范围提示"),
    })  # fmt: skip
    typed("SameReporter", "Matters that the same person reported; nothing is opened for it 同一举报人", {
        "id": (ident, "Id of the matter that was asked about 所问事项"),
        "matters": (list[strawberry.ID], "Ids of the others that you may read 其他事项"),
    })  # fmt: skip
    union(
        "OpenVaultResult",
        "What is kept of who reported a matter, or why it is not told 开启结果",
        ("VaultContent", *_ALWAYS),
    )
    union(
        "SameReporterResult",
        "What else the same person reported, or why it is not told 同一举报人查询结果",
        ("SameReporter", *_ALWAYS),
    )


async def open_vault(given: dict[str, Any], query_context: QueryContext, trace: Trace) -> Told:
    """Return who reported a matter and the texts as they were; refuse who may not know, and who gives no reason."""
    vault = _vault(given, query_context, trace)
    uid = await _readable(given["id"], query_context)
    entries = await asyncio.to_thread(vault.open, uid)
    if not entries:
        raise ActRefused(
            "VaultNothingThere",
            "check the id; an anonymous report has no entry unless its text was masked 请核对标识；匿名举报一般没有记录",
        )
    trace.asked.returned.append(uid)
    return "VaultContent", {
        "id": uid,
        "reporters": [_reporter(entry) for entry in entries if entry.reporter.is_known],
        "originals": [{"name": name, "text": text} for entry in entries for name, text in entry.originals],
        "warnings": [*_few(entries), *await _small_units(entries, query_context, vault.place.few)],
    }  # fmt: skip


async def same_reporter(given: dict[str, Any], query_context: QueryContext, trace: Trace) -> Told:
    """Return the other matters with a reporter of the same marks, as far as the viewer may read them."""
    vault = _vault(given, query_context, trace)
    uid = await _readable(given["id"], query_context)
    others = await asyncio.to_thread(vault.same_reporter, uid)
    found = await _visible(others, query_context)
    trace.asked.returned += [uid, *found]
    return "SameReporter", {"id": uid, "matters": found}


def _vault(given: dict[str, Any], query_context: QueryContext, trace: Trace) -> Vault:
    viewer = query_context.viewer
    if Grant.OPEN_VAULT not in viewer.grants or DataClass.D4 not in viewer.sight.whole:
        raise ActRefused("VaultNotOpen", "ask an officer of the petition office 请联系信访室")
    if not given["reason"].strip():
        raise ActRefused(
            "VaultReasonMissing",
            "say in a sentence what it is needed for; the access log keeps it 请说明用途，将记入访问日志",
        )
    if query_context.vault is None:
        what = "what is opened could not be written down: the access log is turned off"
        raise LogUnavailable(what, "LEADLINK_ACCESS_LOG", "turn the access log on")
    trace.asked.purpose = purpose_of("; ".join(filter(None, (trace.asked.purpose, given["reason"].strip()))))
    return query_context.vault


async def _readable(given: Any, query_context: QueryContext) -> str:
    uid = uid_of(given, "id", "Matter").value
    if not await _visible([uid], query_context):
        raise ActRefused(
            "VaultNothingThere", "check the id, or ask the team that holds the matter 请核对标识，或询问承办部门"
        )
    return str(uid)


async def _visible(uids: list[str], query_context: QueryContext) -> list[str]:
    file = query("vault/open")
    params = {**query_context.viewer.params, "uids": uids}
    return [str(each) for each in (await query_context.graph.fetch(file.body, params, file.name))[0]]


async def _small_units(entries: list[Entry], query_context: QueryContext, most: int) -> list[str]:
    file, found = query("vault/staff"), []
    for name in dict.fromkeys(entry.reporter.unit for entry in entries if entry.reporter.unit):
        params = {**query_context.viewer.params, "name": name, "most": most + 1}
        for people in await query_context.graph.fetch(file.body, params, file.name):
            if people is not None and 0 < people <= most:
                found.append(f"举报人所在单位已知任职人员仅{people}人 the reporter's unit has {people} known people")
    return found


def _few(entries: list[Entry]) -> list[str]:
    return list(dict.fromkeys(words for entry in entries for words in entry.few))


def _reporter(entry: Entry) -> dict[str, Any]:
    said = entry.reporter
    return {
        "source": entry.source, "name": said.name, "idNumber": said.id_number, "phone": said.phone, "address": said.address,
        "unit": said.unit, "details": [{"name": name, "text": text} for name, text in said.details],
    }  # fmt: skip


OPENINGS: dict[str, Callable[[dict[str, Any], QueryContext, Trace], Awaitable[Told]]] = {
    "openVault": open_vault,
    "sameReporter": same_reporter,
}


def fields() -> dict[str, tuple[Any, str, dict[str, tuple[Any, ...]]]]:
    """Return the mutations: what each returns, what it means, its arguments."""
    given = {
        "id": (strawberry.ID, "Id of the matter"),
        "reason": (str, "What it is needed for, in a sentence; the access log keeps it before the answer leaves"),
    }
    return {
        "open_vault": (
            TYPES["OpenVaultResult"],
            "Open who reported a matter; the petition office alone may 开启举报人保密库",
            given,
        ),
        "same_reporter": (
            TYPES["SameReporterResult"],
            "Tell what else the same person reported, without opening who it is 同一举报人的其他事项",
            given,
        ),
    }
