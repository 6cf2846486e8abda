"""Migrations: a graph made by any earlier version is brought to the present schema at the next start."""

from graph_service.migrations.present import fingerprint_of, migrate

__all__ = ["fingerprint_of", "migrate"]
