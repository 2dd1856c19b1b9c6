"""The cascade: where a measure was lost on its way down, the table of the tree, provinces of today and what they came from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db.schema.database import open_existing
from db.site.cascade_tree import Node, follow, grown, lines
from tests.db.site.client import Person

PROGRAMME = {"id": "p"}
YEN_BAI, VAN_CHAN = "yen-bai-09-ctr-ubnd-2021", "van-chan-34-kh-ubnd-2023"


def _plan(name: str, level: str, kind: str = "multi_year") -> dict[str, Any]:
    return {"plan": name, "level": level, "plan_kind": kind, "weaker": 0, "equal": 0, "stricter": 0}


def _link(child: str, parent: str | None) -> dict[str, Any]:
    names = {"parent_label": "x", "parent_issuer": None, "parent_issued_on": None, "basis": "citation"}
    return {"plan": child, "parent": parent, "programme": None if parent else "p"} | names


def _tree() -> list[Node]:
    plans = [_plan("tinh", "province"), _plan("huyen", "district"), _plan("xa-1", "commune"), _plan("xa-2", "commune")]
    links = [_link("tinh", None), _link("huyen", "tinh"), _link("xa-1", "huyen"), _link("xa-2", "huyen")]
    return grown(plans, links, [PROGRAMME])


def _value(plan: str, stance: str, beside: str | None = None) -> dict[str, Any]:
    return {
        "plan": plan,
        "stance": stance,
        "parent_stance": beside,
        "value": None if stance in ("absent", "unquantified") else 1.0,
    }


def _steps(*values: dict[str, Any]) -> dict[str, str | None]:
    trees = _tree()
    follow(trees, list(values))
    return {one.key: one.step for tree in trees for one in tree.all_below()}


def test_what_is_weak_above_is_lost_there_and_not_below() -> None:
    steps = _steps(
        _value("tinh", "equal"),
        _value("huyen", "weaker", "weaker"),
        _value("xa-1", "weaker", "equal"),
        _value("xa-2", "weaker", "weaker"),
    )
    assert steps == {"tinh": "kept", "huyen": "lost", "xa-1": "follows", "xa-2": "lower"}


def test_silence_and_words_without_a_number_lose_what_was_set_above() -> None:
    steps = _steps(
        _value("tinh", "stricter"),
        _value("huyen", "absent"),
        _value("xa-1", "unquantified"),
        _value("xa-2", "equal", "weaker"),
    )
    assert steps == {"tinh": "kept", "huyen": "dropped", "xa-1": "blurred", "xa-2": "kept"}


def test_a_measure_is_raised_again_below_and_one_not_asked_of_a_plan_is_nothing() -> None:
    steps = _steps(_value("tinh", "weaker"), _value("huyen", "equal", "stricter"), _value("xa-1", "near"))
    assert steps == {"tinh": "lost", "huyen": "raised", "xa-1": None, "xa-2": None}


def test_a_thematic_plan_drops_nothing() -> None:
    trees = grown([_plan("chuyen-de", "province", "thematic")], [_link("chuyen-de", None)], [PROGRAMME])
    follow(trees, [_value("chuyen-de", "absent")])
    assert trees[0].below[0].step is None


def test_lines_lead_from_each_plan_to_those_below_it() -> None:
    drawn = [(line.node.key, line.marks) for line in lines(_tree(), lambda _: False)]
    assert drawn == [
        ("p", ()), ("tinh", ("l",)), ("huyen", ("", "l")), ("xa-1", ("", "", "t")), ("xa-2", ("", "", "l")),
    ]  # fmt: skip


def test_a_level_that_is_skipped_is_crossed_and_one_of_the_same_level_stands_in_its_column() -> None:
    plans = [_plan("tinh", "province"), _plan("tinh-2024", "province", "annual"), _plan("xa", "commune")]
    trees = grown(plans, [_link("tinh", None), _link("tinh-2024", "tinh"), _link("xa", "tinh")], [PROGRAMME])
    drawn = [(line.node.key, line.marks) for line in lines(trees, lambda _: False)]
    assert drawn == [("p", ()), ("tinh", ("l",)), ("xa", ("", "l", "h")), ("tinh-2024", ("",))]


def test_what_is_folded_shows_nothing_below() -> None:
    drawn = [(line.node.key, line.folded) for line in lines(_tree(), lambda node: node.key == "huyen")]
    assert drawn == [("p", False), ("tinh", False), ("huyen", True)]


# --- the page ----------------------------------------------------------------------------------------------------------


def test_a_measure_down_the_cascade_of_a_province(visitor: Person) -> None:
    page = visitor.page("/cascade?province=B%E1%BA%AFc+Giang&measure=4a")
    card = page.xpath("//div[@id='p-tan-yen-ctr-ubnd-2021']")[0]
    words = " ".join(card.text_content().split())
    assert "▼ mất ở bước này" in words
    assert "so với Chương trình +1 điểm %" in words
    assert "xuống dưới 10% vào năm 2025" in card.xpath("string(.//a[@class='sentence'])")
    heads = [" ".join(head.text_content().split()) for head in page.xpath("//table[@class='cascade']/thead//th")]
    assert heads[2] == "Huyện (đến 30/6/2025) 1 kế hoạch · ▼ 1 mất ở bước này"
    assert page.xpath("//a[@href='#p-tan-yen-ctr-ubnd-2021']/text()") == ["huyện Tân Yên"]


def test_missing_parents_say_who_should_send_them(visitor: Person) -> None:
    page = visitor.page("/cascade?province=B%E1%BA%AFc+Giang")
    row = page.xpath("//h2[@id='missing']/following::table[1]/tbody/tr[contains(., '310/KH-UBND')]")[0]
    assert [" ".join(cell.text_content().split()) for cell in row.xpath("td")] == [
        "UBND tỉnh Bắc Giang",
        "Kế hoạch số 310/KH-UBND",
        "05/07/2021",
        "1",
    ]


def test_folding_is_in_the_address(visitor: Person) -> None:
    page = visitor.page("/cascade")
    (link,) = page.xpath(f"//div[@id='p-{YEN_BAI}']/a[@class='foldlink']/@href")
    folded = visitor.page(link)
    assert page.xpath(f"//div[@id='p-{VAN_CHAN}']")
    assert not folded.xpath(f"//div[@id='p-{VAN_CHAN}']")
    (back,) = folded.xpath(f"//div[@id='p-{YEN_BAI}']/a[@class='foldlink']/@href")
    assert visitor.page(back).xpath(f"//div[@id='p-{VAN_CHAN}']")


def test_a_province_of_today_has_the_plans_of_all_that_it_came_from(visitor: Person) -> None:
    """Yên Bái went into Lào Cai."""
    page = visitor.page("/cascade?province=L%C3%A0o+Cai")
    words = " ".join(page.xpath(f"//div[@id='p-{YEN_BAI}']")[0].text_content().split())
    assert "trước 01/7/2025; nay: tỉnh Lào Cai · còn hiệu lực đến khi được thay thế" in words
    unsent = [" ".join(card.text_content().split()) for card in page.xpath("//div[contains(@class, 'unsent')]")]
    assert len(unsent) == 1
    assert "cần gửi: UBND tỉnh Lào Cai" in unsent[0]


# --- coverage ----------------------------------------------------------------------------------------------------------


def test_a_unit_of_today_goes_by_the_plans_of_those_it_came_from_until_it_issues_its_own(own_database: Path) -> None:
    def states() -> dict[str, Any]:
        rows = Person(own_database).get("/export/coverage_units.json?level=province&on=2025-07-01&due=9999").json()
        return {row["unit_name"]: row for row in rows}

    before = states()
    assert len(before) == 34
    assert before["tỉnh Lào Cai"]["state"] == "inherited"
    assert YEN_BAI in before["tỉnh Lào Cai"]["earlier"]
    assert before["tỉnh Quảng Ninh"]["state"] == "sent", "the same unit as before"
    assert before["tỉnh Cà Mau"]["state"] == "not_sent"
    page = Person(own_database).page("/coverage?state=inherited")
    assert page.xpath(f"//tbody/tr[td[2]='tỉnh Lào Cai']//a[@href='/plans/{YEN_BAI}']/text()") == ["tỉnh Yên Bái"]
    db = open_existing(own_database)
    db.conn.execute("UPDATE documents SET unit = '2025/15' WHERE slug = ?", [YEN_BAI])
    db.conn.commit()
    db.close()
    assert states()["tỉnh Lào Cai"]["state"] == "sent"


@pytest.mark.parametrize(("asked", "units"), [("", 34), ("?on=2021-01-07", 63), ("?level=district", 705)])
def test_coverage_is_of_the_units_of_today_unless_others_are_asked_for(visitor: Person, asked: str, units: int) -> None:
    figures = visitor.page(f"/coverage{asked}").xpath("//ul[@class='figures']/li[last()]//b/text()")
    assert figures == [str(units)]
