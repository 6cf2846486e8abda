"""Saved views of the graph in the API."""

from collections.abc import Mapping
from typing import Any

import strawberry

from graph_service.api.plan.root import Request, by_id
from graph_service.api.types.analysis import Centrality
from graph_service.api.types.inputs import input_type
from graph_service.api.types.kept.clue_life import described_enum
from graph_service.api.types.made import TYPES, listed, listed_of
from graph_service.api.types.results import typed
from graph_service.api.types.scalars import Day, Moment
from graph_service.cypher.project.bounds import MOST
from graph_service.cypher.project.kept.views import VIEW

MOST_THINGS, MOST_TIES = MOST[f"{VIEW}.things"], MOST[f"{VIEW}.ties"]
_GROUPS = {
    "KIND": "By kind 按类型分组", "CHANNEL": "By channel 按渠道分组", "UNIT": "By the unit that things belong to 按单位分组",
    "COMMUNITY": "By what hangs together 按社群分组",
}  # fmt: skip


def build() -> None:
    """Make the types of saved views; those of nodes, pictures and analysis must be there already."""
    TYPES["ViewGroup"] = described_enum("ViewGroup", "How the things of a view are put together 分组方式", _GROUPS)
    node: Any = TYPES["Node"]
    typed("SavedThing", "A thing of a saved view, as it is today 视图中的对象", {
        "node": (node, "The thing itself 对象"),
        "x": (float, "Where it stands, across 横坐标"),
        "y": (float, "Where it stands, upward 纵坐标"),
        "is_hidden": (bool, "Whether it is put out of sight 是否隐藏"),
        "is_pinned": (bool, "Whether it is held in its place 是否固定"),
        "brought_by": (strawberry.ID | None, "Id of the thing around which it was found, where you may read that 由何对象展开"),
    })  # fmt: skip
    typed("ViewLook", "How a saved view is looked at 视图显示方式", _look("", listed_of(str), int))
    typed(VIEW, "A picture of the graph that an officer saved; it shows each viewer what that one may read today 保存的视图", {
        "id": (strawberry.ID, "Opaque id, by which the view is opened and cited 视图标识"),
        "title": (str | None, "What it shows, as its owner wrote it, where you may read all that is in it 视图名称"),
        "remark": (str | None, "What its owner wrote beside it, where you may read all that is in it 视图备注"),
        "by": (str, "Officer who saved it 保存人"),
        "teams": (list[str], "Codes of the teams that the officer worked in 保存人所在部门"),
        "saved_at": (Moment, "When it was saved first 首次保存时间"),
        "changed_at": (Moment, "When it was changed last 最近修改时间"),
        "dropped_at": (Moment | None, "When its owner dropped it 删除时间"),
        "shared_with": (list[str], "Codes of the teams that may open it 共享部门"),
        "may_change": (bool, "Whether you may change, share and drop it: its owner may 是否可修改"),
        "look": (TYPES["ViewLook"], "How it is looked at 显示方式"),
        "things": (listed("SavedThing"), "What is in it, of that what you may read 视图对象"),
        "ties": (listed("Relationship"), "Its ties that are still there, between things that you may read 视图关系"),
    })  # fmt: skip
    _build_inputs()


def _build_inputs() -> None:
    input_type("ViewThingInput", "A thing of a picture that is saved 视图对象填报", {
        "id": (strawberry.ID, "Id of the thing"),
        "x": (float, "Where it stands, across"),
        "y": (float, "Where it stands, upward"),
        "is_hidden": (bool | None, "Whether it is put out of sight"),
        "is_pinned": (bool | None, "Whether it is held in its place"),
        "brought_by": (int | None, "Place in the list, from 0, of the thing around which it was found"),
    })  # fmt: skip
    input_type("ViewTieInput", "A tie of a picture that is saved 视图关系填报", {
        "id": (strawberry.ID, "Id of the `Relationship`, as pictures tell it"),
        "source": (int, "Place in the list of things, from 0, of that at which it starts"),
        "target": (int, "Place in the list of things, from 0, of that at which it ends"),
    })  # fmt: skip
    input_type(
        "ViewLookInput",
        "How a view that is saved is looked at 显示方式填报",
        _look("; nothing leaves it open", listed_of(str) | None, int | None),
    )
    input_type("ViewPictureInput", "All that a view holds 视图内容填报", {
        "things": (listed("ViewThingInput"), f"Its things, 1 to {MOST_THINGS}"),
        "ties": (listed("ViewTieInput"), f"Its ties, at most {MOST_TIES}"),
        "look": (TYPES["ViewLookInput"] | None, "How it is looked at"),
    })  # fmt: skip


def _look(beside: str, words: Any, number: Any) -> dict[str, tuple[Any, str]]:
    return {
        "without_kinds": (words, f"Kinds that are left out{beside}"),
        "without_ties": (words, f"Types of ties that are left out{beside}"),
        "without_channels": (words, f"Channels whose matters are left out{beside}"),
        "least_ties": (number, f"Only things with so many ties in the picture{beside}"),
        "least_certainty": (float | None, f"Only ties that are at least so certain, 0 to 1{beside}"),
        "since": (Day | None, f"Only ties that held on this day or later{beside}"),
        "until": (Day | None, f"Only ties that held on this day or earlier{beside}"),
        "group": (TYPES["ViewGroup"] | None, f"How its things are put together{beside}"),
        "size": (Centrality | None, f"By which measure, on what is seen, its things are large or small{beside}"),
    }  # fmt: skip


def read_view(given: Mapping[str, Any]) -> Request:
    """Return the request for one saved view; refuse what is no id of one."""
    return by_id(VIEW, given)
