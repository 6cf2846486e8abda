"""Prints the stories with their operations and answers, what to paste, and where to go."""

from typing import Any

import httpx
from rich.console import Console

from graph_service.api.gate.installed import EXAMPLES
from graph_service.app import create_app
from graph_service.demo.acted.telling import tell_acted
from graph_service.demo.stories import StoryResult, read_stories, shortened, tell
from graph_service.embedded import Running
from graph_service.rights.viewer import Tokens
from graph_service.settings import Settings
from graph_service.web.examples import read_examples

_OFFICER = "CASE_MGMT"  # the team that sees every channel's matters
_PASTED = 3


async def tell_all(settings: Settings, running: Running, truth: dict[str, Any]) -> None:
    """Print everything a newcomer needs."""
    console = Console(highlight=False, soft_wrap=True)
    token = Tokens(settings).sign(_officer(settings, running))
    # The first queries of a fresh server are planned cold; on a busy machine that takes its time.
    patient = {
        "demo": False,
        "operations": "open",
        "warm_start": False,
        "log_requests": False,
        "read_timeout_seconds": 120,
    }
    app = create_app(settings.model_copy(update=patient), running)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app)
        headers = {"Authorization": f"Bearer {token}"}
        async with httpx.AsyncClient(
            transport=transport, base_url="http://leadlink", headers=headers, timeout=60
        ) as client:
            for story in read_stories():
                _print_story(console, await tell(story, truth, client))
    await tell_acted(settings, running, truth, console)
    _print_examples(console)
    _print_addresses(console, settings, token)


def _officer(settings: Settings, running: Running) -> str:
    from graph_service.cypher.files import query
    from graph_service.graph import Writer

    with Writer(running, settings.neo4j_database) as writer:
        known = writer.run_read(query("rights/officers").body)[0]
    return next(str(each["id"]) for each in known if each["team"] == _OFFICER)


def _print_story(console: Console, told: StoryResult) -> None:
    console.print(f"\n[bold]{told.story.id}  {told.story.title}[/bold]")
    console.print(f"  {told.sentence}", style="green")
    console.print("\n".join(f"    {line}" for line in told.story.query.splitlines()), style="dim", markup=False)
    console.print(f"    variables {shortened(told.variables)}", style="dim", markup=False)
    console.print(f"    answer    {shortened(told.answer)}", style="dim", markup=False)


def _print_examples(console: Console) -> None:
    console.print("\n[bold]Three operations to paste[/bold] (more in GraphiQL's menu and in examples/)")
    seen: set[str] = set()
    for example in read_examples(EXAMPLES):
        if example.audience in seen or example.variables or len(seen) == _PASTED:
            continue
        seen.add(example.audience)
        console.print(f"\n  {example.title} ({example.audience})", style="cyan")
        body = "\n".join(line for line in example.query.splitlines() if not line.startswith("#")).strip()
        console.print("\n".join(f"    {line}" for line in body.splitlines()), markup=False)


def _print_addresses(console: Console, settings: Settings, token: str) -> None:
    base = f"http://{settings.host}:{settings.port}"
    if settings.desk:
        console.print(f"\n[bold]Desk[/bold]      {base}/   (choose an officer; 选择一名干部进入工作台)")
    console.print(f"[bold]GraphiQL[/bold]  {base}/graphiql#token={token}", soft_wrap=True)
    console.print(f"[bold]API[/bold]       {base}/graphql")
    console.print(f"[bold]Token[/bold]     {token}", soft_wrap=True)
    console.print("Other officers: `LEADLINK_DEMO=true leadlink officers`; stop with Ctrl-C.\n")
