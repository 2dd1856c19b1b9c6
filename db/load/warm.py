"""What worker processes need, imported and built once in the process that they are copied from."""

from __future__ import annotations

import gc

from corpus import units
from db.load import rows  # noqa: F401  (imported to be there)
from db.load.workers import deaf
from extract.pipeline import Shared
from extract.version import version

deaf()  # before the workers are there: they are copied from a process that hears nothing either
version()
units.load().find("")
Shared.nlp()
gc.collect()
