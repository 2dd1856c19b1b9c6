"""The unit that issued a plan: by names above it and by its day; none is guessed where several fit."""

from __future__ import annotations

import pytest

from corpus import units
from db.links.issuing_unit import unit_of
from extract.records import Document


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        (Document(level="district", district="Châu Thành"), None),
        (Document(level="district", district="Châu Thành", province="Long An"), ("Châu Thành", "2025-06-30")),
        (Document(level="district", district="Châu Thành", province="Hà Giang"), None),
        (Document(level="commune", commune="Tân Lập"), None),
        (Document(level="commune", commune="Tân Lập", district="Mộc Châu", province="Sơn La", issued_on="2024-01-05"), ("Tân Lập", "2025-06-30")),
        (Document(level="commune", commune="Tân Lập", district="Đức Cơ", issued_on="2024-01-05"), None),
        # a province that went on under its name is another unit from July 2025
        (Document(level="province", province="Bắc Ninh"), None),
        (Document(level="province", province="Bắc Ninh", issued_on="2025-06-30"), ("Bắc Ninh", "2025-06-30")),
        (Document(level="province", province="Bắc Ninh", issued_on="2025-07-01"), ("Bắc Ninh", "")),
        (Document(level="province", province="Bắc Ninh", issued_on="2024"), ("Bắc Ninh", "2025-06-30")),
        (Document(level="province", province="Bắc Ninh", period_start=2026), ("Bắc Ninh", "")),
        (Document(level="central"), None),
        (Document(level="province"), None),
    ],
)  # fmt: skip
def test_the_unit_of_a_head(head: Document, unit: tuple[str, str] | None) -> None:
    code = unit_of(head)
    by_code = {
        one.code: one for level in units.LEVELS for one in units.load().find(getattr(head, level) or "-", level=level)
    }
    assert (None if code is None else (by_code[code].name, by_code[code].valid_to)) == unit
