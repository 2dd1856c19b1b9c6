"""The register of central documents: what it points to is there, its days follow one another, what two sources say is marked."""

from __future__ import annotations

from collections import Counter
from datetime import date
from urllib.parse import urlsplit

import pytest

from corpus.laws import Law, Register, register

LAWS = register().laws


def named(key: str) -> Law:
    law = register().get(key)
    assert law is not None, key
    return law


def test_every_document_that_the_register_points_to_is_in_it() -> None:
    wanted = {key for law in LAWS for key in (law.replaced_by, *law.amended_by) if key}
    assert len(wanted) > 10
    assert wanted <= {law.key for law in LAWS}


def test_keys_are_unique_and_no_two_documents_share_number_and_day() -> None:
    assert max(Counter(law.key for law in LAWS).values()) == 1
    assert max(Counter((law.number, law.issued_on) for law in LAWS if law.number).values()) == 1


def test_days_are_whole_and_follow_one_another() -> None:
    for law in LAWS:
        issued = date.fromisoformat(law.issued_on)
        if law.in_force_from:
            assert date.fromisoformat(law.in_force_from) >= issued, law.key
        if law.in_force_to:
            assert date.fromisoformat(law.in_force_to) >= issued, law.key
        after = register().get(law.replaced_by) if law.replaced_by else None
        if after is not None:
            assert after.issued_on > law.issued_on, law.key
        for key in law.amended_by:
            assert named(key).issued_on > law.issued_on, law.key


def test_the_year_in_a_number_is_that_of_issue() -> None:
    for law in LAWS:
        parts = (law.number or "").split("/")
        if len(parts) > 2 and len(parts[1]) == 4:
            assert parts[1] == law.issued_on[:4], law.key


def test_verified_means_two_sites() -> None:
    """A mirror under another name of the same site (`tintuc.`, `m.`) is no second source."""
    for law in LAWS:
        assert law.sources, law.key
        assert all(urlsplit(source).scheme in ("http", "https") for source in law.sources), law.key
        sites = {".".join(urlsplit(source).netloc.split(".")[-3:]) for source in law.sources}
        if law.verified:
            assert len(sites) > 1, law.key


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("l-tre-em-2016", "2017-06-01"),
        ("l-ngan-sach-nha-nuoc-2015", "2017-01-01"),
        ("l-ngan-sach-nha-nuoc-2025", "2026-01-01"),
        ("l-phong-chong-bao-luc-gia-dinh-2022", "2023-07-01"),
    ],
)
def test_laws_come_into_force_later_than_they_are_passed(key: str, day: str) -> None:
    law = named(key)
    assert law.first_day == date.fromisoformat(day)
    assert law.issued_on < day


def test_a_law_holds_until_its_successor_comes_into_force() -> None:
    old = named("l-ngan-sach-nha-nuoc-2015")
    assert register().last_day(old) == date(2025, 12, 31)
    assert register().holds(old, date(2025, 12, 31))
    assert not register().holds(old, date(2026, 1, 1))
    assert not register().holds(named("l-ngan-sach-nha-nuoc-2025"), date(2025, 12, 31))


def test_two_laws_of_one_name_in_one_year_are_told_apart() -> None:
    found = register().by_name("Luật Tổ chức chính quyền địa phương")
    assert [law.number for law in sorted(found, key=lambda law: law.issued_on)] == [
        "77/2015/QH13",
        "65/2025/QH15",
        "72/2025/QH15",
    ]
    old = min(found, key=lambda law: law.issued_on)
    successor = register().successor(old, date(2025, 12, 1))
    assert successor is not None
    assert successor.number == "72/2025/QH15"
    assert register().by_name("Luật Tổ chức Chính phủ")[-1].number == "63/2025/QH15"


def _law(key: str, doc_type: str, number: str, *, first: str | None = None, replaced_by: str | None = None) -> Law:
    return Law(
        key=key, doc_type=doc_type, number=number, name=None, issued_on="2020-03-01", in_force_from=first, in_force_to=None,
        issuer="Chính phủ", subject="", replaced_by=replaced_by, amended_by=(), verified=False, sources=("https://a.vn",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("doc_type", "number", "known"),
    [("QĐ", "5/QĐ-TTg", True), ("CT", "5-CT/TW", True), ("QĐ", "5/2020/QĐ-TTg", False), ("NĐ", "5/2020/NĐ-CP", False)],
)
def test_only_what_directs_offices_holds_from_its_day_of_issue(doc_type: str, number: str, *, known: bool) -> None:
    assert (_law("a", doc_type, number).first_day == date(2020, 3, 1)) is known


def test_what_is_replaced_on_an_unknown_day_goes_on() -> None:
    old, new = _law("a", "NĐ", "1/2019/NĐ-CP", replaced_by="b"), _law("b", "NĐ", "5/2020/NĐ-CP")
    laws = Register([old, new])
    assert laws.last_day(old) is None
    assert laws.successor(old, date(2030, 1, 1)) is None
