"""Who may do what: reading is Datasette's `view-instance`, writing needs an account; all of it Datasette's own permissions.

Reading is open where the site listens on the loopback interface, or was opened with `--open`; elsewhere it needs signing in.
SQL of one's own is for those who read on loopback and for people with an account: it is read-only and limited in time, and
yet a way to keep a server busy.
"""

from __future__ import annotations

from typing import Any

from datasette.app import Datasette

# What an account may do by its roles; `kehoach user add --role`.
ROLES = {
    "reviewer": ("review", "correct"),
    "staff": ("upload",),
}
ACTIONS = ("review", "correct", "upload")


def decide(datasette: Datasette, actor: dict[str, Any] | None, action: str) -> bool | None:
    """Datasette's question about a permission; `None` where it is not ours to answer."""
    signed_in = known(datasette, actor)
    if action.startswith("kehoach-"):
        roles = (actor or {}).get("roles", ()) if signed_in else ()
        return any(action.removeprefix("kehoach-") in ROLES.get(role, ()) for role in roles)
    if action == "view-instance" and not getattr(datasette, "kehoach_open", True):
        return signed_in
    if action == "execute-sql":
        return signed_in or getattr(datasette, "kehoach_loopback", True)
    return None


def known(datasette: Datasette, actor: dict[str, Any] | None) -> bool:
    """Whether a signed-in actor still has an account: a cookie outlives an account that was removed."""
    accounts = getattr(datasette, "kehoach_accounts", None)
    return bool(actor and accounts is not None and accounts.has(actor.get("id")))


async def may(datasette: Datasette, actor: dict[str, Any] | None, action: str) -> bool:
    """Whether an actor may `review`, `correct` or `upload`."""
    return bool(await datasette.permission_allowed(actor, f"kehoach-{action}", default=False))
