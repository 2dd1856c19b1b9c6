"""Units, agencies and laws in the database; coverage; plans of a unit beside those of its predecessors."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from corpus import laws, successions, units
from db.schema.database import rows
from db.views.coverage import Asked, coverage
from db.views.selection import SelectionError
from patterns.fold import sort_key
from tests.db.findings.test_findings import load_texts
from tests.db.findings.test_rules import aims, duties, text


def test_the_shipped_plans_are_linked_to_the_units_of_their_time(loaded: Database) -> None:
    found = {
        row["slug"].split("-kh")[0]: row["full_name"]
        for row in rows(loaded, "SELECT d.slug, u.full_name FROM documents d JOIN units u ON u.code = d.unit")
    }
    assert found["cao-bang"] == "tỉnh Cao Bằng"
    assert found["duc-co"] == "huyện Đức Cơ"
    assert len(found) == 5


def test_a_district_became_communes_and_a_plan_of_one_is_shown_beside_the_earlier_one(
    db: Database, tmp_path: Path
) -> None:
    old = text(aims("Trẻ em được an toàn hơn trước đây nhiều."), unit="HUYỆN ĐỨC CƠ", number="Số: 3/KH-UBND").replace(
        "Ủy ban nhân dân ban hành", "UBND huyện Đức Cơ, tỉnh Gia Lai ban hành"
    )
    district = next(unit for unit in units.load().find("Đức Cơ", level="district"))
    commune = units.load().successors(district)[0]
    new = text(
        aims("Trẻ em được an toàn hơn trước đây nhiều."),
        unit=f"XÃ {commune.name.upper()}",
        number="Số: 4/KH-UBND",
        day="ngày 15 tháng 9 năm 2025",
    ).replace("Ủy ban nhân dân ban hành", f"UBND xã {commune.name}, tỉnh Gia Lai ban hành")
    first, second = load_texts(db, tmp_path, old, new)
    assert rows(db, "SELECT plan, earlier_plan FROM kin") == [{"plan": second, "earlier_plan": first}]
    assert rows(db, "SELECT parent FROM comparison WHERE plan = ? AND parent IS NOT NULL", [second]) == []


def test_a_unit_that_cannot_be_resolved_is_a_warning_and_the_plan_is_loaded(db: Database, tmp_path: Path) -> None:
    (slug,) = load_texts(db, tmp_path, text(aims("Trẻ em được an toàn."), unit="HUYỆN CHÂU THÀNH"))
    assert rows(db, "SELECT unit, slug FROM documents") == [{"unit": None, "slug": slug}]
    assert rows(db, "SELECT code FROM warnings WHERE code = 'unit-ambiguous'")


def test_spellings_of_an_agency_are_one(db: Database, tmp_path: Path) -> None:
    load_texts(
        db, tmp_path,
        text(duties("1. Sở LĐTB&XH\n- Chủ trì triển khai.\n2. Sở Lao động - TB&XH\n- Báo cáo kết quả.\n3. Sở Y tế\n- Phối hợp với Sở Lao động - Thương binh và Xã hội.")),
    )  # fmt: skip
    found = rows(db, "SELECT DISTINCT agency FROM agency_mentions ORDER BY agency")
    assert found == [{"agency": "so-lao-dong-thuong-binh-va-xa-hoi"}, {"agency": "so-y-te"}]
    assert {
        row["agency_until"] for row in rows(db, "SELECT agency_until FROM duties WHERE agency_id LIKE 'so-lao%'")
    } == {"2025-02-28"}


@pytest.mark.parametrize(
    ("name", "level", "last", "heir"),
    [
        ("Sở Lao động - Thương binh và Xã hội", "province", date(2025, 2, 28), "Sở Y tế"),
        ("Sở Kế hoạch và Đầu tư", "province", date(2025, 2, 28), "Sở Tài chính"),
        ("Ủy ban nhân dân cấp huyện", "province", date(2025, 6, 30), "Ủy ban nhân dân cấp xã"),
        ("các huyện, thị xã, thành phố", "province", date(2025, 6, 30), "Ủy ban nhân dân cấp xã"),
        (
            "Phòng Tư pháp cấp huyện",
            "district",
            date(2025, 6, 30),
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân cấp xã",
        ),
        ("Phòng Y tế cấp huyện", "commune", date(2025, 6, 30), "Phòng Văn hóa - Xã hội cấp xã"),
        ("Ban Dân tộc", "province", date(2025, 2, 28), "Sở Dân tộc và Tôn giáo"),
        ("Tòa án nhân dân cấp huyện", "province", date(2025, 6, 30), "Tòa án nhân dân khu vực"),
    ],
)
def test_successions(name: str, level: str, last: date, heir: str) -> None:
    found = successions.succession(name, level=level)
    assert found is not None
    assert found.until == last
    assert found.heirs[0].name == heir


@pytest.mark.parametrize(
    "name",
    [
        "Sở Y tế",
        "Công an cấp tỉnh",
        "Ủy ban nhân dân cấp xã",
        "Phòng Văn hóa - Xã hội cấp xã",
        "Sở Dân tộc và Tôn giáo",
        "Trung tâm Y tế cấp huyện",
        "Trung tâm Chuyển đổi số Thành phố cấp huyện",
    ],
)
def test_bodies_that_go_on(name: str) -> None:
    assert successions.succession(name, level="province") is None


_LABOUR, _PRESS = "Lao động - Thương binh và Xã hội", "Thông tin và Truyền thông"


@pytest.mark.parametrize(
    ("name", "duty", "heirs"),
    [
        (f"Sở {_LABOUR}", "Chủ trì phòng, chống xâm hại trẻ em.", ["Sở Y tế"]),
        (f"Bộ {_LABOUR}", "Hướng dẫn bảo vệ trẻ em.", ["Bộ Y tế"]),
        (f"Sở {_LABOUR}", "Tổ chức rà soát hộ nghèo.", ["Sở Nông nghiệp và Môi trường"]),
        (f"Sở {_LABOUR}", "Theo dõi bình đẳng giới.", ["Sở Nội vụ"]),
        (f"Sở {_LABOUR}", "Hướng dẫn đào tạo nghề.", ["Sở Giáo dục và Đào tạo"]),
        (f"Sở {_LABOUR}", "Giải quyết việc làm cho cha, mẹ của trẻ em.", ["Sở Y tế", "Sở Nội vụ"]),
        (f"Sở {_LABOUR}", "Báo cáo kết quả.", []),
        (f"Sở {_PRESS}", "Bảo đảm an toàn thông tin mạng.", ["Công an cấp tỉnh"]),
        (f"Bộ {_PRESS}", "Bảo vệ người dùng trên môi trường mạng.", ["Bộ Công an"]),
        (f"Sở {_PRESS}", "Chỉ đạo cơ quan báo chí.", ["Sở Văn hóa, Thể thao và Du lịch"]),
        (f"Sở {_PRESS}", "Thúc đẩy chuyển đổi số.", ["Sở Khoa học và Công nghệ"]),
        (f"Sở {_PRESS}", "Báo cáo kết quả.", []),
        ("Sở Kế hoạch và Đầu tư", "Báo cáo kết quả.", ["Sở Tài chính"]),
        (f"Phòng {_LABOUR} cấp huyện", "Báo cáo kết quả.", ["Phòng Văn hóa - Xã hội cấp xã"]),
    ],
)
def test_the_duty_says_who_follows(name: str, duty: str, heirs: list[str]) -> None:
    found = successions.succession(name, level="province", on=date(2025, 9, 15))
    assert found is not None
    assert [heir.name for heir in found.fitting(duty)] == heirs


def test_an_office_of_a_district_goes_to_another_one_while_there_are_districts() -> None:
    found = successions.succession(f"Phòng {_LABOUR} cấp huyện", level="district", on=date(2025, 5, 15))
    assert found is not None
    assert [heir.name for heir in found.fitting("Bảo vệ trẻ em.")] == ["Phòng Y tế"]


def test_what_no_duty_tells_the_title_may() -> None:
    found = successions.succession(f"Sở {_LABOUR}", level="province")
    assert found is not None
    assert [heir.name for heir in found.fitting("Báo cáo.", "Kế hoạch bảo vệ trẻ em năm 2026")] == ["Sở Y tế"]
    assert [heir.name for heir in found.fitting("Giảm nghèo.", "Kế hoạch vì trẻ em")] == [
        "Sở Nông nghiệp và Môi trường"
    ]


def test_laws_are_found_by_number_of_any_spelling_and_by_name() -> None:
    register = laws.register()
    assert {law.issued_on[:4] for law in register.by_number("6/QD-TTg")} == {"2019", "2022"}
    assert [law.number for law in register.by_name("luật trẻ em")] == ["102/2016/QH13"]
    assert register.by_number(None) == ()


def test_citations_show_what_the_register_knows(loaded: Database) -> None:
    (row,) = rows(loaded, "SELECT registered_on FROM citations WHERE cited = '80/2017/NĐ-CP'")
    assert row["registered_on"] == "2017-07-17"


def test_coverage_counts_the_units_of_the_time(loaded: Database) -> None:
    found = coverage(loaded, Asked())
    assert len(found) == 63
    assert {row["unit_name"]: row["state"] for row in found if row["plan"]} == {"tỉnh Quảng Ninh": "sent"}
    assert len(coverage(loaded, Asked(year=2026))) == 34
    (late,) = (
        row
        for row in coverage(loaded, Asked(level="district", province="Gia Lai", year=2022, due="2022-01-01"))
        if row["plan"]
    )
    assert late["plan"] == "duc-co-kh-2022"
    with pytest.raises(SelectionError, match="qd-23-2021"):
        coverage(loaded, Asked(programme="none"))
    with pytest.raises(SelectionError):
        coverage(loaded, Asked(province="Nowhere"))


def test_the_view_of_coverage_agrees(loaded: Database) -> None:
    sent = rows(loaded, "SELECT unit_name FROM coverage WHERE state = 'sent' AND level = 'province'")
    assert sent == [{"unit_name": "tỉnh Quảng Ninh"}]


def test_provinces_are_sorted_as_in_a_dictionary(loaded: Database) -> None:
    names = [
        row["name"]
        for row in rows(
            loaded, "SELECT name FROM units WHERE level = 'province' AND valid_to IS NOT NULL ORDER BY sort_key"
        )
    ]
    assert names[:4] == ["An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang"]
    assert names.index("Cà Mau") < names.index("Cao Bằng") < names.index("Cần Thơ") < names.index("Đà Nẵng")
    assert sort_key("Ân") > sort_key("Ăn") > sort_key("An")
