"""What is worked out of a network that one query read: in a thread beside the event loop, in bounded time."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from graph_service.analysis.bounds import WORKED_SECONDS
from graph_service.api.plan.root import Request, Root
from graph_service.cypher.files import query
from graph_service.cypher.rules import filled_whole
from graph_service.errors import TooMuch
from graph_service.graph import Graph
from graph_service.rights.audiences import evened

# One at a time in each process: the others wait their turn, and the event loop goes on answering small questions.
_BESIDE = ThreadPoolExecutor(1, thread_name_prefix="analysis")


def reading_text(root: Root, request: Request) -> str:
    """Return the text that reads what is worked with."""
    return filled_whole(query(root.file).body, request.words, root.file)


async def work_out(root: Root, request: Request, params: Mapping[str, Any], graph: Graph) -> dict[str, Any] | None:
    """Return what the root makes of what its file finds, or nothing where it is not there for the viewer."""
    if root.work_out is None:
        raise TypeError(f"nothing is worked out for {root.name}")
    request = replace(request, beyond=params.get("after_tie"))
    values = await graph.fetch(reading_text(root, request), evened(params), root.file)
    try:
        async with asyncio.timeout(WORKED_SECONDS):
            return await asyncio.get_running_loop().run_in_executor(_BESIDE, root.work_out, values, request)
    except TimeoutError as error:
        raise TooMuch(
            "working it out takes too long now", root.name, "ask around fewer nodes, or again later"
        ) from error
