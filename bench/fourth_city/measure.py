"""`python -m bench.fourth_city.measure --data OUT`: the fourth city from its files to its score; score.py has to lie beside OUT."""

from pathlib import Path

import typer

from bench import other_city, other_city_result

other_city.DECLARATIONS = Path(__file__).parent / "declarations"
other_city_result._SCORED = frozenset({"xinfang", "rexian", "shenji", "xuncha", "xiansuo", "yisong"})

if __name__ == "__main__":
    typer.run(other_city.main)
