"""Finished papers on their way to `output/`: a store by content on the same disk, and the one writer of `output/`.

A paper is found here by what it is made from, so a run that was stopped leaves what it finished to the next one; what the
cache holds is brought here first, so that publishing is renaming. What stands in `output/` already, byte for byte, is left
alone. Nothing half written is ever seen: files are written under a name of their own and renamed.
"""

from saraban.staging.product import Finished, Product
from saraban.staging.publishing import publish
from saraban.staging.store import MANIFEST, Seen, Staging, Unkept
from saraban.staging.writing import unwritable, write_whole

__all__ = [
    'MANIFEST',
    'Finished',
    'Product',
    'Seen',
    'Staging',
    'Unkept',
    'publish',
    'unwritable',
    'write_whole',
]
