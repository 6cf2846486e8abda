"""Every query file there is."""

from collections.abc import Iterator

from graph_service.cypher.files import QUERIES, QueryFile, read_folder


def all_files() -> Iterator[QueryFile]:
    """Yield the files of `queries/`, folder by folder."""
    for folder in sorted(path.name for path in QUERIES.iterdir() if path.is_dir()):
        yield from read_folder(folder).values()


def some_orders(file: QueryFile) -> list[str]:
    """Return the orders that the file states, and two of those that every kind has: they differ in nothing but the field."""
    stated = [name for name in file.orders if not name.endswith(("_ASC", "_DESC"))]
    made = [name for name in file.orders if name not in stated]
    return [*stated, *dict.fromkeys([*made[1:2], *made[-2:-1]])]
