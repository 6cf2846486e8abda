"""Runs one child process and ends it when its owner is gone: `python -m graph_service.server.guard ORDERS COMMAND…`.

The owner keeps the write end of a pipe open; the kernel closes it however the owner dies, kill -9 included, and the
guard reads end-of-file. Should the guard itself be killed, the kernel ends the child where it can (Linux). The home's
lock is inherited by both, so it stays taken until the last of them is gone. Only the standard library: it starts fast.
"""

import contextlib
import ctypes
import json
import os
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import FrameType

_PR_SET_PDEATHSIG = 1
_LOOK_SECONDS = 1.0


def _end_with_parent(parent: int) -> None:
    # Runs between fork and exec in the child of a guard that has a single thread then.
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)


def _write_pids(state: Path, child: int) -> None:
    known = json.loads(state.read_text(encoding="utf-8")) | {"pid": child, "guard_pid": os.getpid()}
    draft = state.with_name(f".{state.name}.{os.getpid()}")
    draft.write_text(json.dumps(known), encoding="utf-8")
    draft.replace(state)


def _end(child: subprocess.Popen[bytes], grace: float) -> None:
    with contextlib.suppress(ProcessLookupError):
        child.terminate()
    try:
        child.wait(grace)
    except subprocess.TimeoutExpired:
        child.kill()


def _watch_owner(child: subprocess.Popen[bytes], grace: float) -> None:
    # The owner never writes: the pipe becomes readable when the last copy of its write end is closed. A forked worker
    # that outlives the owner may still hold a copy, so the guard also looks whether it has been given another parent.
    owner = os.getppid()
    while os.getppid() == owner and not select.select([0], [], [], _LOOK_SECONDS)[0]:
        continue
    _end(child, grace)


def main(arguments: list[str]) -> int:
    """Run the command until it ends, until a signal comes, or, if owned, until the owner is gone."""
    orders, command = json.loads(arguments[0]), arguments[1:]
    parent, grace = os.getpid(), orders["grace"]
    child = subprocess.Popen(  # noqa: S603 - the command is our own Java command
        command,
        stdin=subprocess.DEVNULL,
        pass_fds=[orders["lock"]],
        cwd=orders["folder"],
        preexec_fn=lambda: _end_with_parent(parent),
    )
    _write_pids(Path(orders["state"]), child.pid)

    def stop(_signal: int, _frame: FrameType | None) -> None:
        threading.Thread(target=_end, args=(child, grace), daemon=True).start()

    for name in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(name, stop)
    if orders["owned"]:
        threading.Thread(target=_watch_owner, args=(child, grace), daemon=True).start()
    return child.wait()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
