"""A process that ends with the process that started it, however that one ends: kill -9 included."""

import ctypes
import os
import signal
import sys
import threading
import time

_PR_SET_PDEATHSIG = 1
_LOOK_SECONDS = 0.5
_GRACE_SECONDS = 15.0
_ENDED = 70


def end_with(parent: int) -> None:
    """Have this process end in order once the parent is gone, and by force if it does not."""
    if sys.platform == "linux":
        # The kernel tells at once; the thread below sees to it that the end comes, and does the whole where no kernel tells.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    threading.Thread(target=_watch, args=(parent,), name="parent", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE_SECONDS)
    os._exit(_ENDED)
