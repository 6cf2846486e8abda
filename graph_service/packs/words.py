"""How a pack says amounts and kinds of problem, in both languages."""

from collections.abc import Mapping

from schema.vocabulary import Problem

_TOLD_KINDS = 5
_WAN = 1_000_000  # fen of ten thousand yuan


def kinds_told(counted: Mapping[str, int], language: str) -> str:
    """Return the commonest kinds with how many each, such as `dining 3, gifts 1`; ties in the order of the vocabulary."""
    order = [kind.value for kind in Problem]
    kinds = sorted(counted, key=lambda kind: (-counted[kind], order.index(kind)))[:_TOLD_KINDS]
    if language == "zh":
        return "、".join(f"{Problem[kind].label}{counted[kind]}" for kind in kinds)
    return ", ".join(f"{kind.lower().replace('_', ' ')} {counted[kind]}" for kind in kinds)


def yuan(fen: int) -> str:
    """Return an amount in yuan with separators, exact to the fen where it is no whole yuan: `1,234` or `1,234.50`."""
    whole, rest = divmod(fen, 100)
    return f"{whole:,}.{rest:02}" if rest else f"{whole:,}"


def money_told(fen: int, language: str, is_open: bool = False) -> str:
    """Return what is added to a sentence of so much money, nothing where there is none; from ten thousand yuan on in 万元 in Chinese."""
    if not fen:
        return ""
    if language == "en":
        return f"; {yuan(fen)} yuan{' not put right' if is_open else ''}"
    what = "未整改金额" if is_open else "涉及金额"
    return f"，{what}{yuan(fen)}元" if fen < _WAN else f"，{what}{fen / _WAN:,.2f}万元"
