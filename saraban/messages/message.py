"""The form of a message: what is wrong and what to do, in Thai and in English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal['th', 'en']


@dataclass(frozen=True, slots=True)
class Message:
    """What is wrong and what to do about it, in both languages; an empty advice is not shown."""

    th: str
    th_advice: str
    en: str
    en_advice: str

    def said(self, language: Language) -> tuple[str, str]:
        """The two sentences in one language."""
        return (self.th, self.th_advice) if language == 'th' else (self.en, self.en_advice)
