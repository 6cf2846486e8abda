"""A clock, and settings of an installation alone and of one that trusts an issuer."""

from pathlib import Path

import pytest

from graph_service.rights import claims, sessions, viewer
from graph_service.settings import Settings, read_settings
from tests.unit.tokens.clock import Clock
from tests.unit.tokens.issuer import AUDIENCE, ISSUER, OLD, published


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "jwks.json"
    path.write_text(published(OLD))
    return path


@pytest.fixture
def issued(tmp_path: Path, file: Path) -> Settings:
    return read_settings(home=tmp_path, oidc_issuer=ISSUER, oidc_jwks_file=file, oidc_audience=AUDIENCE)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    for module in (viewer, claims, sessions):
        monkeypatch.setattr(module, "time", made)
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings(home=tmp_path)
