"""A token that was used and then left alone is refused by every worker, though its own time is not over."""

from pathlib import Path

import pytest

from graph_service.errors import LogUnavailable, NotAllowed
from graph_service.rights.sessions import Sessions
from tests.unit.tokens.clock import NOW, Clock

_END = NOW + 12 * 3600
_MINUTES = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sessions"


def test_a_token_that_nobody_used_for_an_hour_is_refused_by_another_worker_too(folder: Path, clock: Clock) -> None:
    one, other = Sessions(folder, _MINUTES), Sessions(folder, _MINUTES)
    one.require("token", _END, is_used=True)
    clock.now = NOW + 60 * _MINUTES
    other.require("token", _END, is_used=False)
    clock.now += 1
    for worker in (one, other):
        with pytest.raises(NotAllowed, match="nobody used the token for 60 minutes"):
            worker.require("token", _END, is_used=True)
    other.require("another token", _END, is_used=True)


def test_what_the_service_looks_at_by_itself_is_no_use(folder: Path, clock: Clock) -> None:
    sessions = Sessions(folder, _MINUTES)
    sessions.require("token", _END, is_used=True)
    for _ in range(60):
        clock.now += 60
        sessions.require("token", _END, is_used=False)
    clock.now += 60
    with pytest.raises(NotAllowed):
        sessions.require("token", _END, is_used=False)


def test_a_use_on_one_worker_counts_on_the_other(folder: Path, clock: Clock) -> None:
    one, other = Sessions(folder, _MINUTES), Sessions(folder, _MINUTES)
    one.require("token", _END, is_used=True)
    for step in range(1, 6):
        clock.now = NOW + 3_000 * step
        (one, other)[step % 2].require("token", _END, is_used=True)


def test_no_token_stands_there_and_what_is_over_is_forgotten(folder: Path, clock: Clock) -> None:
    sessions = Sessions(folder, _MINUTES)
    sessions.require("a very secret token", NOW + 10, is_used=True)
    (file,) = folder.iterdir()
    assert ("secret" in file.name + file.read_text(), folder.stat().st_mode & 0o077) == (False, 0)
    clock.now = NOW + 60 * _MINUTES + 20
    sessions.require("another", _END, is_used=True)
    assert [each.read_text() for each in folder.iterdir()] == [str(int(_END))]


def test_where_nothing_can_be_kept_nothing_is_served_and_0_keeps_nothing(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LogUnavailable, match="cannot be read or written"):
        Sessions(tmp_path / "file" / "sessions", _MINUTES).require("token", _END, is_used=True)
    Sessions(tmp_path / "none", 0).require("token", _END, is_used=True)
    assert not (tmp_path / "none").exists()
