"""What a format gives back for a view."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendered:
    """A paper's bytes, its pages where the format has pages of its own (PDF), and how many gives of the layout it took."""

    data: bytes
    pages: int | None = None
    gives: int = 0
