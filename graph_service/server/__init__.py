"""The embedded Neo4j: its jars, settings, child process and importer; `graph_service.embedded` is its face."""
