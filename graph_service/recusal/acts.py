"""What people do about recusals: an officer declares a ground, a leader decides; and who is told of grounds that the graph holds."""

from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import uuid4

from graph_service.act import ActRefused, ClientRequest, client_request
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled
from graph_service.cypher.seen.graph import SeenGraph
from graph_service.graph import Graph, Statements, Writer
from graph_service.recusal.grounds import Ground
from graph_service.recusal.kin import Part
from graph_service.recusal.reading import hard_grounds, recusal_of
from graph_service.rights.viewer import Viewer


@dataclass(frozen=True)
class Deed:
    """Who declares or decides and why, and the client's key by which it counts once."""

    viewer: Viewer
    reason: str
    client_key: str | None = None

    def request(self, *asked: Any) -> ClientRequest:
        """Return the request of the client for what is asked."""
        return client_request(self.viewer.officer, self.client_key, [*asked, self.reason])

    def seen(self, statements: Statements, name: str, **params: Any) -> list[dict[str, Any]]:
        """Return what a file finds for the viewer."""
        view = self.viewer.view
        text = view.text(filled(query(name).body))
        return statements.run_read(text, **{**self.viewer.params, **view.params, **params})[0]


def declare_recusal(writer: Writer, deed: Deed, matter: str) -> str:
    """Return the uid of a new declaration on a matter; refuse one that the officer does not read, or has declared already."""
    return writer.run_together(partial(_declare, deed, matter))


def _declare(deed: Deed, matter: str, statements: Statements) -> str:
    request = deed.request("declare", matter)
    viewer, uid = deed.viewer, f"recusal_{uuid4().hex[:24]}"
    turn = {"key": request.key, "officer": viewer.officer, "matter": matter}
    found = statements.run_write(query("recusal/turn").body, **turn)[0][0]
    if found["request"] is not None:
        request.require_same(found["request"])
        return str(found["uid"])
    # What is not there for the officer is refused first: not even an own declaration tells of it any more.
    if not deed.seen(statements, "series/matters", uids=[matter]):
        raise ActRefused("RecusalMatterNotVisible", "check the id; take it from an answer of your own 请核对标识")
    if found["standing"]:
        raise ActRefused("RecusalStands", "wait for the decision; look at your recusals 请等待审批，可在回避列表查看")
    said = {
        "by": viewer.officer, "teams": list(viewer.teams), "matter": matter, "reason": deed.reason, "state": "WAITING",
        "request": request.digest,
    }  # fmt: skip
    statements.run_write(query("recusal/declare").body, uid=uid, said=said, key=request.key)
    return uid


def decide_recusal(writer: Writer, deed: Deed, uid: str, accept: bool) -> str:
    """Return the uid of a declaration after a leader decided on it; refuse one that is not theirs, or was decided."""
    return writer.run_together(partial(_decide, deed, uid, accept))


def _decide(deed: Deed, uid: str, accept: bool, statements: Statements) -> str:
    request = deed.request("decide", uid, accept)
    statements.run_write(query("recusal/hold").body, uid=uid)  # one decision waits for the other
    found = deed.seen(statements, "recusal/standing", uid=uid)
    if not found or not found[0]["decides"]:
        raise ActRefused(
            "RecusalNotVisible",
            "a recusal is decided by a leader of the officer's team, or by the chief 须由部门负责人或主要领导决定",
        )
    if request.key is not None and found[0]["decide_key"] == request.key:
        request.require_same(found[0]["decide_request"])
        return uid
    if found[0]["state"] != "WAITING":
        raise ActRefused("RecusalDecided", "look at the recusal again 请重新查看该回避申请")
    said = {
        "state": "ACCEPTED" if accept else "REFUSED", "decided_by": deed.viewer.officer, "decision": deed.reason,
        "decide_key": request.key, "decide_request": request.digest,
    }  # fmt: skip
    statements.run_write(query("recusal/decide").body, uid=uid, said=said)
    return uid


async def recused_from(graph: Graph, officer: str, viewer: Viewer) -> frozenset[str]:
    """Return the matters that an officer must have no hand in, for whoever is about to give the officer one."""
    whole = graph.whole if isinstance(graph, SeenGraph) else graph
    _, _, declared, _ = await _standing(whole, officer, viewer)
    return frozenset({each.matter for each in await hard_grounds(whole, officer)} | set(declared))


async def told_grounds(officer: str, matter: str | None, graph: Graph, viewer: Viewer) -> dict[str, Any]:
    """Return the grounds that the viewer may be told of an officer, as parameters of the file that shows them.

    A leader is told all, who is asked for access the soft ones in what it is asked for, an officer the soft ones of their own.
    """
    whole = graph.whole if isinstance(graph, SeenGraph) else graph
    leads, asked, declared, name = await _standing(whole, officer, viewer)
    may = leads or (matter is not None and (officer == viewer.officer or matter in asked))
    # Nothing is worked out of what is not the viewer's to know: neither the answer nor its time tells of a matter.
    if not may or not await _is_read(graph, matter, viewer):
        found = []
    elif matter is None:
        found = await hard_grounds(whole, officer)
    else:
        found = await recusal_of(whole, officer, matter, declared)
    found = [each for each in found if leads or not each.kind.is_hard]
    return {"name": name, "grounds": [_told(place, each, viewer) for place, each in enumerate(found)]}


async def _is_read(graph: Graph, matter: str | None, viewer: Viewer) -> bool:
    """Return whether the viewer reads a matter; where none is given those are shown alone that the viewer reads."""
    if matter is None:
        return True
    file = query("series/matters")
    return bool(await graph.fetch(file.body, {**viewer.params, "uids": [matter]}, file.name))


async def _standing(whole: Graph, officer: str, viewer: Viewer) -> tuple[bool, list[str], list[str], str]:
    file = query("recusal/may_ask")
    params = {**viewer.params, "officer": officer}
    leads, asked, declared, name = await whole.fetch(file.body, params, file.name) or (False, [], [], officer)
    return leads, asked, declared, name


def _told(place: int, ground: Ground, viewer: Viewer) -> dict[str, Any]:
    english, chinese = ground.kind.sentences
    return {
        "place": place, "kind": ground.kind.name, "is_hard": ground.kind.is_hard, "matter": ground.matter,
        "person": ground.person, "is_told": all(_is_open(part, viewer) for part in ground.via),
        "sentence": english, "sentence_zh": chinese,
    }  # fmt: skip


def _is_open(part: Part, viewer: Viewer) -> bool:
    uid, audience = part
    return (audience in viewer.audiences or uid in viewer.tiers.opened) and uid not in viewer.tiers.shut
