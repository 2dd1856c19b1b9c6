"""What `make bench` asks the site for are addresses of pages that there are, with parameters that these know."""

from __future__ import annotations

from tests.bench.addresses import PLAIN, pages
from tests.db.site.client import Person


def test_every_measured_address_is_of_a_page_and_all_of_it_is_used(visitor: Person) -> None:
    for name, address in pages(visitor.path).items():
        for asked in {address() for _ in range(4 if name != PLAIN else 0)}:
            answer = visitor.get(asked)
            assert answer.status_code == 200, asked
            assert "Bỏ qua tham số" not in answer.text, asked
