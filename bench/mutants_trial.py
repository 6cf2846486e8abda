"""One mutant on trial: a child of this process imports the changed module and runs the tests that speak of it."""

import ast
import os
import signal
import sys
import time
from dataclasses import dataclass
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from types import ModuleType

import pytest

from bench.mutants_imports import file_of

_SECONDS = 300.0  # of a test that never ends; a machine that runs other work beside is slow
_RUN = ("-x", "-q", "-n0", "-p", "no:cacheprovider", "--assert=plain")


@dataclass(frozen=True)
class Trial:
    """A module, what holds it and has to be imported anew, and the tests."""

    module: str
    holding: frozenset[str]
    tests: tuple[str, ...]

    def fate(self, changed: ast.Module) -> str:
        """Return whether the changed module is killed, has run out of time, or survives every test."""
        child = os.fork()
        if child == 0:
            os._exit(self._tested(changed))
        deadline = time.monotonic() + _SECONDS
        while time.monotonic() < deadline:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return "survived" if status == 0 else "killed"
            time.sleep(0.005)
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return "out of time"

    def _tested(self, changed: ast.Module) -> int:
        """Return 0 if every test passes; this is the child."""
        os.setpgid(0, 0)
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        for name in self.holding & sys.modules.keys():
            del sys.modules[name]
            package, _, leaf = name.rpartition(".")
            if package in sys.modules:
                vars(sys.modules[package]).pop(leaf, None)
        sys.meta_path.insert(0, _Changed(self.module, changed))
        try:
            return int(pytest.main([*_RUN, *self.tests]))
        except BaseException:
            return 1


class _Changed(MetaPathFinder, Loader):
    """Gives the changed module to whoever imports it."""

    def __init__(self, name: str, module: ast.Module) -> None:
        self._name = name
        self._module = module

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Return where the module comes from, if it is this one."""
        return spec_from_loader(fullname, self) if fullname == self._name else None

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed text."""
        module.__file__ = str(file_of(self._name))
        exec(compile(self._module, module.__file__, "exec"), module.__dict__)  # noqa: S102 - our own text, changed
