"""Letters by which the auditors hand findings over to the commission."""

from collections.abc import Iterator
from datetime import date, timedelta

from loaders.city.cases.matter import CityMatter
from loaders.city.cases.registers.rows import Transfer
from loaders.city.world.draws import Draws
from loaders.city.world.size import LAST_DAY


def letter_number(day: date, index: int) -> str:
    """Return the number of a letter."""
    return f"云审移〔{day.year}〕{index}号"


def ordinary_transfers(seed: int, matters: list[CityMatter]) -> Iterator[Transfer]:
    """Yield a letter on every twentieth finding: each was registered as a clue or answered in time."""
    findings = [one for one in matters if one.source == "audit_ledger" and not one.tag]
    for n, finding in enumerate(findings[::20]):
        draws = Draws(seed, "transfer", n)
        day = min(finding.day + timedelta(days=20), LAST_DAY)
        accepted = f"SL-{day.year}-{n + 1:05d}" if draws.chance(600) else ""
        answered = day + timedelta(days=draws.between(15, 80))
        yield Transfer(letter_number(day, n + 1), day, finding.number, accepted, min(answered, LAST_DAY))
