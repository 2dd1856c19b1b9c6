"""Watching a folder: what arrives in it is loaded once it has been left alone for a while."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from watchfiles import Change, watch

from corpus.files import Found, LinkOut, given, is_leftover, leads_out, walk

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
    follow: bool = False,
) -> Iterator[list[Found]]:
    """The files that come or change below a folder, some or none at a time, until `stop` is set.

    A file is given once it has not changed for `quiet` seconds, so that one that is still being copied is not read half.

    Args:
        folder: the folder, watched with all below it.
        leave_out: says yes to files that are none of the plans.
        stop: ends the watch.
        quiet: seconds.
        polling: look through the folder instead of asking the system, which hears nothing of network drives.
        follow: symbolic links out of the folder as well.
    """
    changed: dict[Path, float] = {}
    top = folder.absolute()
    news = watch(
        top,
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
            inside = Path(name).relative_to(top)
            if change is Change.deleted:
                changed.pop(folder / inside, None)
            elif not any(map(is_leftover, inside.parts)):
                changed |= {one.path: now for one in _below(folder, folder / inside, follow) if not leave_out(one.path)}
        ready = sorted(path for path, at in changed.items() if now - at >= quiet)
        for path in ready:
            del changed[path]
        yield [one for path in ready for one in _below(folder, path, follow)]


def _below(folder: Path, path: Path, follow: bool) -> Iterator[Found]:
    """What has come under a path in a watched folder: files, or a link that leads out of it."""
    if leads_out(path, folder.resolve()) and not follow:
        yield given(path, LinkOut())
    elif path.is_file() or path.is_dir():
        yield from walk([path], follow=follow)
