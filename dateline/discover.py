# SPDX-License-Identifier: MIT
"""Finds the open ends: the modules of a package, and the modules that a site brings along."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

PREFIX = "dateline_site_outputs_"


class Reader(SourceFileLoader):
    """Reads a module without leaving compiled files in the folder of whoever wrote it."""

    def set_data(self, path: str, data: object, *, _mode: int = 0o666) -> None:
        """Write nothing."""


@cache
def modules(package_name: str) -> tuple[ModuleType, ...]:
    """The modules of a package, sorted by name; one whose name begins with an underscore is no open end."""
    package = import_module(package_name)
    names = sorted(found.name for found in iter_modules(package.__path__))
    return tuple(import_module(f"{package_name}.{name}") for name in names if not name.startswith("_"))


def site_modules(folder: Path) -> tuple[ModuleType, ...]:
    """The modules in a site's own folder, sorted by name, read anew; none when there is no such folder.

    What such a file raises while it is read is a fault of that file and reaches the caller.
    """
    if not folder.is_dir():
        return ()
    files = sorted(path for path in folder.glob("*.py") if not path.name.startswith("_"))
    return tuple(read(path) for path in files)


def read(path: Path) -> ModuleType:
    """One module from its file."""
    name = PREFIX + path.stem
    loader = Reader(name, str(path))
    spec = spec_from_loader(name, loader)
    assert spec is not None, "a loader that is given is never missing"  # noqa: S101  # for the type
    module = module_from_spec(spec)
    # Dataclasses look their module up by name while it is being read.
    sys.modules[name] = module
    try:
        loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module
