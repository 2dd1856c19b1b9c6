"""Documents of every family, with seeds that stay: each is read as it was written."""

from __future__ import annotations

import random

import pytest

from tests.generators.case import faults
from tests.generators.families import FAMILIES

_EACH = 12


@pytest.mark.parametrize("number", range(_EACH))
@pytest.mark.parametrize("family", list(FAMILIES))
def test_documents_are_read_as_they_were_written(family: str, number: int) -> None:
    assert faults(FAMILIES[family](random.Random(f"fixed-{number}"))) == []
