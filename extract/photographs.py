"""Pages photographed one by one: pictures of one folder or archive whose names count on are one document.

`trang 1.jpg`, `trang 2.jpg`, … or `IMG_0041.JPG`, `IMG_0042.JPG`, …: a plan that was put under a telephone page by page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import regex

from corpus.files import Found
from extract.readers.scan import album

_PICTURE = regex.compile(r"(?P<name>.*?)(?P<number>\d{1,6})(?P<rest>\D*)\.(?:jpe?g|png|tiff?)", regex.IGNORECASE)
# Pages of one album: more are no plan, but a folder of photographs.
_MOST = 300


def bound(files: Iterable[Found], folder: Path) -> Iterator[Found]:
    """The files, with those that are pages of one document in one album each, which is put into the folder."""
    binder = _Binder(folder)
    waiting: list[Found] = []
    for found in files:
        if waiting and (not _is_picture(found) or _folder(found) != _folder(waiting[0])):
            yield from binder.bind(waiting)
            waiting = []
        if _is_picture(found):
            waiting.append(found)
        else:
            yield found
    yield from binder.bind(waiting)


class _Binder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def bind(self, pictures: list[Found]) -> Iterator[Found]:
        """Pictures of one folder: those that count on bound, the others as they are."""
        series: dict[tuple[str, str], list[tuple[int, Found]]] = {}
        for found in pictures:
            match = _PICTURE.fullmatch(PurePosixPath(found.shown).name)
            if match is None:
                yield found
            else:
                series.setdefault((match["name"], match["rest"]), []).append((int(match["number"]), found))
        for numbered in series.values():
            for run in _runs(sorted(numbered, key=lambda one: one[0])):
                yield self._album(run) if 1 < len(run) <= _MOST else run[0]
                if len(run) > _MOST:
                    yield from run[1:]

    def _album(self, pages: list[Found]) -> Found:
        first, last = pages[0].shown, PurePosixPath(pages[-1].shown).name
        shown = f"{first} – {last}"
        try:
            data = album.bind([page.path for page in pages])
        except OSError as error:
            return Found(pages[0].path, shown, error)
        self._count += 1
        place = self._folder / f"album-{self._count}"
        place.write_bytes(data)
        for page in pages:
            if page.unpacked:
                page.path.unlink(missing_ok=True)
        return Found(place, shown, unpacked=True)


def _runs(numbered: list[tuple[int, Found]]) -> Iterator[list[Found]]:
    """Pictures whose numbers follow each other by one."""
    run: list[Found] = []
    before: int | None = None
    for number, found in numbered:
        if run and number != (before or 0) + 1:
            yield run
            run = []
        run.append(found)
        before = number
    if run:
        yield run


def _is_picture(found: Found) -> bool:
    return found.refused is None and _PICTURE.fullmatch(PurePosixPath(found.shown).name) is not None


def _folder(found: Found) -> str:
    return str(PurePosixPath(found.shown).parent)
