"""The main paths of a person through the site, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import sign_in
from tests.conftest import PLANS, ROOT

pytestmark = pytest.mark.needs("chromium")


def well(page: Page) -> None:
    assert page.wrong == []  # type: ignore[attr-defined]


def test_from_a_cell_to_its_sentence_the_plan_a_finding_and_a_decision_that_stays(visitor: Page) -> None:
    page = visitor
    sign_in(page)
    page.get_by_role("link", name="So sánh", exact=True).click()
    page.get_by_label("Tên địa phương").fill("tan yen")
    page.get_by_role("button", name="Lọc").click()
    expect(page).to_have_url(re.compile(r"/compare\?programme=qd-23-2021&place=tan\+yen$"))
    page.get_by_role("button", name=re.compile(r"2025 ▼.*10")).first.click()
    panel = page.locator("#evidence")
    expect(panel.locator("mark")).to_contain_text("xuống dưới 10% vào năm 2025")
    expect(page).to_have_url(re.compile(r"cell=[0-9a-f]{16}"))
    page.reload()
    expect(panel.locator("mark")).to_contain_text("xuống dưới 10% vào năm 2025")
    panel.get_by_role("link", name="Đọc trong kế hoạch").click()
    expect(page).to_have_url(re.compile(r"/plans/tan-yen-ctr-ubnd-2021#r-"))
    anchor = page.url.split("#")[1]
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    page.locator(".finding", has_text="chưa bảo đảm mức dưới 9%").get_by_role("link", name="Rà soát").first.click()
    expect(page.locator(".case h2")).to_contain_text("chưa bảo đảm")
    page.get_by_label("Ghi chú (đi cùng góp ý)").fill("đề nghị nâng mức")
    page.get_by_role("button", name="Đưa vào góp ý a").click()
    page.goto("/review?state=accepted")
    expect(page.locator(".case")).to_contain_text("góp ý")
    page.reload()
    expect(page.locator(".history")).to_contain_text("lan")
    expect(page.locator(".history")).to_contain_text("đề nghị nâng mức")
    well(page)


def test_reviewing_by_keyboard(visitor: Page) -> None:
    page = visitor
    sign_in(page)
    first = page.locator(".queue li.current").inner_text()
    key = page.locator(".queue li.current input").get_attribute("value")
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("j")
    expect(page.locator(".queue li.current")).not_to_have_text(first, use_inner_text=True)
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("k")
    expect(page.locator(".queue li.current")).to_have_text(first, use_inner_text=True)
    page.keyboard.press("n")
    page.keyboard.type("jad: chữ, không phải phím")
    expect(page.get_by_label("Ghi chú (đi cùng góp ý)")).to_have_value("jad: chữ, không phải phím")
    page.keyboard.press("Escape")
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("d")
    expect(page.locator(f".queue input[value='{key}']")).to_have_count(0)
    page.goto(f"/review?state=dismissed&finding={key}")
    expect(page.locator(".history")).to_contain_text("jad: chữ, không phải phím")
    well(page)


def test_three_files_are_uploaded_one_of_them_broken(visitor: Page, tmp_path: Path) -> None:
    page = visitor
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"not a document")
    changed = tmp_path / "la-gi-moi.txt"
    text = (ROOT / "tests/data/written/la-gi-kh-ubnd-2021.txt").read_text(encoding="utf-8")
    changed.write_text(text.replace("118/KH-UBND", "119/KH-UBND"), encoding="utf-8")
    sign_in(page)
    page.get_by_role("link", name="Tải lên").click()
    page.set_input_files("#files", [str(broken), str(changed), str(PLANS / "duc-co-kh-2022.txt")])
    page.wait_for_url("**/upload/*", timeout=60_000)
    expect(page.locator("#state")).to_contain_text("đã xong: 3/3 tệp, 1 lỗi", timeout=120_000)
    expect(page.locator("tr", has_text="hỏng.docx")).to_contain_text("✗ lỗi")
    expect(page.locator("tr", has_text="la-gi-moi.txt")).to_contain_text("✓")
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải danh sách tệp lỗi").click()
    assert "hỏng.docx" in download.value.path().read_text(encoding="utf-8-sig")
    page.locator("tr", has_text="la-gi-moi.txt").get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("lao động")
    well(page)


def test_search_without_accents_leads_to_the_marked_place(visitor: Page) -> None:
    page = visitor
    page.goto("/")
    page.get_by_role("searchbox", name="Tìm trong kế hoạch").fill("duoi nuoc")
    page.keyboard.press("Enter")
    expect(page.locator(".results mark").first).to_have_text(re.compile("đuối nước", re.IGNORECASE))
    page.locator(".results li li a").nth(1).click()
    expect(page).to_have_url(re.compile(r"#r-q\d+$"))
    expect(
        page.locator(f"#{page.url.split('#')[1]} + .k-sought, #{page.url.split('#')[1]} ~ .k-sought").first
    ).to_be_in_viewport()
    well(page)


def test_the_language_is_switched_and_stays(visitor: Page) -> None:
    page = visitor
    page.goto("/compare?level=district")
    page.get_by_role("link", name="English").click()
    expect(page.locator("h1")).to_contain_text("Which localities")
    expect(page).to_have_url(re.compile("level=district"))
    page.get_by_role("link", name="Deadlines", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Tiếng Việt").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    well(page)


def test_kinds_of_records_are_toggled_and_one_jumps_there_and_back(visitor: Page) -> None:
    page = visitor
    page.goto("/plans/tan-yen-ctr-ubnd-2021")
    mark = page.locator(".text .k-target").first
    coloured = mark.evaluate("one => getComputedStyle(one).backgroundColor")
    page.locator("#show-target").uncheck()
    assert mark.evaluate("one => getComputedStyle(one).backgroundColor") != coloured
    page.locator("#show-target").check()
    entry = page.locator(".side li[id^=l-]").nth(3)
    entry.get_by_role("link").click()
    anchor = page.url.split("#r-")[1]
    expect(page.locator(f"#r-{anchor}")).to_be_in_viewport()
    page.locator(f".badge[href='#l-{anchor}']").click()
    expect(page.locator(f"#l-{anchor}")).to_be_in_viewport()
    well(page)


def test_34_provinces_on_one_measure_are_ranked_on_the_map_and_exported(visitor: Page, tmp_path: Path) -> None:
    """From the home page in four clicks at most, what a policy analyst does."""
    page = visitor
    clicks = 0

    def click(what: Locator) -> None:
        nonlocal clicks
        clicks += 1
        what.click()

    page.goto("/")
    click(page.get_by_role("navigation", name="Các trang").get_by_role("link", name="Chỉ tiêu", exact=True))
    click(page.get_by_role("link", name=re.compile("^4a")).first)
    rows = page.locator("svg.chart").first.get_by_role("link")
    expect(rows).to_have_count(34)
    click(page.get_by_role("navigation", name="Cách xem").get_by_role("link", name="Bản đồ"))
    expect(page.locator("svg.map").get_by_role("link")).to_have_count(34)
    with page.expect_download() as download:
        click(page.get_by_role("button", name="Tải PNG"))
    assert clicks <= 4
    path = tmp_path / "map.png"
    download.value.save_as(path)
    with Image.open(path) as image:
        assert (image.width, image.format) == (1440, "PNG")
        assert len(image.convert("RGB").getcolors(1 << 24) or ()) > 20, "not one colour alone"
    well(page)


def test_a_province_is_opened_from_the_map_by_keyboard(visitor: Page) -> None:
    page = visitor
    page.goto("/measures/4a?tab=map")
    page.locator("svg.map a", has_text="Quảng Ninh").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**at=2025**")
    expect(page.locator("#at h2")).to_have_text("Tỉnh Quảng Ninh")
    expect(page.locator("#at blockquote")).to_contain_text("suy dinh dưỡng")
    assert page.locator("#at .tiles li").count() > 40
    well(page)


@pytest.mark.parametrize("width", [1366, 390])
def test_the_archipelagos_are_in_sight_at_every_width(visitor: Page, width: int) -> None:
    page = visitor
    page.set_viewport_size({"width": width, "height": 900})
    for address in ("/measures/4a?tab=map", "/measures/4a?tab=map&embed=1"):
        page.goto(address)
        for words in ("Biển Đông", "Quần đảo Hoàng Sa", "Quần đảo Trường Sa", "không dùng để xác định địa giới"):
            box = page.locator("svg.map text", has_text=words).bounding_box()
            assert box is not None
            assert box["x"] >= 0, words
            assert box["x"] + box["width"] <= width, words
    well(page)


def test_pages_can_be_read_without_scripts(browser: object, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto("/compare?place=tan+yen")
    page.get_by_role("button", name=re.compile(r"2025 ▼.*10")).first.click()
    expect(page.locator("#evidence mark")).to_contain_text("xuống dưới 10%")
    expect(page).to_have_url(re.compile(r"place=tan\+yen.*cell=.*#evidence$"))
    page.goto("/measures/4a?tab=map")
    expect(page.locator("svg.map a")).to_have_count(34)
    page.goto("/measures/4a?tab=table&level=district&year=2025")
    expect(page.locator("table.data").first).to_contain_text("Tân Yên")
    page.goto("/review")
    expect(page.locator(".case h2")).to_be_visible()
    context.close()
