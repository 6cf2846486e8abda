"""`leadlink identity queue|judge|unmerge`: the queue of records that may be one, for those who run the platform."""

import json
from typing import Any

import typer

_SHOWN = 20


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(no_args_is_help=True)
    group.command()(queue)
    group.command()(judge)
    group.command()(unmerge)
    app.add_typer(group, name="identity", help="Records that may be one person or unit: look, judge, take back.")


def queue(
    state: str = typer.Option("PROPOSED", help="PROPOSED, SAME, DIFFERENT or UNSURE."),
    first: int = typer.Option(_SHOWN, min=1, max=1000, help="At most this many pairs."),
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object per pair."),
) -> None:
    """Show pairs, likeliest first, with what speaks for and against each."""
    from graph_service.cypher.files import query
    from graph_service.settings import read_settings
    from loaders.session import leased_environment

    with leased_environment(read_settings()) as environment:
        found = environment.writer.run_read(query("identity/queue").body, state=state, bound=first)[0]
    for pair in found:
        print(json.dumps(pair, ensure_ascii=False) if as_json else _line(pair))


def _line(pair: dict[str, Any]) -> str:
    told = "; ".join(
        f"{field} {found} ({bits:+.1f})"
        for field, found, bits in zip(pair["fields"], pair["found"], pair["bits"], strict=True)
    )
    guard = f"; never by machine: {pair['guard']}" if pair["guard"] else ""
    names = f"{pair['one_name']} = {pair['other_name']}?"
    return (
        f"{pair['score']:.3f}  {names}  {pair['one']} {pair['other']}  {told}; {pair['namesakes']} of that name{guard}"
    )


def judge(
    one: str = typer.Argument(help="Id of one record."),
    other: str = typer.Argument(help="Id of the other record."),
    verdict: str = typer.Option(..., help="SAME, DIFFERENT or UNSURE."),
    why: str = typer.Option(..., help="Why, in a sentence that others will read."),
    officer: str = typer.Option(..., help="Id of the officer whose judgement this is."),
) -> None:
    """Say whether two records are one; the graph follows at once, and a later judgement retires this one."""
    from graph_service.cypher.files import query
    from graph_service.errors import BadInput
    from graph_service.identity.judging import Judgement, Verdict
    from graph_service.identity.judging import judge as run
    from graph_service.settings import read_settings
    from loaders.session import leased_environment

    if verdict not in Verdict.__members__:
        raise BadInput(f"there is no verdict {verdict!r}", "--verdict", f"use one of {', '.join(Verdict)}")
    with leased_environment(read_settings()) as environment:
        uid = run(environment.writer, environment.uid_key, Judgement(one, other, Verdict(verdict), officer, why))
        overruled = environment.writer.run_read(query("judging/overruled").body)[0]
    print(f"{uid}: {verdict}")
    for pair in overruled:
        print(f"overruled by newer judgements: {pair['verdict']} of {pair['one']} and {pair['other']}")


def unmerge(
    record: str = typer.Argument(help="Id of the record that was merged into another."),
    why: str = typer.Option(..., help="Why it is somebody else."),
    officer: str = typer.Option(..., help="Id of the officer whose judgement this is."),
) -> None:
    """Take a record out of the one it was merged into: the two are judged to be different."""
    from graph_service.identity.judging import take_back
    from graph_service.settings import read_settings
    from loaders.session import leased_environment

    with leased_environment(read_settings()) as environment:
        uid = take_back(environment.writer, environment.uid_key, record, officer, why)
    print(f"{uid}: DIFFERENT")
