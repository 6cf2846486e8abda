"""Calls every operation of the generated client, in an environment of its own."""

import asyncio
import json
import sys
from typing import Any

from ask import connected  # type: ignore[import-not-found]  # the snippet, laid beside this file


async def answers(job: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"first": {}}
    async with connected(job["url"], job["token"]) as client:
        for example in job["examples"]:
            ask = getattr(client, example["method"])
            answer = await ask(**example["arguments"])
            found["first"][example["name"]] = answer.model_dump(mode="json", by_alias=True)
        async for told in client.heard():
            found["heard"] = told.model_dump(mode="json", by_alias=True)
            return found
    return found


print(json.dumps(asyncio.run(answers(json.load(sys.stdin)))))
