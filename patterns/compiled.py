"""Large patterns kept compiled between runs: compiling them takes longer than all else that happens when a command starts.

They lie beside Python's own byte code, in `__pycache__`, and are as trustworthy: who can write there can change the program. Where
nothing can be written, a pattern is compiled anew each time.
"""

from __future__ import annotations

import os
import pickle
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import regex

_FOLDER = Path(__file__).parent / "__pycache__"


def compiled(name: str, pattern: str) -> regex.Pattern[str]:
    """`regex.compile(pattern)`, from the file of that name where it holds this very pattern, else written to it.

    Args:
        name: of the file, unique among patterns.
        pattern: what is compiled.
    """
    path = _FOLDER / f"{name}.{sys.implementation.cache_tag}.regex"
    key = (pattern, regex.__version__, sys.version)
    with suppress(Exception):  # not there, cut off, of another version: any reason will do to compile anew
        known, found = pickle.loads(path.read_bytes())  # noqa: S301  (as trustworthy as the byte code beside it)
        if known == key and isinstance(found, regex.Pattern):
            return found
    found = regex.compile(pattern)
    if not sys.dont_write_bytecode:
        _keep(path, pickle.dumps((key, found)))
    return found


def _keep(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all: several processes may start at once."""
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(name, path)
        except OSError:
            os.unlink(name)
            raise
