"""The calibration plot as an SVG: the share of right pairs over the score, before and after the map."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from bench.calibration_fit import Tenth

_SIDE, _LEFT, _TOP, _GAP = 300, 60, 60, 70
_COLOURS = ("#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#8c564b", "#17becf", "#7f7f7f")


@dataclass(frozen=True)
class Curve:
    """One city in one panel: hollow where the map was fitted on it, filled where it was checked."""

    city: str
    is_fit: bool
    tenths: Sequence[Tenth | None]


@dataclass(frozen=True)
class Panel:
    """One square of the plot."""

    title: str
    axis: str
    curves: Sequence[Curve]


def plot(panels: Sequence[Panel]) -> str:
    """Return the panels side by side as SVG, the legend of the cities below."""
    cities = list(dict.fromkeys((curve.city, curve.is_fit) for panel in panels for curve in panel.curves))
    width, height = _LEFT + len(panels) * (_SIDE + _GAP), _TOP + _SIDE + 60 + 20 * len(cities)
    colours = {city: _COLOURS[n % len(_COLOURS)] for n, (city, _) in enumerate(cities)}
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for n, panel in enumerate(panels):
        lines += _panel(panel, _LEFT + n * (_SIDE + _GAP), colours)
    for n, (city, is_fit) in enumerate(cities):
        y = _TOP + _SIDE + 65 + 20 * n
        lines.append(_dot(_LEFT + 6, y - 4, 5, _Ink(colours[city], is_fit)))
        lines.append(_text(_LEFT + 20, y, f"{city}: {'fitted on' if is_fit else 'checked'}", "start"))
    return "\n".join([*lines, "</svg>", ""])


@dataclass(frozen=True)
class _Ink:
    colour: str
    is_hollow: bool


def _panel(panel: Panel, left: int, colours: dict[str, str]) -> list[str]:
    floor = _TOP + _SIDE
    lines = [
        _text(left + _SIDE / 2, _TOP - 20, panel.title),
        _text(left + _SIDE / 2, floor + 38, panel.axis),
        f'<text transform="translate({left - 38} {_TOP + _SIDE / 2}) rotate(-90)" text-anchor="middle">share that is right</text>',
        f'<rect x="{left}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#444"/>',
        f'<line x1="{left}" y1="{floor}" x2="{left + _SIDE}" y2="{_TOP}" stroke="#999" stroke-dasharray="4 4"/>',
    ]
    for n in range(0, 11, 2):
        away = _SIDE * n / 10
        lines += [
            _text(left + away, floor + 18, f"{n / 10:.1f}"),
            _text(left - 8, floor - away + 4, f"{n / 10:.1f}", "end"),
        ]
    for curve in panel.curves:
        lines += _dots(curve, left, _Ink(colours[curve.city], curve.is_fit))
    return lines


def _dots(curve: Curve, left: int, ink: _Ink) -> Iterable[str]:
    for part in filter(None, curve.tenths):
        # The area tells how many pairs: a tenth with one pair says little.
        size = 2 + 1.2 * math.log2(part.pairs + 1)
        yield _dot(left + _SIDE * part.score, _TOP + _SIDE * (1 - part.right), size, ink)


def _dot(x: float, y: float, size: float, ink: _Ink) -> str:
    fill = "none" if ink.is_hollow else ink.colour
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="{fill}" fill-opacity="0.6" stroke="{ink.colour}"/>'


def _text(x: float, y: float, words: str, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
