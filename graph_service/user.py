"""The user of this process, who may have neither a name nor a home: a container runs under any number."""

import getpass
import os
from pathlib import Path

_NOWHERE = Path("/")


def user_name() -> str:
    """Return the user's name, else the number."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"


def user_home() -> Path:
    """Return the user's home; without one, the root, where nobody else can have put anything."""
    try:
        return Path.home()
    except RuntimeError:
        return _NOWHERE


def may_keep_things() -> bool:
    """Return whether the user has a home to keep things in."""
    home = user_home()
    return home != _NOWHERE and (os.access(home, os.W_OK) or os.access(home / ".cache", os.R_OK))
