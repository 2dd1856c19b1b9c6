"""The process that loads an upload: `python -m db.site.upload_process DATABASE FOLDER`; one load at a time, whoever else waits.

It loads as `kehoach load` does, with workers, limits and history; one core is left to the people who read.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

from corpus import names
from corpus.files import Found
from db.load import faults
from db.load.bulk import Bulk, Tally, cores, run
from db.load.faults import Fault
from db.load.writer import Outcome
from db.schema import trouble
from db.schema.database import DatabaseError, open_database
from db.site.uploads import Upload


class Notes:
    """Writes down what becomes of each file of an upload (a `db.load.bulk.Listener`)."""

    def __init__(self, upload: Upload) -> None:
        self._upload = upload

    def began(self, total: int | None) -> None:
        """The load begins."""
        self._upload.note({"event": "begun", "pid": os.getpid()})

    def outcome(self, outcome: Outcome, tally: Tally) -> None:
        """A file is done; of a document that is a state secret no copy stays."""
        if outcome.error == "classified":
            self._upload.forget(Path(outcome.path).name)
        self._upload.note({"event": "file", "name": Path(outcome.path).name, **outcome.told()})
        if outcome.trace is not None:
            sys.stderr.write(f"{outcome.path}: {outcome.message}\n{outcome.trace}\n")

    def fault(self, fault: Fault) -> None:
        """Something raised while a document was compared or checked."""
        self._upload.note({"event": "fault", "name": Path(fault.path).name, "message": fault.message})
        sys.stderr.write(f"{fault.path}: {fault.message}\n{fault.trace}\n")

    def deriving(self, done: int, of: int) -> None:
        """So many documents of so many are compared and checked."""
        self._upload.note({"event": "deriving", "done": done, "of": of})

    def waiting(self, message: str) -> None:
        """Another load is at work: the page says that this one waits."""

    def stopping(self, in_hand: int) -> None:
        """The server's machine goes down: what is in hand is finished, the rest waits for somebody to go on."""

    def watching(self, tally: Tally) -> None:
        """An upload is loaded once; nothing is watched."""


def main(database: Path, folder: Path) -> None:
    """Loads the files of an upload and writes down what became of each."""
    upload = Upload(folder)
    try:
        tally = _load(database, upload)
    except Exception as error:
        # What ends a load as a whole, a full disk say, is said on the page; what was loaded stays, the rest can be gone on with.
        upload.note({"event": "broken", "message": _words(error)})
        raise
    if not tally.stopped:
        upload.note({"event": "ended"})


def _load(database: Path, upload: Upload) -> Tally:
    with closing(open_database(database)) as connection:
        # Paths count from the database's folder, so that both can be moved together.
        below = f"{upload.folder.parent.name}/{upload.folder.name}"
        found = [Found(path, names.shown(f"{below}/{path.name}")) for path in upload.files()]
        return run(connection, lambda: iter(found), Bulk(workers=max(1, cores() - 1)), Notes(upload))


def _words(error: Exception) -> str:
    return str(error) if isinstance(error, DatabaseError) else trouble.words(error) or faults.message_of(error)


if __name__ == "__main__":
    os.nice(5)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
