"""What a finished DOCX must keep, measured on its XML."""

from saraban.checks.pages.docx.sheet import check

__all__ = ['check']
