"""Every query file there is."""

from collections.abc import Iterator

from graph_service.cypher.files import QUERIES, QueryFile, read_folder


def all_files() -> Iterator[QueryFile]:
    """Yield the files of `queries/`, folder by folder."""
    for folder in sorted(path.name for path in QUERIES.iterdir() if path.is_dir()):
        yield from read_folder(folder).values()
