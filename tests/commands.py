"""The commands of leadlink as processes of their own, on the Neo4j of a test."""

import os

from graph_service.settings import Settings

_SAME = (
    "home",
    "neo4j_heap_initial",
    "neo4j_heap_max",
    "neo4j_page_cache",
    "neo4j_java_options",
    "neo4j_replan_seconds",
)


def environment_of(settings: Settings) -> dict[str, str]:
    """Return the environment in which a command uses the home and the Neo4j of these settings."""
    given = {name: str(getattr(settings, name)) for name in _SAME}
    if settings.neo4j_uri and settings.neo4j_password:
        given |= {"neo4j_uri": settings.neo4j_uri, "neo4j_password": settings.neo4j_password.get_secret_value()}
    return os.environ | {f"LEADLINK_{name.upper()}": value for name, value in given.items()}
