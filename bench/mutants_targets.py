"""What is changed, and the tests that have to notice: what decides, counts, ranks, pages and grants rights."""

from dataclasses import dataclass

# Libraries that take long to load, loaded once before the children are made.
LOADED_FIRST = (
    "duckdb", "hypothesis.strategies", "neo4j", "networkx", "opencc", "polars", "pyarrow", "pydantic", "pypinyin",
    "pytest_asyncio", "splink", "sqlalchemy", "tomllib", "xdist.scheduler",
)  # fmt: skip
_UNIT = "tests/unit"
_PAGING = (f"{_UNIT}/test_paging.py", f"{_UNIT}/test_page_walk.py")
_FILES = (f"{_UNIT}/test_query_files.py", f"{_UNIT}/test_cypher_heads.py", *_PAGING)
_MACROS = (f"{_UNIT}/test_macros.py",)
_TOKENS = (
    f"{_UNIT}/test_tokens.py", *(f"{_UNIT}/tokens/test_{name}.py" for name in ("viewer", "claims", "keys", "moments")),
)  # fmt: skip
_ROLES = (f"{_UNIT}/rights/test_posts_and_patterns.py", f"{_UNIT}/rights/test_tiers.py", f"{_UNIT}/test_roles.py")
_NAMES = (f"{_UNIT}/identity/test_names.py",)
_UNITS = (*_NAMES, f"{_UNIT}/identity/test_units.py")
_DECIDING = (f"{_UNIT}/identity/test_deciding.py",)
_MERGING = (f"{_UNIT}/identity/test_merging.py",)
_READING = (f"{_UNIT}/identity/test_people.py", f"{_UNIT}/identity/test_golden.py")
_WEIGHING = (f"{_UNIT}/identity/test_golden.py",)


@dataclass(frozen=True)
class Target:
    """A module, the tests that speak of it, and the parts that need no graph where it is not all of it."""

    module: str
    tests: tuple[str, ...]
    only: frozenset[str] = frozenset()


TARGETS = (
    Target("graph_service.cypher.score", (f"{_UNIT}/test_score.py", f"{_UNIT}/test_score_arithmetic.py")),
    Target("graph_service.cypher.lists.cursor", (f"{_UNIT}/test_cursor.py",)),
    Target("graph_service.cypher.files", _FILES),
    Target("graph_service.cypher.order", (*_PAGING, f"{_UNIT}/test_order.py", f"{_UNIT}/test_order_golden.py")),
    Target("graph_service.cypher.lists.page", (*_PAGING, f"{_UNIT}/test_page_pieces.py")),
    Target("graph_service.cypher.macros", _MACROS),
    Target("graph_service.cypher.stand_ins", _MACROS),
    Target("graph_service.cypher.redirects", (f"{_UNIT}/test_redirects.py",)),
    Target("loaders.mapping.row_book", (f"{_UNIT}/loaders/test_row_book.py",)),
    Target("graph_service.rights.audiences", (f"{_UNIT}/loaders/test_audiences.py", f"{_UNIT}/mentions/test_rights.py")),
    Target("graph_service.rights.mention_audiences", (f"{_UNIT}/mentions/test_rights.py",)),
    Target("graph_service.rights.roles", _ROLES),
    Target("graph_service.rights.claims", _TOKENS),
    Target(
        "graph_service.rights.viewer", _TOKENS,
        frozenset({"Viewer", "Tokens", "_issuer_keys", "_signed_by", "_TOKEN_SECONDS", "_REMEMBERED", "_LONGEST_TOKEN"}),
    ),
    Target("graph_service.identity.thresholds", (*_DECIDING, *_WEIGHING)),
    Target("graph_service.identity.deciding", _DECIDING),
    Target("graph_service.identity.names", _NAMES),
    Target(
        "graph_service.identity.units", (*_UNITS, f"{_UNIT}/identity/test_spoken_names.py"),
        frozenset({"body_of", "score_units", "_LEVELS", "_index", "_villages", "_village_of", "_matches", "_only_village", "_may_lie"}),
    ),
    Target("graph_service.identity.scoring", (*_WEIGHING, *_UNITS)),
    Target("graph_service.identity.model", _WEIGHING),
    Target("graph_service.identity.frames", _READING),
    Target(
        "graph_service.identity.people", _READING,
        frozenset({"PersonRecords", "PersonRecord", "_serve", "_years", "_text", "_loose", "_known", "namesakes", "_SOLE, _FEW",  "_YEARS"}),
    ),
    Target("graph_service.identity.merges", _MERGING, frozenset({"covers", "label_of", "merging", "_change"})),
    Target("graph_service.identity.judging", _MERGING, frozenset({"pair_uid"})),
)  # fmt: skip
