"""Pictures of pages made ready for character recognition: upright, straight, black on white.

Everything here is arithmetic on arrays of grey values (0 black, 255 white); nothing is recognised yet.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Grey = NDArray[np.uint8]
Mask = NDArray[np.bool_]

# A page is looked for lines that lean by up to this many degrees.
MAX_SKEW = 6.0
# From this lean on a page is turned; below it recognition does not suffer.
MIN_SKEW = 0.12
# So many times longer than wide a picture is no page, but some lines of one; pages of A4 are 1.41.
STRIP = 1.8
# How much redder than green and blue the ink of a stamp is.
_RED = 38
# The share of a page that red ink covers, at least, where there is a stamp.
_LEAST_RED = 0.0005
# A small stamp of one word covers less.
_LEAST_STAMP = 0.0001


@dataclass(slots=True)
class Scan:
    """A page ready for recognition; `dpi` are its pixels to the inch."""

    grey: Grey
    dpi: float


def prepare(picture: Image.Image, dpi: float) -> Scan:
    """A picture of a page, made ready."""
    grey = without_colour(picture)
    grey = _even(grey)
    if _is_sideways(grey):
        grey = np.ascontiguousarray(np.rot90(grey))
    angle = skew(grey)
    if abs(angle) >= MIN_SKEW:
        image = Image.fromarray(grey).rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
        grey = np.asarray(image)
    return Scan(grey, dpi)


def without_colour(picture: Image.Image) -> Grey:
    """The page in grey, red ink (a stamp over the signature) made paper."""
    if picture.mode in ("I;16", "I", "F"):  # Pillow would cut off what is brighter than 255
        values = np.asarray(picture).astype(np.float32)
        return np.asarray(values * (255 / max(float(values.max()), 255.0)), dtype=np.uint8)
    if picture.mode in ("1", "L"):
        return np.asarray(picture.convert("L"))
    colour = np.asarray(picture.convert("RGB"))
    red, other = colour[..., 0], np.maximum(colour[..., 1], colour[..., 2])
    stamp = (red > 110) & (red.astype(np.int16) - other > _RED)
    if stamp.mean() < _LEAST_RED:
        return np.asarray(picture.convert("L"))
    # Through a red filter red ink is nearly as light as paper, and black ink below it stays black.
    return np.ascontiguousarray(red)


def red_ink(picture: Image.Image) -> Grey | None:
    """What is stamped on a page in red, black on white; `None` where hardly anything is."""
    if picture.mode in ("1", "L", "I;16", "I", "F"):
        return None
    colour = np.asarray(picture.convert("RGB"))
    red, other = colour[..., 0], np.maximum(colour[..., 1], colour[..., 2])
    stamp = (red > 110) & (red.astype(np.int16) - other > _RED)
    if stamp.mean() < _LEAST_STAMP:
        return None
    out: Grey = np.where(stamp, 0, 255).astype(np.uint8)
    return out


def _even(grey: Grey) -> Grey:
    """The page with its paper made white all over: the shade of a lamp, the grey of old paper."""
    height, width = grey.shape
    step = max(8, min(height, width) // 100)
    small = Image.fromarray(grey).resize((max(1, width // step), max(1, height // step)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(3))
    light = np.asarray(paper)
    if light.min() > 225:
        return grey
    ground = np.asarray(paper.resize((width, height), Image.Resampling.BILINEAR)).astype(np.uint16)
    flat = grey.astype(np.uint16) * 250 // np.maximum(ground, 60)
    even: Grey = np.minimum(flat, 255).astype(np.uint8)
    return even


def levelled(grey: Grey) -> Grey:
    """The page with its paper white and its ink black."""
    low, high = 70, 205
    out: Grey = ((np.clip(grey, low, high).astype(np.uint16) - low) * 255 // (high - low)).astype(np.uint8)
    return out


def _small(grey: Grey, width: int) -> Mask:
    """Where there is ink, on a page made small."""
    factor = max(1, round(grey.shape[1] / width))
    ink: Mask = np.asarray(Image.fromarray(grey).reduce(factor)) < 190
    return ink


def _is_sideways(grey: Grey) -> bool:
    """Whether lines of text run up or down: ink then changes more from column to column than from row to row.

    A strip cut out of a page has too few lines to tell, and nobody turns one.
    """
    if max(grey.shape) > STRIP * min(grey.shape):
        return False
    ink = _small(grey, 800)
    rows, columns = ink.mean(axis=1), ink.mean(axis=0)
    return float(np.abs(np.diff(columns)).sum()) > 1.6 * float(np.abs(np.diff(rows)).sum())


def skew(grey: Grey) -> float:
    """By how many degrees the lines of a page must be turned (counter-clockwise) to lie level."""
    ink = _small(grey, 800)
    if not ink.any():
        return 0.0
    at_y, at_x = np.nonzero(ink)
    if len(at_y) > 20_000:
        pick = np.linspace(0, len(at_y) - 1, 20_000).astype(np.int64)
        at_y, at_x = at_y[pick], at_x[pick]

    def sharpness(degrees: float) -> float:
        level = (at_y - at_x * np.tan(np.radians(degrees))).astype(np.int64)
        counts = np.bincount(level - level.min())
        return float((counts.astype(np.float64) ** 2).sum())

    coarse = max(np.arange(-MAX_SKEW, MAX_SKEW + 0.1, 0.5), key=sharpness)
    fine = max(np.arange(coarse - 0.5, coarse + 0.51, 0.1), key=sharpness)
    best = max(np.arange(fine - 0.1, fine + 0.11, 0.02), key=sharpness)
    return float(best) if sharpness(float(best)) > 1.03 * sharpness(0.0) else 0.0
