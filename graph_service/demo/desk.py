"""The desk's pages, built by another thread while the demo loads its city."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from graph_service.errors import GraphServiceError, told
from graph_service.progress import Silent, Steps
from graph_service.settings import Settings
from graph_service.web.build import ensure_built
from graph_service.web.desk import DESK


@contextmanager
def desk_built_beside(settings: Settings, steps: Steps) -> Iterator[None]:
    """Build the desk while the block runs; the demo goes on without one that cannot be built, and says why."""
    if not settings.desk:
        yield
        return
    with ThreadPoolExecutor(1) as pool:
        building = pool.submit(ensure_built, settings.kept_cache, Silent(), DESK)
        yield
        try:
            building.result()
        except GraphServiceError as error:
            steps.say(told(error))
