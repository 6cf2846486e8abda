"""How large each size of the city is, and the days between which everything happens."""

from dataclasses import dataclass
from datetime import date

FIRST_DAY = date(2023, 1, 2)
TODAY = date(2026, 11, 23)  # nothing in the city is later
LAST_DAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Size:
    """Counts of one size; the stories F1 to F9 are whole in every size."""

    name: str
    people: int
    villages: int
    staff: int  # further staff posts in every unit that is no village
    firms: int
    private_cars: int
    recipients: int
    payments_each: int
    projects: int
    bills: int
    refuellings_each: int
    trips_each: int
    clues: int
    petitions: int
    own_staff: int
    findings: int
    issues: int
    tickets: int
    solved: int
    alerts: int
    pairs: int  # planted pairs per linkage rule
    near_misses: int
    hits: int  # planted hits per comparison model
    hotline: int  # matters that name the hotline
    hall: int  # matters that name the administration building
    has_full_truth: bool


SIZES = {
    size.name: size
    for size in (
        Size("small", 5_000, 110, 0, 150, 80, 420, 6, 120, 160, 6, 4, 330, 150, 12, 290, 310, 400, 374, 130, 12, 6, 4, 210, 80, True),
        Size("medium", 100_000, 300, 40, 6_000, 9_000, 8_000, 8, 2_400, 3_000, 24, 36, 3_500, 1_500, 60, 5_900, 6_200, 2_241, 2_095, 700,
             60, 20, 12, 600, 240, True),
        Size("full", 1_200_000, 480, 160, 60_000, 150_000, 60_000, 8, 12_000, 20_000, 48, 80, 12_000, 5_000, 200, 22_000, 24_000, 2_241,
             2_095, 3_000, 60, 20, 24, 1_200, 600, False),
    )
}
