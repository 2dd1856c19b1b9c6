"""Pictures of every page, on wide screens and phones, light and dark: `make screenshots` writes them into build/screenshots.

`python -m tests.browser.screenshots --readme` writes the two that the README shows.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import click
from playwright.sync_api import Browser, sync_playwright

from corpus.files import files_in
from db.load.dispatch import load
from db.review.accounts import Accounts
from db.schema.database import open_database
from tests.browser.conftest import FLAGS, PASSWORD, Server, sign_in
from tests.conftest import PLANS, ROOT

PAGES = {
    "home": "/",
    "compare": "/compare",
    "compare-turned": "/compare?by=plan&sort=4a",
    "side-by-side": "/compare/plans?plan=tan-yen-ctr-ubnd-2021&plan=quang-ninh-52-kh-ubnd-2021",
    "diff": "/diff?a=yen-bai-09-ctr-ubnd-2021&b=van-chan-34-kh-ubnd-2023",
    "diff-form": "/diff",
    "compare-weaker": "/compare?only=weaker",
    "plans": "/plans",
    "plan": "/plans/tan-yen-ctr-ubnd-2021",
    "plan-targets": "/plans/tan-yen-ctr-ubnd-2021?tab=targets",
    "plan-deadlines": "/plans/tan-yen-ctr-ubnd-2021?tab=deadlines",
    "plan-citations": "/plans/cao-bang-kh-ubnd-2023?tab=citations",
    "plan-duties": "/plans/quang-ninh-52-kh-ubnd-2021?tab=duties",
    "plan-findings": "/plans/tan-yen-ctr-ubnd-2021?tab=findings",
    "plan-progress": "/plans/tan-yen-ctr-ubnd-2021?tab=progress",
    "letter": "/plans/tan-yen-ctr-ubnd-2021/gop-y",
    "plan-source": "/plans/tan-yen-ctr-ubnd-2021?tab=source",
    "review": "/review",
    "review-progress": "/review/progress",
    "measures": "/measures",
    "measure": "/measures/4a",
    "measure-table": "/measures/4a?tab=table",
    "measure-map": "/measures/4a?tab=map&at=2025/15",
    "cascade": "/cascade",
    "cascade-measure": "/cascade?measure=4a",
    "comments": "/comments",
    "progress": "/progress",
    "deadlines": "/deadlines?from=2023-01-01",
    "month": "/deadlines?view=month&month=2023-11",
    "coverage": "/coverage?level=district&year=2022&province=Gia+Lai",
    "agencies": "/agencies",
    "agency": "/agencies/so-y-te",
    "laws": "/laws",
    "law": "/laws/20-ct-tw",
    "search": "/search?q=duoi+nuoc",
    "files": "/files",
    "corrections": "/corrections",
    "correct": "/correct/targets/{record}",
    "upload": "/upload",
    "help": "/help",
    "missing": "/plans/tan-yen",
    "login": "/-/login",
    "account": "/account",
    "audit": "/audit",
}
SIZES = {"wide": (1440, 900), "phone": (390, 844)}


def main() -> None:
    """Takes them all, or the README's two."""
    with tempfile.TemporaryDirectory() as folder:
        server = _site(Path(folder))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
            if "--readme" in sys.argv:
                _readme(browser, server.address)
            else:
                _all(browser, server.address, ROOT / "build/screenshots")
            browser.close()
        server.stop()


def _site(folder: Path) -> Server:
    path = folder / "plans.db"
    db = open_database(path)
    for _ in load(db, files_in([PLANS, ROOT / "tests/data/written"])):
        pass
    db.close()
    Accounts(path).add("lan", PASSWORD, ("reviewer", "staff", "admin"))
    return Server(path)


def _all(browser: Browser, address: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
                base_url=address,
                locale="vi-VN",
            )
            page = context.new_page()
            sign_in(page)
            record = page.request.get("/export/plan_targets.json?plan=tan-yen-ctr-ubnd-2021").json()[0]["id"]
            for name, path in PAGES.items():
                page.goto(path.format(record=record), wait_until="load")
                page.screenshot(path=folder / f"{name}-{size}-{scheme}.png")
            context.close()
    click.echo(f"{len(PAGES) * 4} → {folder}")


def _readme(browser: Browser, address: str) -> None:
    """The comparison with the evidence of a cell, and a plan with its records."""
    context = browser.new_context(
        viewport={"width": 1360, "height": 820}, base_url=address, locale="vi-VN", color_scheme="light"
    )
    page = context.new_page()
    page.goto("/compare")
    page.locator("tr", has_text="4a").locator("button.s-weaker").first.click()
    page.locator("#evidence mark").wait_for()
    page.screenshot(path=ROOT / "docs/compare.png")
    page.goto("/plans/tan-yen-ctr-ubnd-2021#s-I.2.a", wait_until="load")
    page.screenshot(path=ROOT / "docs/plan.png")
    context.close()


if __name__ == "__main__":
    main()
