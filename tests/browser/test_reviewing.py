"""Reviewing together, counted in clicks: ten findings are taken, decided, one of them undone; the same without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from db.review.accounts import Accounts
from tests.browser.conftest import PASSWORD, Server, sign_in
from tests.browser.test_choosing import Clicks

pytestmark = pytest.mark.needs("chromium")

QUEUE = "#bulk li input[type=checkbox]"


@pytest.fixture(scope="module")
def own(site_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A site of its own: what is decided here is decided nowhere else."""
    path = tmp_path_factory.mktemp("reviewing") / "plans.db"
    path.write_bytes(site_database.read_bytes())
    Accounts(path).add("lan", PASSWORD, ("reviewer",))
    running = Server(path)
    yield running
    running.stop()


@pytest.fixture
def page(browser: Browser, own: Server) -> Iterator[Page]:
    """A page of that site."""
    context = browser.new_context(base_url=own.address)
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def state_of(page: Page, key: str) -> str:
    """What was decided about a finding."""
    page.goto(f"/review?state=all&finding={key}")
    return page.locator("#case .state").first.inner_text()


def test_ten_findings_are_taken_decided_and_one_is_undone(page: Page) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    sign_in(page)
    clicks = Clicks()
    keys = [box.get_attribute("value") or "" for box in page.locator(QUEUE).all()[:10]]
    for place in range(10):
        clicks.on(page.locator(QUEUE).nth(place))
    expect(page.locator("#bulk .count")).to_have_text("10")
    clicks.on(page.locator("#bulk").get_by_role("button", name="Giao cho tôi"))
    expect(page.get_by_role("status")).to_contain_text("Đã phân công: 10")
    clicks.on(page.get_by_role("link", name=re.compile("Giao cho tôi: 10")))
    expect(page.locator(QUEUE)).to_have_count(10)
    # Nine are accepted, each with a click; the next one follows.
    for left in range(10, 1, -1):
        expect(page.locator(QUEUE)).to_have_count(left)
        clicks.on(page.locator("#decide button[value=accepted]"))
        expect(page.get_by_role("status")).to_contain_text("Đã ghi: đưa vào góp ý")
    # To dismiss without saying why is not sent.
    clicks.on(page.locator("#decide button[value=dismissed]"))
    expect(page.locator("#grounds")).to_be_focused()
    clicks.made += 1
    page.locator("#grounds").select_option("justified")
    clicks.on(page.locator("#decide button[value=dismissed]"))
    expect(page.get_by_role("status")).to_contain_text("Đã ghi: không góp ý")
    clicks.on(page.get_by_role("button", name="Hoàn tác"))
    expect(page.get_by_role("status")).to_contain_text("Đã hoàn tác")
    expect(page.locator(QUEUE)).to_have_count(1)
    assert clicks.made <= 25
    assert [state_of(page, key).split()[-1] for key in keys].count("ý") == 9
    page.goto("/review/progress")
    row = page.locator("tr", has_text="lan").first
    expect(row.locator("td").nth(2)).to_contain_text("90 %")
    assert wrong == []


def test_a_note_that_was_begun_is_there_again(page: Page) -> None:
    sign_in(page)
    page.locator("#note").fill("đang viết dở")
    page.get_by_role("link", name="điểm sau").click()
    page.get_by_role("link", name="điểm trước").click()
    expect(page.locator("#note")).to_have_value("đang viết dở")
    page.locator("#note").press("Escape")
    page.keyboard.press("a")
    expect(page.get_by_role("status")).to_contain_text("đưa vào góp ý")
    page.keyboard.press("u")
    expect(page.get_by_role("status")).to_contain_text("Đã hoàn tác")
    expect(page.locator("#note")).to_have_value("")


def test_without_scripts_the_page_says_what_is_missing_and_undoes_too(browser: Browser, own: Server) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=own.address)
    page = context.new_page()
    sign_in(page)
    page.locator("#note").fill("")
    page.locator(".wording").first.fill("Nêu lộ trình từng năm")
    page.locator("#decide button[value=dismissed]").click()
    expect(page.get_by_role("alert")).to_contain_text("cần lý do")
    expect(page.locator(".wording").first).to_have_value("Nêu lộ trình từng năm")
    page.locator("#grounds").select_option("minor")
    page.locator("#decide button[value=dismissed]").click()
    expect(page.get_by_role("status")).to_contain_text("không góp ý")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.get_by_role("status")).to_contain_text("Đã hoàn tác")
    page.locator("#bulk button[value=accepted]").click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa đánh dấu điểm nào")
    context.close()
