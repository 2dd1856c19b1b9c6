"""The one name of an agency: offices of districts and of communes, which are called the same, are kept apart."""

from __future__ import annotations

import pytest

from db.links.agency_mentions import agency_name


@pytest.mark.parametrize(
    ("said", "level", "name"),
    [
        ("Phòng Y tế", "district", "Phòng Y tế cấp huyện"),
        ("Phòng Kinh tế", "commune", "Phòng Kinh tế cấp xã"),
        ("Trung tâm Y tế", "district", "Trung tâm Y tế cấp huyện"),
        ("Phòng Nội vụ", "province", "Phòng Nội vụ"),
        ("Phòng Nội vụ", None, "Phòng Nội vụ"),
        ("Sở Y tế", "district", "Sở Y tế"),
        # what the name says goes before the level of the plan
        ("Phòng Y tế thành phố Huế", "commune", "Phòng Y tế"),
        ("Phòng Y tế huyện Đức Cơ", "commune", "Phòng Y tế cấp huyện"),
        ("Phòng Y tế huyện", "commune", "Phòng Y tế cấp huyện"),
        ("Phòng Y tế cấp huyện", "commune", "Phòng Y tế cấp huyện"),
        ("Phòng LĐTBXH quận", "commune", "Phòng Lao động - Thương binh và Xã hội cấp huyện"),
        ("Phòng Nội vụ các huyện, thị xã, thành phố", "province", "Phòng Nội vụ cấp huyện"),
        ("Phòng Kinh tế các xã, phường", "province", "Phòng Kinh tế cấp xã"),
        ("Phòng Văn hóa - Xã hội", "district", "Phòng Văn hóa - Xã hội cấp huyện"),
        ("Trung tâm Kiểm soát bệnh tật tỉnh", "district", "Trung tâm Kiểm soát bệnh tật tỉnh"),
    ],
)
def test_offices_bear_the_level_that_they_are_of(said: str, level: str | None, name: str) -> None:
    assert agency_name(said, level) == name
