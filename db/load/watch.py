"""Watching a folder: what arrives in it is loaded once it has been left alone for a while."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from watchfiles import Change, watch

from corpus.files import Found, is_leftover, walk

# How often, in milliseconds, the system is asked for news, and how often a folder on a network drive is looked through.
_NEWS = 500
_POLL = 2000


def arrivals(
    folder: Path,
    *,
    leave_out: Callable[[Path], bool],
    stop: threading.Event,
    quiet: float = 2.0,
    polling: bool = False,
) -> Iterator[list[Found]]:
    """The files that come or change below a folder, some or none at a time, until `stop` is set.

    A file is given once it has not changed for `quiet` seconds, so that one that is still being copied is not read half.

    Args:
        folder: the folder, watched with all below it.
        leave_out: says yes to files that are none of the plans.
        stop: ends the watch.
        quiet: seconds.
        polling: look through the folder instead of asking the system, which hears nothing of network drives.
    """
    changed: dict[Path, float] = {}
    news = watch(
        folder,
        watch_filter=None,
        debounce=_NEWS,
        step=50,
        rust_timeout=_NEWS,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
        force_polling=polling,
        poll_delay_ms=_POLL,
    )
    for changes in news:
        now = time.monotonic()
        for change, name in changes:
            inside = Path(name).relative_to(folder.absolute())
            if change is Change.deleted:
                changed.pop(folder / inside, None)
            elif not any(map(is_leftover, inside.parts)):
                changed |= {found.path: now for found in walk([folder / inside]) if not leave_out(found.path)}
        ready = sorted(path for path, at in changed.items() if now - at >= quiet)
        for path in ready:
            del changed[path]
        found = list(walk(path for path in ready if path.is_file()))
        yield found
