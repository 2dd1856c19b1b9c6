"""Administrative units of two orders: lookup on folded names, ambiguity reported."""

from __future__ import annotations

from datetime import date

import pytest

from corpus import units


def names(found: tuple[units.Unit, ...]) -> set[str]:
    return {unit.full_name for unit in found}


def test_the_table_has_both_orders() -> None:
    table = units.load()
    before = [unit for unit in (*table.find("Hà Nội"),) if unit.level == "province"]
    assert {unit.valid_to for unit in before} == {"2025-06-30", ""}


@pytest.mark.parametrize("name", ["Đức Cơ", "duc co", "huyện Đức Cơ", "UBND huyện Đức Cơ", "ĐỨC CƠ"])
def test_a_district_is_found_however_it_is_written(name: str) -> None:
    assert "huyện Đức Cơ" in names(units.load().find(name, level="district"))


def test_an_ambiguous_name_gives_all_and_context_narrows_it() -> None:
    table = units.load()
    assert len(table.find("Châu Thành", level="district")) > 5
    assert names(table.find("Châu Thành", level="district", within="Long An")) == {"huyện Châu Thành"}


def test_districts_ended_with_june_2025() -> None:
    table = units.load()
    assert table.find("Tân Yên", level="district", on=date(2024, 1, 1))
    assert not table.find("Tân Yên", level="district", on=date(2025, 7, 1))


def test_parents_and_successors() -> None:
    table = units.load()
    (district,) = table.find("Tân Yên", level="district")
    assert [unit.name for unit in table.ancestors(district)] == ["Bắc Giang"]
    (province,) = table.find("Bắc Giang", level="province", on=date(2024, 1, 1))
    assert names(table.successors(province)) == {"tỉnh Bắc Ninh"}
    assert not table.find("không có xã này")


@pytest.mark.parametrize("name", ["Ea Ly", "EaLy", "xã Ea Ly"])
def test_a_name_is_found_with_its_words_joined_or_parted_otherwise(name: str) -> None:
    found = units.load().find(name, level="commune", on=date(2023, 2, 10))
    assert [unit.name for unit in found] == ["Ealy"]


def test_names_of_the_same_letters_but_other_accents_are_others() -> None:
    assert "xã Cát Hanh" not in names(units.load().find("Ca Thành"))
