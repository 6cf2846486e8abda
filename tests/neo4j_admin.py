"""neo4j-admin on the home of a test."""

import os

from graph_service.progress import Silent
from graph_service.server import homelock
from graph_service.server.config import Folders
from graph_service.server.setup import prepare, run_admin
from graph_service.settings import Settings


def admin(settings: Settings, *arguments: str) -> str:
    """Run a neo4j-admin command on the stopped database of this home and return what it printed."""
    folders = Folders.of(settings)
    claim = homelock.claim_or_refuse(folders, owned=True)
    try:
        return run_admin(folders, prepare(settings, folders, claim.state.port, Silent()), arguments)
    finally:
        os.close(claim.lock)
