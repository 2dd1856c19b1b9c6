"""Choosing plans and comparing them, counted in clicks: what an analyst does first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from corpus.files import files_in
from db.load.dispatch import load
from db.schema.database import open_database
from tests.browser.conftest import Server
from tests.conftest import PLANS, ROOT

pytestmark = pytest.mark.needs("chromium")


class Clicks:
    """What a person does with the mouse: a click each, and choosing from a list is one as well."""

    def __init__(self) -> None:
        self.made = 0

    def on(self, what: Locator) -> None:
        """A click on something."""
        self.made += 1
        what.click()

    def choose(self, where: Locator, value: str) -> None:
        """A choice from a list, which the page follows by itself."""
        self.made += 1
        with where.page.expect_navigation(wait_until="load"):
            where.select_option(value)


def nav(page: Page, name: str) -> Locator:
    """A link of the head."""
    return page.locator("header nav").get_by_role("link", name=name, exact=True)


def well(page: Page) -> None:
    assert page.wrong == []  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A site with a draft and its issued plan."""
    path = tmp_path_factory.mktemp("versions") / "plans.db"
    db = open_database(path)
    list(load(db, files_in([ROOT / "tests/data/versions"])))
    db.close()
    running = Server(Path(path))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def communes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A site with plans of communes of today beside those that ship."""
    path = tmp_path_factory.mktemp("communes") / "plans.db"
    db = open_database(path)
    written = [ROOT / f"tests/data/written/{name}-kh-ubnd-2026.txt" for name in ("chiem-hoa", "xa-lao-bao-27")]
    list(load(db, files_in([PLANS, *written])))
    db.close()
    running = Server(Path(path))
    yield running
    running.stop()


def test_two_plans_side_by_side_in_four_clicks(visitor: Page) -> None:
    page, clicks = visitor, Clicks()
    page.goto("/")
    clicks.on(nav(page, "Kế hoạch"))
    clicks.on(page.locator("tr", has_text="Tân Yên").get_by_role("checkbox"))
    clicks.on(page.locator("tr", has_text="52/KH-UBND").get_by_role("checkbox"))
    expect(page).to_have_url(re.compile(r"/plans\?plan=tan-yen-ctr-ubnd-2021&plan=quang-ninh-52-kh-ubnd-2021$"))
    clicks.on(page.get_by_role("button", name="So sánh các kế hoạch đã chọn"))
    row = page.locator("tr", has_text="4a").first
    expect(row.locator("td").first).to_contain_text("xuống dưới 10% vào năm 2025")
    expect(row.locator("td").nth(1).locator(".off")).to_contain_text("cao hơn")
    assert clicks.made <= 4
    well(page)


def test_the_choice_is_kept_over_filters_and_no_more_than_six_can_be_ticked(visitor: Page) -> None:
    page = visitor
    page.goto("/plans")
    boxes = page.locator("tbody input[type=checkbox]")
    for place in range(6):
        boxes.nth(place).check()
    expect(boxes.nth(6)).to_be_disabled()
    boxes.nth(0).uncheck()
    expect(boxes.nth(6)).to_be_enabled()
    chosen = re.findall(r"plan=([^&]+)", page.url)
    assert len(chosen) == 5
    with page.expect_navigation(wait_until="load"):
        page.get_by_label("Cấp").select_option("district")
    assert re.findall(r"plan=([^&]+)", page.url) == chosen
    page.keyboard.press("End")
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="So sánh các kế hoạch đã chọn").press("Enter")
    assert re.findall(r"plan=([^&]+)", page.url) == chosen
    well(page)


def test_plans_can_be_chosen_and_compared_without_scripts(browser: object, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto("/compare?kind=all")
    boxes = page.locator(".compare thead input[type=checkbox]")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.get_by_role("button", name="So sánh các kế hoạch đã chọn").click()
    expect(page.locator(".abreast thead th")).to_have_count(3)
    context.close()


def test_a_draft_against_its_issued_plan_in_three_clicks(visitor: Page, versions: Server, outside: list[str]) -> None:
    page, clicks = visitor, Clicks()
    page.goto(f"{versions.address}/")
    clicks.on(nav(page, "Kế hoạch"))
    clicks.on(page.locator("a.title").first)
    clicks.on(page.get_by_role("link", name="so với bản trước"))
    expect(page.locator("#targets tbody tr").first).to_contain_text("65% (2025) ▲ cao hơn")
    assert clicks.made <= 3
    well(page)
    outside[:] = [address for address in outside if not address.startswith(versions.address)]


def test_the_weaker_districts_of_a_province_on_a_measure_with_a_sentence_in_three_clicks(visitor: Page) -> None:
    page, clicks = visitor, Clicks()
    page.goto("/")
    clicks.on(page.locator("tr", has_text="4a").get_by_role("link", name=re.compile("▼")))
    clicks.choose(page.get_by_label("Tỉnh, thành phố"), "Bắc Giang")
    clicks.choose(page.get_by_label("Cấp"), "district")
    expect(page.locator(".compare tbody tr")).to_have_count(1)
    expect(page.locator(".compare tbody a.sentence")).to_contain_text("xuống dưới 10% vào năm 2025")
    assert clicks.made <= 3
    well(page)


def test_the_weaker_communes_of_a_province_on_a_measure_with_a_sentence_in_three_clicks(
    visitor: Page, communes: Server, outside: list[str]
) -> None:
    page, clicks = visitor, Clicks()
    page.goto(f"{communes.address}/")
    clicks.on(page.locator("tr", has_text="4b").get_by_role("link", name=re.compile("▼")))
    clicks.choose(page.get_by_label("Tỉnh, thành phố"), "Tuyên Quang")
    clicks.choose(page.get_by_label("Cấp"), "commune")
    expect(page.locator(".compare tbody th")).to_contain_text("Chiêm Hóa")
    expect(page.locator(".compare tbody a.sentence").first).to_contain_text("thấp còi")
    assert clicks.made <= 3
    well(page)
    outside[:] = [address for address in outside if not address.startswith(communes.address)]


def test_one_measure_down_the_cascade_of_a_province_in_three_clicks(visitor: Page) -> None:
    page, clicks = visitor, Clicks()
    page.goto("/")
    clicks.on(nav(page, "Cụ thể hóa"))
    clicks.choose(page.get_by_label("Tỉnh, thành phố"), "Bắc Giang")
    clicks.choose(page.get_by_label("Theo một chỉ tiêu"), "4a")
    expect(page.locator("#p-tan-yen-ctr-ubnd-2021")).to_contain_text("mất ở bước này")
    assert clicks.made <= 3
    well(page)
