"""Views to DOCX: the only place that speaks to docxtpl and python-docx, which are loaded with the engine alone."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from saraban.render.docx.engine import DocxEngine

__all__ = ['DocxEngine']


def __getattr__(name: str) -> Any:
    """The engine, when it is asked for: a run that only reads content does without half a second of loading."""
    if name == 'DocxEngine':
        from saraban.render.docx.engine import DocxEngine  # noqa: PLC0415

        return DocxEngine
    raise AttributeError(name)
