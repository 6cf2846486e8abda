"""A clue's chain of custody as a picture: a box for each keeper from its receipt on, an arrow for each hand-over. SVG, no script, no font."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from graph_service.work.custody import OUTSIDE, SOURCE
from graph_service.work.life import read_life

_WIDTH, _BOX, _GAP, _LEFT = 760, 62, 40, 150
_DUTIES = {
    "TAKE_PETITIONS": "信访室 petition office",
    "KEEP_REGISTER": "案管室 central register",
    OUTSIDE: "其他机关 another body",
}
_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
    "font-family=\"system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif\" font-size=\"13\">"
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
    '<path d="M0 0 L8 4 L0 8 z" fill="#5b6470"/></marker></defs><rect width="100%" height="100%" fill="#ffffff"/>'
)


def keeper_of(row: Mapping[str, Any]) -> str:
    """Return who had the clue: the code of a team, or what the duty is called."""
    return str(row["team"] or _DUTIES.get(row["duty"], row["duty"]))


def act_of(row: Mapping[str, Any]) -> str:
    """Return what gave the clue to a keeper, in Chinese, and by whom."""
    act = read_life().acts.get(row["action"])
    called = "来源登记" if row["action"] == SOURCE else act.zh if act else str(row["action"])
    return f"{called} {row['by']}" if row["by"] else called


def custody_picture(number: str, rows: Sequence[Mapping[str, Any]]) -> str:
    """Return the picture of these keepings, first keeper first."""
    height = 60 + len(rows) * (_BOX + _GAP)
    parts = [_HEAD.format(width=_WIDTH, height=height), _text(20, 32, f"线索经手链条 {number}", size=17)]
    for place, row in enumerate(rows):
        parts.extend(_keeping(52 + place * (_BOX + _GAP), row, is_last=place == len(rows) - 1))
    return "\n".join([*parts, "</svg>\n"])


def _keeping(top: int, row: Mapping[str, Any], is_last: bool) -> list[str]:
    line = "#1f6feb" if row["until"] is None else "#5b6470"
    since, until = row["since"] or "?", row["until"]
    signed = f"签收 {row['signedForBy']} {row['signedForOn']}" if row["signedForBy"] else ""
    drawn = [
        f'<rect x="{_LEFT}" y="{top}" width="{_WIDTH - _LEFT - 20}" height="{_BOX}" rx="7" fill="#f6f8fa" stroke="{line}" stroke-width="1.5"/>',
        _text(20, top + 26, since), _text(20, top + 46, f"至 {until}" if until else "仍在此处", "#5b6470"),
        _text(_LEFT + 16, top + 26, keeper_of(row), size=15), _text(_LEFT + 16, top + 48, f"{act_of(row)}　{signed}", "#3d444d"),
    ]  # fmt: skip
    if not is_last:
        x, begin = _LEFT + 40, top + _BOX
        drawn.append(
            f'<path d="M{x} {begin + 2} V{begin + _GAP - 3}" stroke="#5b6470" stroke-width="1.5" marker-end="url(#tip)"/>'
        )
    return drawn


def _text(x: int, y: int, told: str, fill: str = "#1f2328", size: int = 13) -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}">{escape(told)}</text>'
