"""How large each size of the city is, and the days between which everything happens."""

from dataclasses import dataclass
from datetime import date

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
    "tiny": Size(
        name="tiny",
        people=3_000,
        villages=110,
        staff=0,
        firms=60,
        private_cars=30,
        recipients=120,
        payments_each=4,
        projects=60,
        bills=60,
        refuellings_each=3,
        trips_each=2,
        clues=120,
        petitions=60,
        own_staff=6,
        findings=100,
        issues=100,
        tickets=130,
        solved=120,
        alerts=40,
        pairs=2,
        near_misses=2,
        hits=1,
        hotline=60,
        hall=55,
        has_full_truth=True,
    ),
    "small": Size(
        name="small",
        people=5_000,
        villages=110,
        staff=0,
        firms=150,
        private_cars=80,
        recipients=420,
        payments_each=6,
        projects=120,
        bills=160,
        refuellings_each=6,
        trips_each=4,
        clues=330,
        petitions=150,
        own_staff=12,
        findings=290,
        issues=310,
        tickets=400,
        solved=374,
        alerts=130,
        pairs=12,
        near_misses=6,
        hits=4,
        hotline=210,
        hall=80,
        has_full_truth=True,
    ),
    "medium": Size(
        name="medium",
        people=100_000,
        villages=300,
        staff=40,
        firms=6_000,
        private_cars=9_000,
        recipients=8_000,
        payments_each=8,
        projects=2_400,
        bills=3_000,
        refuellings_each=24,
        trips_each=36,
        clues=3_500,
        petitions=1_500,
        own_staff=60,
        findings=5_900,
        issues=6_200,
        tickets=2_241,
        solved=2_095,
        alerts=700,
        pairs=60,
        near_misses=20,
        hits=12,
        hotline=600,
        hall=240,
        has_full_truth=True,
    ),
    "full": Size(
        name="full",
        people=1_200_000,
        villages=480,
        staff=160,
        firms=60_000,
        private_cars=150_000,
        recipients=60_000,
        payments_each=8,
        projects=12_000,
        bills=20_000,
        refuellings_each=48,
        trips_each=80,
        clues=12_000,
        petitions=5_000,
        own_staff=200,
        findings=22_000,
        issues=24_000,
        tickets=2_241,
        solved=2_095,
        alerts=3_000,
        pairs=60,
        near_misses=20,
        hits=24,
        hotline=1_200,
        hall=600,
        has_full_truth=False,
    ),
}
