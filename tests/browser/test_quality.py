"""What every page owes its readers: no serious accessibility issue, nothing wider than a phone, paper, fonts of its own."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from db.site.routes import OPEN, ROUTES
from tests.browser import screenshots
from tests.browser.conftest import sign_in

pytestmark = pytest.mark.needs("chromium")

PAGES = [
    "/", "/compare", "/compare?place=tan+yen&only=weaker", "/compare?by=plan&sort=4a&fold=2",
    "/compare?by=plan&measure=4a", "/compare/plans?plan=tan-yen-ctr-ubnd-2021&plan=quang-ninh-52-kh-ubnd-2021", "/plans", "/plans/tan-yen-ctr-ubnd-2021",
    "/plans/tan-yen-ctr-ubnd-2021?tab=targets", "/plans/la-gi-118-kh-ubnd-2021?tab=targets", "/plans/tan-yen-ctr-ubnd-2021?tab=source", "/review", "/review/progress", "/measures", "/measures?programme=qd-782-2021", "/measures/4a", "/measures/4a?tab=map&at=2025/15", "/measures/4a?tab=map&colour=value", "/measures/4a?tab=map&embed=1", "/measures/10?tab=table", "/cascade", "/cascade?measure=4a",
    "/deadlines?from=2023-01-01", "/deadlines?view=month&month=2023-11", "/coverage", "/agencies", "/agencies/so-y-te", "/laws",
    "/laws/23-qd-ttg", "/search?q=duoi+nuoc", "/files", "/corrections", "/help", "/plans/unknown", "/-/login", "/diff",
    "/diff?a=yen-bai-09-ctr-ubnd-2021&b=van-chan-34-kh-ubnd-2023", "/comments", "/plans/tan-yen-ctr-ubnd-2021/gop-y", "/progress",
]  # fmt: skip

# Pages of those who have signed in; what is in braces is put in when there is one.
SIGNED_IN = {
    "lan": ("/review", "/upload", "/correct/targets/{record}", "/account", "/plans/tan-yen-ctr-ubnd-2021/gop-y", "/files", "/plans/tan-yen-ctr-ubnd-2021?tab=source"),
    "mai": ("/account", "/audit"),
}  # fmt: skip

# What is no page: files, what only takes forms, a piece that a script asks for, an upload that runs.
NO_PAGES = re.compile(
    r"\\\.|/(?:file|cell|new|start|remove|restore|confirm|sender|decide|undo|assign|versions|logout)\$$|^\^/upload/\(\?P<identity>[^/]*\)\$$"
)


@pytest.mark.parametrize(
    "looked_at", [[*PAGES, *SIGNED_IN["lan"], *SIGNED_IN["mai"]], list(screenshots.PAGES.values())]
)
def test_every_page_is_looked_at(looked_at: list[str]) -> None:
    paths = {address.partition("?")[0] for address in looked_at}
    pages = [pattern for pattern, _ in (*ROUTES, *OPEN) if not NO_PAGES.search(pattern)]
    assert [pattern for pattern in pages if not any(re.search(pattern, path) for path in paths)] == []


# Pages that have every colour between them.
COLOURED = {
    "/", "/compare/plans?plan=tan-yen-ctr-ubnd-2021&plan=quang-ninh-52-kh-ubnd-2021", "/compare?by=plan&measure=4a", "/compare?place=tan+yen&only=weaker", "/plans/tan-yen-ctr-ubnd-2021", "/review", "/measures/4a", "/measures/4a?tab=map&at=2025/15", "/measures/4a?tab=map&colour=value", "/cascade", "/cascade?measure=4a",
    "/deadlines?view=month&month=2023-11", "/coverage", "/search?q=duoi+nuoc", "/help",
    "/diff?a=yen-bai-09-ctr-ubnd-2021&b=van-chan-34-kh-ubnd-2023",
}  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, base_url: str, scheme: str) -> None:
    context = browser.new_context(base_url=base_url, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    axe = Axe()
    # Colours alone differ between the schemes; everything else is looked at once.
    options = None if scheme == "light" else {"runOnly": ["color-contrast"]}
    found = {}
    for address in PAGES if scheme == "light" else sorted(COLOURED):
        page.goto(address)
        issues = [
            f"{one['id']}: {one['nodes'][0]['html'][:160]}"
            for one in axe.run(page, options=options).response["violations"]
            if one["impact"] in ("serious", "critical")
        ]
        if issues:
            found[address] = issues
    context.close()
    assert found == {}


@pytest.mark.parametrize("name", SIGNED_IN)
def test_axe_finds_nothing_serious_for_people_who_have_signed_in(page: Page, name: str) -> None:
    sign_in(page, name)
    record = page.request.get("/export/plan_targets.json?plan=tan-yen-ctr-ubnd-2021").json()[0]["id"]
    axe = Axe()
    page.set_viewport_size({"width": 360, "height": 740})
    for address in (one.format(record=record) for one in SIGNED_IN[name]):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{address} is {wide} px too wide"
        serious = [
            one["id"] for one in axe.run(page).response["violations"] if one["impact"] in ("serious", "critical")
        ]
        assert serious == [], address


def test_nothing_is_wider_than_a_phone_and_the_menu_opens(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, viewport={"width": 360, "height": 740})
    page = context.new_page()
    for address in PAGES:
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{address} is {wide} px too wide"
    page.get_by_text("Mục", exact=True).click()
    assert page.get_by_role("link", name="Rà soát", exact=True).is_visible()
    context.close()


def test_the_matrix_prints_on_a4_by_objective_with_the_evidence_behind(page: Page) -> None:
    page.goto("/compare?place=tan+yen")
    pdf = page.pdf(prefer_css_page_size=True)
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    width, height = document[0].get_size()
    assert round(width) == 842, "A4 on its side"
    assert round(height) == 595
    # without white space: small letters far from each other are read one a line
    texts = ["".join(document[number].get_textpage().get_text_range().split()) for number in range(len(document))]
    firsts = [
        next(number for number, text in enumerate(texts) if f"Mụctiêu{objective}." in text)
        for objective in (1, 2, 3, 4)
    ]
    assert firsts == sorted(set(firsts)), "each objective begins a page"
    assert not any("Lọc" in text for text in texts)
    document.close()


def test_vietnamese_is_set_in_the_font_that_ships(page: Page) -> None:
    page.goto("/help")
    page.evaluate("document.fonts.ready.then(() => true)")
    faces = page.evaluate(
        "[...document.fonts].filter(one => one.status === 'loaded').map(one => one.family.replaceAll('\"', ''))"
    )
    assert set(faces) == {"Be Vietnam Pro"}
    wanted = "ẢẤẰẼỄỘỚỨỴđƯ"
    assert page.evaluate("words => document.fonts.check('16px \"Be Vietnam Pro\"', words)", wanted)


def test_the_head_is_one_line_on_a_small_laptop_for_staff(page: Page) -> None:
    page.set_viewport_size({"width": 1351, "height": 768})
    sign_in(page)
    page.get_by_role("link", name="lan").evaluate("link => link.textContent = 'nguyen.thi.hong'")
    brand, account = (page.locator(f".top {name}").bounding_box() for name in (".brand", ".actor"))
    assert brand is not None
    assert account is not None
    assert abs(brand["y"] + brand["height"] / 2 - account["y"] - account["height"] / 2) < 8, "side by side"
    assert page.locator(".find input").bounding_box()["width"] > 60, "there is room to type"  # type: ignore[index]


def test_paper_has_every_column_below_its_head(page: Page) -> None:
    # as wide as A4 on its side between its margins
    page.set_viewport_size({"width": 1032, "height": 700})
    page.emulate_media(media="print")
    page.goto("/plans")
    shown = "cells => cells.filter(cell => getComputedStyle(cell).display !== 'none').length"
    heads = page.locator("thead th").evaluate_all(shown)
    assert heads == page.locator("tbody tr").first.locator("td").evaluate_all(shown)
    # four plans on so much of it are as dense as twelve on a whole page
    page.set_viewport_size({"width": 560, "height": 700})
    page.goto("/compare?kind=all")
    wide = page.locator("table.compare").bounding_box()
    assert wide is not None
    assert wide["x"] + wide["width"] <= 560, "no column is cut off"
