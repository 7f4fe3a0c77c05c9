"""What a format gives back for a view."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendered:
    """A paper's bytes, and its pages where the format has pages of its own (PDF)."""

    data: bytes
    pages: int | None = None
