"""The bench of the score: the fitted map, the shares per tenth, the files of judged pairs, the page and its plot."""

import random
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench.calibration import Checked, drawn, figures, told
from bench.calibration_fit import ScoreMap, best_adamic_adar, expected_error, fitted, measured, tenths
from bench.connected_pairs import Connection, MatterPair, Sharing
from bench.judged_pairs import CityFound, JudgedCity, JudgedPair, read_judged
from bench.own_city import OwnTruth
from graph_service.cypher.score import score_of
from graph_service.errors import BadInput


def city_of(name: str, half_right: float, steepness: float, seed: int = 1) -> JudgedCity:
    """Return a city whose pairs are right as often as this map says."""
    draws = random.Random(seed)  # noqa: S311 - the same pairs each time
    strengths = [draws.uniform(0.05, 0.98) for _ in range(4000)]
    pairs = tuple(
        JudgedPair(
            is_true := draws.random() < score_of(each, half_right, steepness), 0.0, each, is_true * 2, is_true * 1.5
        )
        for each in strengths
    )
    return JudgedCity(name, sum(pair.is_true for pair in pairs), 7, pairs)


@pytest.mark.parametrize(("half_right", "steepness"), [(0.4, 4.0), (0.6, 2.0), (0.5, 1.0)])
def test_the_fit_finds_the_map_that_made_the_city(half_right: float, steepness: float) -> None:
    found = fitted([city_of("a", half_right, steepness), city_of("b", half_right, steepness, seed=2)])

    assert found.half_right == pytest.approx(half_right, abs=0.02)
    assert found.steepness == pytest.approx(steepness, rel=0.1)


def test_a_city_without_doubtful_pairs_has_a_map_too() -> None:
    pairs = tuple(JudgedPair(n >= 50, 0.0, 0.1 if n < 50 else 0.9, 0, 0.0) for n in range(100))

    found = fitted([JudgedCity("plain", 50, 0, pairs)])

    assert score_of(0.1, found.half_right, found.steepness) < 0.05
    assert score_of(0.9, found.half_right, found.steepness) > 0.95


def test_tenths_and_their_error() -> None:
    pairs = [
        JudgedPair(True, 0.0, 0.95, 0, 0.0),
        JudgedPair(False, 0.0, 0.91, 0, 0.0),
        JudgedPair(True, 0.0, 1.0, 0, 0.0),
    ]
    parts = tenths(pairs, lambda pair: pair.strength)

    assert [part.pairs if part else 0 for part in parts] == [0] * 9 + [3]
    assert parts[9] is not None
    assert parts[9].right == pytest.approx(2 / 3)
    assert expected_error(parts) == pytest.approx((0.95 + 0.91 + 1.0) / 3 - 2 / 3)
    assert expected_error([]) == 0.0


def test_recall_counts_what_is_not_found_at_all() -> None:
    city = JudgedCity("x", 4, 0, (JudgedPair(True, 0.9, 0.9, 1, 1.0), JudgedPair(False, 0.9, 0.9, 0, 0.0)))
    found = measured(city, lambda pair: pair.score >= 0.5)

    assert (found.precision, found.recall) == (0.5, 0.25)
    assert found.f1 == pytest.approx(1 / 3)
    assert best_adamic_adar([city]) == 1.0


def test_judged_pairs_survive_their_file(tmp_path: Path) -> None:
    city = city_of("两城", 0.4, 4.0)
    city.write(tmp_path / "pairs.json")

    assert read_judged(tmp_path / "pairs.json") == city
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    for name in ("other.json", "absent.json"):
        with pytest.raises(BadInput):
            read_judged(tmp_path / name)


def test_the_truth_judges_what_is_found_and_what_only_shares() -> None:
    side = {name: {"kind": "Clue", "number": name} for name in "abcd"}
    truth = OwnTruth({
        "rules": ["same_person"],
        "pairs": [{"a": side["a"], "b": side["b"]}],
        "near_misses": [{"a": side["b"], "b": side["a"]}, {"a": side["c"], "b": side["d"]}],
    })  # fmt: skip
    pairs = {name: MatterPair.of(f"Clue:{name[1]}", f"Clue:{name[0]}") for name in ("ab", "cd", "ac", "ad", "bd")}
    connections = {
        pairs["ab"]: Connection(0.9, 0.8, frozenset({"same_firm"})), pairs["cd"]: Connection(0.1, 0.2, frozenset({"kin"})),
        pairs["ac"]: Connection(0.1, 0.2, frozenset({"same_firm"})), pairs["ad"]: Connection(0.1, 0.3, frozenset({"same_person"})),
    }  # fmt: skip
    city = CityFound(connections, {pairs["ab"]: Sharing(2, 1.5), pairs["bd"]: Sharing(1, 0.2)}).judged(
        "c", 1, truth.sort
    )

    assert city.neutral == 1  # by a rule of which the truth tells nothing
    assert [(pair.is_true, pair.strength, pair.shared) for pair in city.pairs] == [
        (True, 0.8, 2), (False, 0.3, 0), (False, 0.2, 0), (False, 0.0, 1),
    ]  # fmt: skip
    assert len(city.returned()) == 3


def test_the_page_says_which_city_was_fitted_on_and_which_checked() -> None:
    one, two = city_of("one", 0.4, 4.0), replace(city_of("two <b>", 0.4, 4.0, seed=3), neutral=3)
    checked = Checked.of([one], [two])
    page, numbers = "\n".join(figures(checked)), told(checked)

    assert "| one | fitted on | 4,000 |" in page
    assert "| two <b> | checked | 4,000 |" in page
    assert [each["part"] for each in numbers["cities"]] == ["fit", "check"]
    assert numbers["fitted"] == vars(checked.new)
    assert numbers["in use"] == vars(ScoreMap())
    assert numbers["cities"][1]["error of the fitted"] < 0.05
    assert numbers["cities"][0]["any shared thing"] == [1.0, 1.0]


def test_the_plot_is_sound_svg_with_a_dot_per_tenth() -> None:
    checked = Checked.of([city_of("one", 0.4, 4.0)], [city_of("two <b>", 0.4, 4.0, seed=3)])
    root = ElementTree.fromstring(drawn(checked))  # noqa: S314 - our own text

    dots = [each for each in root.iter() if each.tag.endswith("circle")]
    words = [each.text or "" for each in root.iter() if each.tag.endswith("text")]
    assert len(dots) == 2 * 2 * 10 + 2  # two panels, two cities, and the legend
    assert "two <b>: checked" in words
    assert sum(dot.get("fill") == "none" for dot in dots) == 21
