"""Views to DOCX: the only place that speaks to docxtpl and python-docx."""

from saraban.render.docx.engine import DocxEngine

__all__ = ['DocxEngine']
