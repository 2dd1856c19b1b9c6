"""The process that loads an upload: `python -m db.site.loader DATABASE FOLDER`; one at a time, whoever else waits.

It loads as `kehoach load` does, with workers, limits and history; one core is left to the people who read.
"""

from __future__ import annotations

import fcntl
import os
import sys
from dataclasses import asdict
from pathlib import Path

from corpus.files import Found
from db.database import open_database
from db.load.bulk import Bulk, Tally, cores, run
from db.load.writer import Outcome
from db.site.uploads import Upload


class Notes:
    """Writes down what becomes of each file of an upload (a `db.load.bulk.Listener`)."""

    def __init__(self, upload: Upload) -> None:
        self._upload = upload

    def began(self, total: int | None) -> None:
        """The load begins."""
        self._upload.note({"event": "begun", "pid": os.getpid()})

    def outcome(self, outcome: Outcome, tally: Tally) -> None:
        """A file is done."""
        self._upload.note({"event": "file", "name": Path(outcome.path).name, **asdict(outcome)})

    def settling(self, done: int, of: int) -> None:
        """So many documents of so many are compared and checked."""
        self._upload.note({"event": "settling", "done": done, "of": of})

    def stopping(self, in_hand: int) -> None:
        """The server's machine goes down: what is in hand is finished, the rest waits for somebody to go on."""

    def watching(self, tally: Tally) -> None:
        """An upload is loaded once; nothing is watched."""


def main(database: Path, folder: Path) -> None:
    """Loads the files of an upload and writes down what became of each."""
    upload = Upload(folder)
    with (folder.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        connection = open_database(database)
        # Paths count from the database's folder, so that both can be moved together.
        found = [Found(path, f"{folder.parent.name}/{folder.name}/{path.name}") for path in upload.files()]
        tally = run(connection, lambda: iter(found), Bulk(workers=max(1, cores() - 1)), Notes(upload))
        connection.close()
        if not tally.stopped:
            upload.note({"event": "ended"})


if __name__ == "__main__":
    os.nice(5)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
