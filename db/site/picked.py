"""Plans that a person has ticked to be put side by side: kept in the address as `plan=…&plan=…`, from page to page."""

from __future__ import annotations

import json
from typing import Any

from db.site.page import Page

Row = dict[str, Any]

# So many columns can be read side by side.
MOST = 6


async def picked(page: Page) -> list[Row]:
    """The plans that the address names, in its order; one that there is not is ignored with a note, as is what comes after `MOST`."""
    asked = page.texts("plan")
    if not asked:
        return []
    found = await page.query("side_by_side_plans", show=False, plans=json.dumps(asked))
    known = {row["slug"] for row in found}
    for slug in asked:
        if slug not in known:
            page.notes.append(
                page.say(f"Bỏ qua plan={slug}: không có kế hoạch này.", f"plan={slug} was ignored: there is none.")
            )
    if len(found) > MOST:
        page.notes.append(
            page.say(f"Chỉ đặt cạnh nhau {MOST} kế hoạch đầu.", f"Only the first {MOST} plans are put side by side.")
        )
    return found[:MOST]
