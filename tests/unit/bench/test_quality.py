"""The page of quality says what the scorer printed, city beside city."""

from bench.quality import ScoreBin, page, read_table

_TOLD = """Identity (pairs of required records)
  identity unit                                P  1.000  R  0.900  F1  0.947  (tp 9, fp 0, fn 1) B3 P 1.000 R 0.950
Links at score >= 0.5: true 2, near miss 1
  kin_chain                                    P  0.667  R  1.000  F1  0.800  (tp 2, fp 1, fn 0) fp = its near misses
  recall by habit: masked 2/2
  calibration (neutral pairs left out)
    0.8-0.9  pairs      3  mean score 0.850  true 0.667
    expected calibration error 0.183
Comparison models
  V1                                           P  1.000  R  0.500  F1  0.667  (tp 1, fp 0, fn 1) near-miss alarms 0/4
Rejects
  rejects                                      P  1.000  R  1.000  F1  1.000  (tp 4, fp 0, fn 0)

Overall                        P      R      F1
  identity unit               1.000  0.900  0.947
"""


def test_every_line_of_the_scorer_stands_in_the_table_of_its_part() -> None:
    read = read_table(_TOLD)

    assert {part: list(lines) for part, lines in read.parts.items()} == {
        "Identity": ["identity unit"], "Links": ["kin_chain"], "Models": ["V1"], "Rejects": ["rejects"],
    }  # fmt: skip
    assert (read.error, read.habits, read.bins) == ("0.183", "masked 2/2", {"0.8-0.9": ScoreBin(3, "0.850", "0.667")})


def test_cities_stand_side_by_side_with_what_one_lacks_left_empty() -> None:
    other = read_table(_TOLD.replace("  V1 ", "  V2 "))
    lines = page({"ours": read_table(_TOLD), "theirs": other}, "abc").splitlines()

    assert "| V1 | 1.000 / 0.500 (1, 0 false, 1 missed) |  |" in lines
    assert "| V2 |  | 1.000 / 0.500 (1, 0 false, 1 missed) |" in lines
    assert "| 0.8-0.9 | 0.667 (0.850) of 3 | 0.667 (0.850) of 3 |" in lines
    assert "Cities: ours, theirs; commit abc." in lines
