"""How alike two texts are: a key that equal words share, and a sketch by which nearly equal ones are found without their texts.

The sketch is a MinHash of the text's runs of three words by one permutation (Li, Owen, Zhang 2012), empty bins filled from their
neighbours (Shrivastava, Li 2014), one byte a bin.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import lru_cache
from operator import eq

import numpy as np
import regex

_BINS = 128
_RUN = 3
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
# Odd 64-bit constants of multiplicative hashing (those of SplitMix64).
_MIX = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)


def words_of(text: str) -> list[str]:
    """The words of a text by which texts are held against each other: spaces, marks and capitals count for nothing."""
    return _WORD.findall(text.casefold())


def sketch(text: str) -> tuple[str, bytes]:
    """The key of a text's words and the sketch of its runs of words; spaces, marks and capitals count for nothing."""
    words = words_of(text)
    key = hashlib.blake2b(" ".join(words).encode(), digest_size=8).hexdigest()
    return key, _sketch(words)


def alike(one: bytes, other: bytes) -> float:
    """How much of their runs of words two texts share, estimated from their sketches (0 to 1; ±0.04 of the true share)."""
    if len(one) != _BINS or len(other) != _BINS:
        return 0.0
    chance = 1 / 256
    equal: int = sum(map(eq, one, other))
    return max(0.0, (equal / _BINS - chance) / (1 - chance))


@lru_cache(maxsize=65536)
def _number(word: str) -> int:
    return zlib.crc32(word.encode())


def _sketch(words: list[str]) -> bytes:
    if len(words) < _RUN:
        return b""
    numbers = np.fromiter(map(_number, words), dtype=np.uint64, count=len(words))
    with np.errstate(over="ignore"):
        runs = np.zeros(len(words) - _RUN + 1, dtype=np.uint64)
        for place, factor in enumerate(_MIX):
            runs += numbers[place : len(numbers) - _RUN + 1 + place] * np.uint64(factor)
        runs ^= runs >> np.uint64(31)
        runs *= np.uint64(_MIX[1])
        runs ^= runs >> np.uint64(29)
        least = np.full(_BINS, np.iinfo(np.uint64).max, dtype=np.uint64)
        np.minimum.at(least, (runs >> np.uint64(57)).astype(np.intp), runs << np.uint64(7))
        _fill(least)
        least *= np.uint64(_MIX[2])
    return (least >> np.uint64(56)).astype(np.uint8).tobytes()


def _fill(least: np.ndarray[tuple[int], np.dtype[np.uint64]]) -> None:
    """Gives empty bins the value of the next full one, so that short texts compare as well."""
    full = np.flatnonzero(least != np.iinfo(np.uint64).max)
    for empty in np.flatnonzero(least == np.iinfo(np.uint64).max):
        at = full[np.searchsorted(full, empty) % len(full)]
        least[empty] = least[at] + np.uint64(int(at - empty) % _BINS)
