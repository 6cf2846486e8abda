"""The table of identity's figures: what was decided, what was right, and what a person finds in the queue."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RegisterSide:
    """What each record truly means, by its key, which of them the registers tell, and how many give a code anyway."""

    true: dict[str, str]
    tellable: frozenset[str]
    coded: int
    traps: frozenset[str]  # planted namesakes, or bodies that sound alike


@dataclass(frozen=True)
class Decided:
    """What a matcher made of the records, and whom it asks people about, likeliest first."""

    merged: dict[str, str]
    asked: dict[str, list[str]]


def head() -> str:
    """Return the head of the table."""
    columns = (
        "", "decided", "right", "precision", "recall, tellable", "recall, no code", "recall, all",
        "recall, all, queue judged", "traps taken", "s",
    )  # fmt: skip
    return f"| {' | '.join(columns)} |\n{'|---' * len(columns)}|"


def line(name: str, found: Decided, side: RegisterSide, seconds: float) -> str:
    """Return the line of one matcher."""
    right = {one for one, other in found.merged.items() if side.true.get(one) == other}
    wrong = {one: other for one, other in found.merged.items() if one in side.true and one not in right}
    asked = {one for one in side.true.keys() - found.merged.keys() if side.true[one] in found.asked.get(one, [])}
    whole = len(side.true) + side.coded
    figures = (
        len(right) / max(len(right) + len(wrong), 1), len(right & side.tellable) / max(len(side.tellable), 1),
        len(right) / max(len(side.true), 1), (len(right) + side.coded) / whole,
        (len(right | asked) + side.coded) / whole,
    )  # fmt: skip
    shown = " | ".join(f"{figure:.4f}" for figure in figures)
    taken = sum(other in side.traps for other in wrong.values())
    return f"| {name} | {len(right) + len(wrong):,} | {len(right):,} | {shown} | {taken} | {seconds:.1f} |"
