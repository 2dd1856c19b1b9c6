"""Who did what and when: a log beside the accounts that only its owner reads (mode 0600), in no served database and in no export.

`plans.db-audit.jsonl` has a line of JSON an act, oldest first. Nothing takes lines out of it; what is too long may be moved away, and a new
file begins. What is done on the site bears the name of the account, what is done on the command line that of the system's user.
"""

from __future__ import annotations

import json
import os
import pwd
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

from db.schema.trouble import logged

Act = Literal[
    "signed-in", "sign-in-failed", "signed-out", "uploaded", "loaded", "decided", "decision-undone", "assigned", "corrected",
    "removed", "restored", "confirmed",
    "answered", "results-imported", "programme-changed", "account-added", "account-removed", "password-changed", "roles-changed",
    "backed-up", "backup-restored", "mended",
]  # fmt: skip
ACTS: tuple[Act, ...] = get_args(Act)
Where = Literal["site", "command"]
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """One act.

    Attributes:
        at: when (UTC).
        who: the account, or the system's user.
        where: on the site, or on the command line.
        act: what was done.
        about: to what: a plan, a finding, a field, an account.
        more: how: a state, a count, a reason.
        address: from which address.
    """

    at: str
    who: str
    where: str
    act: str
    about: str = ""
    more: str = ""
    address: str = ""


def path_for(database: Path) -> Path:
    """Where the log of a database stands."""
    return database.with_name(f"{database.name}-audit.jsonl")


def system_user() -> str:
    """Who runs this process, as the system knows it; what the environment says is anybody's to set."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def record(
    database: Path, act: Act, *, who: str, where: Where, about: str = "", more: str = "", address: str = ""
) -> None:
    """Adds a line. What was done stays done where the log cannot be written; that is said on standard error."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    entry = Entry(now, who, where, act, about[:_LONGEST], more[:_LONGEST], address)
    line = json.dumps({name: value for name, value in asdict(entry).items() if value}, ensure_ascii=False)
    path = path_for(database)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, f"{line}\n".encode("utf-8", "replace"))  # one call: lines of several processes do not mix
        finally:
            os.close(handle)
    except OSError as error:
        logged(f"{path.name}: không ghi được nhật ký ({error.strerror}) / the log cannot be written\n")


def by_command(database: Path, act: Act, about: str = "", more: str = "") -> None:
    """Adds a line about something done on the command line."""
    record(database, act, who=system_user(), where="command", about=about, more=more)


def entries(database: Path) -> Iterator[Entry]:
    """The acts, the last one first; lines that are damaged are left out."""
    try:
        lines = path_for(database).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return
    for line in reversed(lines):
        try:
            yield Entry(**json.loads(line))
        except (ValueError, TypeError):
            continue
