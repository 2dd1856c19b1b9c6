"""Who may do what: reading is Datasette's `view-instance`, writing needs an account; all of it Datasette's own permissions.

Reading is open where the site listens on the loopback interface, or was opened with `--open`; elsewhere it needs signing in.
SQL of one's own is for those who read on loopback and for people with an account: it is read-only and limited in time, and
yet a way to keep a server busy.
"""

from __future__ import annotations

from typing import Any

from datasette.app import Datasette

# What an account may do by its roles; `kehoach user add --role`.
ROLES: dict[str, tuple[str, ...]] = {
    "reader": (),
    "reviewer": ("review", "correct", "answer"),
    "staff": ("upload", "remove", "answer"),
    "admin": ("accounts",),
}


def decide(datasette: Datasette, actor: dict[str, Any] | None, action: str) -> bool | None:
    """Datasette's question about a permission; `None` where it is not ours to answer."""
    signed_in = known(datasette, actor)
    if action.startswith("kehoach-"):
        # Of the account as it is now: a cookie outlives a role that was taken away.
        roles = datasette.kehoach_accounts.names()[actor["id"]] if signed_in and actor else ()
        return any(action.removeprefix("kehoach-") in ROLES.get(role, ()) for role in roles)
    if action == "view-instance" and not getattr(datasette, "kehoach_open", True):
        return signed_in
    if action == "execute-sql":
        return signed_in or getattr(datasette, "kehoach_loopback", True)
    return None


def known(datasette: Datasette, actor: dict[str, Any] | None) -> bool:
    """Whether a signed-in actor still has the account, with the password of when the cookie was made."""
    accounts = getattr(datasette, "kehoach_accounts", None)
    return bool(actor and accounts is not None and accounts.is_current(actor))


async def may(datasette: Datasette, actor: dict[str, Any] | None, action: str) -> bool:
    """Whether an actor may `review`, `correct`, `upload`, `remove`, `answer`, or see `accounts` and the log."""
    return bool(await datasette.permission_allowed(actor, f"kehoach-{action}", default=False))
